"""A protest and what stands behind it in, what it is held over out: the dead who are mourned, the arrest it answers."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.clauses.syntax import ClauseKind, Parse, Tag
from constancia.coding.story import Draft, Story
from constancia.coding.word_patterns import alternatives, any_of
from constancia.vocabulary import EventType, Mode
from constancia.words import load_lexicon
from constancia.words.expressions import expression

KIN = any_of("reasons", "kin")
"""Those who are there for others: "relatives" of the dead, "abogados" of the detained."""

_TO_HARM = 4  # words from an opening to its harm, and from the harm to its number: "over the brutal killing of"
_TO_BEFALL = 8  # words from an opening over those a crowd stands by to what befell them
_TO_MOURNED = 2  # words to the number of those who are mourned


@cache
def counted_in_reason(language: str) -> re.Pattern[str]:
    """Compile what stands right before the number of those for whom a crowd is there: "over the deaths of at least".

    It is sought in the folded words from the protest, or the figure before, to the number.
    """
    table: dict[str, list[str]] = load_lexicon(language, "reasons")
    openers = alternatives(_contracted([*table["openers"], *table["loose_openers"]]))
    between = rf"(?:\s+[\w'-]+){{0,{_TO_HARM}}}"
    harmed = rf"(?:{openers}){between}?\s+(?:{alternatives(table['harms'])})"
    counted = rf"(?:{harmed}|{alternatives(table['carried'])}|{KIN} (?:of|de)){between}"
    mourned = rf"(?:{alternatives(table['mourned'])})(?:\s+[\w'-]+){{0,{_TO_MOURNED}}}"
    return expression(rf"(?<!\w)(?:{counted}|{mourned})\s+$")


@cache
def _opened(language: str) -> re.Pattern[str]:
    """Compile what stands right before the noun of what a protest answers: "in protest at the unlawful"."""
    table: dict[str, list[str]] = load_lexicon(language, "reasons")
    openers = alternatives(_contracted([*table["openers"], *table["mourned"]]))
    return expression(rf"(?<!\w)(?:{openers})(?:\s+[\w'-]+){{0,{_TO_HARM}}}\s*$")


@cache
def _stood_by(language: str) -> re.Pattern[str]:
    """Compile what stands right before what befell those a crowd is there for: "in solidarity with the nurses who"."""
    table: dict[str, list[str]] = load_lexicon(language, "reasons")
    openers = alternatives(_contracted([*table["stood_by"], *table["mourned"]]))
    return expression(rf"(?<!\w)(?:{openers})(?:\s+[\w'-]+){{1,{_TO_BEFALL}}}\s*$")


@cache
def opener(language: str) -> str:
    """Give the alternatives, in a group, of what opens a reason: "tras", "in protest at"."""
    return f"(?:{alternatives(_contracted(load_lexicon(language, 'reasons')['openers']))})"


def _contracted(openers: list[str]) -> list[str]:
    """Add "en rechazo al" to "en rechazo a", "repudio del" to "repudio de"."""
    return [*openers, *(f"{each}l" for each in openers if each.endswith((" a", " de")))]


def is_of_crowd_in_peace(draft: Draft) -> bool:
    """Tell a protest that may be held over something from a riot, which harm comes of."""
    return draft.type is EventType.PROTEST and draft.mode is not Mode.RIOT


def answered_from(story: Story, draft: Draft, protests: list[Draft]) -> int | None:
    """Give where the words begin that tell a deed as what a protest of its sentence is held over, or None.

    "Thousands marched to protest the killing of two students"; "after the arrest of a priest, crowds gathered".
    """
    parse = story.parse(draft.trigger.sentence)
    sentence = story.reading.sentences[draft.trigger.sentence]
    folded = story.folded(draft.trigger.sentence)
    kind = parse.clauses[parse.clause_at[draft.trigger.word]].kind if draft.trigger.is_verb else None
    if kind not in (None, ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) or _is_in_general(parse, draft):
        return None
    before = [each.trigger.end for each in protests if each.trigger.end <= draft.trigger.start]
    start = min(before, default=sentence.start)
    between = folded[start - sentence.start : draft.trigger.start - sentence.start]
    language = story.reading.language
    opened = _opened(language).search(between) if kind is not ClauseKind.RELATIVE else None
    if opened is None and kind is not None:
        opened = _stood_by(language).search(between)
    if opened is None or (not before and opened.start() > _OPENING):
        return None
    return start + opened.start()


def _is_in_general(parse: Parse, draft: Draft) -> bool:
    """Tell "marched against the killings", of no one in particular, from "the killings of two miners"."""
    behind = parse.words[draft.trigger.last_word + 1 : draft.trigger.last_word + 2]
    is_plural = not draft.trigger.is_verb and draft.trigger.text.lower().endswith("s")
    return is_plural and not any(word.tag is Tag.PREPOSITION for word in behind)


_OPENING = 3  # characters: the reason opens the sentence
