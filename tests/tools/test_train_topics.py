"""The weights of topics are fitted to what texts were told to be."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import train_topics


def test_weights_follow_what_tells_the_texts_apart():
    facts = [{"always": 1.0, "labour": float(number % 2), "sport": float(number % 3 == 0)} for number in range(60)]
    names = ["always", "labour", "sport"]
    weights = train_topics.fit(train_topics.as_matrix(facts, names), np.array([row["labour"] for row in facts]))
    assert weights[1] > 1
    assert abs(weights[2]) < weights[1] / 2


def test_texts_held_back_are_told_apart():
    facts = [{"always": 1.0, "labour": float(number % 2)} for number in range(60)]
    x = train_topics.as_matrix(facts, ["always", "labour"])
    assert "accuracy 1.000" in train_topics.crossvalidate(x, np.array([row["labour"] for row in facts]), 0.5)
