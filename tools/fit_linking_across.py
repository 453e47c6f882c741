"""Fit the weights of reports on several sets at once, each left out in turn: texts with marked events in, weights out.

    python tools/fit_linking_across.py TEXTS.jsonl GOLD.jsonl [TEXTS.jsonl GOLD.jsonl ...]

TEXTS holds input records of `constancia code`; GOLD a line {"id", "start", "end", "type", "event"} for each part of a
text that tells of an event. A report is of the event of its type whose stretch it overlaps most; reports of none are
left out. Sets count alike, however many pairs they have. Printed are B-cubed F over the reports with an event, with the
weights that stand and with those fitted on the other sets, and the weights fitted on all.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from fit_linking import Floats, appearances, b_cubed, compared
from scipy.optimize import minimize

from constancia.link.cluster import Pairs, cluster
from constancia.link.gathering import gather
from constancia.link.weights import PARTS, load_weights
from constancia.model import Report

PULL = 2.0
"""How hard weights are drawn to where they stand; of 0.5, 1, 2 and 3 it did best on the sets left out."""

PAIRS_WEIGH = 100.0
"""What all pairs of a set weigh together, beside PULL."""


class Labelled(NamedTuple):
    """The compared pairs of a set with their parts, and the event of each report, -1 where none is known."""

    pairs: Pairs
    parts: Floats
    events: npt.NDArray[np.int64]

    @property
    def able(self) -> npt.NDArray[np.bool_]:
        """Tell the pairs that teach: both events are known, and the two may be one."""
        known = (self.events[self.pairs.one] >= 0) & (self.events[self.pairs.two] >= 0)
        return np.asarray(known & ~self.pairs.is_forbidden)


def read_set(texts: Path, gold: Path) -> Labelled:
    """Code and compare the texts of a set."""
    stretches: dict[str, list[dict[str, object]]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stretches.setdefault(row["id"], []).append(row)
    told = list(appearances(texts))
    found = {r.report_id: _event_of(r, stretches.get(a.passage_id, [])) for a in told for r in a.coding.reports}
    facts = gather(iter(told))
    numbers = {name: number for number, name in enumerate(sorted({name for name in found.values() if name}))}
    pairs, parts, _ = compared(facts, "reports")
    events = np.array([numbers.get(found[sketch.report_id] or "", -1) for sketch in facts.sketches], np.int64)
    return Labelled(pairs, parts, events)


def _event_of(report: Report, stretches: list[dict[str, object]]) -> str | None:
    """Give the event of a report's type whose stretch it overlaps most."""
    best = (0, "")
    for row in stretches:
        shared = min(report.end, int(str(row["end"]))) - max(report.start, int(str(row["start"])))
        if row["type"] == report.type.value:
            best = max(best, (shared, str(row["event"])))
    return best[1] if best[0] > 0 else None


def fit(sets: list[Labelled], start: Floats) -> Floats:
    """Give the weights, bias last, of a logistic regression over sets that weigh alike, drawn towards the start."""
    parts = np.concatenate([one.parts[one.able] for one in sets])
    same = np.concatenate([_same(one)[one.able] for one in sets])
    weigh = np.concatenate([np.full(int(one.able.sum()), PAIRS_WEIGH / max(one.able.sum(), 1)) for one in sets])
    with_bias = np.c_[parts, np.ones(len(parts))]

    def loss(weights: Floats) -> tuple[float, Floats]:
        score, off = with_bias @ weights, weights - start
        misses = same * np.logaddexp(0, -score) + (1 - same) * np.logaddexp(0, score)
        slope = with_bias.T @ (weigh * (1 / (1 + np.exp(-score)) - same))
        return float(weigh @ misses + PULL * (off @ off)), slope + 2 * PULL * off

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def _same(one: Labelled) -> Floats:
    return np.asarray(one.events[one.pairs.one] == one.events[one.pairs.two], float)


def judge(one: Labelled, weights: Floats) -> float:
    """Give the B-cubed F that weights reach over the reports of a set whose event is known."""
    score = (one.parts @ weights[:-1] + weights[-1]).astype(np.float32)
    rows = np.arange(len(one.events))
    found = cluster(Pairs(one.pairs.one, one.pairs.two, score, one.pairs.is_forbidden), rows, rows)
    known = one.events >= 0
    return b_cubed(found[known], one.events[known])


def main() -> None:
    """Leave each set out in turn, then fit on all and print the weights."""
    names = sys.argv[1:]
    sets = [read_set(Path(texts), Path(gold)) for texts, gold in zip(names[::2], names[1::2], strict=True)]
    stand = load_weights("reports")
    start = np.array([*stand.parts, stand.bias])
    for number, one in enumerate(sets):
        others = sets[:number] + sets[number + 1 :]
        left_out = judge(one, fit(others, start)) if others else float("nan")
        print(f"{names[2 * number]}: B-cubed F {judge(one, start):.4f} as it stands, {left_out:.4f} left out")
    for name, weight in zip((*PARTS, "bias"), fit(sets, start), strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
