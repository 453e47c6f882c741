"""Placed figures of a text in, each person counted once out."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Line
from constancia.coding.claims.measures.repeats import without_repeats
from constancia.coding.claims.persons.one_person import fate_of_one, survivor
from constancia.coding.claims.persons.parts import find_parts, leave_lost_wholes
from constancia.coding.claims.persons.the_dead import without_the_dead
from constancia.coding.claims.persons.together import together
from constancia.coding.claims.placed import Placed
from constancia.coding.story import Story
from constancia.vocabulary import Measure


def count_each_once(story: Story, lines: list[Line], placed: list[Placed], words: FigureWords) -> list[Placed]:
    """Add those whom no figure tells, drop those who are told again, and hang parts on their wholes."""
    kept = placed + fate_of_one(story, lines, placed, Measure.KILLED)
    kept = without_the_dead(kept, words)
    kept += fate_of_one(story, lines, kept, Measure.INJURED) or survivor(story, lines, kept)
    kept = without_repeats(kept)
    leave_lost_wholes(kept)
    kept += together(story, kept)
    find_parts(kept)
    return kept
