"""The budget of a run: exact for requests, whichever process asks."""

import subprocess
import sys
from pathlib import Path

import pytest

from constancia.backends.llm.budget import BudgetSpentError, SharedBudget

_TAKES = """
import sys
from pathlib import Path
from constancia.backends.llm.budget import BudgetSpentError, SharedBudget
budget, taken = SharedBudget(Path(sys.argv[1]), 50, None), 0
try:
    while True:
        budget.take()
        taken += 1
except BudgetSpentError:
    print(taken)
"""


def test_processes_that_ask_at_once_take_exactly_what_is_allowed(tmp_path: Path) -> None:
    asking = [
        subprocess.Popen([sys.executable, "-c", _TAKES, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    taken = [int(process.communicate()[0]) for process in asking]
    assert sum(taken) == 50


def test_tokens_of_all_count_together(tmp_path: Path) -> None:
    one, other = (SharedBudget(tmp_path, None, 1000) for _ in range(2))
    one.spend(600)
    other.take()
    other.spend(400)
    with pytest.raises(BudgetSpentError, match="1000 tokens"):
        one.take()


def test_no_limit_is_none(tmp_path: Path) -> None:
    budget = SharedBudget(tmp_path, None, None)
    for _ in range(20):
        budget.take()
        budget.spend(10**9)
