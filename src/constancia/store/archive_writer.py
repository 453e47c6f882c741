"""Captures to whole records and chain lines at the end of an archive's files; what a killed run left is set aside."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from constancia.errors import StoreError
from constancia.identity import snapshot_id
from constancia.model import Capture, Snapshot
from constancia.store.archive_chain import GENESIS, MANIFEST, Entry, chained, last_lines, read_line, write_line
from constancia.store.archive_files import OpenFile, WriterLock, append_whole, set_aside, synced
from constancia.store.archive_record import record_member, warcinfo_member

# A power cut loses at most this much; a killed process loses nothing, since every write has left it.
_SYNC_RECORDS = 64
_SYNC_BYTES = 32 << 20


class ArchiveWriter:
    """The one writer of an archive; to make one is to take the lock and to set torn ends aside (`kept_aside`)."""

    def __init__(self, folder: Path, roll_bytes: int, open_file: OpenFile) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._roll_bytes = roll_bytes
        self._open_file = open_file
        self._lock = WriterLock(folder)
        self._unsynced_records = 0
        self._unsynced_bytes = 0
        try:
            last, manifest_end = _last_whole_entry(folder)
            self._chain = last.snapshot.chain if last else GENESIS
            self._warc_name = last.snapshot.warc if last else _warc_name(1)
            self.kept_aside = _set_torn_ends_aside(folder, self._warc_name, last.warc_end if last else 0, manifest_end)
            self._manifest = open_file(folder / MANIFEST)
            self._warc = open_file(folder / self._warc_name)
        except BaseException:
            self._lock.release()
            raise

    def append(self, capture: Capture, sha256: str) -> Snapshot:
        """Store a capture; raise StoreError, with nothing of it stored, where it cannot be written."""
        self._roll()
        begin = self._warc.seek(0, os.SEEK_END)
        opening = b"" if begin else warcinfo_member(self._warc_name, capture.fetched_at)
        stretch = opening + record_member(capture, sha256)
        snapshot = _snapshot(capture, sha256, self._warc_name, begin + len(opening))
        entry = chained(Entry(snapshot, begin + len(stretch), hashlib.sha256(stretch).hexdigest()), self._chain)
        line = write_line(entry)
        append_whole(self._warc, stretch)
        try:
            append_whole(self._manifest, line)
        except StoreError:
            self._warc.truncate(begin)
            raise
        self._chain = entry.snapshot.chain
        self._count(len(stretch))
        return entry.snapshot

    def sync(self) -> None:
        """Wait until all that was appended is on the disk: first the records, then the lines that speak of them."""
        synced(self._warc)
        synced(self._manifest)
        self._unsynced_records = self._unsynced_bytes = 0

    def close(self) -> None:
        """Sync, and let another process write."""
        try:
            self.sync()
        finally:
            self._warc.close()
            self._manifest.close()
            self._lock.release()

    def _roll(self) -> None:
        if self._warc.seek(0, os.SEEK_END) < self._roll_bytes:
            return
        self.sync()
        name = _warc_name(_warc_number(self._warc_name) + 1)
        try:
            warc = self._open_file(self._folder / name)
        except OSError as error:
            raise StoreError(f"{name} cannot be begun ({error.strerror}): free some room and run again") from error
        self._warc.close()
        self._warc, self._warc_name = warc, name

    def _count(self, n_bytes: int) -> None:
        self._unsynced_records += 1
        self._unsynced_bytes += n_bytes
        if self._unsynced_records >= _SYNC_RECORDS or self._unsynced_bytes >= _SYNC_BYTES:
            self.sync()


def _last_whole_entry(folder: Path) -> tuple[Entry | None, int]:
    """Find the last entry whose line and record are whole, and where its line ends.

    Only what is missing is passed over, never what was altered: that is for `verify` to tell. A line can outlive its
    record in a power cut, since the system writes files back in an order of its own.
    """
    manifest = folder / MANIFEST
    for begin, line in last_lines(manifest) if manifest.exists() else ():
        if not line.endswith(b"\n"):
            continue
        entry = read_line(line, f"{manifest.name}, byte {begin}")
        warc = folder / entry.snapshot.warc
        if warc.exists() and warc.stat().st_size >= entry.warc_end:
            return entry, begin + len(line)
    return None, 0


def _set_torn_ends_aside(folder: Path, warc_name: str, warc_end: int, manifest_end: int) -> tuple[Path, ...]:
    later = sorted(path for path in folder.glob("*.warc.gz") if path.name > warc_name)
    ends = [(folder / MANIFEST, manifest_end), (folder / warc_name, warc_end), *((path, 0) for path in later)]
    kept = [set_aside(path, end) for path, end in ends]
    return tuple(path for path in kept if path is not None)


def _warc_name(number: int) -> str:
    return f"captures-{number:06d}.warc.gz"


def _warc_number(name: str) -> int:
    return int(name.removeprefix("captures-").removesuffix(".warc.gz"))


def _snapshot(capture: Capture, sha256: str, warc: str, offset: int) -> Snapshot:
    return Snapshot(
        snapshot_id=snapshot_id(capture.url, sha256),
        url=capture.url,
        fetched_at=capture.fetched_at,
        media_type=capture.media_type,
        sha256=sha256,
        bytes=len(capture.body),
        warc=warc,
        warc_offset=offset,
        chain="",
        final_url=capture.final_url,
        http_status=capture.http_status,
        charset=capture.charset,
        published=capture.published,
    )
