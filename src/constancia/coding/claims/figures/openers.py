"""A word in, which of the phrases that are sought in a line it may open out: a sentence is looked through once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from constancia.coding.claims.lexicon import FigureWords, figure_words
from constancia.coding.claims.line import Line
from constancia.coding.word_sets import word_set
from constancia.words.memory import WordMemory

NOUN, ONE, ZERO, BOTH, ANOTHER, OWN_HAND = 1, 2, 4, 8, 16, 32
_OTHERS = 6  # what else a word may open (`FigureWords.opens`) is told by the bits behind these
"""Nouns of harm, one person told of in the singular, nobody, two told of before, "another", death by one's own hand."""

_ANOTHER = word_set("another otro otra")
_OWN_HAND = word_set("himself herself life suicido mato vida disparo suicidarse matarse quitarse")


@cache
def openers(language: str) -> WordMemory[int]:
    """Tell of a folded word which of these may begin in it, or stand in need of it: the sum of their numbers."""
    words = figure_words(language)

    def tell(norm: str) -> int:
        kinds = NOUN * words.opens_noun[norm] + ONE * words.opens_one[norm] + ZERO * words.opens_zero[norm]
        kinds += words.opens[norm] << _OTHERS
        return kinds + BOTH * (norm in words.both_opens) + ANOTHER * (norm in _ANOTHER) + OWN_HAND * (norm in _OWN_HAND)

    return WordMemory(tell)


def opens_of(said: int) -> int:
    """Give what of `FigureWords.opens` the words of a line may open."""
    return said >> _OTHERS


MOST_BETWEEN = 4  # words between an article and its noun
NEVER_BETWEEN = word_set(
    "of in at on to for by with from over after and or a an the who that was is were "
    "de del en al por con para tras y e o un una el la los las que fue es"
)
"""Words that stand between no article and its noun."""


def opened(
    pattern: re.Pattern[str], line: Line, words: FigureWords, articles: frozenset[str]
) -> Iterable[re.Match[str]]:
    """Give where a pattern of one person fits, tried at articles alone: each ends a run of letters before a space."""
    folded = line.folded
    if line.is_headline or not folded.isprintable():  # no article is needed, or other white space may follow it
        return pattern.finditer(folded)
    found: list[re.Match[str]] = []
    at = end = 0
    pieces = folded.split(" ")
    for place, piece in enumerate(pieces):
        word = _LAST_LETTERS[piece]
        start = at + len(piece) - len(word)
        at += len(piece) + 1
        if word not in articles or start < end:
            continue
        match = pattern.match(folded, start) if "  " in folded or _is_near(pieces, place, words) else None
        if match is not None:
            found.append(match)
            end = match.end()
    return found


def _is_near(pieces: list[str], article: int, words: FigureWords) -> bool:
    """Tell cheaply whether one person may be named behind an article; so it is with few."""
    for piece in pieces[article + 1 : article + 2 + MOST_BETWEEN]:
        if words.opens_one[piece] or "year-old" in piece:
            return True
        if piece in NEVER_BETWEEN:
            return False
    return False


_LETTERS_LAST = re.compile(r"[^\W\d_]*\Z")
_LAST_LETTERS = WordMemory(lambda piece: _LETTERS_LAST.findall(piece)[0] if piece[-1:].isalpha() else "")
