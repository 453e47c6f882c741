"""What weekdays, and days of the month without their month, mean (codebook rules D1 and D2)."""

from __future__ import annotations

import datetime as dt

from constancia.read.dates import calendar as cal
from constancia.read.dates.absolute import fill, parts_of
from constancia.read.dates.sense import Context, Match, Sense, of_period, unknown
from constancia.vocabulary import Anchor, Precision


def weekday_near(weekday: int, context: Context, step: int = 0) -> Sense:
    """Give a weekday by codebook rules D1 and D2; `step` is -1 for "last", 1 for "next", 0 for a bare one."""
    published = context.published
    if published is None:
        return unknown(f"XXXX-WXX-{weekday}", Precision.DAY, {"weekday": weekday})
    back = (published.isoweekday() - weekday) % 7
    if step < 0:
        day = published - dt.timedelta(days=back or 7)
    elif step > 0 or context.lean > 0:
        day = published + dt.timedelta(days=(7 - back))
    else:
        day = published - dt.timedelta(days=back)
    return of_period(cal.period_at(cal.DAY, day), Anchor.PUBLISHED, {"weekday": weekday})


def relative_weekday(match: Match, context: Context) -> Sense | None:
    """Read “On Friday, last Friday, next Friday, that Tuesday”."""
    weekday = int(match.value("weekday"))
    published = context.published
    if match.has("that") and context.last and context.published:
        day = context.last + dt.timedelta(days=weekday - context.last.isoweekday())  # of the week told of
        if day <= context.published:
            return of_period(cal.period_at(cal.DAY, day), Anchor.TEXT)
    if match.has("this") and match.value("this") == 0 and not match.has("next") and not match.has("last") and published:
        ahead = (weekday - published.isoweekday()) % 7
        if context.lean < 0:
            return weekday_near(weekday, context)
        return of_period(cal.period_at(cal.DAY, published + dt.timedelta(days=ahead)), Anchor.PUBLISHED)
    step = int(match.any("last", "next", "this") or 0)
    if step > 0 and match.has("next") and match.item("next").norm in {"next", "following", "siguiente"} and published:
        monday = cal.shifted(cal.WEEK, published, 1).start
        day = monday + dt.timedelta(days=weekday - 1)
        return of_period(cal.period_at(cal.DAY, day), Anchor.PUBLISHED, {"weekday": weekday})
    return weekday_near(weekday, context, step)


def weekday_number(match: Match, context: Context) -> Sense | None:
    """Read “Monday the 4th: the nearest 4th that is a Monday, looking back first”."""
    weekday, day = int(match.value("weekday")), int(match.any("day", "ordinal"))
    if context.published is None or not 1 <= day <= 31 or _is_count(match):
        return None
    months = range(15)
    signs = (1, -1) if context.lean > 0 else (-1, 1)
    found = {
        sign: next(
            (d for step in months if (d := _day_of_month(context.published, sign * step, day, weekday, sign))), None
        )
        for sign in signs
    }
    first, second = found[signs[0]], found[signs[1]]
    near = 7 if context.lean else 60
    if first is None or (
        second and abs((second - context.published).days) <= near < abs((first - context.published).days)
    ):
        first = second
    return of_period(cal.period_at(cal.DAY, first), Anchor.PUBLISHED) if first else None


def _is_count(match: Match) -> bool:
    """Whether the number after a weekday counts what follows: "el sábado 30 marchas", "el lunes un paro"."""
    after = match.word_after()
    if after == "-" and match.word_after(1)[:1].isdecimal():
        return True
    is_noun_after = after.isalpha() and after not in match.words.settings["not_year"]["goes_on"]
    has_article = match.has("the") or match.has("ordinal") or match.has("unit_day")
    is_word = match.has("day") and match.item("day").norm.isalpha()
    return (is_noun_after and not has_article) or (is_word and match.value("day") == 1)


def _day_of_month(published: dt.date, months: int, day: int, weekday: int, sign: int) -> dt.date | None:
    start = cal.shift_day(published.replace(day=1), cal.MONTH, months)
    found = cal.day_or_none(start.year, start.month, day)
    if found is None or found.isoweekday() != weekday:
        return None
    return found if (found - published).days * sign >= 0 else None


_OF = frozenset({"de", "del", "of"})


def month_day(match: Match, context: Context) -> Sense | None:
    """Read “El día 5; el 9 de este mes: a day of the month of publication or of a neighbour”."""
    day, published = int(match.any("day", "ordinal")), context.published
    if match.has("that"):  # "the 23rd of that month"
        told = context.last
        found = cal.day_or_none(told.year, told.month, day) if told is not None else None
        return of_period(cal.period_at(cal.DAY, found), Anchor.TEXT) if found else None
    if published is None or not 1 <= day <= 31 or (match.has("unit") and match.value("unit") != cal.MONTH):
        return None
    is_counted = match.word_after() in _OF and match.word_after(1) not in match.words.values["unit"]
    if match.has("unit_day") and not match.has("unit") and is_counted:
        return None  # "el día 12 de la huelga" counts the strike's days
    step = match.any("this", "last", "next")
    steps = [int(step)] if step is not None else [1, 0] if context.lean > 0 else [0, -1]
    days = []
    for each in steps:
        start = cal.shift_day(published.replace(day=1), cal.MONTH, each)
        if found := cal.day_or_none(start.year, start.month, day):
            days.append(found)
    right_side = [d for d in days if (d >= published) == (context.lean > 0) or d == published or step is not None]
    chosen = (min(right_side) if context.lean > 0 else max(right_side)) if right_side else None
    return of_period(cal.period_at(cal.DAY, chosen), Anchor.PUBLISHED) if chosen else None


def weekday_of_unit(match: Match, context: Context) -> Sense | None:
    """Read “Tuesday of next week; Monday three weeks from now; the first week of May on Monday”."""
    weekday, published = int(match.value("weekday")), context.published
    if published is None:
        return unknown(f"XXXX-WXX-{weekday}", Precision.DAY)
    if match.has("ordinal"):
        month = fill(parts_of(match), context)
        if month is None or month.value.from_ is None:
            return None
        monday = cal.first_week_of(month.value.from_).start + dt.timedelta(days=7 * (int(match.value("ordinal")) - 1))
    elif match.value("unit") in {cal.WEEK, cal.FORTNIGHT}:
        step = match.any("last", "next", "this")
        count = int(step) if step is not None else int(match.any("number", "couple", "one") or 1)
        monday = cal.shifted(cal.WEEK, published, count).start
    else:
        return None
    return of_period(cal.period_at(cal.DAY, monday + dt.timedelta(days=weekday - 1)), Anchor.PUBLISHED)
