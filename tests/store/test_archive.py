"""The archive keeps every byte, shows every change, and outlives a killed process and a full disk."""

import datetime as dt
import errno
import gzip
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from constancia.errors import StoreError, VerifyError
from constancia.identity import snapshot_id
from constancia.model import Capture, Redirect, Snapshot
from constancia.store.archive import Archive
from constancia.store.archive_chain import GENESIS, MANIFEST, chain_value, read_chain

MOMENT = dt.datetime(2031, 5, 4, 13, 2, 1, 250, tzinfo=dt.UTC)


def capture(url: str = "norte/marcha.html", body: bytes = b"<p>Marcharon en Valdoro</p>", **rest) -> Capture:
    return Capture(url=url, fetched_at=rest.pop("fetched_at", MOMENT), media_type="text/html", body=body, **rest)


def over_http(url: str, body: bytes, **rest) -> Capture:
    headers = (("Content-Type", "text/html; charset=latin-1"), ("Content-Encoding", "gzip"), ("Content-Length", "7"))
    return capture(url, body, http_status=200, http_headers=headers, charset="latin-1", **rest)


headers_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
captures = st.builds(
    Capture,
    url=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40),
    fetched_at=st.datetimes(timezones=st.just(dt.UTC), min_value=dt.datetime(1900, 1, 1)),  # noqa: DTZ001 -- hypothesis wants it so
    media_type=st.sampled_from(["text/html", "text/plain", "application/octet-stream"]),
    body=st.binary(max_size=4000),
    http_status=st.none() | st.integers(100, 599),
    http_headers=st.lists(
        st.tuples(st.sampled_from(["X-A", "Content-Encoding", "Transfer-Encoding"]), headers_text)
    ).map(tuple),
    charset=st.none() | st.just("utf-16"),
    published=st.none() | st.dates(),
    final_url=st.none() | st.just("https://example.org/á b"),
)


@settings(max_examples=60)
@given(st.lists(captures, min_size=1, max_size=5))
def test_any_bytes_come_back_as_they_were(tmp_path_factory, pages):
    archive = Archive(tmp_path_factory.mktemp("archive"), roll_bytes=3000)
    with archive:
        stored = [archive.append(page) for page in pages]
    assert [archive.read(page) for page in stored] == [page.body for page in pages]
    assert list(archive) == stored


def test_a_snapshot_tells_what_was_captured(tmp_path):
    with Archive(tmp_path) as archive:
        stored = archive.append(
            over_http("https://example.org/a", "Año".encode("latin-1"), published=dt.date(2031, 5, 3))
        )
    sha256 = hashlib.sha256("Año".encode("latin-1")).hexdigest()
    assert stored.sha256 == sha256
    assert stored.snapshot_id == snapshot_id("https://example.org/a", sha256)
    assert (stored.charset, stored.published, stored.http_status, stored.bytes) == (
        "latin-1",
        dt.date(2031, 5, 3),
        200,
        3,
    )
    assert next(iter(Archive(tmp_path))) == stored


