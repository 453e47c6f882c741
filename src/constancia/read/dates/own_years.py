"""Days without a year, in a text of unknown day, to the year that the text itself gives a day near them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from constancia.model import DateValue, Mention
from constancia.vocabulary import Anchor, TimexType

_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
# "July 19, 2023" tells the year of "July 22nd" in the same text, not that of a day months away.
_NEAR = dt.timedelta(days=31)


def with_own_years(mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions, days without a year dated by the nearest full date of the text; far ones stay open."""
    known = [
        value.from_
        for mention in mentions
        if isinstance(value := mention.value, DateValue) and value.anchor is Anchor.EXPLICIT and _is_day(value)
    ]
    full = [day for day in known if day is not None]
    return [_dated(mention, full) for mention in mentions] if full else list(mentions)


def _is_day(value: DateValue) -> bool:
    return value.from_ is not None and value.from_ == value.to


def _dated(mention: Mention, known: Sequence[dt.date]) -> Mention:
    value = mention.value
    if not isinstance(value, DateValue) or value.type is not TimexType.DATE or value.from_ is not None:
        return mention
    parts = _NO_YEAR.findall(value.timex)
    days = [_nearest(int(month), int(day), known) for month, day in parts]
    if not days or None in days:
        return mention
    first, last = min(day for day in days if day), max(day for day in days if day)
    timex = _NO_YEAR.sub(lambda match: f"{first.year}-{match[1]}-{match[2]}", value.timex)
    own = replace(value, timex=timex, from_=first, to=last, anchor=Anchor.TEXT)
    return replace(mention, value=own, why=f"{mention.why or ''}; year of the text".lstrip("; "))


def _nearest(month: int, day: int, known: Sequence[dt.date]) -> dt.date | None:
    """Give the day in the year that brings it nearest to a full date of the text, if near enough."""
    choices = []
    for each in known:
        for year in (each.year - 1, each.year, each.year + 1):
            try:
                choice = dt.date(year, month, day)
            except ValueError:
                continue
            choices.append((abs(choice - each), choice))
    nearest = min(choices, default=None)
    return nearest[1] if nearest and nearest[0] <= _NEAR else None
