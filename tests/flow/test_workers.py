"""Work over processes: order, crashes, time limits."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from constancia.errors import ConstanciaError, InputError
from constancia.flow.hiring import Failure
from constancia.flow.workers import Crew, work_through


def double(number: int) -> int:
    return 2 * number


def troubled(task: str) -> str:
    if task == "raise":
        raise ValueError("no such page")
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        signal.pause()
    return task.upper()


def orphaned(task: str) -> str:
    if task == "orphan":
        os.kill(os.getppid(), signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def slow_first(number: int) -> int:
    deadline = time.monotonic() + (0.3 if number == 0 else 0.0)
    while time.monotonic() < deadline:
        pass
    return number


@given(st.lists(st.integers(), max_size=40), st.integers(min_value=1, max_value=3))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_task_gets_its_own_result_in_the_order_of_the_tasks(tasks: list[int], jobs: int) -> None:
    assert list(work_through(double, tasks, jobs, 30)) == [(task, 2 * task) for task in tasks]


def test_results_wait_for_a_slow_task_before_them() -> None:
    assert [task for task, _ in work_through(slow_first, range(20), 2, 30)] == list(range(20))


def test_a_task_that_raises_fails_alone_and_says_why() -> None:
    results = dict(work_through(troubled, ["a", "raise", "b"], 1, 30))
    assert results["a"] == "A"
    assert results["b"] == "B"
    failure = results["raise"]
    assert isinstance(failure, Failure)
    assert failure.reason == "ValueError: no such page"
    assert failure.detail is not None
    assert failure.detail.startswith("test_workers.py:")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_kills_its_process_fails_alone(jobs: int) -> None:
    results = dict(work_through(troubled, ["a", "die", "b", "c", "d"], jobs, 30))
    assert results.pop("die") == Failure("crash", "the worker process died (exit -9)")
    assert results == {"a": "A", "b": "B", "c": "C", "d": "D"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_never_ends_fails_alone(jobs: int) -> None:
    results = dict(work_through(troubled, ["a", "hang", "b", "c"], jobs, 0.5))
    assert results.pop("hang") == Failure("timeout", "gave no result within 0.5 s")
    assert results == {"a": "A", "b": "B", "c": "C"}


def test_large_tasks_and_large_results_do_not_block_one_another() -> None:
    tasks = [str(number) * 400_000 for number in range(8)]
    assert [result for _, result in work_through(troubled, tasks, 2, 30)] == tasks


def test_tasks_are_drawn_only_as_workers_get_free() -> None:
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        while True:
            drawn += 1
            yield drawn

    stream = work_through(double, endless(), 2, 30)
    next(stream)
    stream.close()
    assert drawn < 100  # what two workers may have at hand or finished and waiting


def test_no_process_outlives_the_work() -> None:
    stream = work_through(os.path.isdir, ["/"] * 4, 2, 30)
    next(stream)
    stream.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


_LOADED: list[str] = []


def load_slowly() -> None:
    deadline = time.monotonic() + 0.6
    while time.monotonic() < deadline:
        pass
    _LOADED.append("words")


def with_loaded(task: str) -> str:
    return f"{task} {' '.join(_LOADED)}"


def refuse() -> None:
    raise InputError("no such lexicon")


def test_each_worker_is_prepared_itself_and_no_time_limit_counts_for_that() -> None:
    results = list(work_through(with_loaded, ["a", "b", "c", "d"], 2, 0.3, load_slowly))
    assert [result for _, result in results] == ["a words", "b words", "c words", "d words"]
    assert _LOADED == []


def test_a_worker_that_replaces_a_dead_one_is_prepared_too() -> None:
    results = dict(work_through(troubled, ["a", "die", "b"], 1, 30, load_slowly))
    assert (results["a"], results["b"]) == ("A", "B")


def test_several_workers_are_copies_of_one_that_was_prepared_once(tmp_path: Path) -> None:
    count = tmp_path / "count"
    assert len(list(work_through(double, range(12), 3, 30, partial(add_a_byte, count)))) == 12
    assert count.read_bytes() == b"."


def test_the_loss_of_the_process_that_is_copied_ends_the_work_and_says_so() -> None:
    with pytest.raises(ConstanciaError, match="run it again"):
        list(work_through(orphaned, ["a", "orphan", *"bcdefghijklmn"], 2, 30))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_prepared_ends_the_work_with_its_reason(jobs: int) -> None:
    with pytest.raises(InputError, match="no such lexicon"):
        list(work_through(double, [1, 2], jobs, 30, refuse))


def add_a_byte(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b".")


def leave_a_mark(path: Path) -> None:
    path.touch()


def test_a_crew_prepares_itself_before_there_is_a_task(tmp_path: Path) -> None:
    mark = tmp_path / "prepared"
    with Crew(double, 1, 30, partial(leave_a_mark, mark)) as crew:
        deadline = time.monotonic() + 30
        while not mark.exists() and time.monotonic() < deadline:
            pass
        assert mark.exists()
        assert list(crew.work_through([1, 2])) == [(1, 2), (2, 4)]


def test_a_crew_without_work_is_dismissed() -> None:
    with Crew(double, 2, 30):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
