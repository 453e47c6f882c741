"""What quarters, parts and counted pieces of periods, spans, sets, durations and clock times mean."""

from __future__ import annotations

import datetime as dt

from constancia.read.dates import calendar as cal
from constancia.read.dates.absolute import fill, parts_of, year_of
from constancia.read.dates.relative import part_of, point
from constancia.read.dates.sense import (
    Context,
    Match,
    Sense,
    is_before_its_number,
    of_days,
    of_period,
    of_type,
    unknown,
)
from constancia.read.dates.weekdays import weekday_near
from constancia.vocabulary import Anchor, Precision, TimexType

_CLOCK = cal.CLOCK_UNITS
_YEAR_STEP = ("last", "next", "this")


def _base_period(match: Match, context: Context) -> tuple[cal.Period, Anchor] | None:
    """Give the month, year or week that a match speaks of the part of."""
    if match.has("month") or match.has("year"):
        sense = fill({k: v for k, v in parts_of(match).items() if k != "day"}, context)
        if sense is None or sense.value.from_ is None:
            return None
        return cal.period_at(cal.MONTH if match.has("month") else cal.YEAR, sense.value.from_), sense.value.anchor
    unit = next(reversed(match.values("unit") or match.values("unit_year")), None) or match.value("period_end")
    if context.published is None or unit is None or unit in _CLOCK:
        return None
    if match.has("that") and context.last is not None:
        return cal.shifted(unit, context.last, 0), Anchor.TEXT
    step = match.any(*_YEAR_STEP)
    return cal.shifted(unit, context.published, int(step or 0)), Anchor.PUBLISHED


def fuzzy(match: Match, context: Context) -> Sense | None:
    """Read “Early June, mid-2000, the end of the year, later this month, the rest of the week”."""
    if match.has("season") and not match.has("unit"):
        year = year_of(match)
        base = context.published.year if context.published else None
        found = year or base
        return (
            of_period(cal.season_period(match.value("season"), found), Anchor.EXPLICIT if year else Anchor.PUBLISHED)
            if found
            else None
        )
    if match.has("unit") and (match.item("unit").norm in match.words.values["units_plural"] or _names_one_unit(match)):
        return None
    found_period = _base_period(match, context)
    if found_period is None:
        return unknown("XXXX") if context.published is None else None
    period, anchor = found_period
    if period.unit == cal.DAY and context.day is not None and _is_that_day(match, context):
        return of_period(cal.period_at(cal.DAY, context.day), Anchor.TEXT)
    if match.has("rest") and context.published:
        start = max(period.start, min(context.published, period.end))
        return of_days(start, period.end, period.timex, Precision.WINDOW, anchor)
    part = match.any("earlier_in", "start", "mid", "end") or "END"
    return part_of(period, part, context, is_comparative=match.has("earlier_in"), anchor=anchor)


def _is_that_day(match: Match, context: Context) -> bool:
    """Tell "earlier the same day", and "earlier in the day" beside a day that was named, from the page's own day."""
    words = {word for item in match.items for word in item.norm.split()}
    return not words.isdisjoint(_EARLIER) and (context.is_near or "same" in words)


_EARLIER = frozenset({"earlier", "later", "late"})


def _names_one_unit(match: Match) -> bool:
    """Tell "fin de semana", the weekend, from the end of a week."""
    if not match.has("end"):
        return False
    phrase = " ".join(item.norm for item in match.items[match.spans("end")[0][0] : match.spans("unit")[0][1]])
    return phrase in match.words.values["unit"]


def nth_of(match: Match, context: Context) -> Sense | None:
    """Read “The first week of June, the last two months of 2019, the second month of the year”."""
    base = _base_period(match, context)
    if base is None:
        return None
    period, anchor = base
    unit, count = match.value("unit"), int(match.value("number") or 1)
    nth = int(match.any("ordinal", "ordinal_plural", "last_one") or 1)
    if unit in _CLOCK or not 1 <= count <= 366 or cal.PRECISIONS[unit] is cal.PRECISIONS[period.unit]:
        return None
    if unit == cal.FORTNIGHT and period.unit == cal.MONTH and count == 1:
        return part_of(period, "START" if nth == 1 else "END", context, is_comparative=False, anchor=anchor)
    if unit == cal.WEEK:
        first, last = cal.first_week_of(period.start), cal.last_week_of(period.end)
    elif unit == cal.WEEKEND:
        first, last = cal.period_at(unit, period.start), cal.period_at(unit, period.end)
        first = first if first.start >= period.start else cal.shifted(unit, period.start, 1)
    else:
        first, last = cal.period_at(unit, period.start), cal.period_at(unit, period.end)
    if nth < 0:
        end = last
        start = cal.shifted(unit, last.start, 1 - count)
    else:
        start = cal.shifted(unit, first.start, (nth - 1) if count == 1 else 0)
        end = cal.shifted(unit, start.start, count - 1)
    if count == 1:
        return of_period(start, anchor)
    return of_days(start.start, end.end, f"P{count}{unit}", Precision.WINDOW, anchor)


