"""WARC and WACZ files give their pages with the URL and time of their capture, whole or cut off."""

import datetime as dt
import gzip
import os
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.store.archive import Archive
from tests.collect.pages import NOON, OTHER, PAGE, collected, gz, warc_record

FIRST = warc_record("https://norte.example/a", PAGE)
SECOND = warc_record("https://norte.example/b", OTHER)
CAPTURED = dt.datetime(2029, 2, 3, 4, 5, 6, tzinfo=dt.UTC)


def _collected(tmp_path, data, name="x.warc.gz", **limits):
    (tmp_path / name).write_bytes(data)
    return collected(tmp_path / name, **limits)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.warc", FIRST + SECOND),
        ("x.warc.gz", gz(FIRST, SECOND)),
        ("x.html", gz(FIRST, SECOND)),
        ("y", gz(FIRST + SECOND)),
    ],
)
def test_a_warc_gives_its_pages_as_they_were_captured(tmp_path, name, data):
    captures, problems = _collected(tmp_path, data, name)
    assert not problems
    assert [(page.url, page.body) for page in captures] == [
        ("https://norte.example/a", PAGE),
        ("https://norte.example/b", OTHER),
    ]
    assert {(page.fetched_at, page.charset, page.http_status, page.media_type) for page in captures} == {
        (CAPTURED, "latin-1", 200, "text/html")
    }
    assert ("Content-Type", "text/html; charset=latin-1") in captures[0].http_headers


def test_records_that_are_no_pages_are_passed_over(tmp_path):
    image = warc_record("https://norte.example/i", b"\x89PNG").replace(b"text/html; charset=latin-1", b"image/png")
    image = image.replace(b"Content-Length: 71", b"Content-Length: 54")
    gone = warc_record("https://norte.example/g", PAGE, status="404 Not Found")
    request = FIRST.replace(b"WARC-Type: response", b"WARC-Type: request").replace(
        b"msgtype=response", b"msgtype=request"
    )
    captures, problems = _collected(tmp_path, gone + request + SECOND)
    assert [page.url for page in captures] == ["https://norte.example/b"]
    assert not problems


def test_a_binary_declared_as_html_is_a_problem(tmp_path):
    captures, problems = _collected(tmp_path, gz(warc_record("https://norte.example/x", bytes(500)), SECOND))
    assert [page.body for page in captures] == [OTHER]
    assert problems[0].subject == "https://norte.example/x"
    assert "no text" in problems[0].reason


@pytest.mark.parametrize("cut", [1, 20, 100, len(gz(SECOND)) - 15])
def test_of_a_warc_cut_off_the_records_before_the_cut_are_kept(tmp_path, cut):
    captures, problems = _collected(tmp_path, gz(FIRST, SECOND)[:-cut])
    assert PAGE in [page.body for page in captures]
    assert all(page.body in (PAGE, OTHER) for page in captures)
    assert problems[-1].subject == "x.warc.gz"
    assert "what is whole of it is kept" in problems[-1].reason


@pytest.mark.parametrize("cut", [10, 60, 300])
def test_of_a_plain_warc_cut_off_the_records_before_the_cut_are_kept(tmp_path, cut):
    captures, problems = _collected(tmp_path, (FIRST + SECOND)[:-cut], "x.warc")
    assert [page.body for page in captures] == [PAGE]
    assert len(problems) == 1


def test_damage_in_the_middle_is_a_problem(tmp_path):
    data = bytearray(gz(FIRST, SECOND))
    data[len(gz(FIRST)) + 60] ^= 0xFF
    captures, problems = _collected(tmp_path, bytes(data))
    assert [page.body for page in captures] == [PAGE]
    assert len(problems) == 1


@pytest.mark.parametrize("at", [10, 60, 200])
def test_behind_damage_the_next_whole_record_is_found(tmp_path, at):
    fill = [
        gz(warc_record(f"https://norte.example/{number}", PAGE + os.urandom(30_000).hex().encode()))
        for number in range(8)
    ]
    data = bytearray(b"".join(fill) + gz(SECOND))
    for damaged in (1, 5):
        data[len(b"".join(fill[:damaged])) + at] ^= 0xFF
    captures, problems = _collected(tmp_path, bytes(data))
    kept = {page.url.rpartition("/")[2] for page in captures}
    assert {"0", "2", "3", "4", "6", "7", "b"} <= kept
    assert problems


def test_a_record_above_the_limit_is_a_problem_and_the_rest_is_read(tmp_path):
    large = warc_record("https://norte.example/large", b"<p>" + b"0" * 3_000_000)
    captures, problems = _collected(tmp_path, gz(large, SECOND), max_bytes=1_000_000)
    assert [page.body for page in captures] == [OTHER]
    assert "limit of 1,000,000 bytes" in problems[0].reason


