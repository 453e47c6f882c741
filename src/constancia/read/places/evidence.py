"""A spot in, the evidence for and against its being a place out: named facts of its words and of those beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from constancia.read.places.cues import Cues
from constancia.read.places.people import People
from constancia.read.places.renown import renown
from constancia.read.places.runs import Case
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Entry, NameKind, Trait

_WORD = {"en": int(Trait.WORD_EN), "es": int(Trait.WORD_ES)}
_FREQUENT = {"en": int(Trait.FREQUENT_EN), "es": int(Trait.FREQUENT_ES)}
_NATIONS = (Feature.COUNTRY, Feature.REGION)
# What follows the town of a dateline: "LIMA (Wire) –", "LIMA, Peru", "LIMA. –".
_DATELINE = frozenset("(,.-")
_SEPARATE = frozenset(".,;:()[]\"“”«»'’")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole text says: its people, and the names that stand somewhere in it as only a place does."""

    people: People
    sure_keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Name:
    """What the name says by itself, wherever it stands."""

    renown: float
    facts: tuple[str, ...]


def evidence(spot: Spot, around: Surroundings, cues: Cues) -> Iterator[tuple[str, float]]:
    """Give each fact that holds, with its strength (1 where it just holds)."""
    yield "always", 1.0
    name = _name(spot.entry)
    yield "renown", name.renown
    yield from ((fact, 1.0) for fact in name.facts)
    yield from ((name, 1.0) for name, holds in _of_name(spot, cues) if holds)
    yield from ((name, 1.0) for name, holds in _of_words_before(spot, cues) if holds)
    yield from ((name, 1.0) for name, holds in _of_words_after(spot, cues) if holds)
    yield from ((name, 1.0) for name, holds in _of_text(spot, around) if holds)


@lru_cache(maxsize=20_000)
def _name(entry: Entry) -> _Name:
    features = {each.feature for each in entry.candidates if each.kind is NameKind.MAIN or each.feature in _NATIONS}
    facts = {
        "is country": Feature.COUNTRY in features,
        "is first unit": Feature.ADMIN1 in features,
        "is other name only": not features,
        "is given name": entry.traits & int(Trait.GIVEN_NAME),
        "is surname": entry.traits & int(Trait.SURNAME),
    }
    return _Name(math.log10(renown(entry) + 1) / 6, tuple(fact for fact, holds in facts.items() if holds))


def _of_name(spot: Spot, cues: Cues) -> Iterator[tuple[str, bool]]:
    is_one_word = spot.word_count == 1
    is_frequent = bool(spot.entry.traits & _FREQUENT[cues.language]) and not _is_frequent_as_city(spot, cues)
    yield (
        "is frequent word",
        is_frequent and spot.run.case is not Case.CAPITALS and not _is_rank_without_article(spot, cues),
    )
    yield "is word", bool(spot.entry.traits & _WORD[cues.language]) and not is_frequent
    yield "is unit with its generic", spot.last.norm in cues.unknown_after
    yield "is several words", not is_one_word
    yield "begins with given name", not is_one_word and spot.first.norm in cues.given_names
    is_dateline = spot.run.is_first and spot.first.text.isupper() and spot.after() in _DATELINE
    yield "is dateline", is_dateline
    yield "is short capitals", spot.is_abbreviated and not spot.within and not is_dateline
    yield "is in capitals", spot.run.case is Case.CAPITALS
    yield "is in title", spot.run.case is Case.TITLE
    yield "opens sentence", spot.run.is_first and spot.start == spot.run.start


def _is_frequent_as_city(spot: Spot, cues: Cues) -> bool:
    """Tell "calles de Santiago" and "vecinos de Rosario": it is the city that is named so often in Spanish."""
    return cues.language == "es" and renown(spot.entry) >= _GREAT_CITY and spot.first.text.istitle()


_GREAT_CITY = 500_000


def _is_rank_without_article(spot: Spot, cues: Cues) -> bool:
    """Tell the town of "en Coronel" from the officer of "el Coronel": Spanish gives an officer its article."""
    if spot.word_count > 1 or spot.first.norm not in cues.titles or cues.language != "es":
        return False
    is_told_so = spot.before() in cues.prepositions or spot.before() in _JOINTS or spot.before() in cues.units
    is_capital_behind = spot.end < len(spot.run.tokens) and spot.run.tokens[spot.end].text[0].isupper()
    return is_told_so and spot.run.case is Case.USUAL and not is_capital_behind


def _of_words_before(spot: Spot, cues: Cues) -> Iterator[tuple[str, bool]]:
    before = spot.before()
    at = spot.start - 1
    is_capital = at >= spot.run.start and spot.run.tokens[at].text[0].isupper() and before not in cues.small_words
    is_known = before in cues.parts or before in cues.units or before in cues.public_bodies
    is_of_dwellers = before in _OF and spot.before(2) in cues.dwellers
    is_strong = before in cues.strong_prepositions or before in cues.town_verbs or is_of_dwellers
    yield "after strong preposition", is_strong
    yield "after preposition", before in cues.prepositions and not is_strong
    yield "after article", before in ("the", "el", "la", "los", "las")
    yield "after mark", before in _SEPARATE or not before
    yield "after direction", before in cues.parts
    yield "after capitalised word", is_capital and not is_known
    yield "after unit", before in cues.units or spot.before(2) in cues.units or is_of_dwellers
    yield "after title", before in cues.titles or (before == "." and spot.before(2) in cues.titles)
    yield "after office", before in cues.offices
    yield "after dash", before in ("-", "/", "&")


def _of_words_after(spot: Spot, cues: Cues) -> Iterator[tuple[str, bool]]:
    after = spot.after()
    at = spot.end
    in_run = at < spot.run.end
    is_capital = in_run and spot.run.tokens[at].text[0].isupper()
    is_known = after in cues.public_bodies or after in cues.units or after in cues.not_place_after
    yield "before public body", is_capital and after in cues.public_bodies
    yield "before lower public body", not is_capital and after in cues.public_bodies
    yield "before thing", is_capital and after in cues.not_place_after and after not in cues.public_bodies
    yield "before capitalised word", is_capital and not is_known
    yield "before water", after in cues.waters_after
    yield "before unit", after in cues.units and after not in cues.public_bodies
    yield "before speech", after in cues.speech_verbs
    yield "before possessive", after in ("'s", "’s", "'")
    yield "before dash", after == "-"
    yield "before joint", after in ("/", "&", "$")
    is_counted = spot.before() in cues.strong_prepositions and spot.before(2) in _JOINTS
    yield "before number", after[:1].isdigit() and not is_counted  # "300 maestros, y en Barinas 80"
    yield "before mark", after in _SEPARATE or not after


_OF = frozenset({"de", "of"})
_JOINTS = frozenset({",", ";", "and", "y", "e"})


def _of_text(spot: Spot, around: Surroundings) -> Iterator[tuple[str, bool]]:
    people = around.people
    yield "in person", people.covers(spot.first.start)
    yield "is surname here", spot.word_count == 1 and spot.key in people.names
    yield "is sure elsewhere", spot.key in around.sure_keys
    yield "has unit after", bool(spot.within)
    yield "is unit of place before", bool(spot.holds)
