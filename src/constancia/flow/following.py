"""Pages that one process keeps -> taken in by another meanwhile, so that less is left to do when the last is kept."""

from __future__ import annotations

import contextlib
import importlib
import socket
from collections.abc import Sequence
from typing import Any, Self

from constancia.errors import StoreError

_FEW = 64
"""Pages up to which nothing is taken in beforehand: what so few change in a record is looked up (`grown.py`)."""

_NOTE_BYTES = 1 << 16


class Notes:
    """From process to process: which pages were kept. Who writes never waits; a note that finds no room is lost."""

    def __init__(self) -> None:
        self._reading, self._writing = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._reading.settimeout(0.0)
        self._writing.settimeout(0.0)

    def fileno(self) -> int:
        """Give the descriptor that is ready when a note came."""
        return self._reading.fileno()

    def write(self, page_ids: Sequence[str]) -> None:
        """Tell of some pages."""
        with contextlib.suppress(OSError):
            self._writing.send(" ".join(page_ids).encode())

    def read(self) -> list[str]:
        """Give the pages of the next note; none where none came."""
        with contextlib.suppress(OSError):
            return self._reading.recv(_NOTE_BYTES).decode().split()
        return []

    def close(self) -> None:
        """Let go of both ends."""
        self._reading.close()
        self._writing.close()


class Following:
    """Takes in the pages of a record as notes of them come; those of lost notes are left for later."""

    def __init__(self, where: str) -> None:
        self.notes = Notes()
        self.intake: Any = None
        self._where = where
        self._waiting: list[str] = []
        self._store: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.notes.close()
        if self._store is not None:
            self._store.close()

    def fileno(self) -> int:
        """Give the descriptor that is ready when there is something to take in."""
        return self.notes.fileno()

    def go_on(self) -> None:
        """Take in the pages of the next note."""
        self._waiting += self.notes.read()
        if self.intake is None and len(self._waiting) <= _FEW:
            return
        waiting, self._waiting = self._waiting, []
        with contextlib.suppress(StoreError):  # what cannot be read now is read when the record is linked
            self._begun().take(waiting)

    def _begun(self) -> Any:
        """Give the intake; the rooms that it needs are loaded here, and never in the process that keeps pages."""
        if self.intake is None:
            self._store = importlib.import_module("constancia.store").Store(self._where)
            room = importlib.import_module("constancia.flow.intake")
            self.intake = room.Intake(self._store, keeps_quotes=next(self._store.judgements(), None) is not None)
        return self.intake
