"""The floors: what was reached on the development sets is not lost. `python tools/score.py` judges all of them."""

import json
import sys
from pathlib import Path

import pytest

from tests.shared_data import shared_path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import score

QUICK = ["patterns", "corpus", "crowd_size", "recognizers", "timex"]


def test_every_floor_is_of_a_known_set():
    floors = json.loads(score.FLOORS.read_text())
    assert set(floors) <= {"patterns", "corpus", *score.COMMAND}
    assert all(row["floors"] and row["data"] for row in floors.values())


@pytest.mark.shared
@pytest.mark.parametrize("name", QUICK)
def test_no_score_lies_below_its_floor(name):
    shared_path(name if name in ("patterns", "corpus") else f"bench/{name}")
    floors = json.loads(score.FLOORS.read_text())
    assert name in floors
    assert score.judge(name, score.measure(name, jobs=1), floors) == 0


@pytest.mark.parametrize(
    ("figure", "value", "floor", "expected"),
    [("F", 0.5, 0.6, True), ("F", 0.7, 0.6, False), ("en alarms", 0.2, 0.1, True), ("en alarms", 0.05, 0.1, False)],
)
def test_less_is_worse_but_for_alarms(figure, value, floor, expected):
    assert score.is_below(figure, value, floor) is expected


def test_raising_never_lowers_a_floor(monkeypatch):
    monkeypatch.setattr(score, "digest", lambda _: "x")
    floors = {"timex": {"data": "x", "floors": {"F": 0.6, "alarms": 0.1}}}
    for worse in ({"F": 0.5, "alarms": 0.2}, {"F": 0.6 - score.SLACK / 2, "alarms": 0.1 + score.SLACK / 2}):
        assert score.raised("timex", worse, floors)["floors"] == {"F": 0.6, "alarms": 0.1}
    assert score.raised("timex", {"F": 0.7, "alarms": 0.0}, floors)["floors"] == {"F": 0.7, "alarms": 0.0}