def quarter(match: Match, context: Context) -> Sense | None:
    """Read “The third quarter, Q3 2019, the second half of the year”."""
    is_half = match.has("half_name") or match.has("half")
    nth = int(match.any("quarter_name", "half_name", "ordinal") or 0)
    if not 1 <= nth <= (2 if is_half else 4):
        return None
    year = year_of(match)
    code = f"{'H' if is_half else 'Q'}{nth}"
    if year is None and context.published is None:
        return unknown(f"XXXX-{code}", Precision.SEASON)
    anchor = Anchor.EXPLICIT if year else Anchor.PUBLISHED
    unit = cal.HALF if is_half else cal.QUARTER
    if year is not None and cal.year_in_range(year):
        return of_period(cal.period_at(unit, dt.date(year, (nth - 1) * (6 if is_half else 3) + 1, 1)), anchor)
    if context.published is None:
        return None
    step = int(match.any(*_YEAR_STEP) or 0) if match.has("unit") else None
    start = dt.date(context.published.year + (step or 0), (nth - 1) * (6 if is_half else 3) + 1, 1)
    if step is None and start > context.published and context.lean <= 0 and (start - context.published).days > 100:
        start = start.replace(year=start.year - 1)
    return of_period(cal.period_at(unit, start), anchor)


def week_number(match: Match, context: Context) -> Sense | None:
    """Read “Week 40”."""
    number = int(match.value("number"))
    if match.value("unit") != cal.WEEK or not 1 <= number <= 53:
        return None
    year = year_of(match)
    if year is None and context.published is None:
        return None
    if year is None and context.published:
        year = context.published.year + int(match.any(*_YEAR_STEP) or 0)
    first = cal.first_week_of(dt.date(year or 1, 1, 1))
    return of_period(cal.shifted(cal.WEEK, first.start, number - 1), Anchor.PUBLISHED)


def week_of(match: Match, context: Context) -> Sense | None:
    """Read “The week of 7 June; five days starting next Tuesday”."""
    begin = point(match, context)
    unit = match.value("unit")
    if begin is None or begin.value.from_ is None or unit in _CLOCK:
        return None
    start, count = begin.value.from_, int(match.any("number") or 1)
    if match.has("the") and unit == cal.WEEK and not match.has("number"):
        return of_period(cal.period_at(cal.WEEK, start), begin.value.anchor)
    if match.has("of"):
        return None
    end = cal.shift_day(start, unit, count) - dt.timedelta(days=1)
    return of_days(start, end, f"P{count}{unit}", Precision.WINDOW, begin.value.anchor)


def span_of_units(match: Match, context: Context) -> Sense | None:
    """Read “The last three months, the next few days, the past two decades”."""
    unit = match.any("unit", "units_plural")
    if _is_count_of_another(match):
        return None
    step = int(match.any("last", "next", "this") or 0)
    count = match.any("number", "couple")
    if count is None:
        return of_type(TimexType.DURATION, f"P{'T' if unit in _CLOCK else ''}X{_CLOCK.get(unit, unit)}")
    timex = _duration(unit, int(count))
    is_verb = match.word_before() in _BEFORE_A_VERB and match.has("last")  # "is to last 60 days"
    if is_verb or unit in _CLOCK or context.published is None or not 0 < count < 2000:
        return of_type(TimexType.DURATION, timex)
    start, end = _span(match, unit, int(count), step, context.published)
    for more, more_unit in list(zip(match.all("number"), match.all("unit"), strict=False))[1:]:
        start = cal.shift_day(start, match.words.values["unit"][more_unit.norm], step * int(more.value))
    # Its days are known, so it is a date; its TIMEX3 value stays that of the span.
    return of_days(start, end, timex, Precision.WINDOW, Anchor.PUBLISHED)


_BEFORE_A_VERB = frozenset(
    {"to", "will", "would", "could", "may", "might", "can", "should", "must", "did", "does", "not"}
)


def _is_count_of_another(match: Match) -> bool:
    """Whether the number counts something else, as in "we are only 4 next week"."""
    side = match.spans("last") + match.spans("next") + match.spans("this")
    if not (match.has("number") and match.has("unit") and side):
        return False
    is_plural = match.item("unit").norm in match.words.values["units_plural"]
    return match.spans("number")[0] < min(side) and not is_plural


