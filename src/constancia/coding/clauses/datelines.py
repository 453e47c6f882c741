"""The words of a sentence in, where the line of place, day and agency ends out, which no clause is about."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.syntax import Tag, Word


def end_of_dateline(words: Sequence[Word]) -> int:
    """Give the word behind the line of place, day and agency that opens a story: "LIMA, 3 Feb (Wire) -- Two men"."""
    for index in range(1, min(len(words), _LINE)):
        tag, norm = words[index].tag, words[index].norm
        if tag in (Tag.VERB, Tag.DETERMINER, Tag.PREPOSITION, Tag.PRONOUN):
            return 0
        if norm in _DASHES:
            is_line = words[index - 1].norm in (")", ".") or words[index - 1].tag is Tag.TIME
            return index if is_line and words[0].tag is Tag.NOUN else 0
    return 0


_LINE = 24  # words
_DASHES = frozenset("-–—")
