"""A line of text to the full dates written in it, English and Spanish; no relative and no partial day is guessed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from constancia.vocabulary import Precision
from constancia.words import fold, load_lexicon

_FIRST_YEAR = 1990  # no page of the web is older; a date before is of something told
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")


class WrittenDate(NamedTuple):
    """A date, how finely it is written, and where."""

    day: dt.date
    precision: Precision
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether 3/4/2024 is 3 April (True), 4 March (False) or cannot be told (None)."""

    is_day_first: bool | None = None


ANY_ORDER = DayOrder(is_day_first=True)
"""For asking whether a line gives a date at all, whichever it is."""


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    months = load_lexicon("any", "page_dates")["months"]
    return {name: int(number) for number, names in months.items() for name in names}


@lru_cache(maxsize=1)
def _worded() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    ordinal, joint = r"(?:st|nd|rd|th|º|°|o|er)?", r"[\s,./-]{0,2}(?:de |of )?(?:the )?"
    before_year = r"[\s.,/-]{0,3}(?:de |del |of )?(?:ano )?"
    day_first = rf"(?<![\d.,])(\d{{1,2}}){ordinal}{joint}({names})\b{before_year}(\d{{4}})(?!\d)"
    month_first = rf"\b({names})\b\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,\s?|\s|\s?de\s|\s?del\s)(\d{{4}})(?!\d)"
    month_only = rf"\b({names})\b\.?(?:,? |\s?/\s?| de | del )(\d{{4}})(?!\w)"
    return re.compile(day_first), re.compile(month_first), re.compile(month_only)


def find_dates(line: str, order: DayOrder) -> list[WrittenDate]:
    """Give the dates written in a line, in order of place; one such as 3/4/2024 only when `order` settles it."""
    if not _DIGIT.search(line):
        return []
    folded = fold(line)
    found: list[WrittenDate] = []
    has_year = _YEAR.search(folded) is not None  # all but 3/4/24 are written with one
    if has_year:
        _keep_full(found, folded)
    for match in _NUMERIC.finditer(folded):
        numbers = _by_weekday(match, folded) or _numeric(match, order)
        if numbers:
            _keep(found, match, numbers)
    if has_year:
        for match in _worded()[2].finditer(folded):
            _keep(found, match, (int(match[2]), _months()[match[1]], None))
    return sorted(found, key=lambda date: date.start)


def _keep_full(found: list[WrittenDate], folded: str) -> None:
    """Keep the days with a month in words, and those that begin with the year."""
    day_first, month_first, _ = _worded()
    for match in day_first.finditer(folded):
        _keep(found, match, (int(match[3]), _months()[match[2]], int(match[1])))
    for match in month_first.finditer(folded):
        _keep(found, match, (int(match[3]), _months()[match[1]], int(match[2])))
    for match in _ISO.finditer(folded):
        year, month, day = (int(part) for part in match.groups() if part)
        _keep(found, match, (year, month, day))


def numeric_order(text: str) -> DayOrder:
    """Learn from unambiguous numeric dates of a page (25/09/2024) in which order it writes the others."""
    votes = {True: 0, False: 0}
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second > 0:
            votes[True] += 1
        elif second > 12 >= first > 0:
            votes[False] += 1
    if bool(votes[True]) == bool(votes[False]):
        return DayOrder(None)
    return DayOrder(votes[True] > 0)


def read_iso(value: str) -> tuple[dt.date, bool] | None:
    """Read the day of an ISO 8601 time and whether it is given in UTC, which may be a day off the local one."""
    found = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}).*?(Z|[+-]00:?00)?\s*$)?", value)
    if not found:
        return None
    day = make_day(int(found[1]), int(found[2]), int(found[3]))
    is_midnight = (found[4], found[5]) == ("00", "00")
    return None if day is None else (day, bool(found[6]) and not is_midnight)


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Make a date, None when there is no such day or it is older than the web."""
    if year < _FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _numeric(match: re.Match[str], order: DayOrder) -> tuple[int, int, int] | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 2000
    if first > 12:
        return (year, second, first)
    if second > 12:
        return (year, first, second)
    if first == second:
        return (year, first, second)
    if order.is_day_first is None:
        return None
    return (year, second, first) if order.is_day_first else (year, first, second)


def _by_weekday(match: re.Match[str], folded: str) -> tuple[int, int, int] | None:
    """Settle 04/08/2025 by the weekday before it, "Tue, 04/08/2025": only one of the two readings falls on it."""
    named = _weekday_before().search(folded, max(match.start() - _WEEKDAY, 0), match.start())
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if named is None or year < _FIRST_YEAR:
        return None
    readings = [(year, second, first), (year, first, second)]
    days = [(numbers, make_day(*numbers)) for numbers in readings]
    wanted = next(number for number, names in _weekdays().items() if named[1] in names)
    fitting = {numbers for numbers, day in days if day is not None and day.weekday() == wanted}
    return fitting.pop() if len(fitting) == 1 else None


_WEEKDAY = 16  # characters before a date in which its weekday may stand


@lru_cache(maxsize=1)
def _weekdays() -> dict[int, list[str]]:
    """Give the names of each weekday, Monday 0."""
    return {int(number): names for number, names in load_lexicon("any", "page_dates")["weekdays"].items()}


@lru_cache(maxsize=1)
def _weekday_before() -> re.Pattern[str]:
    names = sorted((name for names in _weekdays().values() for name in names), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(names)})\b[.,]?\s*$")


def _keep(found: list[WrittenDate], match: re.Match[str], numbers: tuple[int, int, int | None]) -> None:
    start, end = match.span()
    if any(date.start < end and start < date.end for date in found):
        return
    year, month, day = numbers
    made = make_day(year, month, day or 1)
    if made is not None:
        found.append(WrittenDate(made, Precision.DAY if day else Precision.MONTH, start, end))


def line_without(line: str, dates: list[WrittenDate]) -> str:
    """Give a line with its dates taken out."""
    for date in reversed(dates):
        line = f"{line[: date.start]} {line[date.end :]}"
    return line
