"""Facts about a candidate in, their score out; a fact is looked up whole, so that reading stays fast.

A fact is a tuple: the name of its facet and a value for each of the facet's fields. A facet lists which of its fields
make a feature together: of a group on the left that begins with a determiner, the feature "start:side+first" has the
value "left+determiner".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Final

Fact = tuple[object, ...]
_MOST_KNOWN = 50_000  # facts kept with their score by one decision: about 11 MB when full


class Facet:
    """Fields that are looked at together, and the combinations of them that are features."""

    def __init__(self, name: str, fields: str, features: str) -> None:
        self.name: Final = name
        names = fields.split()
        self.combinations: Final = tuple(
            (feature, tuple(names.index(part) + 1 for part in feature.split("+"))) for feature in features.split()
        )

    def features(self, fact: Fact) -> list[str]:
        """Give the features that a fact stands for; those of a field without a value are left out."""
        return [
            f"{self.name}:{feature}={'+'.join(str(fact[index]) for index in indexes)}"
            for feature, indexes in self.combinations
            if all(fact[index] is not None for index in indexes)
        ]


class Scorer:
    """The weights of one decision; the score of each fact is kept."""

    def __init__(self, weights: Mapping[str, float], facets: Mapping[str, Facet]) -> None:
        self._known: dict[Fact, float] = {}
        tables: dict[str, dict[object, float]] = defaultdict(dict)
        for feature, weight in weights.items():
            name, _, values = feature.partition("=")
            parts = tuple(map(_value, values.split("+")))
            tables[name][parts if len(parts) > 1 else parts[0]] = weight
        self._lookups = {
            facet.name: [
                (itemgetter(*indexes), tables[f"{facet.name}:{feature}"].get) for feature, indexes in facet.combinations
            ]
            for facet in facets.values()
        }

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
        total = 0.0
        for pick, weight in self._lookups[str(fact[0])]:
            total += weight(pick(fact), 0.0)
        self._known[fact] = total
        return total


def _value(written: str) -> object:
    """Read a field's value as facts hold it."""
    if written in {"True", "False"}:
        return written == "True"
    return int(written) if written.isdecimal() else written


def features_of(fact: Fact, facets: Mapping[str, Facet]) -> list[str]:
    """Give the features of one fact."""
    return facets[str(fact[0])].features(fact)


def facets_of(*facets: Facet) -> dict[str, Facet]:
    """Name the facets of one decision."""
    return {facet.name: facet for facet in facets}
