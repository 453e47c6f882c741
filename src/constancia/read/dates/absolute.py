"""What dates that name their own day, month or year mean, with the missing parts filled by codebook rules D1 to D3."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from constancia.read.dates import calendar as cal
from constancia.read.dates.holidays import holiday_day, national_day_rule
from constancia.read.dates.sense import Context, Match, Sense, of_days, of_period, unknown
from constancia.read.dates.tense import TOLD
from constancia.vocabulary import Anchor, Precision

# A date without a year that lies less than this ahead is meant, though no verb looks ahead.
_NEAR_DAYS = 90
# ... and one that lies almost a year back is not meant when the same day comes within this.
_COMING_DAYS = 60
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "3/8", "5/8", "7/8"})
# How near a country must stand to tell whose national day is meant.
_COUNTRY_REACH = 3


def fill(parts: dict[str, int], context: Context) -> Sense | None:
    """Give the date that some parts (year, month, day) tell, the year found by the text's day and tense."""
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if year is not None:
        return _with_year(year, month, day, parts)
    if month is None or not 1 <= month <= 12:
        return None
    if context.published is None:
        timex = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return unknown(timex, Precision.DAY if day else Precision.MONTH, parts) if (day or 1) <= 31 else None
    if (told := _in_year_told(month, day, context)) is not None:
        return of_period(told, Anchor.TEXT, parts)
    if day is None:
        found = _month_near(month, context)
        return of_period(found, Anchor.PUBLISHED, parts)
    days = [d for y in range(-9, 10) if (d := cal.day_or_none(context.published.year + y, month, day))]
    near = _nearest(days, context)
    return of_period(cal.period_at(cal.DAY, near), Anchor.PUBLISHED, parts) if near else None


def _in_year_told(month: int, day: int | None, context: Context) -> cal.Period | None:
    """Give a day or month in the bygone year of the date that its paragraph told just before, if it follows on that.

    "The strike of 2011 began on 2 January. On 14 January" goes on in 2011; a day of the last weeks is news.
    """
    last, published, year = context.last, context.published, context.year
    if year and published and year < published.year and context.lean <= 0:
        return cal.in_year(year, month, day)
    if last is None or published is None or not context.is_near or last.year >= published.year:
        return None
    if (this := cal.day_or_none(published.year, month, day or 1)) and published - _NEWS <= this <= published:
        return None
    for year in (last.year, last.year + 1):
        if day is None:
            period = cal.month_period(year, month)
        elif (found := cal.day_or_none(year, month, day)) is not None:
            period = cal.period_at(cal.DAY, found)
        else:
            continue
        if last.replace(day=1) <= period.start <= min(last + _FOLLOWS, published) and period.end >= last:
            return period
    return None


_FOLLOWS, _NEWS = dt.timedelta(days=62), dt.timedelta(days=31)


def _with_year(year: int, month: int | None, day: int | None, parts: dict[str, int]) -> Sense | None:
    if not cal.year_in_range(year):
        return None
    if month is None:
        return of_period(cal.period_at(cal.YEAR, dt.date(year, 1, 1)), Anchor.EXPLICIT, parts)
    found = cal.in_year(year, month, day) if 1 <= month <= 12 else None
    return of_period(found, Anchor.EXPLICIT, parts) if found else None


def _nearest(days: list[dt.date], context: Context) -> dt.date | None:
    """Choose among the same day of several years by tense, then by nearness."""
    published = context.published
    if published is None or not days:
        return None
    past = max((day for day in days if day <= published), default=None)
    coming = min((day for day in days if day >= published), default=None)
    if past is None or coming is None:
        return past or coming
    ahead, back = (coming - published).days, (published - past).days
    if context.lean > 0:
        return past if back < 30 and ahead > 300 else coming
    if context.lean == TOLD:
        return past
    limit = _COMING_DAYS if context.lean < 0 else _NEAR_DAYS
    return coming if ahead <= limit and back > 270 else past


def _month_near(month: int, context: Context) -> cal.Period:
    published = context.published or dt.date(2000, 1, 1)
    is_future = context.lean > 0
    year = published.year
    if is_future and month < published.month:
        year += 1
    is_coming = (month - published.month) % 12 <= (1 if context.lean < 0 else 2) and context.lean != TOLD
    if not is_future and is_coming and not context.is_since:
        year += month < published.month
    elif not is_future and month > published.month:
        year -= 1
    return cal.month_period(year, month)


