"""A deed's sentence in, the day told by its number alone out: "El 14, docentes …", "on the 12th nurses will"."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.story import Draft, Story
from constancia.model import DateValue, Mention
from constancia.vocabulary import Anchor, Precision, Status, TimexType
from constancia.words import fold

_OPENING = re.compile(
    r"\W{0,3}(?:(?:y|pero|and|but|then|luego) )?"
    r"(?:el (?:pasado )?(?:dia )?(?P<es>\d{1,2})"
    r"(?=,| por la | en la | de madrugada| al (?:mediodia|amanecer|anochecer))"
    r"|(?:on )?the (?P<en>\d{1,2})(?:st|nd|rd|th)(?=,))"
)
_WITHIN = re.compile(
    r"\bon the (?P<en>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=,| (?:his|her|their|its|our|the|a|an|some|about|at|in|more|police|workers|teachers|students|unions)\b)"
)
_MONTHS = (-2, -1, 0, 1)


def numbered_day(story: Story, draft: Draft) -> Mention | None:
    """Give the day of the month that stands before a deed without its month; none where another day stands between."""
    published = story.reading.text.published
    sentence = story.reading.sentences[draft.trigger.sentence]
    words = fold(story.reading.text.text[sentence.start : draft.trigger.start])
    found = _OPENING.match(words) or max(_WITHIN.finditer(words), key=re.Match.start, default=None)
    if found is None or published is None:
        return None
    at = (sentence.start + found.start(found.lastgroup or 0), sentence.start + found.end())
    days = [mention for mention in story.dates_in(draft.trigger.sentence) if _is_day(mention)]
    if any(at[0] <= mention.start < draft.trigger.start for mention in days):
        return None
    number = int(found["es"] or found["en"]) if found.re is _OPENING else int(found["en"])
    day = _nearest(story, draft, number, published, at[0])
    if day is None:
        return None
    value = DateValue(TimexType.DATE, day.isoformat(), day, day, Precision.DAY, Anchor.TEXT)
    return Mention(*at, story.reading.text.text[at[0] : at[1]], value, "the day of the month")


def _nearest(story: Story, draft: Draft, number: int, published: dt.date, at: int) -> dt.date | None:
    """Give the day to come of what is planned; of what was done the one nearest to the day that was told before."""
    first = published.replace(day=1)
    months = [(first.year * 12 + first.month - 1 + step) for step in _MONTHS]
    days = [day for month in months if (day := _day(month // 12, month % 12 + 1, number)) is not None]
    if draft.status in (Status.PLANNED, Status.THREATENED):
        return min((day for day in days if day >= published), default=None)
    past = [day for day in days if day <= published]
    told = [
        value.from_
        for mention in story.reading.mentions
        if mention.end <= at and isinstance(value := mention.value, DateValue) and _is_day(mention)
    ]
    base = next((day for day in reversed(told) if day is not None and day <= published), published)
    return min(past, key=lambda day: abs(day - base), default=None)


def _day(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def _is_day(mention: Mention) -> bool:
    value = mention.value
    is_date = isinstance(value, DateValue) and value.type in (TimexType.DATE, TimexType.TIME)
    return is_date and value.from_ is not None and value.precision is Precision.DAY  # type: ignore[union-attr]
