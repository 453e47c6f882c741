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
        for start, negative_end, _, value in self._spans(folded):
            yield Hit(start, -negative_end, value)

    def find_longest(self, folded: str) -> list[Hit[V]]:
        """Give the phrases that lie in no longer one and overlap no earlier one, in order of place."""
        kept: list[Hit[V]] = []
        at = 0
        for start, negative_end, _, value in sorted(self._spans(folded)):
            if start >= at:
                at = -negative_end
                kept.append(Hit(start, at, value))
        return kept

    def _spans(self, folded: str) -> list[tuple[int, int, int, V]]:
        """Give what `find` does: the start, the end below zero, the number of the hit, so that they sort, the value."""
        found: list[tuple[int, int, int, V]] = []
        if self._is_empty:
            return found
        size = len(folded)
        for last, (length, value) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[last].isalnum():
                continue
            found.append((start, -end, len(found), value))
        return found
