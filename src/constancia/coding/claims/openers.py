"""A word in, which of the phrases that are sought in a line it may open out: a sentence is looked through once."""

from __future__ import annotations

from functools import cache

from constancia.coding.claims.lexicon import figure_words
from constancia.coding.word_sets import word_set
from constancia.words.memory import WordMemory

NOUN, ONE, ZERO, BOTH, ANOTHER, OWN_HAND = 1, 2, 4, 8, 16, 32
"""Nouns of harm, one person told of in the singular, nobody, two told of before, "another", death by one's own hand."""

_ANOTHER = word_set("another otro otra")
_OWN_HAND = word_set("himself herself life suicido mato vida disparo suicidarse matarse quitarse")


@cache
def openers(language: str) -> WordMemory[int]:
    """Tell of a folded word which of these may begin in it, or stand in need of it: the sum of their numbers."""
    words = figure_words(language)

    def tell(norm: str) -> int:
        kinds = NOUN * words.opens_noun[norm] + ONE * words.opens_one[norm] + ZERO * words.opens_zero[norm]
        return kinds + BOTH * (norm in words.both_opens) + ANOTHER * (norm in _ANOTHER) + OWN_HAND * (norm in _OWN_HAND)

    return WordMemory(tell)
