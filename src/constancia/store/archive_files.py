"""Writes to the files of an archive: all of the bytes or none, one writer at a time, torn ends set aside."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, ClassVar, cast

from constancia.errors import StoreError

try:
    import fcntl
except ImportError:  # no such lock on Windows: there the caller sees to it that one process writes
    fcntl = None  # type: ignore[assignment]

OpenFile = Callable[[Path], RawIOBase]
_COPY_BYTES = 1 << 20


def open_to_append(path: Path) -> RawIOBase:
    """Open a file for unbuffered writing at its end: what was written has left the process when `write` returns."""
    return cast("RawIOBase", path.open("ab", buffering=0))


def append_whole(file: RawIOBase, data: bytes) -> int:
    """Write all of the bytes at the file's end and give where they begin; on failure none of them stay (StoreError)."""
    begin = file.seek(0, os.SEEK_END)
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[file.write(rest) or 0 :]
    except OSError as error:
        with contextlib.suppress(OSError):
            file.truncate(begin)
        raise StoreError(f"the archive cannot be written ({error.strerror}): free some room and run again") from error
    return begin


def synced(file: RawIOBase) -> None:
    """Wait until what was written is on the disk."""
    try:
        os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"the archive cannot be written ({error.strerror})") from error


def set_aside(path: Path, begin: int) -> Path | None:
    """Cut a file off at `begin`, after its end was copied into the folder `torn` beside it; give the copy's path."""
    if not path.exists() or path.stat().st_size <= begin:
        return None
    folder = path.parent / "torn"
    folder.mkdir(exist_ok=True)
    number = sum(1 for _ in folder.iterdir())
    kept = folder / f"{number:04d}-{path.name}.{begin}"
    with path.open("r+b") as file, kept.open("xb") as copy:
        file.seek(begin)
        while chunk := file.read(_COPY_BYTES):
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
        file.truncate(begin)
    return kept


class WriterLock:
    """The right to write to a folder, held by one process at a time and let go when that process ends.

    The lock is of the kind that worker processes do not inherit: they may outlive a run that was killed.
    """

    _held: ClassVar[set[Path]] = set()  # locks of this kind never stop the process that has them

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        if self._folder in self._held:
            raise StoreError(f"this process writes to the archive {folder.name} already: close it first")
        self._file: BinaryIO = (folder / ".lock").open("ab")
        try:
            if fcntl is not None:
                fcntl.lockf(self._file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise StoreError(f"another process writes to the archive {folder.name}: wait for it to end") from error
        self._held.add(self._folder)

    def release(self) -> None:
        """Let another process write."""
        self._held.discard(self._folder)
        self._file.close()
