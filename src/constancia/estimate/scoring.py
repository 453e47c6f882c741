"""Two rows of lists of victims in; the log-odds that they are of one person, by named parts, out."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence

from constancia.estimate.names import align, frequency, name_parts, sound
from constancia.estimate.persons import Person
from constancia.estimate.rules import Rules
from constancia.words import fold

_WORD = re.compile(r"\w+")
_SEPARATE = -99.0


class Scorer:
    """Scores pairs of rows, by their numbers; a name part weighs by how rare it is in all the lists."""

    def __init__(self, persons: Sequence[Person], rules: Rules) -> None:
        self.persons = persons
        self._rules = rules
        self._names = tuple(name_parts(person.name, rules) for person in persons)
        self._places = tuple(_place_words(person, rules) for person in persons)
        self._frequency = frequency(self._names)

    def __len__(self) -> int:
        return len(self.persons)

    def sounds(self, number: int) -> frozenset[str]:
        """Give the parts of a row's name by their sound."""
        return frozenset(sound(part) for part in self._names[number])

    def place_words(self, number: int) -> frozenset[str]:
        """Give the words of a row's place."""
        return self._places[number]

    def score(self, one: int, other: int) -> float:
        """Give the sum of the parts."""
        return sum(weight for _, weight in self.parts(one, other))

    def parts(self, one: int, other: int) -> tuple[tuple[str, float], ...]:
        """Give the parts of a pair's score that speak for or against."""
        first, second = self.persons[one], self.persons[other]
        weights = (
            *self._of_names(self._names[one], self._names[other]),
            ("date", _of_dates(first.date, second.date, self._rules)),
            ("place", _of_places(self._places[one], self._places[other], self._rules)),
            ("age", _of_ages(first.age, second.age, self._rules)),
        )
        return tuple((name, round(weight, 2)) for name, weight in weights if weight)

    def _of_names(self, one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, float]]:
        rules = self._rules.name
        aligned = align(one, other, rules["least_likeness"])
        if aligned.n_whole < 2 and len(aligned.agreed) < 3:
            return [("name_too_short", _SEPARATE)]
        agreed = sum(self._of_part(mine, theirs, alike) for mine, theirs, alike in aligned.agreed)
        against = (
            ("name_slip", aligned.slips * rules["slip"]),
            ("name_conflict", aligned.conflicts * rules["conflict"]),
            ("name_missing", aligned.missing * rules["missing"]),
        )
        return [("name", agreed), *against]

    def _of_part(self, one: str, other: str, alike: float) -> float:
        rules = self._rules.name
        rows = max(self._frequency[sound(one)], self._frequency[sound(other)])
        weight = math.log((len(self) + rules["background"]) / (rows + 1))
        weight = min(rules["most"], max(rules["least"], weight))
        if min(len(one), len(other)) == 1:
            return weight * rules["initial"] if len(one) != len(other) else rules["least"] * rules["initial"]
        return weight * alike


def _place_words(person: Person, rules: Rules) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(person.place or ""))) - rules.empty_words


def _of_dates(one: str | None, other: str | None, rules: Rules) -> float:
    weights = rules.date
    if one is None or other is None:
        return 0.0
    if min(len(one), len(other)) < 10:
        return weights["coarse"] if one.startswith(other) or other.startswith(one) else weights["other"]
    if one == other:
        return weights["same"]
    if one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]:
        return weights["swapped"]
    apart = _days_apart(one, other)
    if apart <= weights["near_days"]:
        return weights["near"]
    return weights["month"] if apart <= 31 else weights["other"]


def _days_apart(one: str, other: str) -> float:
    try:
        return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)
    except ValueError:  # 31 June: a clerk's slip, not a day
        return math.inf


def _of_places(one: frozenset[str], other: frozenset[str], rules: Rules) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return rules.place["same"]
    return rules.place["within"] if one <= other or other <= one else rules.place["other"]


def _of_ages(one: int | None, other: int | None, rules: Rules) -> float:
    if one is None or other is None:
        return 0.0
    apart = abs(one - other)
    if apart <= 1:
        return rules.age["same"]
    return rules.age["near"] if apart <= rules.age["near_years"] else rules.age["other"]
