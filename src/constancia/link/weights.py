"""The weights of `data/linking`: each part of a pair's score to its log-odds."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
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
    "same_place",
    "near_place",
    "inside_place",
    "other_place",
    "same_form",
    "other_form",
    "other_mode",
    "same_doers",
    "same_figures",
    "equal_figures",
    "other_figures",
    "quote_words",
    "cross_language",
    "cited",
    "series",
    "same_document",
    "ahead",
    "deadly_force",
    "same_story",
)
"""The parts of a pair of reports, in the order of their columns."""

STORY_PARTS = (
    "words",
    "names",
    "same_ages",
    "other_ages",
    "pages_apart",
    "cross_language",
    "cited",
    "compared",
    "same_day",
    "days_apart",
    "same_place",
    "other_place",
    "same_figures",
    "other_figures",
    "quote_words",
)
"""The parts of a pair of passages, in the order of their columns."""

_PARTS_OF = {"reports": PARTS, "stories": STORY_PARTS}


@dataclass(frozen=True, slots=True)
class Weights:
    """The bias and one weight a part, in the order of their columns."""

    bias: float
    parts: tuple[float, ...]

    def score(self, parts: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Give the log-odds of pairs from their parts, one row a pair."""
        return mixed(parts, self.parts) + np.float32(self.bias)


def mixed(parts: npt.NDArray[np.float32], weights: Sequence[float]) -> npt.NDArray[np.float32]:
    """Give the weighed sums of rows.

    A matrix product would round them by where in a batch they stand, and one record has to link alike in any batches.
    """
    sums = np.zeros(len(parts), np.float32)
    for column, weight in enumerate(weights):
        if weight:
            sums += parts[:, column] * np.float32(weight)
    return sums


@cache
def load_weights(name: str) -> Weights:
    """Read the weights of "stories" or "reports"; a part left out weighs nothing, LexiconError at one unknown."""
    table = tomllib.loads(files("constancia.data").joinpath("linking", f"{name}.toml").read_text(encoding="utf-8"))
    known = _PARTS_OF[name]
    unknown = set(table["parts"]) - set(known)
    if unknown:
        raise LexiconError(f"linking/{name}.toml: unknown parts: {sorted(unknown)}")
    return Weights(float(table["bias"]), tuple(float(table["parts"].get(part, 0)) for part in known))
