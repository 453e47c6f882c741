"""Captures to WARC files and a hash chain in the record's folder, and snapshots back to the bytes captured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from constancia.errors import StoreError, VerifyError
from constancia.model import Capture, Snapshot
from constancia.store.archive_chain import MANIFEST, last_lines, read_chain, read_line
from constancia.store.archive_files import OpenFile, open_to_append
from constancia.store.archive_record import read_member
from constancia.store.archive_writer import ArchiveWriter

_ROLL_BYTES = 1 << 30  # the customary size of a WARC file


class Archive:
    """The folder that holds every captured byte: WARC files and the chain over them (formula: `archive_chain.py`).

    A snapshot is stored once its line in `chain.jsonl` is whole. Reading needs no lock. The first `append` (or
    `recover`) takes the right to write, and sets aside what a killed run left unfinished in the folder `torn`.
    Call `sync` before anything that must survive a power cut refers to a snapshot.
    """

    def __init__(self, folder: Path, *, roll_bytes: int = _ROLL_BYTES, open_file: OpenFile = open_to_append) -> None:
        self.folder = folder
        self._roll_bytes = roll_bytes
        self._open_file = open_file
        self._writer: ArchiveWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, capture: Capture, sha256: str | None = None) -> Snapshot:
        """Store a capture, also one held already; raise StoreError, with nothing of it stored, where it cannot be.

        `sha256` is the hash of its body, where it was reckoned before.
        """
        return self._writing().append(capture, sha256 or hashlib.sha256(capture.body).hexdigest())

    def read(self, snapshot: Snapshot) -> bytes:
        """Give the captured bytes; raise StoreError if they are not there, VerifyError if they were altered."""
        try:
            with (self.folder / snapshot.warc).open("rb") as file:
                body = read_member(file, snapshot.warc_offset)
        except OSError as error:
            raise StoreError(f"{snapshot.warc} cannot be read ({error.strerror})") from error
        except StoreError as error:
            raise StoreError(f"{snapshot.warc}: {error}") from error
        if hashlib.sha256(body).hexdigest() != snapshot.sha256:
            raise VerifyError(f"{snapshot.warc}: the bytes of {snapshot.url!r} are not those captured")
        return body

    def __iter__(self) -> Iterator[Snapshot]:
        return self.snapshots()

    def snapshots(self, after: str | None = None) -> Iterator[Snapshot]:
        """Give the snapshots in the order of their capture, only those behind the chain value `after` if given."""
        if after is None:
            yield from (entry.snapshot for entry in read_chain(self.folder / MANIFEST))
        else:
            yield from reversed(self._behind(after))

    def _behind(self, after: str) -> list[Snapshot]:
        """Give the snapshots behind a chain value, the last first: mostly a few at the end of a long chain."""
        manifest = self.folder / MANIFEST
        found: list[Snapshot] = []
        for begin, line in last_lines(manifest) if manifest.exists() else ():
            if not line.endswith(b"\n"):
                continue
            snapshot = read_line(line, f"{manifest.name}, byte {begin}").snapshot
            if snapshot.chain == after:
                return found
            found.append(snapshot)
        raise StoreError(f"{self.folder.name} holds no capture with the chain value {after}: is it another archive?")

    def recover(self) -> tuple[Path, ...]:
        """Take the right to write; give the files in which the unfinished ends of a killed run were set aside."""
        return self._writing().kept_aside

    def sync(self) -> None:
        """Wait until all that was appended is on the disk."""
        if self._writer is not None:
            self._writer.sync()

    def close(self) -> None:
        """Sync and let another process write; the archive can still be read, and appended to again."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()

    def _writing(self) -> ArchiveWriter:
        if self._writer is None:
            self._writer = ArchiveWriter(self.folder, self._roll_bytes, self._open_file)
        return self._writer
