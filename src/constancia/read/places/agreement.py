"""Candidates of the names of one text in, how much the other names speak for each out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate

# The middle of these is near to nothing for a reason.
_NO_POINT = (Feature.COUNTRY, Feature.REGION, Feature.OTHER, Feature.ADMIN1)
# At so many times the distance at which nearness is worth a third, it is worth nothing.
_FAR = 9.0
_KM_OF_DEGREE = 6371 * math.pi / 180


class Near(NamedTuple):
    """Two candidates of different names that lie near each other, by their numbers, and by how much (0 to 1)."""

    one: int
    other: int
    nearness: float


def near_pairs(places: Sequence[Candidate], groups: Sequence[int], near_km: float) -> list[Near]:
    """Give the pairs of places (not those of one group) that are near; nearness falls by e each `near_km`."""
    points = [number for number, place in enumerate(places) if place.feature not in _NO_POINT]
    points.sort(key=lambda number: places[number].lat)
    reach = _FAR * near_km
    found: list[Near] = []
    for order, one in enumerate(points):
        lat, lon, group = places[one].lat, places[one].lon, groups[one]
        for other in points[order + 1 :]:
            north = (places[other].lat - lat) * _KM_OF_DEGREE
            if north > reach:
                break
            if groups[other] == group:
                continue
            east = (places[other].lon - lon) * _KM_OF_DEGREE * math.cos(math.radians((places[other].lat + lat) / 2))
            km = math.sqrt(north * north + east * east)
            if km < reach:
                found.append(Near(one, other, math.exp(-km / near_km)))
    return found


def near_votes(votes: Sequence[float], pairs: Sequence[Near]) -> list[float]:
    """Sum for each candidate the votes of those near it, each by its nearness."""
    found = [0.0] * len(votes)
    for pair in pairs:
        found[pair.one] += pair.nearness * votes[pair.other]
        found[pair.other] += pair.nearness * votes[pair.one]
    return found


@dataclass(frozen=True, slots=True)
class Units:
    """The units that candidates lie in, by number: of each candidate its unit, and its unit within its name."""

    units: list[int]
    parts: list[int]
    unit_count: int
    part_count: int


def units_of(names: Sequence[str | None], groups: Sequence[int]) -> Units:
    """Give each unit of candidates a number, once for all rounds; -1 for None, which lies in none."""
    known: dict[str, int] = {}
    parts: dict[tuple[str, int], int] = {}
    pairs = list(zip(names, groups, strict=True))
    units = [-1 if name is None else known.setdefault(name, len(known)) for name in names]
    own = [-1 if name is None else parts.setdefault((name, group), len(parts)) for name, group in pairs]
    return Units(units, own, len(known), len(parts))


def unit_votes(votes: Sequence[float], units: Units) -> list[float]:
    """Sum for each candidate the votes of the other names' candidates that lie in its unit."""
    of_unit, of_part = [0.0] * units.unit_count, [0.0] * units.part_count
    for at, vote in enumerate(votes):
        if units.units[at] >= 0:
            of_unit[units.units[at]] += vote
            of_part[units.parts[at]] += vote
    return [
        0.0 if unit < 0 else max(0.0, of_unit[unit] - of_part[units.parts[at]]) for at, unit in enumerate(units.units)
    ]


def shares(scores: Sequence[float], groups: Sequence[int]) -> list[float]:
    """Give the share of each candidate among those of its name (softmax; the shares of a name add up to 1)."""
    highest: dict[int, float] = {}
    for score, group in zip(scores, groups, strict=True):
        if group not in highest or score > highest[group]:
            highest[group] = score
    raised = [math.exp(score - highest[group]) for score, group in zip(scores, groups, strict=True)]
    total: dict[int, float] = {}
    for each, group in zip(raised, groups, strict=True):
        total[group] = total.get(group, 0.0) + each
    return [each / total[group] for each, group in zip(raised, groups, strict=True)]
