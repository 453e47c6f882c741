"""A sentence and a draft in, whether the sentence tells only of days long before the draft's out."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.story import Draft, Story
from constancia.coding.when.days import usable
from constancia.model import DateValue, Mention
from constancia.words import fold

_FAR = dt.timedelta(days=45)
_SINCE = re.compile(r"\b(?:since|from|desde|hasta|until|till|a partir de|en lo que va de)(?: [\w]+){0,2} $")
_BEFORE = 24  # characters before a day in which a beginning shows


def looks_back(story: Story, sentence: int, draft: Draft) -> bool:
    """Tell "in November 2019 eleven died", behind a deed of this week, from what goes on telling of the deed."""
    day = draft.date.from_ if draft.date is not None else None
    dates = story.dates_in(sentence) if day is not None else ()
    ends = [_last_day(each) for each in dates if usable(each)]
    if day is None or not ends or not all(end is not None and end < day - _FAR for end in ends):
        return False
    return not any(_is_beginning(story, each) for each in dates)


def _last_day(mention: Mention) -> dt.date | None:
    value = mention.value
    return value.to if isinstance(value, DateValue) else None


def _is_beginning(story: Story, mention: Mention) -> bool:
    start = mention.start
    return bool(_SINCE.search(fold(story.reading.text.text[max(start - _BEFORE, 0) : start])))
