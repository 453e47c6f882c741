"""A noun group of people in, the group that names them out: "a clerk, Ana Roca, was", "a clerk named Ana Roca"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from constancia.coding.clauses.syntax import NounGroup, Parse, Tag
from constancia.coding.word_patterns import compile_words
from constancia.coding.word_sets import word_set, words_of
from constancia.model import ActorValue, Mention
from constancia.words import load_lexicon

NAMED_BODIES = frozenset({"acronym", "known body", "body noun", "body noun and its name"})  # how a body was read
_NAMED = words_of("names_beside", "named")
_AND = frozenset({"and", "y", "e"})


def is_person(mention: Mention) -> bool:
    """Tell whether a mention names one person, not a body."""
    value = mention.value
    return isinstance(value, ActorValue) and value.name is not None and mention.why not in NAMED_BODIES


def name_beside(parse: Parse, group: NounGroup, persons: Sequence[Mention]) -> NounGroup | None:
    """Give the group that names the one person of another, behind its comma, "named", or a second office.

    "Senator and candidate Ana Roca" is one person; "a clerk, Ana Roca, and a guard" are three.
    """
    position = parse.nouns.index(group) + 1
    following = next((each for each in parse.nouns[position : position + 3] if _is_named(parse, each, persons)), None)
    if following is None or _is_named(parse, group, persons) or group.lemma != parse.words[group.head].norm:
        return None
    between = [word.norm for word in parse.words[group.last + 1 : following.first]]
    if between == [","]:
        return following if _is_closed(parse, following) else None
    if between and between[0] in _NAMED and set(between) <= _NAMED:
        return following
    is_one = len(between) == 1 and between[0] in _AND
    is_bare = not {parse.words[group.first].tag, parse.words[following.first].tag} & {Tag.DETERMINER, Tag.NUMBER}
    return following if is_one and is_bare and _has_office(parse, following, persons) else None


def _is_named(parse: Parse, group: NounGroup, persons: Sequence[Mention]) -> bool:
    start, end = parse.words[group.first].start, parse.words[group.last].end
    return any(start <= person.start < end for person in persons)


def _has_office(parse: Parse, group: NounGroup, persons: Sequence[Mention]) -> bool:
    """Tell "presidential candidate Ana Roca" from a name alone."""
    start, end = parse.words[group.first].start, parse.words[group.last].end
    names = [(person, person.value) for person in persons if start <= person.start < end]
    return any(
        isinstance(value, ActorValue) and person.start + max(person.text.rfind(value.name or ""), 0) > start
        for person, value in names
    )


def _is_closed(parse: Parse, group: NounGroup) -> bool:
    """Tell whether a comma or the end closes a name, with no list going on behind it."""
    after = [word.norm for word in parse.words[group.last + 1 : group.last + 3]]
    if not after or after[0] in (".", ";"):
        return True
    return after[0] == "," and (len(after) == 1 or after[1] not in _AND)


def is_somebody(group: NounGroup, parse: Parse, language: str) -> bool:
    """Tell whether a group is one or more people whom no reader names: "he", "the victim", "a 12-year-old"."""
    head = parse.words[group.head]
    if language == "es" and group.preposition in ("a", "al"):
        return True  # "atacaron a los panaderos": things take no "a"
    return (
        head.norm in _SOMEBODY or bool(_AGED.fullmatch(head.norm)) or bool(_one_person(language).fullmatch(head.lemma))
    )


@cache
def _one_person(language: str) -> re.Pattern[str]:
    """Give the nouns for one person: "officer", "panadera"."""
    return compile_words(load_lexicon(language, "figures")["one"]["words"])


_SOMEBODY = word_set("he she they him her them himself herself themselves someone somebody el ella ellos ellas alguien")
_AGED = re.compile(r"\d+-year-olds?")
