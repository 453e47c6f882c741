"""A process that works through its tasks itself, and one that only watches it: a crash costs one task alone.

The watching process starts the working one and sleeps. Where that dies, or stands still, with a task in hand, it is
begun anew and told to put that task aside; the rest it finds as after any run that was killed.
"""

from __future__ import annotations

import contextlib
import mmap
import multiprocessing
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, Protocol, TypeVar

from constancia.errors import ConstanciaError
from constancia.flow.hiring import Failure, answered, loading
from constancia.flow.workers import crashed, overdue

try:
    import fcntl
except ImportError:  # Windows, which has no fork either
    fcntl = None  # type: ignore[assignment]

T = TypeVar("T")
R = TypeVar("R")

_MARK = struct.Struct("=d64p")  # since when a task is in hand (0.0: there is none), and its key
_GLANCE_S = 1.0
_INTERRUPTED = 130


class Desk:
    """On which the working process notes the task that it has in hand, in memory that the watching one sees."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _MARK.size)

    def take(self, key: str) -> None:
        """Note that a task is begun."""
        _MARK.pack_into(self._shared, 0, time.monotonic(), key.encode())

    def lay_down(self) -> None:
        """Note that no task is in hand."""
        _MARK.pack_into(self._shared, 0, 0.0, b"")

    def in_hand(self) -> tuple[float, str] | None:
        """Give since when (monotonic seconds) a task is in hand, and its key."""
        since, key = _MARK.unpack_from(self._shared, 0)
        return (since, key.decode()) if since else None


Aside = Mapping[str, Failure]
"""Tasks that are not to be tried again, by their keys."""

Work = Callable[[Desk, Aside], int]


@dataclass(frozen=True, slots=True)
class Alone(Generic[T, R]):
    """What a crew of workers does for a run, done in this process; keys of tasks are of 63 bytes at the most."""

    function: Callable[[T], R]
    key_of: Callable[[T], str]
    prepare: Callable[[], object]
    desk: Desk
    aside: Aside

    def work_through(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
        """Give each task with its result; `prepare` is called before the first."""
        is_prepared = False
        for task in tasks:
            if not is_prepared:
                with loading():
                    self.prepare()
                is_prepared = True
            yield task, self._result(task)

    def _result(self, task: T) -> R | Failure:
        key = self.key_of(task)
        if key in self.aside:
            return self.aside[key]
        self.desk.take(key)
        try:
            return answered(self.function, task)
        finally:
            self.desk.lay_down()


def can_guard() -> bool:
    """Tell whether this system starts a process as a copy of another."""
    return "fork" in multiprocessing.get_all_start_methods()


class Errand(Protocol):
    """What the watching process does meanwhile, a bit whenever its descriptor is ready."""

    def fileno(self) -> int:
        """Give the descriptor."""

    def go_on(self) -> None:
        """Do the next bit."""


def guarded(work: Work, timeout_s: float, meanwhile: Callable[[], object] = bool, errand: Errand | None = None) -> int:
    """Let the work be done by a process of its own, watched by this one; give its exit code.

    A task that stays in hand for longer than the limit, or in which the process dies, is put aside with the reason, and
    the work is begun anew. `meanwhile` is what the watching process does first, the `errand` what it does then. Raises
    ConstanciaError when the process dies with no task in hand.
    """
    desk = Desk()
    aside: dict[str, Failure] = {}
    while True:
        working = _begin(work, desk, aside)
        meanwhile()
        too_long = working.watch(desk, timeout_s, errand)
        code = working.process.exitcode or 0
        held = desk.in_hand()
        if code == _INTERRUPTED or (held is None and too_long is None):
            if code < 0:
                raise ConstanciaError(f"the process that worked was ended by signal {-code}: run it again")
            return code
        if held is not None and too_long in (None, held):
            aside[held[1]] = crashed(code) if too_long is None else overdue(timeout_s)
        desk.lay_down()


@dataclass(frozen=True, slots=True)
class _Working:
    process: BaseProcess
    leash: Connection

    def watch(self, desk: Desk, timeout_s: float, errand: Errand | None) -> tuple[float, str] | None:
        """Wait for the end of the process; give what it was killed over, if it was."""
        awaited = [self.process.sentinel] if errand is None else [self.process.sentinel, errand.fileno()]
        while True:
            try:
                ready = wait(awaited, min(_GLANCE_S, timeout_s / 4))
                if self.process.sentinel in ready:
                    self.process.join()
                    return None
                if ready and errand is not None:
                    errand.go_on()
                held = desk.in_hand()
                if held is not None and time.monotonic() - held[0] > timeout_s:
                    self.process.kill()
                    self.process.join()
                    return held
            except KeyboardInterrupt:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.process.pid or 0, signal.SIGUSR1)


def _begin(work: Work, desk: Desk, aside: Aside) -> _Working:
    context = multiprocessing.get_context("fork")
    signal.signal(signal.SIGUSR1, signal.default_int_handler)
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(work, desk, aside, (ours, theirs)))
    process.start()
    theirs.close()
    return _Working(process, ours)


def _serve(work: Work, desk: Desk, aside: Aside, leash: tuple[Connection, Connection]) -> None:
    ours, theirs = leash
    ours.close()
    _end_with(theirs)
    # A terminal tells both processes of Control-C: only the one that watches hears it, and passes it on once.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = work(desk, aside)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def _end_with(watching: Connection) -> None:
    """See to it that this process ends as soon as the one at the other end of a pipe does, even if killed.

    Linux is asked to, since code that is at work need not let a thread of Python have its turn.
    """
    if hasattr(fcntl, "F_SETSIG"):
        fcntl.fcntl(watching.fileno(), fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(watching.fileno(), fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(watching.fileno(), fcntl.F_SETFL, fcntl.fcntl(watching.fileno(), fcntl.F_GETFL) | os.O_ASYNC)

    def wait_for_end() -> None:
        with contextlib.suppress(EOFError, OSError):
            watching.recv()
        os._exit(1)

    threading.Thread(target=wait_for_end, daemon=True).start()
