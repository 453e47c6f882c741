"""The words for small numbers in both languages, with the numbers that they say: "twelve", "veintidós", "vigésima"."""

from __future__ import annotations

from constancia.words import load_lexicon

_LANGUAGES = ("en", "es")
_TENS = range(20, 100, 10)


def _listed(table: str) -> dict[str, int]:
    return {
        word: number for language in _LANGUAGES for word, number in load_lexicon(language, "numbers")[table].items()
    }


def _joined(words: dict[str, int]) -> dict[str, int]:
    """Give the English numbers that are written with a hyphen: "twenty-one"."""
    english = {word: words[word] for word in load_lexicon("en", "numbers")["cardinals"]}
    tens = [(word, number) for word, number in english.items() if number in _TENS]
    ones = [(word, number) for word, number in english.items() if 0 < number < 10]
    return {f"{ten}-{one}": number + more for ten, number in tens for one, more in ones}


_CARDINALS = _listed("cardinals")
_CARDINALS |= _joined(_CARDINALS)
CARDINALS = {word: number for word, number in _CARDINALS.items() if number > 1}
"""Folded words for the numbers from two on: "two", "dos", "thirty-four"; no zero, and no article."""

ORDINALS = _listed("ordinals")
"""Folded words for what is counted, from the second on: "second", "tercera", "5to"."""


def words_for(low: int, high: int) -> str:
    """Give the words for the numbers between two bounds, as alternatives of a pattern."""
    return "|".join(word for word, number in _CARDINALS.items() if low <= number <= high)


def number_said(word: str) -> int:
    """Give the number that digits, a word or an article ("a", "un") say."""
    return int(word) if word.isdecimal() else _CARDINALS.get(word, 1)