def test_a_bomb_inside_a_record_is_refused(tmp_path):
    bomb = warc_record(
        "https://norte.example/x", gzip.compress(b"0" * 5_000_000, mtime=0), headers="Content-Encoding: gzip\r\n"
    )
    captures, problems = _collected(tmp_path, gz(bomb, SECOND), max_bytes=1_000_000)
    assert [page.body for page in captures] == [OTHER]
    assert "limit of 1,000,000 bytes" in problems[0].reason


@pytest.mark.parametrize(
    ("headers", "raw"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE, mtime=0)),
        ("Content-Encoding: gzip\r\n", PAGE),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        ("Transfer-Encoding: chunked\r\n", PAGE),
        ("Content-Encoding: identity\r\n", PAGE),
    ],
)
def test_what_the_transport_did_is_undone_unless_the_archive_did_so(tmp_path, headers, raw):
    captures, problems = _collected(tmp_path, gz(warc_record("https://norte.example/a", raw, headers=headers)))
    assert [page.body for page in captures] == [PAGE]
    assert not problems


def test_a_wacz_gives_the_pages_of_its_warcs(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.wacz", "w") as wacz:
        wacz.writestr("datapackage.json", "{}")
        wacz.writestr("archive/2.warc.gz", gz(SECOND))
        wacz.writestr("archive/1.warc.gz", gz(FIRST))
        wacz.writestr("archive/3.warc.gz", gz(FIRST)[:80])
    captures, problems = collected(tmp_path)
    assert [page.body for page in captures] == [PAGE, OTHER]
    assert [found.subject for found in problems] == ["x.wacz/archive/3.warc.gz"]


def test_another_zip_file_is_a_problem(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as document:
        document.writestr("word/document.xml", "<p/>")
    captures, problems = collected(tmp_path)
    assert not captures
    assert "no page" in problems[0].reason


def test_an_archive_of_our_own_gives_back_what_went_in(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / 'una\n"marcha".html').write_bytes(PAGE)
    captures, _ = collected(folder, tmp_path / "nowhere")
    with Archive(tmp_path / "record") as archive:
        stored = archive.append(captures[0])
    again, problems = collected(tmp_path / "record" / stored.warc)
    assert not problems
    assert [(page.url, page.body, page.fetched_at) for page in again] == [(captures[0].url, PAGE, NOON)]


@settings(max_examples=100)
@given(data=st.data())
def test_a_damaged_archive_never_stops_the_run(tmp_path_factory, data):
    whole = data.draw(st.sampled_from([FIRST + SECOND, gz(FIRST, SECOND)]))
    at = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(max_size=20))
    path = tmp_path_factory.mktemp("damaged") / "x.warc.gz"
    path.write_bytes(whole[:at] + junk + whole[at + data.draw(st.integers(0, 30)) :])
    captures, problems = collected(path)
    assert captures or problems


@settings(max_examples=60)
@given(bodies=st.lists(st.binary(max_size=600), max_size=4))
def test_any_bodies_pass_through_a_warc_unchanged(tmp_path_factory, bodies):
    path = tmp_path_factory.mktemp("any") / "x.warc.gz"
    pages = [PAGE + body for body in bodies]
    path.write_bytes(gz(*(warc_record(f"https://norte.example/{number}", page) for number, page in enumerate(pages))))
    captures, problems = collected(path) if pages else ([], [])
    found = {page.url: page.body for page in captures}
    assert len(captures) + len(problems) == len(pages)
    assert all(
        found[f"https://norte.example/{number}"] == page
        for number, page in enumerate(pages)
        if _is_found(found, number)
    )


def _is_found(found: dict[str, bytes], number: int) -> bool:
    return f"https://norte.example/{number}" in found


def test_memory_stays_flat_over_a_large_archive(tmp_path):
    import tracemalloc

    record = gz(warc_record("https://norte.example/x", PAGE + os.urandom(200).hex().encode() * 500))
    (tmp_path / "x.warc.gz").write_bytes(record * 200)
    from constancia.collect import collect

    tracemalloc.start()
    count = sum(1 for _ in collect([str(tmp_path / "x.warc.gz")]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 200
    assert peak < 8_000_000


def test_a_warc_without_a_record_is_a_problem(tmp_path):
    captures, (problem,) = _collected(tmp_path, b"WARC/1.0\r\n", "x.warc")
    assert captures == []
    assert problem.reason == "it begins like a WARC file and holds no record that can be read"