def _span(match: Match, unit: str, count: int, step: int, published: dt.date) -> tuple[dt.date, dt.date]:
    one = dt.timedelta(days=1)
    if match.any("kind_of_day") == "B":
        days: list[dt.date] = []
        day = published
        while len(days) < count:
            day += one if step > 0 else -one
            days += [day] if day.weekday() < 5 else []
        return min(days), max(days)
    if unit in {cal.DECADE, cal.CENTURY, cal.QUARTER, cal.HALF}:
        if step > 0:
            first = cal.shifted(
                unit, published, 0 if unit in {cal.DECADE, cal.CENTURY} and published.year % 10 == 0 else 1
            )
            return first.start, cal.shifted(unit, first.start, count - 1).end
        last = cal.shifted(unit, published, -1)
        return cal.shifted(unit, last.start, 1 - count).start, last.end
    if step > 0:
        return published + one, cal.shift_day(published + one, unit, count) - one
    return cal.shift_day(published, unit, -count), published - one


def _duration(unit: str, count: float) -> str:
    if unit in _CLOCK:
        return f"PT{count:g}{_CLOCK[unit]}"
    size = {
        cal.DECADE: (10, "Y"),
        cal.CENTURY: (100, "Y"),
        cal.LUSTRUM: (5, "Y"),
        cal.FORTNIGHT: (2, "W"),
        cal.HALF: (6, "M"),
    }.get(unit)
    if size:
        return f"P{count * size[0]:g}{size[1]}"
    return f"P{count:g}{'WE' if unit == cal.WEEKEND else unit}"


def duration(match: Match, _context: Context) -> Sense | None:
    """Read “Seven months, two-year, a few days, half an hour, a year and a half; an age is none”."""
    if _is_age(match) or (match.value("unit") == cal.QUARTER and match.word_after() in match.words.values["of"]):
        return None
    unit = match.value("unit")
    count = match.any("number", "couple", "half_of", "one")
    if match.has("vague_count"):
        return of_type(TimexType.DURATION, f"P{'T' if unit in _CLOCK else ''}X{_CLOCK.get(unit, unit)}")
    if count is None or count > 10**5 or count == 0:
        return None
    if match.has("half"):
        count = count + 0.5
    if count == 0.5 and unit in {cal.YEAR, "h", cal.DAY}:
        return of_type(TimexType.DURATION, {cal.YEAR: "P6M", "h": "PT30M", cal.DAY: "PT12H"}[unit])
    timex = _duration(unit, count)
    numbers, units = match.values("number"), match.values("unit")
    if len(numbers) > 1 and len(units) > 1:
        more = _duration(units[1], int(numbers[1]))
        timex += more[2:] if "T" in timex and "T" in more else more[1:]
    return of_type(TimexType.DURATION, timex)


def _is_age(match: Match) -> bool:
    if match.has("units_plural") and match.word_before()[:1].isdecimal():
        return True
    after = " ".join((match.word_after(0), match.word_after(1)))
    before = (match.word_before(2), match.word_before())
    if (
        match.any("unit", "units_plural") == cal.YEAR
        and " ".join(before) in match.words.settings["not_duration"]["before"]
    ):
        return True
    return any(after.startswith(words) for words in match.words.settings["not_duration"]["after"])


def bare_units(match: Match, _context: Context) -> Sense | None:
    """Read “For weeks, years of war”."""
    if _is_age(match):
        return None
    unit = match.value("units_plural")
    return of_type(TimexType.DURATION, f"P{'T' if unit in _CLOCK else ''}X{_CLOCK.get(unit, unit)}")


def the_unit(match: Match, context: Context) -> Sense | None:
    """Read “The year, the week: the one of publication, unless the text goes on to tell which”."""
    unit = match.value("unit")
    not_before = "not_before_weekend" if unit == cal.WEEKEND else "not_before"
    if match.word_after() in match.words.settings["the_unit"][not_before] or (
        match.word_after()[:1].isdecimal()
        or (unit == cal.DAY and match.word_after().isalpha() and match.has("of_the"))
        or (
            unit == cal.DAY
            and not match.has("of_the")
            and match.word_before() not in match.words.settings["the_unit"]["day_after"]
        )
    ):
        return None
    if match.item("unit").norm in match.words.values["units_plural"]:
        return of_type(TimexType.DURATION, f"P{'T' if unit in _CLOCK else ''}X{_CLOCK.get(unit, unit)}")
    if context.published is None or unit in _CLOCK:
        return None
    if unit == cal.WEEKEND:
        step = -1 if context.lean < 0 and context.published.weekday() < 5 else 0
        return of_period(cal.shifted(unit, context.published, step), Anchor.PUBLISHED)
    return of_period(cal.period_at(unit, context.published), Anchor.PUBLISHED)


