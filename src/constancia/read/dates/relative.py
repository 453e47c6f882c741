"""What dates that hang on the day of publication, or on the text's own last date, mean."""

from __future__ import annotations

import datetime as dt

from constancia.read.dates import calendar as cal
from constancia.read.dates.absolute import fill, parts_of, shifted_parts, year_of
from constancia.read.dates.holidays import holiday_day
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
from constancia.read.dates.weekdays import relative_weekday, weekday_near
from constancia.vocabulary import Anchor, Precision, TimexType

_UNIT_PRECISION = cal.PRECISIONS
_CLOCK = set(cal.CLOCK_UNITS)
_OF_DAYS = frozenset({"D", cal.WEEK})
# After these, "mañana" is the morning.
_MORNING_BEFORE = frozenset({"la", "una", "media", "esta", "cada", "las", "toda", "misma"})


def day_word(match: Match, context: Context) -> Sense | None:
    """Read “Yesterday, today, tomorrow”."""
    offset = int(match.value("day_word"))
    if offset == 1 and match.word_before() in _MORNING_BEFORE:
        return None
    if context.published is None:
        return unknown("XXXX-XX-XX", Precision.DAY)
    day = context.published + dt.timedelta(days=offset)
    return of_period(cal.period_at(cal.DAY, day), Anchor.PUBLISHED)


def relative_unit(match: Match, context: Context) -> Sense | None:  # noqa: PLR0911 - a rule a line
    """Read “Last week, this year, next summer, earlier this month”."""
    if year_of(match):
        return fill({"year": year_of(match) or 0}, context)
    step = int(match.any("last", "next", "this") or 0)
    if match.has("season"):
        return _relative_season(match.value("season"), step, context)
    unit = match.any("unit", "workweek")
    if (
        unit == cal.DAY
        and match.has("last")
        and match.item("last").norm in match.words.values.get("text_next_after", {})
    ):
        return None  # "el día previo": before the one that the text told
    if unit in _CLOCK:
        return of_type(TimexType.DURATION, f"PT1{cal.CLOCK_UNITS[unit]}")
    if context.published is None:
        return unknown(_unknown_timex(unit), _UNIT_PRECISION[unit])
    is_weekend = unit == cal.WEEKEND
    period = (
        _weekend(context.published, step, context.lean) if is_weekend else cal.shifted(unit, context.published, step)
    )
    part = match.any("earlier_in", "start", "mid", "end")
    if part and unit != cal.DAY:
        return part_of(period, part, context, is_comparative=match.has("earlier_in"), anchor=Anchor.PUBLISHED)
    is_working = match.has("workweek") or match.any("kind_of_day") == "B"
    end = period.start + dt.timedelta(days=4) if is_working else period.end
    return of_days(period.start, end, period.timex, period.precision, Anchor.PUBLISHED)


_SATURDAY = 5


def _weekend(published: dt.date, step: int, lean: int) -> cal.Period:
    """Give "last weekend", "next weekend"; "this weekend", told before it by a past verb, is the one before."""
    is_before = step == 0 and lean < 0 and published.weekday() < _SATURDAY
    return cal.shifted(cal.WEEKEND, published, -1 if is_before else step)


