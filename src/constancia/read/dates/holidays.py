"""The rule of a holiday and a year in, its day out; and the national days by country."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from constancia.read.dates import calendar as cal
from constancia.words import PhraseMatcher, load_lexicon

_FIXED = re.compile(r"(\d\d)-(\d\d)\Z")
_EASTER = re.compile(r"easter([+-]\d+)\Z")
_NTH = re.compile(r"(\d\d)-w(\d)#(-?\d)(?:\+(\d+))?\Z")


def holiday_day(rule: str, year: int) -> dt.date | None:
    """Give the day of a year that a rule ("12-25", "easter-2", "11-w4#4+1") tells; None where there is none."""
    if match := _FIXED.match(rule):
        return cal.day_or_none(year, int(match[1]), int(match[2]))
    if match := _EASTER.match(rule):
        return cal.easter(year) + dt.timedelta(days=int(match[1]))
    if match := _NTH.match(rule):
        day = cal.nth_weekday(year, int(match[1]), int(match[2]) - 1, int(match[3]))
        return day + dt.timedelta(days=int(match[4] or 0))
    return None


@cache
def _countries() -> PhraseMatcher[str]:
    days = load_lexicon("any", "national_days")["days"]
    return PhraseMatcher((name, day) for day, *names in days.values() for name in names)


def national_day_rule(*folded: str) -> str | None:
    """Give the rule of the national day of the first country named: beside the day, else in the place of the text."""
    return next((hits[-1].value for words in folded if (hits := _countries().find_longest(words))), None)
