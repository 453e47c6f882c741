"""Work over processes: tasks in; each with its result, in order, out; a crash or a time limit costs one task alone."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_DEPTH = 6  # tasks given to a worker at once: one at work, and some to go on with while the parent writes a batch
_COLLECT_AFTER = 20_000  # objects: a page makes thousands that live until it is done, and hardly a cycle among them
_WINDOW = 16  # results kept per worker while an earlier task is still at work: bounds memory


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave no result."""

    reason: str
    detail: str | None = None


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    given: deque[int] = field(default_factory=deque)
    since: float = 0.0
    is_ready: bool = False


@dataclass(frozen=True, slots=True)
class _Ready:
    """What a worker says first: that it is prepared, or why it cannot be."""

    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Duty:
    """What a worker does with each task, and once before the first."""

    function: Callable[[Any], Any]
    prepare: Callable[[], object] | None = None


def _serve(duty: _Duty, pipe: Connection, parent_end: Connection) -> None:
    """Answer tasks until the parent hangs up.

    A thread takes the tasks off the pipe at once: two sides sending large messages would wait for ever.
    """
    parent_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def receive() -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                tasks.put(pipe.recv())
        os._exit(0)

    threading.Thread(target=receive, daemon=True).start()
    pipe.send(_prepared(duty))
    while True:
        pipe.send(answered(duty.function, tasks.get()))


def answered(function: Callable[[T], R], task: T) -> R | Failure:
    """Give what a function makes of a task, or why it makes nothing."""
    try:
        return function(task)
    except Exception as error:  # noqa: BLE001 - the edge of one page: it becomes an issue
        return Failure(f"{type(error).__name__}: {error}", _place(error))


def crashed(code: int | None) -> Failure:
    """Give the failure of a task in which its process died, with an exit code."""
    return Failure("crash", f"the worker process died (exit {code})")


def overdue(timeout_s: float) -> Failure:
    """Give the failure of a task that took too long."""
    return Failure("timeout", f"gave no result within {timeout_s:g} s")


def _prepared(duty: _Duty) -> _Ready:
    """Load what every task needs, in the worker itself: what it loads, the parent need not hold."""
    try:
        if duty.prepare is not None:
            duty.prepare()
    except Exception as error:  # noqa: BLE001 - it is raised in the parent
        return _Ready(error)
    settle()
    return _Ready()


def settle() -> None:
    """Tell the collector of garbage that what was loaded stays, and that pages make hardly any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


def _place(error: BaseException) -> str | None:
    trace = error.__traceback__
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - a name, no file


class Crew(Generic[T, R]):
    """Worker processes that prepare themselves from the moment they are hired, and which task each of them has.

    `prepare` is called once in each process before its first task, and no time limit counts for it. A crew works
    through one stream of tasks.
    """

    def __init__(
        self, function: Callable[[T], R], jobs: int, timeout_s: float, prepare: Callable[[], object] | None = None
    ) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._start = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._duty = _Duty(function, prepare)
        self._jobs = jobs
        self._timeout_s = timeout_s
        self._tasks: dict[int, T] = {}
        self._results: dict[int, R | Failure] = {}
        self._workers = [self._hire() for _ in range(jobs)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.dismiss()

    def work_through(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
        """Give each task with its result, in the order of the tasks; what a worker's `prepare` raises is raised here.

        Tasks are drawn only as workers get free, so that memory stays flat. A task that raises, kills its process or
        passes the time limit gives a Failure, and the others go on.
        """
        stream = enumerate(tasks)
        waiting = next(stream, None)
        turn = 0
        try:
            while waiting is not None or self._tasks:
                while waiting is not None and waiting[0] < turn + _WINDOW * self._jobs and self._give(*waiting):
                    waiting = next(stream, None)
                if turn not in self._results:
                    self._gather()
                while turn in self._results:
                    yield self._tasks.pop(turn), self._results.pop(turn)
                    turn += 1
        finally:
            self.dismiss()

    def _hire(self) -> _Worker:
        ours, theirs = self._start.Pipe()
        process = self._start.Process(  # type: ignore[attr-defined]
            target=_serve, args=(self._duty, theirs, ours), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, number: int, task: T) -> bool:
        """Hand a task to the least busy worker; False when all have enough."""
        worker = min(self._workers, key=lambda one: len(one.given))
        if len(worker.given) >= _DEPTH:
            return False
        self._tasks[number] = task
        self._hand(worker, number)
        return True

    def _hand(self, worker: _Worker, number: int) -> None:
        if not worker.given:
            worker.since = time.monotonic()
        worker.given.append(number)
        with contextlib.suppress(OSError):  # a dead worker is noticed when its answer is waited for
            worker.pipe.send(self._tasks[number])

    def _gather(self) -> None:
        """Wait for an answer, a death or a time limit, and note what came."""
        busy = [worker for worker in self._workers if worker.given]
        limits = [worker.since + self._timeout_s for worker in busy if worker.is_ready]
        ready = wait([worker.pipe for worker in busy], max(0.0, min(limits) - time.monotonic()) if limits else None)
        for worker in busy:
            if worker.pipe in ready:
                self._take(worker)
            elif worker.is_ready and time.monotonic() - worker.since > self._timeout_s:
                self._replace(worker, overdue(self._timeout_s))

    def _take(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._replace(worker, crashed(worker.process.exitcode))
            return
        worker.since = time.monotonic()
        if worker.is_ready:
            self._results[worker.given.popleft()] = answer
        elif answer.error is not None:
            raise answer.error
        worker.is_ready = True

    def _replace(self, worker: _Worker, failure: Failure) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._results[worker.given.popleft()] = failure
        fresh = self._hire()
        self._workers[self._workers.index(worker)] = fresh
        for number in worker.given:
            self._hand(fresh, number)

    def dismiss(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []


def work_through(
    function: Callable[[T], R],
    tasks: Iterable[T],
    jobs: int,
    timeout_s: float,
    prepare: Callable[[], object] | None = None,
) -> Iterator[tuple[T, R | Failure]]:
    """Hire a crew for these tasks if there are any, and let it work through them."""
    stream = iter(tasks)
    for first in stream:
        crew = Crew(function, jobs, timeout_s, prepare)
        yield from crew.work_through(chain([first], stream))