def year_of(match: Match) -> int | None:
    """Give the year that a match tells, also "'98", "of 87" and in words."""
    year: int | None = match.any("year", "word_year")
    if year is None and (match.has("yy") or match.has("bare_yy")):
        short = int(match.any("yy", "bare_yy"))
        year = short + (1900 if short > 40 else 2000)
    return year


def parts_of(match: Match, context: Context | None = None) -> dict[str, int]:
    """Give the parts of a date that a match tells."""
    found = {"year": year_of(match), "month": match.value("month"), "day": match.any("day", "ordinal")}
    if context and context.last and match.has("unit_year") and match.has("that"):
        found["year"] = context.last.year  # "on 6 June of that year"
    elif context and context.published and found["year"] is None and match.has("unit_year"):
        found["year"] = context.published.year + int(match.any("last", "next", "this") or 0)
    return {name: int(value) for name, value in found.items() if value is not None}


def shifted_parts(match: Match, sense: Sense | None, context: Context) -> Sense | None:
    """Take "this", "last", "next" before a date without a year into account."""
    if sense is None or "year" in sense.parts or context.published is None or sense.value.from_ is None:
        return sense
    published = context.published
    parts = sense.parts
    if match.has("this") and match.value("this") == 0:
        return fill({**parts, "year": published.year}, context)
    if match.has("next"):
        year = published.year if sense.value.from_.replace(year=published.year) > published else published.year + 1
        return fill({**parts, "year": year}, context)
    if match.has("last"):
        return fill(parts, Context(published - dt.timedelta(days=1), context.last, -1))
    return sense


def calendar_day(match: Match, context: Context) -> Sense | None:
    """Read “July 19, 19 July 2023, Friday the 19th of July, 7 de 5 de 1968”."""
    parts = parts_of(match, context)
    if "month" not in parts and len(match.values("day")) > 1:
        parts["month"] = int(match.values("day")[1])
    if match.has("bare_yy") and match.word_after() not in {"-", "]", ")", "("}:
        return None
    sense = _hung_on_publication(match, fill(parts, context))
    if sense and match.has("weekday") and "year" not in sense.parts and sense.value.from_:
        sense = _on_weekday(sense, int(match.value("weekday")), context)
    return shifted_parts(match, sense, context)


def _on_weekday(sense: Sense, weekday: int, context: Context) -> Sense:
    """Prefer a neighbouring year in which the day falls on the weekday that the text names."""
    day = sense.value.from_
    if day is None or day.isoweekday() == weekday or context.published is None:
        return sense
    for year in (day.year + 1, day.year - 1):
        other = cal.day_or_none(year, day.month, day.day)
        if other and other.isoweekday() == weekday and abs((other - context.published).days) < 366:
            return of_period(cal.period_at(cal.DAY, other), Anchor.PUBLISHED, sense.parts)
    return sense


def full_date(match: Match, context: Context) -> Sense | None:
    """Read “17/9/2014, and 17/9 where something tells that it is a date”."""
    if match.has("fulldate"):
        year, month, day = match.value("fulldate")
        return fill({"year": year, "month": month, "day": day}, context)
    is_bare = match.groups.end() - match.groups.start() == 1
    if is_bare and (match.item("daymonth").norm.replace(" ", "") in _FRACTIONS or match.word_before()[:1].isdecimal()):
        return None
    words = match.words.values
    is_end = match.word_before() in {**words["from"], **words["between"], **words["to"], **words["and"]}
    is_end = is_end or match.word_after() in words["to"]
    if is_bare and not (is_end and "/" in match.item("daymonth").norm):
        return None
    month, day = match.value("daymonth")
    if match.has("weekday") and "-" in match.item("daymonth").norm:
        return _on_its_weekday(month, day, int(match.value("weekday")), context)
    return shifted_parts(match, fill({"month": month, "day": day}, context), context)


def _on_its_weekday(month: int, day: int, weekday: int, context: Context) -> Sense | None:
    """Read "Friday 7-6" as a date only where that day is a Friday; hours are written so too."""
    published = context.published
    if published is None:
        return None
    days = [found for year in (0, -1, 1) if (found := cal.day_or_none(published.year + year, month, day))]
    near = sorted(
        (each for each in days if each.isoweekday() == weekday), key=lambda each: abs((each - published).days)
    )
    return of_period(cal.period_at(cal.DAY, near[0]), Anchor.PUBLISHED) if near else None


def month_year(match: Match, context: Context) -> Sense | None:
    """Read “July 2023, 2023-07”."""
    if match.has("yearmonth"):
        year, month = match.value("yearmonth")
        return fill({"year": year, "month": month}, context)
    return _hung_on_publication(match, fill(parts_of(match, context), context))


