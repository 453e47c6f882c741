"""Periods of the calendar: days, weeks, months and so on, with their TIMEX3 values; pure arithmetic."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from constancia.vocabulary import Precision

DAY, WEEK, WEEKEND, FORTNIGHT, MONTH, QUARTER = "D", "W", "WE", "FN", "M", "Q"
HALF, SEASON, YEAR, LUSTRUM, DECADE, CENTURY = "H", "SN", "Y", "L", "E", "C"
CLOCK_UNITS = {"h": "H", "min": "M", "s": "S"}
PRECISIONS = {
    DAY: Precision.DAY,
    WEEK: Precision.WEEK,
    WEEKEND: Precision.WINDOW,
    FORTNIGHT: Precision.WINDOW,
    MONTH: Precision.MONTH,
    QUARTER: Precision.SEASON,
    HALF: Precision.SEASON,
    SEASON: Precision.SEASON,
    YEAR: Precision.YEAR,
    LUSTRUM: Precision.VAGUE,
    DECADE: Precision.DECADE,
    CENTURY: Precision.VAGUE,
}
# First months of the northern seasons; winter goes on into the next year.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, LUSTRUM: 60, DECADE: 120, CENTURY: 1200}
_DAYS = {DAY: 1, WEEK: 7, WEEKEND: 7, FORTNIGHT: 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both ends inclusive, that the calendar has a name for."""

    unit: str
    start: dt.date
    end: dt.date
    timex: str

    @property
    def precision(self) -> Precision:
        """How fine it is."""
        return PRECISIONS[self.unit]


def year_in_range(year: int) -> bool:
    """Whether dates of the year and its neighbours can be reckoned with."""
    return 2 <= year <= 9996


def period_at(unit: str, day: dt.date) -> Period:
    """Give the period of a kind that a day lies in."""
    month = day.month
    if unit == DAY:
        return Period(DAY, day, day, day.isoformat())
    if unit in {WEEK, WEEKEND, FORTNIGHT}:
        return _week(unit, day)
    if unit in {QUARTER, HALF}:
        size = _MONTHS[unit]
        return _months(
            unit, day.year, (month - 1) // size * size + 1, f"{day.year:04d}-{unit}{(month - 1) // size + 1}"
        )
    if unit in {DECADE, CENTURY}:
        return _years(unit, day.year, _MONTHS[unit] // 12)
    return month_period(day.year, month) if unit == MONTH else _years(YEAR, day.year, 1)


def _years(unit: str, year: int, size: int) -> Period:
    first = year // size * size
    timex = f"{year // size:0{5 - len(str(size))}d}"
    return Period(unit, dt.date(first or 1, 1, 1), dt.date(first + size - 1, 12, 31), timex)


def _week(unit: str, day: dt.date) -> Period:
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    name = f"{year:04d}-W{week:02d}"
    if unit == WEEKEND:
        return Period(WEEKEND, monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), f"{name}-WE")
    return Period(unit, monday, monday + dt.timedelta(days=6 if unit == WEEK else 13), name)


def _months(unit: str, year: int, month: int, timex: str) -> Period:
    last_year, last_month = divmod(year * 12 + month - 2 + _MONTHS[unit], 12)
    end = dt.date(last_year, last_month + 1, _days_of(last_year, last_month + 1))
    return Period(unit, dt.date(year, month, 1), end, timex)


def _days_of(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (month == 2 and is_leap)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(1024)
def in_year(year: int, month: int, day: int | None) -> Period | None:
    """Give a month of a year, or a day in it; None where there is no such day."""
    found = day_or_none(year, month, day or 1)
    return None if found is None else period_at(MONTH if day is None else DAY, found)


def month_period(year: int, month: int) -> Period:
    """Give a month."""
    return _months(MONTH, year, month, f"{year:04d}-{month:02d}")


@lru_cache(256)
def season_period(code: str, year: int) -> Period:
    """Give a season ("SU") of a year, as the north has them; which side of the equator, no word tells."""
    month = _SEASONS[code]
    start = dt.date(year, month, 1)
    return Period(SEASON, start, shift_day(start, MONTH, 3) - dt.timedelta(days=1), f"{year:04d}-{code}")


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """Give a day, or None where the calendar has none such."""
    if not (year_in_range(year) and 1 <= month <= 12 and 1 <= day <= _days_of(year, month)):
        return None
    return dt.date(year, month, day)


def shift_day(day: dt.date, unit: str, count: int) -> dt.date:
    """Move a day by a count of units; the end of a month stays within the month. Far years stop at the calendar's."""
    if unit in _DAYS:
        reached = day.toordinal() + count * _DAYS[unit]
        return dt.date.fromordinal(min(max(reached, 366), dt.date.max.toordinal() - 366))
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS.get(unit, 3), 12)
    year = min(max(year, 2), 9996)
    return dt.date(year, month + 1, min(day.day, _days_of(year, month + 1)))


def shifted(unit: str, day: dt.date, count: int) -> Period:
    """Give the period that lies `count` periods away from the one a day lies in."""
    return period_at(unit, shift_day(period_at(unit, day).start, unit, count))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """Give the nth Monday (0) and so on of a month; -1 is the last."""
    if nth < 0:
        last = dt.date(year, month, _days_of(year, month))
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Give Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def first_week_of(start: dt.date) -> Period:
    """Give the first week of a month or year: the one with its first Thursday, as ISO 8601 counts."""
    week = period_at(WEEK, start)
    return week if start.weekday() <= 3 else shifted(WEEK, start, 1)


def last_week_of(end: dt.date) -> Period:
    """Give the last week of a month or year: the one with its last Thursday."""
    week = period_at(WEEK, end)
    return week if end.weekday() >= 3 else shifted(WEEK, end, -1)
