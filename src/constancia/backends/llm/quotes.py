"""Quoted words to where they stand in a text; white space, case, accents and forms of quotation marks may differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from constancia.words import fold


@dataclass(frozen=True, slots=True)
class Place:
    """A run of text."""

    start: int
    end: int

    def touches(self, start: int, end: int) -> bool:
        """Tell whether another run shares a character with it."""
        return self.start < end and start < self.end


class QuoteFinder:
    """Finds quotations in one text."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)

    def find(self, quote: str, within: Place | None = None) -> Place | None:
        """Give the first place of the quoted words, inside another place if one is given; None without one."""
        words = fold(quote).split()
        if not words:
            return None
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)")
        start, end = (within.start, within.end) if within else (0, len(self._folded))
        match = pattern.search(self._folded, start, end)
        return Place(match.start(), match.end()) if match else None