def unit_after_next(match: Match, context: Context) -> Sense | None:
    """Read “The week after next, the year before last”."""
    unit = match.value("unit")
    if context.published is None or unit in _CLOCK:
        return unknown("XXXX")
    return of_period(cal.shifted(unit, context.published, 2 if match.has("next") else -2), Anchor.PUBLISHED)


def year_to_date(match: Match, context: Context) -> Sense | None:
    """Read “The year to date”."""
    if context.published is None or match.value("unit") in _CLOCK:
        return None
    period = cal.period_at(match.value("unit"), context.published)
    end = max(period.start, context.published - dt.timedelta(days=1))
    return of_days(period.start, end, period.timex, Precision.WINDOW, Anchor.PUBLISHED)


def within(match: Match, context: Context) -> Sense | None:
    """Read “Within 14 days: a duration from the day of publication on”."""
    unit, count = match.value("unit"), match.any("number", "couple", "one")
    if unit in _CLOCK or count is None or context.published is None or not 0 < count < 2000:
        return duration(match, context)
    end = cal.shift_day(context.published, unit, int(count)) - dt.timedelta(days=1)
    return of_days(context.published, end, _duration(unit, int(count)), Precision.WINDOW, Anchor.PUBLISHED)


def every(match: Match, _context: Context) -> Sense | None:
    """Read “Every day, daily, each Monday, every two weeks”."""
    timex = match.value("set") or _set_of(match)
    if timex is None and match.has("unit"):
        count = int(match.value("number") or match.value("every") or 1) if match.has("every") else 1
        timex = _duration(match.value("unit"), count)
    return of_type(TimexType.SET, timex) if timex else None


def _set_of(match: Match) -> str | None:
    """Give the TIMEX3 value of every Monday, every May, every summer, every night."""
    part = str(match.value("part") or "").lstrip("T")
    if weekday := match.any("plural_weekday", "weekday"):
        return f"XXXX-WXX-{weekday}" + (f"T{part}" if part and not part[0].isdecimal() else "")
    if match.has("month"):
        return f"XXXX-{match.value('month'):02d}"
    if match.has("season"):
        return f"XXXX-{match.value('season')}"
    return f"XXXX-XX-XXT{part}" if part and not match.has("unit") else None


def clock(match: Match, context: Context) -> Sense | None:
    """Read “10:35 a.m., 8 p.m. Friday: a time, of a day only where one is named”."""
    if is_before_its_number(match):
        return None
    written = match.value("clock_time")
    hour, minute = (int(part) for part in written.split(":")) if written else (int(match.value("day") or 99), 0)
    shift = match.value("meridiem")
    if hour > 24 or (shift is not None and not 1 <= hour <= 12):
        return None
    if shift is not None:
        hour = hour % 12 + int(shift)
    time = f"T{hour:02d}:{minute:02d}"
    if match.has("weekday"):
        day = weekday_near(int(match.value("weekday")), context).value
    elif match.has("day_word") and context.published and not _is_morning(match):
        found = context.published + dt.timedelta(days=int(match.value("day_word")))
        day = of_period(cal.period_at(cal.DAY, found), Anchor.PUBLISHED).value
    else:
        # A bare clock time dates nothing: the day in its value is only where it most likely stands.
        near = context.last or context.published
        return of_type(TimexType.TIME, f"{near.isoformat() if near else 'XXXX-XX-XX'}{time}")
    return Sense(type(day)(TimexType.TIME, day.timex + time, day.from_, day.to, day.precision, day.anchor))


def _is_morning(match: Match) -> bool:
    """Tell "las 6 de la mañana" from "las 6 de mañana"."""
    at = match.spans("day_word")[0][0]
    return at > 0 and match.items[at].norm == "manana" and match.items[at - 1].norm == "la"


def ref(match: Match, _context: Context) -> Sense | None:
    """Read “Now, recently, soon”."""
    return of_type(TimexType.DATE, match.value("ref"))


def year_pair(match: Match, _context: Context) -> Sense | None:
    """Read “2020-21, 2019/20”: the two years as one run."""
    year = int(match.value("yearpair"))
    start, end = dt.date(year, 1, 1), dt.date(year + 1, 12, 31)
    return of_days(start, end, f"{year}/{year + 1}", Precision.YEAR, Anchor.EXPLICIT)
