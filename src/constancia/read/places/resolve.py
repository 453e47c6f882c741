"""Spots of one text in, the candidate meant by each out, with the parts of its score."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from constancia.read.places.agreement import near_pairs, near_votes, shares, unit_votes, units_of
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, NameKind, Rank

_MOST_CANDIDATES = 12
_CITY = 100_000
_WIDE = (Feature.COUNTRY, Feature.REGION, Feature.OTHER)
_METROPOLIS = 1_000_000
_TOWN = 15_000
# The weight from which a hint is more than the language's.
_HINTED = 0.5
_LISTED = 0.3
_LEVELS = (Feature.COUNTRY, Feature.ADMIN1)
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of a score counts; chosen on the dev half of the toponym sets."""

    population: float = 0.8
    other_name: float = -1.8
    short_name: float = -0.5
    chain: float = 3.0
    context: float = 2.5
    hint: float = 1.3
    unit_of_seat: float = -2.5
    country: float = 4.2
    admin1: float = 0.3
    admin2: float = -0.8
    region: float = 1.0
    rank: float = 0.6
    near: float = 2.5
    near_km: float = 75.0
    same_country: float = 4.0
    same_admin1: float = 1.1


WEIGHTS = Weights()
_RANK = {Rank.CAPITAL: 3.5, Rank.ADMIN1_SEAT: 0.5, Rank.ADMIN2_SEAT: 0.3, Rank.SEAT: 0.1, Rank.SECTION: -0.3}


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate held to be meant, its share among the candidates (0 to 1), and the parts of its score."""

    candidate: Candidate
    score: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Sense:
    """A candidate of a name of the text; a name has the same sense wherever the text bears it."""

    group: int
    candidate: Candidate
    own: float
    chain: float


def resolve(spots: Sequence[Spot], hints: dict[str, float]) -> list[Choice | None]:
    """Choose for each spot; `hints` gives countries (ISO codes) that the text is likely about, with weights.

    None where a small place of a country that nothing else in the text speaks for is the best there is.
    """
    groups: dict[tuple[str, object, bool], int] = {}
    members = [groups.setdefault((spot.key, spot.features, bool(spot.holds)), len(groups)) for spot in spots]
    named: list[list[Spot]] = [[] for _ in groups]
    for spot, member in zip(spots, members, strict=True):
        named[member].append(spot)
    keys = {each[0].key for each in named}
    every = [_senses(group, each, hints, keys) for group, each in enumerate(named)]
    senses = [sense for each in every for sense in _shortened(each, _countries(every) | hints.keys())]
    if not senses:
        return [None] * len(spots)
    says = [1 + math.log(len(each)) for each in named]
    share, context = _settle(senses, says)
    best: dict[int, Choice] = {}
    for index, sense in enumerate(senses):
        held = best.get(sense.group)
        if held is None or share[index] > held.score:
            parts = (("own", sense.own), ("chain", sense.chain), ("context", context[index]))
            best[sense.group] = Choice(sense.candidate, share[index], parts)
    likely = _likely_countries(best, hints)
    for member, choice in best.items():
        best[member] = _at_home(choice, every[member], likely)
    return [
        best[member]
        if _is_near(best[member], likely) and not (spot.after() in _HOUSES and _is_abroad(best[member], likely))
        else None
        for spot, member in zip(spots, members, strict=True)
    ]


# What bears the name of a place far away, or of a person: "Hillview hospital".
_HOUSES = frozenset({"hospital", "hospitals", "clinic", "infirmary", "morgue", "mortuary", "medical", "maternity"})


def _is_abroad(choice: Choice, likely: dict[str, float]) -> bool:
    """Whether nothing else in a text speaks for the country of a name, and something does for another."""
    place = choice.candidate
    if place.feature is not Feature.CITY or place.population > _METROPOLIS or dict(choice.parts)["chain"] > 0:
        return False
    itself = choice.score * (1.0 if place.population > _TOWN else 0.4)
    own = likely.get(place.country or "", 0.0) - itself
    return own < _HINTED <= max((weight for country, weight in likely.items() if country != place.country), default=0.0)


def _at_home(choice: Choice, senses: list[_Sense], likely: dict[str, float]) -> Choice:
    """Give the town of the country that a text is about for a namesake abroad that nothing else in it speaks for.

    "Santiago" beside David and Colón is the one in Panama. A capital gives way only to the seat of a first unit.
    """
    place = choice.candidate
    home = max(likely, key=lambda country: likely[country], default=None)
    if home is None or home == place.country or place.feature not in _TOWNS or dict(choice.parts)["chain"] > 0:
        return choice
    itself = choice.score * (1.0 if place.population > _TOWN else 0.4)
    abroad = likely.get(place.country or "", 0.0) - itself
    if likely[home] < max(_AT_HOME, _SURELY * abroad):
        return choice
    there = [each for each in senses if each.candidate.country == home and _may_stand_for(each.candidate, place)]
    found = max(there, key=lambda each: each.own, default=None)
    if found is None:
        return choice
    return Choice(found.candidate, choice.score, (("own", found.own), ("chain", found.chain), ("home", 1.0)))


def _may_stand_for(candidate: Candidate, place: Candidate) -> bool:
    """Whether a town is known enough to be meant in its own country by the name of a greater one abroad."""
    if candidate.feature is not Feature.CITY or candidate.population < _TOWN:
        return False
    if candidate.rank in (Rank.CAPITAL, Rank.ADMIN1_SEAT):
        return True
    is_great = place.rank is Rank.CAPITAL or place.feature is Feature.COUNTRY
    return not is_great and candidate.population * _NAMESAKES >= place.population


_TOWNS = (Feature.CITY, Feature.COUNTRY)
_AT_HOME, _SURELY = 1.2, 2.5  # what speaks for a country at least, and how many times what speaks for the other
_NAMESAKES = 20  # times as many people in the greater town


def _countries(every: list[list[_Sense]]) -> set[str]:
    """Give the countries of the two likeliest senses of each name."""
    return {sense.candidate.country for senses in every for sense in senses[:2] if sense.candidate.country}


def _shortened(senses: list[_Sense], countries: set[str]) -> list[_Sense]:
    """Keep the likeliest senses, and more of the countries that the text is likely about."""
    rest = [sense for sense in senses[_MOST_CANDIDATES:] if sense.candidate.country in countries]
    return senses[:_MOST_CANDIDATES] + rest[:_MOST_CANDIDATES]


def _likely_countries(best: dict[int, Choice], hints: dict[str, float]) -> dict[str, float]:
    """Give how much the names of the text and its hints speak for each country."""
    found = {country: weight for country, weight in hints.items() if weight >= _HINTED}
    for choice in best.values():
        if choice.candidate.country:
            worth = 1.0 if choice.candidate.population > _TOWN else 0.4
            found[choice.candidate.country] = found.get(choice.candidate.country, 0.0) + worth * choice.score
    return found


def _is_near(choice: Choice, likely: dict[str, float]) -> bool:
    """Whether a place is known enough, or lies where the text is about: a village's name abroad is a namesake's."""
    place = choice.candidate
    if place.feature is not Feature.CITY or place.population > _TOWN or dict(choice.parts)["chain"] > 0:
        return True
    own = likely.get(place.country or "", 0.0)
    others = sum(likely.values()) - own
    return own > 0.4 * choice.score + 0.05 or others < 1.0


def _senses(group: int, named: list[Spot], hints: dict[str, float], keys: set[str]) -> list[_Sense]:
    spot = named[0]
    allowed = [c for c in spot.candidates if spot.features is None or c.feature in spot.features] or spot.candidates
    if not keys.isdisjoint(form % spot.key for form in _CITY_NAMES):
        allowed = [c for c in allowed if c.feature is Feature.COUNTRY and c.kind is NameKind.MAIN] or allowed
    towns = [candidate for candidate in allowed if candidate.feature is Feature.CITY]
    seats = {town.admin1_id for town in towns if _is_seat(town)} | {town.admin2_id for town in towns if town.rank}
    chained = any(each.within or each.holds for each in named)
    found = []
    for candidate in allowed:
        own = _own(candidate, spot) + WEIGHTS.hint * hints.get(candidate.country or "", 0.0)
        if candidate.id in seats and spot.features is None and not spot.holds:
            own += WEIGHTS.unit_of_seat
        chain = max(_chained(candidate, each) for each in named) * WEIGHTS.chain if chained else 0.0
        found.append(_Sense(group, candidate, own, chain))
    found.sort(key=lambda sense: -(sense.own + sense.chain))
    return found


# Where a text names the city in full, the bare name is the country's: "Panama" beside "Panama City".
_CITY_NAMES = ("%s city", "ciudad de %s", "city of %s")


def _is_seat(candidate: Candidate) -> bool:
    """Whether the bare name means the town rather than the unit around it: "Puno", but not "San Pedro" in Paraguay."""
    if candidate.kind is not NameKind.MAIN and candidate.population < _METROPOLIS:
        return False
    return Rank.NONE < candidate.rank <= Rank.ADMIN2_SEAT or candidate.population > _CITY


def _own(candidate: Candidate, spot: Spot) -> float:
    score = WEIGHTS.population * math.log10(candidate.population + 10)
    score += _of_feature(candidate) + WEIGHTS.rank * _RANK.get(candidate.rank, 0.0)
    if candidate.kind is NameKind.OTHER and candidate.feature not in _WIDE:
        score += WEIGHTS.other_name if candidate.population > _CITY else 2 * WEIGHTS.other_name
    if candidate.kind is NameKind.SHORT and not (spot.features and candidate.feature in spot.features):
        score += WEIGHTS.short_name
    return score


def _of_feature(candidate: Candidate) -> float:
    match candidate.feature:
        case Feature.COUNTRY:
            # The territories of a few thousand people bear the names of saints, as do towns everywhere.
            return WEIGHTS.country if candidate.population > _CITY else 0.0
        case Feature.ADMIN1:
            return WEIGHTS.admin1
        case Feature.ADMIN2:
            return WEIGHTS.admin2
        case Feature.REGION:
            return WEIGHTS.region
    return 0.0


def _chained(candidate: Candidate, spot: Spot) -> float:
    """Count the units named beside the spot that hold the candidate, or the places that it holds before it."""
    above = (candidate.country_id, candidate.admin1_id, candidate.admin2_id)
    held = 0.0
    for outer in spot.within:
        if any(unit.id in above and unit.id != candidate.id for unit in outer.candidates):
            held += _LISTED if _is_list(spot, outer) else 1.0
    for inner in spot.holds:
        if not _is_list(inner, spot) and any(_holds(candidate, place) for place in inner.candidates):
            held += 1.0
    return held


def _holds(unit: Candidate, place: Candidate) -> bool:
    return place.id != unit.id and unit.id in (place.country_id, place.admin1_id, place.admin2_id)


def _is_list(inner: Spot, outer: Spot) -> bool:
    """Whether two names beside each other are units of one level: "Ohio, Nevada, Texas"."""
    if outer.is_abbreviated:
        return False
    levels = [
        {c.feature for c in spot.candidates if c.feature in _LEVELS and c.kind is NameKind.MAIN}
        for spot in (inner, outer)
    ]
    return bool(levels[0] & levels[1])


def _settle(senses: list[_Sense], says: list[float]) -> tuple[list[float], list[float]]:
    """Let the names of a text agree: each candidate is supported by the likely candidates of the other names.

    `says` is how much each name says, by how often it stands in the text. Gives the shares of the candidates among
    those of their name, and how much the other names support each.
    """
    groups = [sense.group for sense in senses]
    own = [sense.own + sense.chain for sense in senses]
    countries = units_of([sense.candidate.country for sense in senses], groups)
    admin1s = units_of([sense.candidate.admin1_id for sense in senses], groups)
    pairs = near_pairs([sense.candidate for sense in senses], groups, WEIGHTS.near_km)
    said = sum(says)
    scale = WEIGHTS.context / math.sqrt(max(said - 1, 1.0))
    share = shares(own, groups)
    context = [0.0] * len(senses)
    for _ in range(_ROUNDS):
        votes = [each * says[group] for each, group in zip(share, groups, strict=True)]
        near, unit = near_votes(votes, pairs), unit_votes(votes, admin1s)
        country = unit_votes(votes, countries)
        for index, group in enumerate(groups):
            # A text's country speaks for its places as much as the share of names in it, however many these are.
            country_scale = WEIGHTS.same_country / max(said - says[group], 2.0)
            close = WEIGHTS.near * near[index] + WEIGHTS.same_admin1 * unit[index]
            context[index] = scale * close + country_scale * country[index]
        share = shares([mine + theirs for mine, theirs in zip(own, context, strict=True)], groups)
    return share, context
