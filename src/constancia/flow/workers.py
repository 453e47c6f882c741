"""Work over processes: tasks in; each with its result, in order, out; a crash or a time limit costs one task alone."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import wait
from typing import Generic, Self, TypeVar

from constancia.flow.hiring import Duty, Failure, Worker, hirer

T = TypeVar("T")
R = TypeVar("R")

_DEPTH = 12  # tasks given to a worker at once: one at work, and some to go on with while the parent writes a batch
_WINDOW = 24  # results kept per worker while an earlier task is still at work: bounds memory


@dataclass(slots=True)
class _Hand:
    """A worker of a crew, the tasks that it has, and since when the first of them."""

    worker: Worker
    given: deque[int] = field(default_factory=deque)
    since: float = 0.0
    is_ready: bool = False


def crashed(code: int | None) -> Failure:
    """Give the failure of a task in which its process died, with an exit code."""
    return Failure("crash", f"the worker process died (exit {code})")


def overdue(timeout_s: float) -> Failure:
    """Give the failure of a task that took too long."""
    return Failure("timeout", f"gave no result within {timeout_s:g} s")


class Crew(Generic[T, R]):
    """Worker processes that are prepared from the moment they are hired, and which task each of them has.

    `prepare` is called before the first task, in another process than this: once in a worker that is alone, else once
    in the process of which the workers are copies. No time limit counts for it. A crew works through one stream of
    tasks.
    """

    def __init__(
        self, function: Callable[[T], R], jobs: int, timeout_s: float, prepare: Callable[[], object] | None = None
    ) -> None:
        self._hirer = hirer(Duty(function, prepare), jobs)
        self._jobs = jobs
        self._timeout_s = timeout_s
        self._tasks: dict[int, T] = {}
        self._results: dict[int, R | Failure] = {}
        self._hands = [_Hand(self._hirer.hire()) for _ in range(jobs)]

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

    def _give(self, number: int, task: T) -> bool:
        """Give a task to the least busy hand; False when all have enough."""
        hand = min(self._hands, key=lambda one: len(one.given))
        if len(hand.given) >= _DEPTH:
            return False
        self._tasks[number] = task
        self._send(hand, number)
        return True

    def _send(self, hand: _Hand, number: int) -> None:
        if not hand.given:
            hand.since = time.monotonic()
        hand.given.append(number)
        with contextlib.suppress(OSError):  # a dead worker is noticed when its answer is waited for
            hand.worker.pipe.send(self._tasks[number])

    def _gather(self) -> None:
        """Wait for an answer, a death or a time limit, and note what came."""
        busy = [hand for hand in self._hands if hand.given]
        limits = [hand.since + self._timeout_s for hand in busy if hand.is_ready]
        pipes = [hand.worker.pipe for hand in busy]
        ready = wait(pipes, max(0.0, min(limits) - time.monotonic()) if limits else None)
        for hand in busy:
            if hand.worker.pipe in ready:
                self._take(hand)
            elif hand.is_ready and time.monotonic() - hand.since > self._timeout_s:
                hand.worker.kill()
                hand.worker.exit_code()
                self._replace(hand, overdue(self._timeout_s))

    def _take(self, hand: _Hand) -> None:
        try:
            answer = hand.worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(hand, crashed(hand.worker.exit_code()))
            return
        hand.since = time.monotonic()
        if hand.is_ready:
            self._results[hand.given.popleft()] = answer
        elif answer.error is not None:
            raise answer.error
        else:
            hand.worker.meet(answer)
            hand.is_ready = True

    def _replace(self, hand: _Hand, failure: Failure) -> None:
        hand.worker.pipe.close()
        self._results[hand.given.popleft()] = failure
        fresh = _Hand(self._hirer.hire())
        self._hands[self._hands.index(hand)] = fresh
        for number in hand.given:
            self._send(fresh, number)

    def dismiss(self) -> None:
        """End every worker."""
        for hand in self._hands:
            hand.worker.pipe.close()
        self._hirer.close()
        self._hands = []


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
