"""Find whole-word phrases in folded text in one pass, many thousands of phrases at once (Aho-Corasick)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from constancia.words.folding import fold

V = TypeVar("V")


class Hit(NamedTuple, Generic[V]):
    """A phrase found at [start, end) and what it stands for."""

    start: int
    end: int
    value: V


class PhraseMatcher(Generic[V]):
    """Phrases mapped to values; phrases are folded once here, texts must be folded by the caller."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._automaton = ahocorasick.Automaton()
        count = 0
        for phrase, value in phrases:
            key = fold(phrase)
            self._automaton.add_word(key, (len(key), value))
            count += 1
        self._is_empty = count == 0
        self._automaton.make_automaton()

    def find(self, folded: str) -> Iterator[Hit[V]]:
        """Give every phrase that stands as whole words, overlaps included, in order of its end."""
        if self._is_empty:
            return
        size = len(folded)
        for last, (length, value) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[last].isalnum():
                continue
            yield Hit(start, end, value)

    def find_longest(self, folded: str) -> list[Hit[V]]:
        """Give the phrases that lie in no longer one and overlap no earlier one, in order of place."""
        hits = sorted(self.find(folded), key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit[V]] = []
        for hit in hits:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept
