"""A counted noun, or any word, in, which sets of words it begins or opens out: each is held against them once."""

from __future__ import annotations

import re

from constancia.coding.word_patterns import openings
from constancia.vocabulary import Measure
from constancia.words.memory import WordMemory

PEOPLE, ONE, HARM_NOUN, ON_DUTY, HUMAN, GIVING, THINGS = 1, 2, 4, 8, 16, 32, 64
"""People, one person, nouns of harm, those on duty, words for human beings, verbs of giving a figure, things."""

GOODS, CROWD, TAKING_PART, BYSTANDERS, CATEGORY = 1, 2, 4, 8, 16
"""Goods, crowds, verbs of taking part, people who take none, kinds of people: what a word may open."""
SOMEBODY, SPEAKER, RHETORICAL, UNCONFIRMED, DENIED, DYING = 32, 64, 128, 256, 512, 1024
"""Human beings, speakers, hedges of three kinds, and forms of "die": what a word may open too."""
SOMEONE, SOMETHING = 2048, 4096
"""People, one of them or who was harmed; things: as nouns behind a number."""
_PLACES = {measure: place for place, measure in enumerate(Measure, start=13)}


def done_to_bit(measure: Measure) -> int:
    """Give the number by which it is told that a word may open a verb by which a harm is done to somebody."""
    return 1 << _PLACES[measure]


def done_by_bit(measure: Measure) -> int:
    """Give the number for a verb by which somebody suffers a harm."""
    return 1 << (_PLACES[measure] + len(_PLACES))


def opened_kinds(kinds: dict[int, list[str]]) -> WordMemory[int]:
    """Tell of a folded word entries of which sets may begin in it: the sum of their numbers."""
    opening = [(kind, openings(entries)) for kind, entries in kinds.items()]
    return WordMemory(lambda word: sum(kind for kind, opens in opening if opens[word]))


def opened_in(zone: str, opens: WordMemory[int]) -> int:
    """Tell entries of which sets the words of a zone may open: none of others stands in it."""
    kinds = 0
    for word in zone.split():
        kinds |= opens[word]
    return kinds


def opened_at(text: str, opens: WordMemory[int]) -> int:
    """Tell entries of which sets the first word of a text may open: none of others begins it."""
    return opens[text.partition(" ")[0]]


VERB_OF_HARM = sum(map(done_to_bit, Measure)) + sum(
    done_by_bit(each) for each in Measure if each is not Measure.PARTICIPANTS
)


def noun_kinds(kinds: dict[int, re.Pattern[str]]) -> WordMemory[int]:
    """Tell of a folded noun with words of which sets it begins: the sum of their numbers."""
    return WordMemory(lambda noun: sum(kind for kind, pattern in kinds.items() if pattern.match(noun)))


def kinds_inside(kinds: dict[int, re.Pattern[str]]) -> WordMemory[int]:
    """Tell of a folded noun words of which sets stand anywhere in it: the sum of their numbers."""
    return WordMemory(lambda noun: sum(kind for kind, pattern in kinds.items() if pattern.search(noun)))
