"""Whatever is done to an archive afterwards is found, and where."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.store.archive import Archive
from constancia.verify import verify
from tests.verify.one_page import URL, archived

PAGES = [b"<p>Una vigilia en Quebrada Honda.</p>", b"<p>Bloqueo en Tres Cruces, dos heridos.</p>" * 30]
WARC = "captures-000001.warc.gz"


def test_an_archive_as_it_was_written_is_sound(tmp_path):
    archived(tmp_path, *PAGES)
    assert list(verify(tmp_path)) == []


@settings(max_examples=150)
@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255), name=st.sampled_from([WARC, "chain.jsonl"]))
def test_one_altered_byte_anywhere_in_the_archive_is_found(tmp_path_factory, where, mask, name):
    folder = tmp_path_factory.mktemp("archive")
    archived(folder, *PAGES)
    data = bytearray((folder / name).read_bytes())
    data[int(where * len(data))] ^= mask
    (folder / name).write_bytes(data)
    first = next(iter(verify(folder)), None)
    assert first is not None
    assert name == "chain.jsonl" or first.file == WARC


def test_a_page_rewritten_with_care_is_still_found(tmp_path):
    stored = archived(tmp_path)
    path = tmp_path / stored.warc
    data = path.read_bytes()
    record = gzip.decompress(data[stored.warc_offset :]).replace(b"siete", b"nueve")
    path.write_bytes(data[: stored.warc_offset] + gzip.compress(record))
    found = list(verify(tmp_path))
    assert (found[0].file, found[0].subject) == (WARC, URL)


def _lines(folder):
    return [json.loads(line) for line in (folder / "chain.jsonl").read_text().splitlines()]


def _write_lines(folder, lines):
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    (folder / "chain.jsonl").write_text(text)


@pytest.mark.parametrize("removed", [0, 1])
def test_a_capture_taken_out_of_the_chain_is_found(tmp_path, removed):
    archived(tmp_path, *PAGES)
    lines = _lines(tmp_path)
    del lines[removed]
    _write_lines(tmp_path, lines)
    found = list(verify(tmp_path))
    assert (found[0].file, found[0].row) == ("chain.jsonl", removed + 1)
    assert "the chain breaks" in found[0].reason


def test_the_last_capture_taken_out_of_the_chain_is_found_in_its_file(tmp_path):
    archived(tmp_path, *PAGES)
    _write_lines(tmp_path, _lines(tmp_path)[:-1])
    found = list(verify(tmp_path))
    assert [(one.file, "in no entry of the chain" in one.reason) for one in found] == [(WARC, True)]


def test_a_chain_cut_short_is_found_by_what_the_record_knows(tmp_path):
    archived(tmp_path, *PAGES)
    known = list(Archive(tmp_path))
    lines = _lines(tmp_path)
    _write_lines(tmp_path, lines[:-1])
    (tmp_path / WARC).write_bytes((tmp_path / WARC).read_bytes()[: lines[-2]["warc_end"]])
    assert list(verify(tmp_path)) == []
    assert [one.subject for one in verify(tmp_path, snapshots=known)] == [known[-1].snapshot_id]


def test_captures_that_changed_places_are_found(tmp_path):
    archived(tmp_path, *PAGES)
    lines = _lines(tmp_path)
    _write_lines(tmp_path, [lines[1], lines[0], lines[2]])
    assert "the chain breaks" in next(verify(tmp_path)).reason


def test_a_lost_file_a_lost_chain_and_an_unfinished_line_are_found(tmp_path):
    archived(tmp_path, *PAGES)
    with (tmp_path / "chain.jsonl").open("a") as chain:
        chain.write('{"snapshot":')
    assert [(one.file, one.row) for one in verify(tmp_path)] == [("chain.jsonl", 4)]
    (tmp_path / WARC).unlink()
    assert next(verify(tmp_path)).reason == "the file cannot be read (No such file or directory)"
    (tmp_path / "chain.jsonl").unlink()
    assert "no chain" in next(verify(tmp_path)).reason


def test_a_warc_that_the_chain_does_not_name_is_found(tmp_path):
    archived(tmp_path, *PAGES)
    (tmp_path / "more.warc.gz").write_bytes(b"slipped in")
    assert [one.file for one in verify(tmp_path)] == ["more.warc.gz"]


def test_a_chain_cannot_point_out_of_its_folder(tmp_path):
    stored = archived(tmp_path / "record")
    (tmp_path / "other.warc.gz").write_bytes((tmp_path / "record" / stored.warc).read_bytes())
    lines = _lines(tmp_path / "record")
    lines[0]["snapshot"]["warc"] = "../other.warc.gz"
    _write_lines(tmp_path / "record", lines)
    assert any("outside of the archive" in one.reason for one in verify(tmp_path / "record"))
