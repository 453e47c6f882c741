"""Facts about a candidate in, named features out, and their score: a fact is looked up whole, so that reading stays fast.

A fact is a tuple: the name of its facet and a value for each of the facet's fields. A facet lists which of its fields make a feature
together; "side+first" of a group on the left that begins with a determiner is the feature "side+first=left+determiner".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

Fact = tuple[object, ...]
_MOST_KNOWN = 300_000  # facts kept with their score: about 60 MB when full


class Facet:
    """Fields that are looked at together, and the combinations of them that are features."""

    def __init__(self, name: str, fields: str, features: str) -> None:
        self.name: Final = name
        names = fields.split()
        self._combinations = [
            (feature, [names.index(part) + 1 for part in feature.split("+")]) for feature in features.split()
        ]

    def features(self, fact: Fact) -> list[str]:
        """Give the features that a fact stands for; those of a field without a value are left out."""
        return [
            f"{self.name}:{feature}={'+'.join(str(fact[index]) for index in indexes)}"
            for feature, indexes in self._combinations
            if all(fact[index] is not None for index in indexes)
        ]


class Scorer:
    """The weights of one decision; the score of each fact is kept."""

    def __init__(self, weights: Mapping[str, float], facets: Mapping[str, Facet]) -> None:
        self._weights = weights
        self._facets = facets
        self._known: dict[Fact, float] = {}

    def score(self, facts: Iterable[Fact]) -> float:
        """Sum the weights of all features of all facts; a feature that was never seen weighs nothing."""
        known = self._known
        total = 0.0
        for fact in facts:
            value = known.get(fact)
            total += self._learn(fact) if value is None else value
        return total

    def _learn(self, fact: Fact) -> float:
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        features = features_of(fact, self._facets)
        value = self._known[fact] = sum(filter(None, map(self._weights.get, features)))
        return value


def features_of(fact: Fact, facets: Mapping[str, Facet]) -> list[str]:
    """Give the features of one fact."""
    return facets[str(fact[0])].features(fact)


def facets_of(*facets: Facet) -> dict[str, Facet]:
    """Name the facets of one decision."""
    return {facet.name: facet for facet in facets}
