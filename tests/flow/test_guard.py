"""One process alone: what it dies of, or stands still over, is put aside, and the rest is done."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from constancia.errors import ConstanciaError
from constancia.flow.guard import Alone, Aside, Desk, guarded
from constancia.flow.hiring import Failure


def troubled(task: str) -> str:
    if task == "raise":
        raise ValueError("no such page")
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "leave":
        os._exit(0)
    if task == "hang":
        signal.pause()
    return task.upper()


def work(tasks: list[str], told: Path, desk: Desk, aside: Aside) -> int:
    """Write what was made of each task; what a first attempt wrote, a second one writes again."""
    results = dict(Alone(troubled, str, lambda: None, desk, aside).work_through(tasks))
    told.write_text("\n".join(f"{task}: {_said(result)}" for task, result in results.items()))
    return 3


def _said(result: str | Failure) -> str:
    return f"{result.reason} {result.detail}" if isinstance(result, Failure) else result


def done(tasks: list[str], told: Path, timeout_s: float = 30) -> dict[str, str]:
    assert guarded(partial(work, tasks, told), timeout_s) == 3
    return dict(line.split(": ", 1) for line in told.read_text().splitlines())


def test_every_task_is_done_by_one_process_and_its_exit_code_is_given(tmp_path: Path) -> None:
    assert done(["a", "b"], tmp_path / "told") == {"a": "A", "b": "B"}


def test_a_task_that_raises_fails_alone_and_says_why(tmp_path: Path) -> None:
    results = done(["a", "raise", "b"], tmp_path / "told")
    assert results.pop("raise").startswith("ValueError: no such page test_guard.py:")
    assert results == {"a": "A", "b": "B"}


def test_tasks_that_end_their_process_fail_alone(tmp_path: Path) -> None:
    results = done(["a", "die", "b", "leave", "c"], tmp_path / "told")
    assert results.pop("die") == "crash the worker process died (exit -9)"
    assert results.pop("leave") == "crash the worker process died (exit 0)"
    assert results == {"a": "A", "b": "B", "c": "C"}


def test_a_task_that_never_ends_fails_alone(tmp_path: Path) -> None:
    results = done(["a", "hang", "b"], tmp_path / "told", 1.5)
    assert results.pop("hang") == "timeout gave no result within 1.5 s"
    assert results == {"a": "A", "b": "B"}


def wait_for(seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        pass


def prepare_slowly(told: Path, desk: Desk, aside: Aside) -> int:
    loner = Alone(troubled, str, partial(wait_for, 0.8), desk, aside)
    told.write_text(str([result for _, result in loner.work_through(["a", "b"])]))
    wait_for(0.8)
    return 0


def test_no_time_limit_counts_for_what_is_no_task(tmp_path: Path) -> None:
    assert guarded(partial(prepare_slowly, tmp_path / "told"), 0.3) == 0
    assert (tmp_path / "told").read_text() == "['A', 'B']"


def die_between_tasks(desk: Desk, aside: Aside) -> int:
    del desk, aside
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def test_a_death_that_no_task_is_to_blame_for_ends_the_work() -> None:
    with pytest.raises(ConstanciaError, match="signal 9"):
        guarded(die_between_tasks, 30)


_STAND_STILL = """
import os, signal, sys, time
from constancia.flow.guard import guarded
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
def stand_still(desk, aside):
    desk.take("a")
    print(os.getpid(), flush=True)
    while True:
        time.sleep(60)
sys.exit(guarded(stand_still, 60))
"""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, -15), (signal.SIGINT, 130)])
def test_what_ends_the_watching_process_ends_the_working_one(sent: signal.Signals, code: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _STAND_STILL], stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout is not None
        working = int(watching.stdout.readline())
        watching.send_signal(sent)
        assert watching.wait(30) == code
    deadline = time.monotonic() + 30
    while Path(f"/proc/{working}").exists() and "State:\tZ" not in Path(f"/proc/{working}/status").read_text():
        assert time.monotonic() < deadline
