"""What the training of quotation weights makes of marked lines."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
LINES = """
# a comment
[s Police] [c said] [k nine people were held].
[k Nine people were held], [s police] [c said].
[s The union] [c said] [k [s the mayor] [c lied]].
Police held nine people.
"""


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    import train_quotations

    yield train_quotations
    sys.modules.pop("train_quotations", None)


@pytest.fixture
def marked(tmp_path: Path) -> str:
    path = tmp_path / "lines.txt"
    path.write_text(LINES, encoding="utf-8")
    return str(path)


def test_marks_give_the_text_and_its_spans(training, marked: str) -> None:
    text, gold = list(training.rows_of_marked(marked, "en"))[2]
    assert text["text"] == "The union said the mayor lied."
    spans = {(span["kind"], text["text"][span["start"] : span["end"]]) for span in gold["sentences"][0]["spans"]}
    assert spans == {
        ("source", "The union"),
        ("cue", "said"),
        ("content", "the mayor lied"),
        ("source", "the mayor"),
        ("cue", "lied"),
    }


def test_learned_weights_prefer_what_was_marked(training, marked: str) -> None:
    choices = training.marked_choices(marked, "en")
    weights = training.learn(choices)
    assert {choice.decision for choice in choices} >= {"cue", "source", "left", "right"}
    for choice in choices:
        if choice.right and choice.decision == "source":
            scores = [sum(weights["source"].get(name, 0.0) for name in names) for names in choice.candidates]
            assert scores.index(max(scores)) in choice.right


def test_learning_twice_gives_the_same_weights(training, marked: str) -> None:
    assert training.learn(training.marked_choices(marked, "en")) == training.learn(
        training.marked_choices(marked, "en")
    )
