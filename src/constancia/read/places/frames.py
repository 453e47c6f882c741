"""Spots in, the same spots with what the words around them make of them: a unit, a part of one, an embassy's state."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.read.places.cues import Cues
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature

_OF = frozenset(["of", "de", "del", "la", "las", "los", "el", "the"])
_AND = frozenset(["y", "e", "and", ",", "de", "del", "of"])
_FARTHEST = 3


def frame(spots: Sequence[Spot], cues: Cues) -> None:
    """Set `features` ("Puno region"), `feature` ("northern Peru") and `is_mission` ("embassy of Peru") of each spot."""
    shared: tuple[Spot, frozenset[Feature]] | None = None
    for spot in spots:
        head = _head(spot, cues)
        spot.is_mission = head in cues.missions or _mission_after(spot, cues)
        if head in cues.parts and not _is_part_of_name(spot):
            spot.feature = Feature.REGION
        features = _unit_features(spot, head, cues)
        if features is not None and head in cues.plurals and not _is_one_of_several(spot, spots):
            features = _wider(spot, features)
        if features is None and shared is not None and _goes_on(shared[0], spot):
            features = shared[1]
            shared = (spot, features)
        elif features is not None and head in cues.plurals:
            shared = (spot, features)
        if features and any(candidate.feature in features for candidate in spot.candidates):
            spot.features = features


def _is_one_of_several(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether another name is coordinated with this one: the plural before is over both."""
    return any(other.start >= spot.end and _goes_on(spot, other) for other in spots)


def _wider(spot: Spot, features: frozenset[Feature]) -> frozenset[Feature]:
    """Give what "cities of Argentina" or "municipios de Oaxaca" may be: what holds them, best a country."""
    is_country = any(candidate.feature is Feature.COUNTRY for candidate in spot.candidates)
    return frozenset({Feature.COUNTRY}) if is_country else features | {Feature.ADMIN1}


def _goes_on(before: Spot, spot: Spot) -> bool:
    """Whether a name is coordinated with the one before: "departamentos de San Pedro y Caaguazú"."""
    between = before.run.tokens[before.end : spot.start] if before.run.tokens is spot.run.tokens else ()
    return bool(between) and all(token.norm in _AND for token in between)


def _head(spot: Spot, cues: Cues) -> str:
    """Give the noun that the name hangs on: "provincia" of "provincia de Puno", "north" of "north of Peru"."""
    for distance in range(1, _FARTHEST + 1):
        word = spot.before(distance)
        if word not in _OF:
            is_beside = word in cues.parts or (word in cues.units and cues.language == "es")
            return word if distance > 1 or is_beside else ""
    return ""


def _unit_features(spot: Spot, head: str, cues: Cues) -> frozenset[Feature] | None:
    """Give the features that a generic beside the name allows, the one after it first: "Puno region"."""
    after = spot.after()
    if after in cues.units and (after in cues.unknown_after or spot.run.tokens[spot.end].text[0].islower()):
        return cues.units[after]
    return cues.units.get(head)


def _mission_after(spot: Spot, cues: Cues) -> bool:
    """Whether the name tells whose embassy it is: "US Embassy", "Peru's consulate"."""
    distance = 2 if spot.after() in ("'s", "’s") else 1
    return spot.after(distance) in cues.missions


def _is_part_of_name(spot: Spot) -> bool:
    """Whether the word before is in capitals as the name is: "South Los Angeles" is somebody's name for it."""
    at = spot.start - 1
    return at >= spot.run.start and spot.run.tokens[at].text[0].isupper() and not spot.run.is_first
