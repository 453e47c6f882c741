"""Spots in, spots that are places out: evidence is weighed; people, organisations and common words are put aside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from constancia.read.places.cues import Cues
from constancia.read.places.evidence import Surroundings, evidence
from constancia.read.places.people import People
from constancia.read.places.renown import renown
from constancia.read.places.runs import Case, opens_name
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature
from constancia.words import load_lexicon
from constancia.words.gazetteer import NameKind


def places_among(spots: Sequence[Spot], people: People, cues: Cues) -> list[Spot]:
    """Keep the spots that are likely places; each is told how likely (`likelihood`)."""
    open_ones = [spot for spot in spots if not is_ruled_out(spot, people, cues)]
    open_ones = [spot for spot in open_ones if not (spot.first.norm in _SAINTS and _opens_saint(spot, spots, cues))]
    around = Surroundings(people, sure_keys(open_ones, people, cues))
    for spot in open_ones:
        spot.likelihood = _likelihood(spot, around, cues)
    return [spot for spot in open_ones if spot.likelihood >= _threshold()]


def sure_keys(spots: Sequence[Spot], people: People, cues: Cues) -> frozenset[str]:
    """Give the names that stand somewhere as only a place does: "in X", "X, unit"."""
    return frozenset(
        spot.key
        for spot in spots
        if (spot.within or spot.before() in cues.strong_prepositions) and not people.covers(spot.first.start)
    )


def is_ruled_out(spot: Spot, people: People, cues: Cues) -> bool:
    """Whether the words can be no place at all: calendar words, small words, a state's two letters and no town."""
    if spot.key in cues.never or (spot.word_count == 1 and spot.first.norm in cues.never):
        return True
    if people.covers(spot.first.start) and not spot.within:
        return True
    if _is_acronym(spot) or _is_word_in_one_case(spot, cues):
        return True
    if spot.is_mission or _follows_title(spot, cues) or _ends_name(spot, cues):
        return True
    is_code = spot.first.text.isupper() and len(spot.first.text) > 1 and spot.run.case is not Case.CAPITALS
    if spot.word_count == 1 and spot.key in cues.small_words and not is_code:
        return True
    return len(spot.key) == _LETTERS_OF_CODE and not spot.holds and not _is_known_code(spot)


def _is_known_code(spot: Spot) -> bool:
    """Tell "LA" and "La." from the article that opens a name: "La Ermita"."""
    return spot.key in _KNOWN_CODES and (spot.is_abbreviated or not spot.first.text.istitle())


def _is_acronym(spot: Spot) -> bool:
    """Whether a few capitals in a sentence of usual case are a body: "UTA", "OAS"; not "LIMA (Wire)" or "NSW"."""
    text = spot.first.text
    if spot.word_count > 1 or not text.isupper() or len(text) > _LETTERS_OF_ACRONYM or spot.run.case is Case.CAPITALS:
        return False
    known = any(each.feature in (Feature.COUNTRY, Feature.ADMIN1) for each in spot.candidates)
    known = known or _opens_dateline(spot)
    return not known and "." not in text and renown(spot.entry) < _KNOWN


def _opens_dateline(spot: Spot) -> bool:
    """Tell the town of "GULU, June 12 (Wire) - Teachers" from the body of "UTA, the union, said"."""
    if not spot.run.is_first or spot.start != spot.run.start or len(spot.key) < _LETTERS_OF_TOWN:
        return False
    line = [token.norm for token in spot.run.tokens[spot.end : spot.end + _LINE]]
    return line[:1] != [] and line[0] in _MARKS_OF_LINE and not _DASHES.isdisjoint(line)


_LETTERS_OF_TOWN = 4
_LINE = 10  # words and marks from the town of a dateline to its dash
_MARKS_OF_LINE = frozenset("(,.-–—")
_DASHES = frozenset({"-", "–", "—", "--", ".-"})


def _is_word_in_one_case(spot: Spot, cues: Cues) -> bool:
    """Whether a usual word stands in a text all in capitals or without any, where a capital says nothing."""
    if spot.word_count > 1 or spot.run.case not in (Case.CAPITALS, Case.LOWER):
        return False
    is_abbreviation = (
        len(spot.key) < _LETTERS_OF_ACRONYM
        and "." not in spot.first.text
        and any(each.feature is Feature.COUNTRY and each.kind is not NameKind.MAIN for each in spot.candidates)
    )
    return bool(spot.entry.traits & cues.word_traits) and (is_abbreviation or renown(spot.entry) < _KNOWN)


_LETTERS_OF_ACRONYM = 5
_KNOWN = 500_000


def _follows_title(spot: Spot, cues: Cues) -> bool:
    """Whether a title stands right before: "Mr. Lima", "el general San Martín"."""
    at = 2 if spot.before() == "." else 1
    word = spot.before(at)
    return word in cues.titles or word in cues.offices


def _opens_saint(spot: Spot, spots: Sequence[Spot], cues: Cues) -> bool:
    """Whether a saint opens a longer name that no gazetteer has: "San Juan Nogueras" is not San Juan."""
    at, tokens = spot.end, spot.run.tokens
    if spot.word_count == 1 or at >= spot.run.end or spot.run.case is not Case.USUAL or spot.within:
        return False
    is_behind = tokens[at].start == spot.last.end + 1 and opens_name(tokens[at]) and tokens[at].norm not in cues.never
    return is_behind and not any(_is_land(other) for other in spots if other.run is spot.run and other.start == at)


def _is_land(spot: Spot) -> bool:
    """Whether a country or first division may be named, which a town may stand before: "San José Costa Rica"."""
    return any(each.feature in (Feature.COUNTRY, Feature.ADMIN1) for each in spot.candidates)


_SAINTS = frozenset({"san", "santa", "santo"})


def _ends_name(spot: Spot, cues: Cues) -> bool:
    """Whether the name closes that of a body or a water: "Universidad de Lima", "golfo de Arauco"."""
    tokens = spot.run.tokens
    words = [token.norm for token in tokens[max(0, spot.start - _LONGEST_BODY) : spot.start]]
    heads = [" ".join(words[at:]) for at in range(len(words))]
    return not cues.not_place_before.isdisjoint(heads) or not cues.waters_before.isdisjoint(heads)


_LONGEST_BODY = 4
_LETTERS_OF_CODE = 2
_KNOWN_CODES = frozenset(["us", "uk", "la", "dc", "df", "bc", "sf"])


def _likelihood(spot: Spot, around: Surroundings, cues: Cues) -> float:
    weights = _weights()
    score = sum(weights.get(name, 0.0) * strength for name, strength in evidence(spot, around, cues))
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> dict[str, float]:
    return dict(load_lexicon("any", "place_evidence")["weights"])


@cache
def _threshold() -> float:
    return float(load_lexicon("any", "place_evidence")["threshold"])