def _hung_on_publication(match: Match, sense: Sense | None) -> Sense | None:
    """Mark a date whose year is "last year" as reckoned from publication."""
    if sense is None or not match.has("unit_year") or match.any("last", "next", "this") is None:
        return sense
    return replace(sense, value=replace(sense.value, anchor=Anchor.PUBLISHED))


def bare_month(match: Match, context: Context) -> Sense | None:
    """Read “In July”."""
    return fill({"month": int(match.value("month"))}, context)


def bare_year(match: Match, context: Context) -> Sense | None:
    """Read “In 1987, fiscal 1989; no count of people, no part of a telephone number”."""
    if not match.has("word_before_year") and not _is_year(match):
        return None
    return fill({"year": int(match.value("year"))}, context)


def _is_year(match: Match) -> bool:
    """Tell by the words around it whether four digits are a year."""
    before, after = match.word_before(), match.word_after()
    settings, value = match.words.settings["not_year"], int(match.item("year").value)
    is_modern = 1900 <= value <= 2100
    if after in settings["clock_after"] or _is_part_of_code(match):
        return False
    if before in settings["strong"] and is_modern:
        return True
    is_reached = before in settings["reached"] and not _is_date_end(match.word_before(2), match)
    is_count = is_reached or before in settings["before"] or after in settings["after"]
    is_noun_after = after.isalpha() and after not in settings["goes_on"] and before not in {"(", ","}
    if is_count or (before in settings["determiners"] and not is_modern):
        return False
    is_led = before in match.words.values["in_prep"] or before in settings["determiners"]
    return is_led or (1700 <= value <= 2100 and not is_noun_after)


def _is_part_of_code(match: Match) -> bool:
    """Whether figures, slashes or dashes tie the digits to a telephone number, an address or the like."""
    before, after = match.word_before(), match.word_after()
    if before[:1].isdecimal() or {before, after} & {"/", "@", "=", "_", ":"}:
        return True
    goes_on = after == "-" and match.word_after(1)[:1].isdecimal() and not _is_year_word(match.word_after(1))
    place = match.groups.start()
    is_tied = before == "-" and match.items[place - 1].end == match.item("year").start
    return goes_on or (is_tied and not _is_year_word(match.word_before(2)))


def _is_date_end(word: str, match: Match) -> bool:
    """Whether a word can end the date that a range begins with ("2014 to 2018"), so that no number is reached."""
    return _is_year_word(word) or word in match.words.values["month"] or word in match.words.values["unit"]


