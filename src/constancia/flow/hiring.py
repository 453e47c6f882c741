"""Processes that answer tasks over a pipe: each begun by itself, or several as copies of one that is prepared.

A copy has at once what the one it is copied from took its time to load, and shares the memory in which that lies.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import queue
import signal
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from constancia.errors import ConstanciaError

T = TypeVar("T")
R = TypeVar("R")

_COLLECT_AFTER = 20_000  # objects: a page makes thousands that live until it is done, and hardly a cycle among them
_REQUEST = struct.Struct("=q")  # asked of the one that is copied: the exit code of a process, or (0) a copy
_A_COPY = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave no result."""

    reason: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a worker does with each task, and what is done once before its first."""

    function: Callable[[Any], Any]
    prepare: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """What a worker says first: that it is prepared, or why it cannot be."""

    pid: int
    error: Exception | None = None


class Worker(Protocol):
    """A process at the other end of a pipe, which sends `Ready`, and then an answer for each task."""

    pipe: Connection

    def meet(self, ready: Ready) -> None:
        """Take note of what it said first."""

    def kill(self) -> None:
        """End it."""

    def exit_code(self) -> int | None:
        """Wait for its end, and give the code (minus the signal that ended it) if it is known.

        Raises ConstanciaError where whoever made it is gone.
        """


class Hirer(Protocol):
    """Whoever makes workers for one duty."""

    def hire(self) -> Worker:
        """Make a worker; it says by itself when it is ready."""

    def close(self) -> None:
        """End all that were hired and still live, and wait for their end."""


def hirer(duty: Duty, jobs: int) -> Hirer:
    """Give who hires for a duty: copies are made where there are to be several, and the system can."""
    if jobs > 1 and "fork" in multiprocessing.get_all_start_methods() and hasattr(socket, "send_fds"):
        return _Copier(duty)
    return _Beginner(duty)


def answered(function: Callable[[T], R], task: T) -> R | Failure:
    """Give what a function makes of a task, or why it makes nothing."""
    try:
        return function(task)
    except Exception as error:  # noqa: BLE001 - the edge of one page: it becomes an issue
        return Failure(f"{type(error).__name__}: {error}", _place(error))


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """Keep the collector of garbage from what is loaded meanwhile, which stays; pages make hardly any."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        gc.set_threshold(_COLLECT_AFTER)


def _place(error: BaseException) -> str | None:
    trace = error.__traceback__
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - a name, no file


class _Beginner:
    """Begins each worker by itself: it is prepared in its own time."""

    def __init__(self, duty: Duty) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._duty = duty
        self._hired: list[_Begun] = []

    def hire(self) -> Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_begin, args=(self._duty, theirs, ours), daemon=True
        )
        process.start()
        theirs.close()
        self._hired.append(_Begun(ours, process))
        return self._hired[-1]

    def close(self) -> None:
        for worker in self._hired:
            worker.pipe.close()
            worker.kill()
        for worker in self._hired:
            worker.exit_code()
        self._hired = []


@dataclass(slots=True)
class _Begun:
    pipe: Connection
    process: BaseProcess

    def meet(self, ready: Ready) -> None:
        """Its process is known already."""

    def kill(self) -> None:
        self.process.kill()

    def exit_code(self) -> int | None:
        self.process.join()
        return self.process.exitcode


def _begin(duty: Duty, pipe: Connection, parent_end: Connection) -> None:
    parent_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _serve(duty, pipe, _prepared(duty))


class _Copier:
    """Begins one process that is prepared for the duty, and has it copy itself for each worker.

    Its memory counts once: a copy has its own only of what it changes.
    """

    def __init__(self, duty: Duty) -> None:
        self._line, theirs = socket.socketpair()
        context = multiprocessing.get_context("fork")
        self._original = context.Process(target=_be_copied, args=(duty, theirs, self._line), daemon=True)
        self._original.start()
        theirs.close()

    def hire(self) -> Worker:
        ours, theirs = multiprocessing.Pipe()
        try:
            socket.send_fds(self._line, [_REQUEST.pack(_A_COPY)], [theirs.fileno()])
        except OSError as error:
            raise _lost() from error
        theirs.close()
        return _Copied(ours, self._line)

    def close(self) -> None:
        self._line.close()
        self._original.join()


@dataclass(slots=True)
class _Copied:
    pipe: Connection
    line: socket.socket
    pid: int | None = None

    def meet(self, ready: Ready) -> None:
        self.pid = ready.pid

    def kill(self) -> None:
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def exit_code(self) -> int | None:
        answer = b""
        if self.pid is not None:
            with contextlib.suppress(OSError):
                self.line.sendall(_REQUEST.pack(self.pid))
                answer = self.line.recv(_REQUEST.size)
        if not answer:
            raise _lost()
        return int(_REQUEST.unpack(answer)[0])


def _lost() -> ConstanciaError:
    return ConstanciaError("the process of which the workers are copies was ended: run it again")


def _be_copied(duty: Duty, line: socket.socket, parent_end: socket.socket) -> None:
    """Make a copy, or wait for the end of one, whenever asked; end with all of them when the parent hangs up."""
    parent_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ready = _prepared(duty)
    copies: set[int] = set()
    while True:
        request, pipes, _, _ = socket.recv_fds(line, _REQUEST.size, 1)
        if not request:
            break
        if pipes:
            copies.add(_copy(duty, ready, line, pipes[0]))
        else:
            (pid,) = _REQUEST.unpack(request)
            copies.discard(pid)
            line.sendall(_REQUEST.pack(_exit_code(pid)))
    for pid in copies:
        os.kill(pid, signal.SIGKILL)
        _exit_code(pid)


def _exit_code(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _copy(duty: Duty, ready: Ready, line: socket.socket, pipe: int) -> int:
    pid = os.fork()
    if pid:
        os.close(pipe)
        return pid
    try:
        line.close()
        _serve(duty, Connection(pipe), Ready(os.getpid(), ready.error))
    finally:
        os._exit(1)


def _prepared(duty: Duty) -> Ready:
    """Load what every task needs, where it is needed: what is loaded there, the parent need not hold."""
    try:
        with loading():
            if duty.prepare is not None:
                duty.prepare()
    except Exception as error:  # noqa: BLE001 - it is raised in the parent
        return Ready(os.getpid(), error)
    return Ready(os.getpid())


def _serve(duty: Duty, pipe: Connection, ready: Ready) -> None:
    """Answer tasks until the parent hangs up.

    A thread takes the tasks off the pipe at once: two sides sending large messages would wait for ever.
    """
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def receive() -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                tasks.put(pipe.recv())
        os._exit(0)

    threading.Thread(target=receive, daemon=True).start()
    pipe.send(ready)
    while True:
        pipe.send(answered(duty.function, tasks.get()))
