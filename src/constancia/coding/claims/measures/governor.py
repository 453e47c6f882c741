"""The noun of the room: a word that says what a figure counts, and how far off it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from constancia.vocabulary import Measure

_COMMA_COST = 15


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that says what a figure counts: its measure, its span in the text and how far off it stands."""

    measure: Measure
    start: int
    end: int
    cost: float


def span_of(at: int, match: re.Match[str]) -> tuple[int, int]:
    """Give where a match in the words from an offset on stands in the text."""
    return at + match.start(), at + match.end()


def cost_of(between: str) -> float:
    """Give how far off a word stands by what is between: characters, and more for each comma."""
    return len(between) + _COMMA_COST * between.count(",")
