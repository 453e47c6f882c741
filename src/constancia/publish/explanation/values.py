"""Values of the record in; the short words by which an explanation shows them out."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from constancia.model import ActorValue, DateValue, MentionValue, PlaceValue, QuantityValue, ReportPlace


class Bounded(Protocol):
    """Anything with bounds: a claim, a quantity."""

    @property
    def low(self) -> int | None:
        """At least this many."""

    @property
    def high(self) -> int | None:
        """At most this many."""

    @property
    def best(self) -> int | None:
        """The number said."""


def bounds(figure: Bounded) -> str:
    """Write bounds and the number said, an open bound as "open"."""
    if figure.low is not None and figure.low == figure.high:
        return f"{figure.low:,}"
    said = "" if figure.best is None else f"about {figure.best:,}"
    if figure.low is None and figure.high is None:
        return said or "no number"
    low = "open" if figure.low is None else f"{figure.low:,}"
    high = "open" if figure.high is None else f"{figure.high:,}"
    return f"{low} to {high}" + (f", {said}" if said else "")


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Write a day or a span of days, an open end as "open"."""
    if first is None and last is None:
        return "no day"
    if first == last:
        return str(first)
    return f"{first or 'open'} to {last or 'open'}"


def place(value: PlaceValue | ReportPlace) -> str:
    """Write a place with its units, its kind and its point."""
    units = [unit for unit in (value.admin2, value.admin1, value.country) if unit and unit != value.name]
    named = ", ".join([value.name, *dict.fromkeys(units)])
    point = "" if value.lat is None or value.lon is None else f" at {value.lat:.3f}, {value.lon:.3f}"
    return f"{named} ({value.feature}{point})"


def role(role_name: str | None, name: str | None) -> str:
    """Write a role and a name."""
    return " · ".join(part for part in (role_name, name) if part) or "somebody"


def mention(value: MentionValue) -> str:
    """Write what a mention was understood to be."""
    if isinstance(value, DateValue):
        return f"{value.timex}: {days(value.from_, value.to)}" + (f", {value.precision}" if value.precision else "")
    if isinstance(value, QuantityValue):
        counted = f" {value.noun}" if value.noun else ""
        measure = value.measure or "counts nothing of ours"
        return f"{bounds(value)}{counted} ({value.modifier}; {measure})"
    if isinstance(value, PlaceValue):
        return place(value)
    if isinstance(value, ActorValue):
        return role(value.role, value.name) + (", private" if value.is_private else "")
    return role(value.speaker_role, value.name) + f", {value.kind}"
