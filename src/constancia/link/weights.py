"""The weights of `data/linking/weights.toml`: each part of a pair's score to its log-odds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from constancia.errors import LexiconError

PARTS = (
    "same_day",
    "days_apart",
    "undated",
    "pages_apart",
    "same_place",
    "near_place",
    "inside_place",
    "same_form",
    "other_form",
    "same_doers",
    "same_figures",
    "other_figures",
    "quote_words",
    "story_words",
    "story_names",
    "same_ages",
    "other_ages",
    "cross_language",
    "cited",
    "series",
    "same_document",
    "ahead",
)
"""The parts of a score, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The bias and one weight a part, in the order of PARTS."""

    bias: float
    parts: tuple[float, ...]

    def score(self, parts: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Give the log-odds of pairs from their parts, one row a pair."""
        return np.asarray(parts @ np.array(self.parts, np.float32) + np.float32(self.bias), np.float32)


@cache
def load_weights(name: str = "weights") -> Weights:
    """Read a file of weights; LexiconError when a part is missing or unknown."""
    table = tomllib.loads(files("constancia.data").joinpath("linking", f"{name}.toml").read_text(encoding="utf-8"))
    given = set(table["parts"])
    if given != set(PARTS):
        raise LexiconError(f"linking/{name}.toml: parts missing or unknown: {sorted(given ^ set(PARTS))}")
    return Weights(float(table["bias"]), tuple(float(table["parts"][part]) for part in PARTS))
