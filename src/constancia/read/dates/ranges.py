"""Dates that stand side by side in, windows out: "from Monday to Friday", "between May and July 2020", "5 July – 6 August"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from constancia.model import DateValue
from constancia.read.dates import calendar as cal
from constancia.read.dates.absolute import fill, window
from constancia.read.dates.items import Item
from constancia.read.dates.lexicon import DateWords
from constancia.read.dates.relative import weekday_near
from constancia.read.dates.sense import Context, Sense
from constancia.vocabulary import Precision, TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """A date over the items [first, last), what it means, what it was reckoned in, and the rule behind it."""

    first: int
    last: int
    sense: Sense
    context: Context
    why: str


def join_ranges(found: Sequence[Found], items: Sequence[Item], words: DateWords) -> list[Found]:
    """Join each date with the next where words tie them into one span."""
    joined: list[Found] = []
    for right in found:
        left = joined[-1] if joined else None
        merged = _merge(left, right, items, words) if left else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(right)
    return [_open_ended(each, items, words) for each in joined]


def _phrase(items: Sequence[Item], first: int, last: int) -> str:
    return " ".join(item.norm for item in items[first:last])


def _opening(items: Sequence[Item], first: int, words: DateWords) -> tuple[str, int]:
    """Give which word ("from", "between", "") opens a range before an item, and where it begins."""
    for name in ("between", "from"):
        for length in (3, 2, 1):
            place = first - length
            if place >= 0 and _phrase(items, place, first) in words.values[name]:
                return name, place
    return "", first


def _merge(left: Found, right: Found, items: Sequence[Item], words: DateWords) -> Found | None:
    link = _phrase(items, left.last, right.first)
    opening, first = _opening(items, left.first, words)
    is_dates = left.sense.value.type is right.sense.value.type is TimexType.DATE and left.sense.value.precision
    if not is_dates or right.first - left.last > 3:
        return None
    is_and = link in words.values["and"]
    if link in words.values["to"] or (opening == "between" and is_and):
        start, end = _filled(left, right)
    elif is_and and _consecutive(left.sense.value, right.sense.value):
        start, end, first = left.sense, right.sense, left.first
    else:
        return None
    merged = window(start, end) if start and end and _both_known(start, end) else None
    if merged is None:
        return None
    return Found(first, right.last, merged, right.context, f"range of {left.why} | {right.why}")


def _both_known(start: Sense, end: Sense) -> bool:
    return not start.value.timex.endswith("_REF") and not end.value.timex.endswith("_REF")


def _consecutive(left: DateValue, right: DateValue) -> bool:
    """Whether two days follow each other, so that they are told as one (codebook D4)."""
    if left.precision is not Precision.DAY or right.precision is not Precision.DAY or not left.to or not right.from_:
        return False
    return (right.from_ - left.to).days == 1 and left.from_ == left.to


def _filled(left: Found, right: Found) -> tuple[Sense | None, Sense | None]:
    """Give both ends, each with the parts that only the other one tells, in order of time."""
    start, end = left.sense, right.sense
    if not start.value.from_ or not end.value.from_:
        return start, end
    if "weekday" in start.parts and "weekday" in end.parts and "day" not in start.parts:
        return _weekdays(start, end, right.context)
    if "year" in end.parts and start.parts and "year" not in start.parts and "month" in start.parts:
        year = end.parts["year"]
        start_ = fill({**start.parts, "year": year}, left.context)
        if start_ and start_.value.from_ and start_.value.from_ > (end.value.to or dt.date.max):
            start_ = fill({**start.parts, "year": year - 1}, left.context)
        return start_, end
    if end.parts and "year" not in end.parts and "month" in end.parts:
        if "year" in start.parts or start.value.from_ > (end.value.to or dt.date.max):
            end_ = fill({**end.parts, "year": start.value.from_.year}, right.context)
            if end_ and end_.value.to and end_.value.to < start.value.from_:
                end_ = fill({**end.parts, "year": start.value.from_.year + 1}, right.context)
            if (
                end_
                and end_.value.from_
                and right.context.published
                and right.context.lean <= 0
                and "year" not in start.parts
            ):
                return _not_ahead(left, right, start, end_)
            return start, end_
    return start, end


def _not_ahead(left: Found, right: Found, start: Sense, end: Sense) -> tuple[Sense | None, Sense | None]:
    """Move a span whose end would lie far ahead of a past verb one year back."""
    published = right.context.published
    if published is None or not start.value.from_ or not end.value.from_ or (end.value.from_ - published).days < 120:
        return start, end
    years = {"year": start.value.from_.year - 1}, {"year": end.value.from_.year - 1}
    return fill({**start.parts, **years[0]}, left.context), fill({**end.parts, **years[1]}, right.context)


def _weekdays(start: Sense, end: Sense, context: Context) -> tuple[Sense | None, Sense | None]:
    first, last = start.value.from_, end.value.from_
    if first is None or last is None or first <= last:
        return start, end
    if context.lean > 0:
        return start, weekday_near(end.parts["weekday"], Context(first + dt.timedelta(days=1), None, 1))
    return weekday_near(start.parts["weekday"], Context(last, None, -1)), end


def _open_ended(found: Found, items: Sequence[Item], words: DateWords) -> Found:
    """Open the end of "since 4 January" (codebook D5)."""
    value = found.sense.value
    if value.type is not TimexType.DATE or value.from_ is None or value.timex.endswith("_REF"):
        return found
    is_since = any(
        found.first - length >= 0 and _phrase(items, found.first - length, found.first) in words.values["since"]
        for length in (3, 2, 1)
    )
    if not is_since:
        return found
    return replace(found, sense=replace(found.sense, value=replace(value, to=None)), why=f"since {found.why}")


__all__ = ["Found", "cal", "join_ranges"]
