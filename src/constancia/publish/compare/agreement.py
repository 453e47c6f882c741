"""Two lists of events in; how many match, and for each field how often the matched rows agree, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from constancia.publish.compare.event_files import FIGURES, TEXT_FIELDS, FileEvent
from constancia.publish.compare.matching import Nearness, Pair, match
from constancia.words import fold


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field over the matched rows: in how many both, or one alone, give it; of both, how many agree."""

    field: str
    n_both: int
    n_agree: int
    n_only_a: int
    n_only_b: int

    @property
    def share(self) -> float | None:
        """The share of those with both that agree; None where there are none."""
        return self.n_agree / self.n_both if self.n_both else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two files agree on."""

    n_a: int
    n_b: int
    pairs: tuple[Pair, ...]
    fields: tuple[FieldAgreement, ...]


def compare(a: Sequence[FileEvent], b: Sequence[FileEvent], nearness: Nearness) -> Comparison:
    """Match two lists of events and count, field by field, where the matched rows agree."""
    pairs = tuple(match(a, b, nearness))
    fields = [_agreement("date_from", pairs, lambda one: one.first, _equal)]
    fields += [_agreement("date_to", pairs, lambda one: one.last, _equal)]
    fields += [_agreement(name, pairs, _text(name), _equal) for name in TEXT_FIELDS]
    for measure in FIGURES:
        fields.append(_agreement(measure, pairs, _figure(measure), _overlap))
        fields.append(_agreement(f"{measure}_best", pairs, _best(measure), _equal))
    return Comparison(len(a), len(b), pairs, tuple(fields))


Get = Callable[[FileEvent], Any]


def _agreement(name: str, pairs: Sequence[Pair], get: Get, agree: Callable[[Any, Any], bool]) -> FieldAgreement:
    values = [(get(pair.a), get(pair.b)) for pair in pairs]
    both = [(one, two) for one, two in values if one is not None and two is not None]
    return FieldAgreement(
        field=name,
        n_both=len(both),
        n_agree=sum(agree(one, two) for one, two in both),
        n_only_a=sum(one is not None and two is None for one, two in values),
        n_only_b=sum(one is None and two is not None for one, two in values),
    )


def _text(name: str) -> Get:
    return lambda one: None if one.texts[name] is None else fold(str(one.texts[name]))


def _best(measure: str) -> Get:
    return lambda one: one.figures[measure][2]


def _figure(measure: str) -> Get:
    """Give a figure as least and most; None where nothing is said."""

    def bounds(one: FileEvent) -> tuple[float, float] | None:
        known = [value for value in one.figures[measure] if value is not None]
        if not known:
            return None
        low, high, best = one.figures[measure]
        least = 0 if low is None and best is None else min(known)
        return least, float("inf") if high is None and best is None else max(known)

    return bounds


def _equal(one: object, two: object) -> bool:
    return one == two


def _overlap(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]
