"""Texts told to be of a collective conflict or not in, the weights of topics out (`data/lexicons/any/conflict.toml`).

    python tools/train_topics.py TEXTS.jsonl GOLD.jsonl [TEXTS.jsonl GOLD.jsonl ...] [--threshold 0.35] [--dry]

TEXTS are texts of record.md, section 1; a line of GOLD has the `id` and either `conflict` or `events`. Logistic
regression with a ridge, by Newton's method. Only weights of topics are kept, nothing of the texts. Prints what the
weights reach on texts that they were not fitted on, in five folds.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from constancia.coding.events.topic import topic_facts, words_of
from constancia.model import Text
from constancia.read import read_text

OUT = Path(__file__).resolve().parent.parent / "src/constancia/data/lexicons/any/conflict.toml"
RIDGE = 1.0
FOLDS = 5

Matrix = NDArray[np.float64]


def lines(path: Path) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def examples(texts: Path, gold: Path) -> list[tuple[dict[str, float], bool]]:
    """Give the facts of each text, and whether it tells of a conflict."""
    told = {row["id"]: bool(row.get("conflict", row.get("events"))) for row in lines(gold)}
    found = []
    for row in lines(texts):
        reading = read_text(Text(id=str(row["id"]), text=str(row["text"]), language=str(row["language"])), frozenset())
        found.append((topic_facts(words_of(reading), reading.language), told[row["id"]]))
    return found


def as_matrix(facts: list[dict[str, float]], names: list[str]) -> Matrix:
    """Put facts into columns by name."""
    return np.array([[row.get(name, 0.0) for name in names] for row in facts])


def fit(x: Matrix, y: Matrix) -> Matrix:
    """Fit the weights."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + RIDGE * weights)
    return weights


def crossvalidate(x: Matrix, y: Matrix, threshold: float) -> str:
    """Tell accuracy, and the shares of conflicts kept and of others left out, on texts not fitted on."""
    fold = np.arange(len(y)) % FOLDS
    said = np.zeros(len(y), bool)
    for number in range(FOLDS):
        apart = fold == number
        said[apart] = 1 / (1 + np.exp(-x[apart] @ fit(x[~apart], y[~apart]))) >= threshold
    is_conflict = y > 0
    kept, left = said[is_conflict].mean(), 1 - said[~is_conflict].mean()
    return f"accuracy {(said == is_conflict).mean():.3f}, conflicts kept {kept:.3f}, others left out {left:.3f}"


def main() -> None:
    """Fit, cross-validate and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--threshold", type=float, default=0.35)
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    options = parser.parse_args()
    rows = [row for pair in zip(options.files[::2], options.files[1::2], strict=True) for row in examples(*pair)]
    names = sorted({name for facts, _ in rows for name in facts})
    x = as_matrix([facts for facts, _ in rows], names)
    y = np.array([float(told) for _, told in rows])
    print(crossvalidate(x, y, options.threshold))
    if options.dry:
        return
    weights = sorted(zip(names, fit(x, y).tolist(), strict=True), key=lambda pair: pair[1])
    head = (
        "# How much each topic of topics.toml speaks for (above 0) or against (below 0) a text telling of a conflict:\n"
        "# weights of a logistic regression, made by tools/train_topics.py. Facts: `coding/events/topic.py`.\n"
        f"# Of {len(rows)} texts, {int(y.sum())} told of one. On texts not fitted on:\n"
        f"# {crossvalidate(x, y, options.threshold)}.\n"
    )
    body = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in weights)
    OUT.write_text(f"{head}threshold = {options.threshold}\n\n[weights]\n{body}", encoding="utf-8")


if __name__ == "__main__":
    main()