def test_other_tools_read_the_warc_files(tmp_path):
    with Archive(tmp_path) as archive:
        archive.append(capture('a b\n"c".html', b"one"))
        stored = archive.append(over_http("https://example.org/a", b"two", final_url="https://example.org/b"))
    data = (tmp_path / stored.warc).read_bytes()
    records = [
        (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
        for record in ArchiveIterator(io.BytesIO(data), check_digests="raise")
    ]
    assert records[0][0] == "warcinfo"
    assert records[1:] == [
        ("resource", "file:///a%20b%0A%22c%22.html", b"one"),
        ("response", "https://example.org/b", b"two"),
    ]
    digests = [record.headers.get("WARC-Payload-Digest") for record in FastIterator(io.BytesIO(data))][1:]
    assert digests == [f"sha256:{hashlib.sha256(body).hexdigest()}" for body in (b"one", b"two")]


def test_each_record_is_a_gzip_member_of_its_own(tmp_path):
    with Archive(tmp_path) as archive:
        stored = [archive.append(capture(f"{n}.html", b"%d" % n)) for n in range(3)]
    data = (tmp_path / stored[0].warc).read_bytes()
    assert gzip.decompress(data[stored[1].warc_offset : stored[2].warc_offset]).startswith(b"WARC/1.1\r\n")


def test_redirects_are_recorded(tmp_path):
    with Archive(tmp_path) as archive:
        hops = (Redirect(301, "https://example.org/viejo"),)
        stored = archive.append(over_http("https://example.org/viejo", b"x", redirects=hops))
    record = list(FastIterator(io.BytesIO((tmp_path / stored.warc).read_bytes())))[1]
    assert record.headers["Constancia-Redirect"] == "301 https://example.org/viejo"


def test_files_roll_over_and_the_chain_goes_on(tmp_path):
    with Archive(tmp_path, roll_bytes=1500) as archive:
        stored = [archive.append(capture(f"{n}.html", os.urandom(600))) for n in range(6)]
    assert len({page.warc for page in stored}) > 2
    chain = GENESIS
    for entry in read_chain(tmp_path / MANIFEST):
        chain = chain_value(entry, chain)
        assert entry.snapshot.chain == chain
    assert chain == stored[-1].chain


def test_the_entries_cover_every_byte_of_every_file(tmp_path):
    with Archive(tmp_path, roll_bytes=1500) as archive:
        for n in range(5):
            archive.append(capture(f"{n}.html", os.urandom(600)))
    ends: dict[str, int] = {}
    for entry in read_chain(tmp_path / MANIFEST):
        name = entry.snapshot.warc
        stretch = (tmp_path / name).read_bytes()[ends.get(name, 0) : entry.warc_end]
        assert hashlib.sha256(stretch).hexdigest() == entry.warc_sha256
        ends[name] = entry.warc_end
    assert ends == {path.name: path.stat().st_size for path in tmp_path.glob("*.warc.gz")}


def test_an_archive_opened_again_goes_on_where_it_was(tmp_path):
    with Archive(tmp_path) as archive:
        first = archive.append(capture("1.html", b"1"))
    with Archive(tmp_path) as archive:
        assert archive.recover() == ()
        second = archive.append(capture("2.html", b"2"))
    assert list(Archive(tmp_path)) == [first, second]
    assert list(Archive(tmp_path).snapshots(after=first.chain)) == [second]


def test_a_chain_value_of_another_archive_is_refused(tmp_path):
    with Archive(tmp_path) as archive:
        archive.append(capture())
    with pytest.raises(StoreError, match="another archive"):
        list(archive.snapshots(after="f" * 64))


def test_one_url_with_changed_content_is_two_snapshots(tmp_path):
    with Archive(tmp_path) as archive:
        first, second = archive.append(capture(body=b"a")), archive.append(capture(body=b"b"))
    assert first.url == second.url
    assert first.snapshot_id != second.snapshot_id
    assert (archive.read(first), archive.read(second)) == (b"a", b"b")


def test_an_altered_record_is_not_read_as_if_nothing_were(tmp_path):
    with Archive(tmp_path) as archive:
        stored = archive.append(capture(body=b"eleven were hurt"))
    path = tmp_path / stored.warc
    data = path.read_bytes()
    record = gzip.decompress(data[stored.warc_offset :]).replace(b"eleven", b"twelve")
    path.write_bytes(data[: stored.warc_offset] + gzip.compress(record))
    with pytest.raises(VerifyError, match="not those captured"):
        archive.read(stored)


def test_a_missing_file_and_a_missing_record_are_store_errors(tmp_path):
    with Archive(tmp_path) as archive:
        stored = archive.append(capture())
    (tmp_path / stored.warc).write_bytes(b"")
    with pytest.raises(StoreError, match="cut off"):
        archive.read(stored)
    (tmp_path / stored.warc).unlink()
    with pytest.raises(StoreError, match="No such file"):
        archive.read(stored)


_TAKER = """
import sys
from pathlib import Path
from constancia.errors import StoreError
from constancia.store.archive import Archive
try:
    Archive(Path(sys.argv[1])).recover()
except StoreError as error:
    print(error)
"""


def _taken_by_another(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _TAKER, str(folder)], capture_output=True, text=True, check=True
    ).stdout


def test_only_one_process_writes_at_a_time(tmp_path):
    with Archive(tmp_path) as archive:
        archive.append(capture())
        assert "another process" in _taken_by_another(tmp_path)
        with pytest.raises(StoreError, match="this process writes"):
            Archive(tmp_path).append(capture())
        assert "another process" in _taken_by_another(tmp_path)
    assert _taken_by_another(tmp_path) == ""
    with Archive(tmp_path) as archive:
        archive.append(capture())
    assert len(list(archive)) == 2


