"""A counted noun in, with which sets of words it begins out: each noun is held against them once."""

from __future__ import annotations

import re

from constancia.words.memory import WordMemory

PEOPLE, ONE, HARM_NOUN, ON_DUTY, HUMAN, GIVING = 1, 2, 4, 8, 16, 32
"""People, one person, nouns of harm, those on duty, words for human beings, verbs of giving a figure."""


def noun_kinds(kinds: dict[int, re.Pattern[str]]) -> WordMemory[int]:
    """Tell of a folded noun with words of which sets it begins: the sum of their numbers."""
    return WordMemory(lambda noun: sum(kind for kind, pattern in kinds.items() if pattern.match(noun)))
