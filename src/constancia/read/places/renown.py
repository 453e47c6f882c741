"""A name of the gazetteer in, how well known the best known bearer of it is out, as a number of people."""

from __future__ import annotations

from functools import lru_cache

from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, Entry, NameKind

# What a country, a first unit, a region is worth as a number of people, so that one scale serves for all.
_WORTH = {Feature.COUNTRY: 100_000_000, Feature.REGION: 1_000_000, Feature.OTHER: 100_000}
# A first unit is worth more than its towns' people, the more so where it has many: Ohio is better known than Paro.
_FIRST_UNIT, _LEAST_FIRST_UNIT, _PER_HEAD = 2_000_000, 100_000, 3
# A populated place whose number of people is not known: GeoNames lists it for being a seat, or for its 500 people.
_LEAST_TOWN, _LEAST_UNIT = 2_000, 20_000


@lru_cache(maxsize=20_000)
def renown(entry: Entry) -> float:
    """Give the greatest number of people that a bearer of the name has."""
    return max((_renown(candidate) for candidate in entry.candidates), default=0.0)


def _renown(candidate: Candidate) -> float:
    worth = max(candidate.population, _WORTH.get(candidate.feature, 0))
    if candidate.feature is Feature.ADMIN1:
        worth = max(worth, min(_FIRST_UNIT, _LEAST_FIRST_UNIT + _PER_HEAD * candidate.population))
    if not candidate.population:
        worth = max(worth, _LEAST_UNIT if candidate.feature is Feature.ADMIN2 else _LEAST_TOWN)
    is_known_so = candidate.kind is NameKind.MAIN or candidate.feature is Feature.COUNTRY
    return float(worth) if is_known_so else worth / 5