def test_a_worker_that_outlives_the_writer_does_not_hold_the_archive(tmp_path):
    script = (
        "import os, sys, time\nfrom pathlib import Path\nfrom constancia.store.archive import Archive\n"
        "Archive(Path(sys.argv[1])).recover()\nworker = os.fork()\n"
        "time.sleep(60) if not worker else print(worker, flush=True)\nos.kill(os.getpid(), 9)"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    worker = int(writer.stdout.readline())
    writer.wait()
    try:
        assert _taken_by_another(tmp_path) == ""
    finally:
        os.kill(worker, signal.SIGKILL)
        writer.stdout.close()


# ---------------------------------------------------------------- a killed process


@settings(max_examples=40)
@given(st.data())
def test_wherever_a_record_is_cut_the_archive_goes_on(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("archive")
    with Archive(folder) as archive:
        first = archive.append(capture("1.html", b"first"))
        warc, manifest = folder / first.warc, folder / MANIFEST
        warc_end, manifest_end = warc.stat().st_size, manifest.stat().st_size
        archive.append(capture("2.html", bytes(range(200))))
    is_line_begun = data.draw(st.booleans())
    cut_file, whole = (manifest, manifest_end) if is_line_begun else (warc, warc_end)
    cut = data.draw(st.integers(whole, cut_file.stat().st_size - 1))
    os.truncate(cut_file, cut)
    if not is_line_begun:
        os.truncate(manifest, data.draw(st.sampled_from([manifest_end, manifest.stat().st_size])))
    with Archive(folder) as archive:
        archive.recover()
        third = archive.append(capture("3.html", b"third"))
    assert list(archive) == [first, third]
    assert (archive.read(first), archive.read(third)) == (b"first", b"third")
    assert third.warc_offset == warc_end


def test_what_is_cut_off_is_kept_aside(tmp_path):
    with Archive(tmp_path) as archive:
        stored = archive.append(capture())
    with (tmp_path / stored.warc).open("ab") as warc:
        warc.write(b"half a record")
    with Archive(tmp_path) as archive:
        kept = archive.recover()
    assert [path.read_bytes() for path in kept] == [b"half a record"]
    assert {path.parent.name for path in kept} == {"torn"}


_WRITER = """
import datetime as dt, os, sys
from pathlib import Path
from constancia.model import Capture
from constancia.store.archive import Archive
archive, number = Archive(Path(sys.argv[1]), roll_bytes=400_000), 0
while True:
    body = os.urandom(50_000)
    page = archive.append(Capture(f"{number}.html", dt.datetime.now(dt.UTC), "text/html", body))
    print(page.snapshot_id, flush=True)
    number += 1
"""


def test_a_killed_process_loses_nothing_that_was_stored(tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip() for _ in range(25)]
    writer.send_signal(signal.SIGKILL)
    told += [line.strip() for line in writer.stdout if line.endswith("\n")]
    writer.wait()
    writer.stdout.close()
    with Archive(tmp_path) as archive:
        archive.recover()
        last = archive.append(capture("last.html", b"last"))
    stored = list(archive)
    ids = [page.snapshot_id for page in stored]
    assert ids[: len(told)] == told
    assert ids[-1] == last.snapshot_id
    assert all(len(archive.read(page)) == page.bytes for page in stored)


# ---------------------------------------------------------------- a full disk


class FullDisk(io.FileIO):
    """A file on a disk with so much room: it takes what fits, and then says that no space is left."""

    room = 0

    def write(self, data) -> int:
        if not FullDisk.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        fits = bytes(data)[: FullDisk.room]
        FullDisk.room -= len(fits)
        return super().write(fits)


@pytest.mark.parametrize("room", [0, 1, 200, 560, 700])
def test_on_a_full_disk_nothing_is_half_stored(tmp_path, room):
    archive = Archive(tmp_path, open_file=lambda path: FullDisk(path, "ab"))
    FullDisk.room = 100_000
    first = archive.append(capture("1.html", b"first"))
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    FullDisk.room = room
    with pytest.raises(StoreError, match="No space left"):
        archive.append(capture("2.html", os.urandom(200)))
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == sizes
    FullDisk.room = 100_000
    third = archive.append(capture("3.html", b"third"))
    archive.close()
    assert list(Archive(tmp_path)) == [first, third]
    assert Archive(tmp_path).read(third) == b"third"


# ---------------------------------------------------------------- the chain


def _written(folder: Path) -> list[Snapshot]:
    with Archive(folder) as archive:
        return [archive.append(capture(f"{n}.html", b"page %d" % n, charset="utf-8")) for n in range(4)]


def _chain_holds(folder: Path, expected_last: str) -> bool:
    chain = GENESIS
    for entry in read_chain(folder / MANIFEST):
        chain = chain_value(entry, chain)
        if chain != entry.snapshot.chain:
            return False
    return chain == expected_last


FIELDS = [
    "snapshot_id",
    "url",
    "fetched_at",
    "media_type",
    "sha256",
    "bytes",
    "warc",
    "warc_offset",
    "charset",
    "final_url",
]


@settings(max_examples=60)
@given(data=st.data())
def test_any_removed_moved_or_altered_entry_breaks_the_chain(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("archive")
    last = _written(folder)[-1].chain
    manifest = folder / MANIFEST
    lines = [json.loads(line) for line in manifest.read_text().splitlines()]
    deed = data.draw(st.sampled_from(["remove", "swap", "alter"]))
    which = data.draw(st.integers(0, 3))
    if deed == "remove":
        del lines[which]
    elif deed == "swap":
        other = data.draw(st.integers(0, 3).filter(lambda number: number != which))
        lines[which], lines[other] = lines[other], lines[which]
    else:
        page, field = lines[which]["snapshot"], data.draw(st.sampled_from(FIELDS))
        page[field] = {"bytes": 1, "warc_offset": 1, "fetched_at": "2001-01-01T00:00:00+00:00"}.get(field, "other")
    assert _chain_holds(folder, last)
    manifest.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert not _chain_holds(folder, last)