def _is_year_word(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


def day_list(match: Match, context: Context) -> Sense | None:
    """Read “1 and 2 July; the 27th, 28th and 29th of May: one window where the days follow each other”."""
    days = sorted({int(_number(match, item)) for item in [*match.all("day"), *match.all("ordinal")]})
    ends = [fill({**_month_and_year(match), "day": day}, context) for day in (days[0], days[-1])]
    if not ends[0] or not ends[1] or len(days) < 2 or _ends_in_count(match):
        return None
    return window(ends[0], ends[1])


def _ends_in_count(match: Match) -> bool:
    """Tell "on January 25, 26 people" and "January 25, nine of them" from "January 25, 26": a count follows."""
    if "month" not in match.words.classes_of.get(match.items[match.groups.start()].letter, ()):
        return False
    days = [*match.all("day"), *match.all("ordinal")]
    if max(days, key=lambda day: day.start).norm.isalpha() and not match.has("ordinal"):
        return True
    return not match.has("and") and (
        _number(match, days[0]) >= _number(match, days[-1]) or match.word_after() not in _ENDS_LIST
    )


_ENDS_LIST = frozenset({"", ".", ",", ";", ":", ")", "in", "at", "during", "before", "after", "when", "as"})


def day_range(match: Match, context: Context) -> Sense | None:
    """Read “From 6 to 9 September”."""
    days = [int(_number(match, item)) for item in [*match.all("day"), *match.all("ordinal")]][:2]
    base = _month_and_year(match)
    if not base and match.has("next") and context.published:
        later = cal.shifted(cal.MONTH, context.published, 1).start
        base = {"year": later.year, "month": later.month}
    if len(days) < 2 or not base or days[0] >= days[1]:
        return None
    first, last = (fill({**base, "day": day}, context) for day in days)
    return window(first, last) if first and last else None


def _month_and_year(match: Match) -> dict[str, int]:
    return {name: value for name, value in parts_of(match).items() if name != "day"}


def _number(match: Match, item: object) -> int:
    value = getattr(item, "value", None)
    return int(value if value is not None else match.words.values["ordinal"].get(getattr(item, "norm", ""), 1))


def window(first: Sense, last: Sense) -> Sense | None:
    """Give the days from one date to another as one window (codebook D4)."""
    start, end = first.value.from_, last.value.to
    timex = f"{first.value.timex}/{last.value.timex}"
    if start is None or end is None:
        return unknown(timex, Precision.WINDOW)
    if end < start:
        return None
    is_day = first.value.precision is last.value.precision is Precision.DAY
    precision = Precision.WINDOW if is_day else last.value.precision or Precision.WINDOW
    anchor = Anchor.EXPLICIT if first.value.anchor is last.value.anchor is Anchor.EXPLICIT else last.value.anchor
    return of_days(start, end, timex, precision, anchor)


def holiday(match: Match, context: Context) -> Sense | None:
    """Read “Christmas; Independence Day of 1990; Labour Day weekend”."""
    rule = match.value("holiday")
    if rule == "national":
        rule = national_day_rule(match.words_around(_COUNTRY_REACH), context.place)
    if rule is None:
        return None
    year = year_of(match)
    anchor = Anchor.EXPLICIT if year else Anchor.PUBLISHED
    unit_year = match.any("last", "this", "next") if match.has("unit") and match.value("unit") == "Y" else None
    if context.published and unit_year is not None:
        year = context.published.year + int(unit_year)
    if year is None and context.published is None:
        return unknown(f"XXXX-{rule}" if rule[0].isdecimal() and "w" not in rule else "XXXX", Precision.DAY)
    if year is None and (match.has("last") or match.has("next")):
        day = _strictly(rule, context.published or dt.date.min, is_past=match.has("last"))
    elif year is None:
        days = [holiday_day(rule, (context.published or dt.date.min).year + offset) for offset in (-1, 0, 1)]
        day = _nearest([d for d in days if d], context)
    else:
        day = holiday_day(rule, year) if cal.year_in_range(year) else None
    if day is None:
        return None
    if cal.WEEKEND in match.values("unit"):
        return of_days(*_long_weekend(day), f"{cal.period_at(cal.WEEKEND, day).timex}", Precision.WINDOW, anchor)
    return of_period(cal.period_at(cal.DAY, day), anchor)


def _strictly(rule: str, published: dt.date, *, is_past: bool) -> dt.date | None:
    """Give the last holiday before publication, or the next one after it."""
    days = [day for offset in (-1, 0, 1) if (day := holiday_day(rule, published.year + offset))]
    past, coming = [day for day in days if day < published], [day for day in days if day > published]
    return max(past, default=None) if is_past else min(coming, default=None)


def _long_weekend(day: dt.date) -> tuple[dt.date, dt.date]:
    """Give the weekend that a holiday lengthens."""
    if day.weekday() <= 1:
        return day - dt.timedelta(days=day.weekday() + 2), day
    return min(day, cal.period_at(cal.WEEKEND, day).start), cal.period_at(cal.WEEKEND, day).end


def decade(match: Match, _context: Context) -> Sense | None:
    """Read “The 1990s, the '90s, the nineties”."""
    value = int(match.any("year", "yy", "decade_word", "number"))
    if value % 10 or not 20 <= value < 2200 or (match.has("yy") and not _is_decade(match, value)):
        return None
    if value < 100:
        value += 1900 if value >= 20 else 2000
    period = cal.period_at(cal.DECADE, dt.date(value, 1, 1))
    thirds = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(match.any("start", "mid", "end"))
    if thirds:
        start, end = (dt.date(value + step, 1, 1) for step in thirds)
        return of_days(start, end.replace(month=12, day=31), period.timex, Precision.DECADE, Anchor.EXPLICIT)
    return of_period(period, Anchor.EXPLICIT)


def _is_decade(match: Match, value: int) -> bool:
    """Whether "80s" is a decade: "the '80s" and "the 80s" are, "in his 20s" and "the upper 60s" are not."""
    if match.has("quote") or match.has("decade_intro"):
        return True
    settings = match.words.settings["not_year"]
    is_led = match.has("the") or match.word_before() in settings["strong"]
    return value >= 50 and is_led and match.word_before() not in settings["not_decade"]


def century(match: Match, _context: Context) -> Sense | None:
    """Read “The 15th century, siglo XXI”."""
    number = int(match.any("ordinal", "number", "roman") or 0)
    if not 1 < number < 22:
        return None
    return of_period(cal.period_at(cal.CENTURY, dt.date((number - 1) * 100, 1, 1)), Anchor.EXPLICIT)
