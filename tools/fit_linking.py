"""Fit the weights of linking: texts with known clusters in, the weights of `stories` or `reports` out, for a person.

    python tools/fit_linking.py stories TEXTS.jsonl GOLD.jsonl
    python tools/fit_linking.py reports TEXTS.jsonl GOLD.jsonl

TEXTS holds input records of `constancia code`, GOLD a line {"id", "cluster"} for each text. A logistic regression on
the compared pairs is drawn towards the weights that stand in `data/linking`, so that parts which the texts cannot teach
(one language, one day a story) keep them. Scores are printed on the half of the clusters that a fit has not seen.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from constancia.codec import loads
from constancia.flow.linking import appearance_lines
from constancia.link.blocking import alike_passages, candidate_pairs
from constancia.link.cluster import Pairs, cluster
from constancia.link.facts import Facts
from constancia.link.gathering import gather
from constancia.link.likest import likest_passages
from constancia.link.parts import Comparison
from constancia.link.stories import StoryPairs, same_story
from constancia.link.weights import PARTS, STORY_PARTS, load_weights
from constancia.model import Appearance, Text

Floats = npt.NDArray[np.float64]

PULL = 0.5
"""How hard weights are drawn to where they stand: two units off cost as much as two pairs well missed."""


def appearances(path: Path) -> Iterator[Appearance]:
    """Code the texts of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for coded in appearance_lines(loads(Text, line)):
                yield loads(Appearance, coded)


def compared(facts: Facts, level: str) -> tuple[Pairs, Floats, npt.NDArray[np.int64]]:
    """Give the compared pairs of a level without scores, their parts, and the passage of each of its rows."""
    alike = alike_passages(facts, likest_passages(facts))
    one, two = candidate_pairs(facts, alike)
    comparison = Comparison(facts, one, two)
    parts = comparison.parts()
    told = StoryPairs(facts, alike, (one, two), None)
    told.add(0, parts)
    if level == "stories":
        free = np.zeros(len(told), np.bool_)
        rows = np.arange(len(facts.passages))
        return Pairs(*told.rows(), free.astype(np.float32), free), told.parts().astype(float), rows
    stories = told.stories()
    parts[:, PARTS.index("same_story")] = same_story(facts, stories, one, two)
    rows = facts.columns["passage"].astype(np.int64)
    apart = rows[one] != rows[two]
    pairs = Pairs(one[apart], two[apart], np.zeros(int(apart.sum()), np.float32), comparison.forbidden()[apart])
    return pairs, parts[apart].astype(float), rows


def fit(parts: Floats, same: Floats, start: Floats) -> Floats:
    """Give the weights, bias last, of a logistic regression drawn towards the start."""
    with_bias = np.c_[parts, np.ones(len(parts))]

    def loss(weights: Floats) -> tuple[float, Floats]:
        score, off = with_bias @ weights, weights - start
        misses = same * np.logaddexp(0, -score) + (1 - same) * np.logaddexp(0, score)
        slope = with_bias.T @ (1 / (1 + np.exp(-score)) - same)
        return float(misses.sum() + PULL * (off @ off)), slope + 2 * PULL * off

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def b_cubed(found: npt.NDArray[np.int64], true: npt.NDArray[np.int64]) -> float:
    """Give the B-cubed F of a clustering."""
    _, pairs = np.unique(np.stack([found, true]), axis=1, return_inverse=True)
    both = np.bincount(pairs.ravel())[pairs.ravel()]
    precision, recall = ((both / np.bincount(side)[side]).mean() for side in (found, true))
    return float(2 * precision * recall / (precision + recall))


def main() -> None:
    """Fit on one half of the clusters, score on the other, then fit on all and print the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("level", choices=["stories", "reports"])
    options.add_argument("texts", type=Path)
    options.add_argument("gold", type=Path)
    chosen = options.parse_args()
    with chosen.gold.open(encoding="utf-8") as lines:
        clusters = {row["id"]: str(row["cluster"]) for row in map(json.loads, lines)}
    facts = gather(appearances(chosen.texts))
    numbers = {name: number for number, name in enumerate(sorted(set(clusters.values())))}
    half = np.array([zlib.crc32(name.encode()) % 2 for name in sorted(numbers)])
    pairs, parts, rows = compared(facts, chosen.level)
    true = np.array([numbers[clusters[passage.passage_id]] for passage in facts.passages])[rows]
    same = (true[pairs.one] == true[pairs.two]).astype(float)
    names = (*(STORY_PARTS if chosen.level == "stories" else PARTS), "bias")
    stand = load_weights(chosen.level)
    start = np.array([*stand.parts, stand.bias])
    able = ~pairs.is_forbidden
    marks = np.arange(len(rows))
    for side in (0, 1):
        mine = able & (half[true[pairs.one]] == side) & (half[true[pairs.two]] == side)
        weights = fit(parts[mine], same[mine], start)
        score = (parts @ weights[:-1] + weights[-1]).astype(np.float32)
        found = cluster(Pairs(pairs.one, pairs.two, score, pairs.is_forbidden), marks, marks)
        unseen = half[true] != side
        print(f"half {side}: B-cubed F {b_cubed(found[unseen], true[unseen]):.4f} on the other")
    for name, weight in zip(names, fit(parts[able], same[able], start), strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