def _unknown_timex(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _relative_season(code: str, step: int, context: Context) -> Sense:
    published = context.published
    if published is None:
        return unknown(f"XXXX-{code}", Precision.SEASON)
    here = cal.season_period(code, published.year)
    if code == "WI" and published.month < 3:
        here = cal.season_period(code, published.year - 1)
    if step < 0 and here.end >= published:
        here = cal.season_period(code, int(here.timex[:4]) - 1)
    if step > 0 and here.start <= published:
        here = cal.season_period(code, int(here.timex[:4]) + 1)
    return of_period(here, Anchor.PUBLISHED)


def season(match: Match, context: Context) -> Sense | None:
    """Read “Summer 1998; the summer”."""
    code, year = match.value("season"), year_of(match)
    if year is not None and cal.year_in_range(year):
        return of_period(cal.season_period(code, year), Anchor.EXPLICIT)
    if context.published is None:
        return unknown(f"XXXX-{code}", Precision.SEASON)
    here = cal.season_period(code, context.published.year)
    step = -1 if context.lean <= 0 and here.start > context.published else 0
    return of_period(cal.season_period(code, context.published.year + step), Anchor.PUBLISHED)


def relative_month(match: Match, context: Context) -> Sense | None:
    """Read “Last November, next May, this September”."""
    month, published = int(match.value("month")), context.published
    if year_of(match):
        return fill(parts_of(match), context)
    if published is None:
        return unknown(f"XXXX-{month:02d}", Precision.MONTH)
    step = int(match.any("this", "last", "next") or 0)
    year = published.year
    if step < 0 and month >= published.month:
        year -= 1
    if step > 0 and month <= published.month:
        year += 1
    period = cal.month_period(year, month)
    part = match.any("earlier_in", "start", "mid", "end")
    if part:
        return part_of(period, part, context, is_comparative=False, anchor=Anchor.PUBLISHED)
    return of_period(period, Anchor.PUBLISHED)


def part_of(period: cal.Period, part: str, context: Context, *, is_comparative: bool, anchor: Anchor) -> Sense:
    """Give the early, middle or late part of a period; "earlier this year" ends with the day of publication."""
    start, end, published = period.start, period.end, context.published
    low, high = _bounds(period, anchor)[part]
    if published and is_comparative and start <= published <= end:
        if part == "START" and published > low:
            high = min(high, published - dt.timedelta(days=1))
        if part == "END" and published < high:
            low = max(low, published) if published >= low else low
    return of_days(
        min(low, high), high, period.timex, Precision.WINDOW if period.unit != cal.YEAR else Precision.SEASON, anchor
    )


# Where early, middle and late parts of a period begin and end, in shares of it (months: 1-15; 10-20; 16-).
def _bounds(period: cal.Period, anchor: Anchor) -> dict[str, tuple[dt.date, dt.date]]:
    """Give the first and last day of the beginning, middle and end of a period."""
    start, end = period.start, period.end
    middle = start + (end - start) // 2
    if period.unit == cal.MONTH:
        return {
            "START": (start, start.replace(day=15)),
            "MID": (start.replace(day=10), start.replace(day=20)),
            "END": (start.replace(day=16), end),
        }
    if period.unit == cal.WEEK:
        wednesday = start + dt.timedelta(days=2)
        return {
            "START": (start, wednesday),
            "MID": (wednesday, wednesday + dt.timedelta(days=1)),
            "END": (wednesday + dt.timedelta(days=1), end),
        }
    if period.unit == cal.YEAR and anchor is Anchor.EXPLICIT:
        return {
            "START": (start, start.replace(month=4, day=30)),
            "MID": (start.replace(month=5), start.replace(month=8, day=31)),
            "END": (start.replace(month=9), end),
        }
    if period.unit == cal.YEAR:
        return {
            "START": (start, start.replace(month=6, day=30)),
            "MID": (start.replace(month=5), start.replace(month=8, day=31)),
            "END": (start.replace(month=7), end),
        }
    third = (end - start) // 3
    return {
        "START": (start, middle),
        "MID": (start + third, end - third),
        "END": (middle + dt.timedelta(days=1), end),
    }


def text_unit(match: Match, context: Context) -> Sense | None:  # noqa: PLR0911 - a rule a line
    """Read “The next day, that week, the same month, the previous year”: counted from the text's own last date."""
    unit = match.value("unit") or ("D" if match.has("unit_day") or match.has("part") or match.has("eve") else "")
    if match.has("eve") and match.word_after() in _OF_A_DAY:
        return None  # "la víspera de la marcha"
    if match.has("told_point") and not _is_told_point(match, "D"):
        return None
    if (
        match.has("text_next_after")
        and match.has("unit")
        and match.item("unit").norm in match.words.values["units_plural"]
    ):
        return unknown("PAST_REF" if match.value("text_next_after") < 0 else "FUTURE_REF")  # "días después"
    last = context.day if unit == "D" and context.day else context.last
    base, anchor = (last, Anchor.TEXT) if last else (context.published, Anchor.PUBLISHED)
    step = int(match.any("text_next", "text_next_after", "that", "earlier", "eve", "told_point") or 0)
    if base is None or (step > 0 and last is None and context.lean < 0):
        return unknown(_unknown_timex(unit or "D"))  # "the next day they left": of what no reader is told
    if match.has("weekday"):
        there = Context(base, None, step)
        return weekday_near(int(match.value("weekday")), there, step) if step else relative_weekday(match, context)
    if match.has("month"):
        return fill({"month": int(match.value("month")), "year": base.year}, context)
    if match.has("season"):
        return of_period(cal.season_period(match.value("season"), base.year), anchor)
    found = of_period(cal.shifted(unit, base, step), anchor) if unit and unit not in _CLOCK else None
    return _with_part(found, match.value("part")) if found and match.has("part") else found


def _with_part(sense: Sense, part: str) -> Sense:
    """Give the morning, evening or night of a day."""
    value = sense.value
    timex = value.timex + (part if part.startswith("T") else f"T{part}")
    return Sense(type(value)(TimexType.TIME, timex, value.from_, value.to, value.precision, value.anchor))


def _tomorrow(context: Context) -> Sense:
    if context.published is None:
        return unknown("XXXX-XX-XX", Precision.DAY)
    return of_period(cal.shifted(cal.DAY, context.published, 1), Anchor.PUBLISHED)


def _is_tomorrow_by_name(match: Match) -> bool:
    """Tell "mañana viernes", the day to come, from "la mañana del viernes" and "viernes por la mañana"."""
    if not (match.has("part") and match.has("weekday")) or match.has("the"):
        return False
    part = match.item("part")
    is_joined = part.norm == "manana" and match.item("weekday").start == part.end + 1
    return is_joined and match.word_before() not in _MORNING_BEFORE


def part_of_day(match: Match, context: Context) -> Sense | None:
    """Read “Friday night, this morning, last night, yesterday afternoon”."""
    if _is_tomorrow_by_name(match):
        return _tomorrow(context)
    if is_before_its_number(match):
        return None
    part = match.any("part", "night_word")
    if match.has("tomorrow_part"):
        part = match.value("tomorrow_part")
        day: Sense | None = _tomorrow(context)
    elif match.has("weekday"):
        day = weekday_near(int(match.value("weekday")), context, int(match.any("last", "next") or 0))
    elif match.has("day_word"):
        day = day_word(match, context)
    elif context.published is None:
        return unknown(f"XXXX-XX-XXT{part}", Precision.DAY)
    else:
        offset = match.words.values["day_word"].get(match.item("night_word").norm) if match.has("night_word") else None
        step = int(match.any("this", "last", "next") or offset or 0)
        day = of_period(cal.shifted(cal.DAY, context.published, step), Anchor.PUBLISHED)
    return _with_part(day, part) if day else None


def units_away(match: Match, context: Context) -> Sense | None:  # noqa: PLR0911 - a rule a line
    """Read “Three days ago, two weeks later, in ten days, a year earlier”."""
    unit, count = match.value("unit"), match.any("number", "couple", "half_of")
    count = 1 if count is None and not match.has("vague_count") else count
    sign = int(match.any("since_ago", "ago", "earlier", "from_now", "in", "told_point") or -1)
    if match.has("told_point") and not _is_told_point(match, unit):
        return None
    is_of_clause = match.has("earlier") and match.word_after() in match.words.settings["the_unit"]["clause_words"]
    if count is None and not is_of_clause:
        return unknown("PAST_REF" if sign < 0 else "FUTURE_REF")
    # "In two weeks" is ahead of a future verb, and how long it took after a past one.
    is_span = match.has("in") and context.lean < 0
    if is_span or is_of_clause or unit in _CLOCK or isinstance(count, float) or count > 5000:
        return of_type(TimexType.DURATION, _plain_duration(unit, count))
    is_text = (match.has("earlier") or match.has("told_point")) and not match.has("ago") and not match.has("sep")
    if is_text and unit in _OF_DAYS and context.day is None and context.last is not None:
        return unknown(_unknown_timex(unit))  # no day is counted on from "in January"
    last = context.day if unit in _OF_DAYS and context.day else context.last
    base = (last or context.published) if is_text else context.published
    if base is None or (is_text and sign > 0 and last is None and context.lean < 0):
        return unknown(_unknown_timex(unit))
    anchor = Anchor.TEXT if is_text and last else Anchor.PUBLISHED
    day = cal.shift_day(base, unit, sign * int(count))
    named = cal.period_at(cal.YEAR if unit in {cal.LUSTRUM, cal.DECADE, cal.CENTURY} else unit, day)
    if match.has("since_ago") and match.item("since_ago").norm in match.words.values["since"]:
        return of_days(named.start, None, named.timex, named.precision, anchor)
    # What lies ahead is told by its nominal day, what lies back by the period that it fell in.
    start, end = (named.start, named.end) if sign < 0 or is_text else (day, day)
    return of_days(start, end, named.timex, _UNIT_PRECISION[unit], anchor)


def _is_told_point(match: Match, unit: str) -> bool:
    """Tell "a picket two days before drew 20", "a los dos días volvieron" from "before the vote", "a los 19 años"."""
    if unit not in _OF_UNITS:
        return False
    after, tense = match.word_after(), match.words.settings["tense"]
    if match.items[match.spans("told_point")[0][0]].norm in _AT_THE:
        return after not in _OF
    is_verb = after in tense["past"] or (after.endswith("ed") and after not in tense["no_verb"])
    return is_verb or not after.isalnum()


_OF_UNITS = frozenset({"D", "W", "M"})
_AT_THE = frozenset({"a"})
_OF = frozenset({"de", "del"})
_OF_A_DAY = frozenset({"de", "del", "a", "al"})


def _plain_duration(unit: str, count: float | None) -> str:
    if unit in _CLOCK:
        return f"PT{'X' if count is None else _amount(count)}{cal.CLOCK_UNITS[unit]}"
    if count == 0.5:
        return "P6M" if unit == cal.YEAR else f"PX{unit}"
    return f"P{'X' if count is None else _amount(count)}{unit}"


def _amount(count: float) -> str:
    return f"{count:g}"


def from_point(match: Match, context: Context) -> Sense | None:
    """Read “Two weeks after 3 March, three days before Christmas”."""
    base = point(match, context)
    if base is None or base.value.from_ is None:
        return None
    unit, sign = match.value("unit"), int(match.value("after_point"))
    count = match.any("number", "couple", "one")
    if unit in _CLOCK or count is None:
        return None
    if match.has("filler") and match.value("filler") == "LESS" and sign > 0:
        start = base.value.from_
        end = cal.shift_day(start, unit, int(count)) - dt.timedelta(days=1)
        return of_days(start, end, f"P{int(count)}{unit}", Precision.WINDOW, base.value.anchor)
    day = cal.shift_day(base.value.from_, unit, sign * int(count))
    if match.has("weekday"):
        day = cal.period_at(cal.WEEK, day).start + dt.timedelta(days=int(match.value("weekday")) - 1)
    return of_period(cal.period_at(cal.DAY, day), base.value.anchor)


def point(match: Match, context: Context) -> Sense | None:
    """Give the day that "after" or "beginning" names."""
    ahead = Context(context.published, context.last, 1)
    if match.has("day_word") or match.has("now_word"):
        offset = int(match.any("day_word", "now_word") or 0)
        if context.published is None:
            return None
        return of_period(cal.period_at(cal.DAY, context.published + dt.timedelta(days=offset)), Anchor.PUBLISHED)
    if match.has("holiday"):
        rule = match.value("holiday")
        year = year_of(match) or (context.published.year if context.published else None)
        day = holiday_day(rule, year) if year else None
        if day and context.published and not year_of(match) and day < context.published:
            day = holiday_day(rule, day.year + 1)
        return of_period(cal.period_at(cal.DAY, day), Anchor.PUBLISHED) if day else None
    if match.has("fulldate"):
        year, month, day_ = match.value("fulldate")
        return fill({"year": year, "month": month, "day": day_}, context)
    if match.has("next") and match.has("weekday"):
        monday = cal.shifted(cal.WEEK, context.published, 1).start if context.published else None
        return (
            of_period(
                cal.period_at(cal.DAY, monday + dt.timedelta(days=int(match.value("weekday")) - 1)), Anchor.PUBLISHED
            )
            if monday
            else None
        )
    return shifted_parts(match, fill(parts_of(match), ahead if match.has("month") else context), context)
