"""Texts whose place names are marked in, the weights of the evidence out (`data/lexicons/any/place_evidence.toml`).

    python tools/train_place_evidence.py TEXTS.jsonl GOLD.jsonl

TEXTS are texts of record.md, section 1; GOLD has the same ids with `places` as spans. Logistic regression with a ridge,
by Newton's method; only the weights of named facts are kept, nothing of the texts.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from constancia.model import Text
from constancia.read import document_of
from constancia.read.document import Document
from constancia.read.places import spotted
from constancia.read.places.cues import cues_of
from constancia.read.places.doubts import is_ruled_out, sure_keys
from constancia.read.places.evidence import Surroundings, evidence
from constancia.words.gazetteer import default_gazetteer

OUT = Path(__file__).resolve().parent.parent / "src/constancia/data/lexicons/any/place_evidence.toml"
RIDGE = 2.0


def examples(document: Document, gold: list[tuple[int, int]]) -> list[tuple[dict[str, float], bool]]:
    """Give the evidence of each spot of a text, and whether it is a marked place."""
    cues = cues_of(document.language)
    found = spotted(document, default_gazetteer())
    spots = [spot for spot in found.spots if not any(each.holds(spot) for each in found.named)]
    spots = [spot for spot in spots if not is_ruled_out(spot, found.people, cues)]
    around = Surroundings(found.people, sure_keys(spots, found.people, cues))
    return [
        (
            dict(evidence(spot, around, cues)),
            any(abs(spot.first.start - start) <= 1 and abs(spot.last.end - end) <= 1 for start, end in gold),
        )
        for spot in spots
    ]


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Fit the weights."""
    names = sorted({name for facts, _ in rows for name in facts})
    index = {name: column for column, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for row, (facts, _) in enumerate(rows):
        for name, strength in facts.items():
            x[row, index[name]] = strength
    y = np.array([is_place for _, is_place in rows], float)
    weights = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + RIDGE * weights)
    return dict(zip(names, weights.tolist(), strict=True))


def threshold(rows: list[tuple[dict[str, float], bool]], weights: dict[str, float]) -> float:
    """Give the likelihood above which F1 is highest."""
    scored = [(1 / (1 + np.exp(-sum(weights[n] * v for n, v in facts.items()))), is_place) for facts, is_place in rows]
    total = sum(is_place for _, is_place in rows)

    def f1(least: float) -> float:
        kept = [is_place for score, is_place in scored if score >= least]
        return 2 * sum(kept) / (len(kept) + total)

    return max((round(0.05 * step, 2) for step in range(4, 16)), key=f1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    arguments = parser.parse_args()
    gold = {row["id"]: row for row in map(json.loads, arguments.gold.open(encoding="utf-8"))}
    rows = []
    for row in map(json.loads, arguments.texts.open(encoding="utf-8")):
        text = Text(id=row["id"], text=row["text"], language=row.get("language"), publisher=row.get("publisher"))
        rows += examples(document_of(text), [(p["start"], p["end"]) for p in gold[row["id"]]["places"]])
    weights = fit(rows)
    lines = [f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items(), key=lambda each: each[1])]
    OUT.write_text(
        "# How much each fact speaks for (above 0) or against (below 0) a capitalised name being a place: weights of\n"
        "# a logistic regression on marked news texts, made by tools/train_place_evidence.py. The facts are those of\n"
        f"# `read/places/evidence.py`. Of {len(rows)} names, {sum(is_place for _, is_place in rows)} were places.\n"
        f"threshold = {threshold(rows, weights)}\n\n[weights]\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
