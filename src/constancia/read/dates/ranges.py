"""Dates that stand side by side in, windows out: "from Monday to Friday", "between May and July", "5 and 6 July"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from constancia.model import DateValue
from constancia.read.dates import calendar as cal
from constancia.read.dates.absolute import fill, window
from constancia.read.dates.items import Item
from constancia.read.dates.lexicon import DateWords
from constancia.read.dates.sense import Context, Sense, of_period
from constancia.read.dates.weekdays import weekday_near
from constancia.vocabulary import Anchor, Precision, TimexType

# "... hasta el día ..."
_LONGEST_LINK = 3
_DATED = {TimexType.DATE, TimexType.TIME}


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


def is_beginning(found: Found, items: Sequence[Item], words: DateWords) -> bool:
    """Tell whether "since" stands before a date."""
    if not found.first or items[found.first - 1].norm not in words.last_words["since"]:
        return False
    return any(_phrase(items, found.first - length, found.first) in words.values["since"] for length in (1, 2, 3))


def _phrase(items: Sequence[Item], first: int, last: int) -> str:
    return " ".join([item.norm for item in items[first:last]]) if first >= 0 else ""


def _opening(items: Sequence[Item], first: int, words: DateWords) -> tuple[str, int]:
    """Give which word ("from", "between", "") opens a range before an item, and where it begins."""
    for name in ("between", "from"):
        if not first or items[first - 1].norm not in words.last_words[name]:
            continue
        for length in (3, 2, 1):
            place = first - length
            if place >= 0 and _phrase(items, place, first) in words.values[name]:
                return name, place
    return "", first


def _merge(left: Found, right: Found, items: Sequence[Item], words: DateWords) -> Found | None:
    is_known = left.sense.value.type in _DATED and right.sense.value.type in _DATED and left.sense.value.precision
    if right.first - left.last > _LONGEST_LINK or not is_known:
        return None
    link = _phrase(items, left.last, right.first).removeprefix(". ")
    opening, first = _opening(items, left.first, words)
    left, right = _present(left), _present(right)
    is_and = link in words.values["and"]
    if link in words.values["to"] or (opening == "between" and is_and):
        start, end = _filled(left, right)
    elif is_and and _consecutive(left.sense.value, right.sense.value):
        start, end, first = left.sense, right.sense, left.first
    else:
        return None
    merged = window(start, end) if start and end else None
    if merged is None:
        return None
    return Found(first, right.last, merged, right.context, f"range of {left.why} | {right.why}")


def _present(found: Found) -> Found:
    """Take "now" for the day of publication, as the end of a span."""
    published = found.context.published
    if found.sense.value.timex != "PRESENT_REF" or published is None:
        return found
    return replace(found, sense=of_period(cal.period_at(cal.DAY, published), Anchor.PUBLISHED))


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
    if "month" in start.parts and "year" not in start.parts:
        return _from_month(start, end, left.context, right.context)
    if "month" in end.parts and "year" not in end.parts:
        return start, _year_after(start, end, right.context)
    return start, end


def _from_month(start: Sense, end: Sense, context: Context, end_context: Context) -> tuple[Sense | None, Sense | None]:
    """Give both ends of a span that begins in a month without its year."""
    if "year" in end.parts or end.value.anchor is Anchor.EXPLICIT:
        return _before_end(start, end, context), end
    if "month" in end.parts:
        return _both_without_year(start, end, end_context)
    return start, _within_a_year(start, end) if end.value.anchor is Anchor.PUBLISHED and not end.parts else end


def _before_end(start: Sense, end: Sense, context: Context) -> Sense | None:
    """Give the start of a span in the last year in which it comes before the end."""
    last = end.value.to or dt.date.max
    year = end.parts.get("year", last.year)
    found = fill({**start.parts, "year": year}, context)
    if found and found.value.from_ and found.value.from_ > last:
        return fill({**start.parts, "year": year - 1}, context)
    return found


def _within_a_year(start: Sense, end: Sense) -> Sense:
    """Give the end of a span ("until the end of June") within a year of its start, if it was reckoned a year on."""
    value, begin = end.value, start.value.from_
    if not begin or not value.from_ or not value.to or not value.timex[:4].isdecimal():
        return end
    first, last = (cal.shift_day(day, cal.MONTH, -12) for day in (value.from_, value.to))
    if last < begin:
        return end
    timex = f"{int(value.timex[:4]) - 1:04d}{value.timex[4:]}"
    return replace(end, value=replace(value, from_=first, to=last, timex=timex))


def _year_after(start: Sense, end: Sense, context: Context) -> Sense | None:
    """Give the end of a span in the first year in which it comes after the start."""
    begin = start.value.from_ or dt.date.min
    for year in (begin.year, begin.year + 1):
        found = fill({**end.parts, "year": year}, context)
        if found and found.value.to and found.value.to >= begin:
            return found
    return end


def _both_without_year(start: Sense, end: Sense, context: Context) -> tuple[Sense | None, Sense | None]:
    """Find the year of a span: the one that holds the day of publication, else by the tense, else the nearest."""
    published = context.published
    if published is None:
        return start, end
    spans: list[tuple[int, Sense, Sense]] = []
    for year in range(published.year - 2, published.year + 2):
        first = fill({**start.parts, "year": year}, context)
        last = _year_after(first, end, context) if first else None
        if first and last and first.value.from_ and last.value.to:
            ahead, behind = (first.value.from_ - published).days, (published - last.value.to).days
            cost = max(ahead, behind, 0)
            if (ahead > 0 and context.lean < 0 and ahead > 60) or (behind > 0 and context.lean > 0):
                cost += 1000
            spans.append((cost + (300 if ahead > 60 and context.lean == 0 else 0), first, last))
    if not spans:
        return start, end
    _, first, last = min(spans, key=lambda span: span[0])
    return first, last


def _weekdays(start: Sense, end: Sense, context: Context) -> tuple[Sense | None, Sense | None]:
    first, last = start.value.from_, end.value.from_
    if first is None or last is None or first <= last:
        return start, end
    if context.lean > 0 or (context.published and first > context.published):
        return start, weekday_near(end.parts["weekday"], Context(first + dt.timedelta(days=1), None, 1))
    return weekday_near(start.parts["weekday"], Context(last, None, -1)), end


def _open_ended(found: Found, items: Sequence[Item], words: DateWords) -> Found:
    """Open the end of "since 4 January" (codebook D5)."""
    value = found.sense.value
    if value.type is not TimexType.DATE or value.from_ is None or value.timex.endswith("_REF"):
        return found
    if not is_beginning(found, items, words):
        return found
    return replace(found, sense=replace(found.sense, value=replace(value, to=None)), why=f"since {found.why}")
