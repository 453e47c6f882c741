"""Mentions of dates in, whether a deed may take its day from them; or that of who tells of it, if it has no other."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.story import Draft
from constancia.model import DateValue, Mention, ReportDate
from constancia.vocabulary import EVENT_STATUSES, Precision, TimexType
from constancia.words import fold

_COUNTER = re.compile(r"(?<!el )\b(?:day|dia)\s+\d{1,4}\b(?!\s*(?:de|of)\b)")


# "By the end of the day", "later in the day": of the day told of, which is not that of the text.
_OF_THE_DAY = re.compile(
    r"(?:the |el |la )?(?:end|close|course|rest|start|beginning|middle|final|fin|cierre|resto|comienzo|inicio) "
    r"(?:of|de|del) (?:the |la )?(?:day|dia|jornada)|de la jornada"
    r"|(?:later|earlier|late|early) (?:in|on|that) (?:the )?day|mas tarde"
)


def usable(mention: Mention) -> bool:
    """Tell whether a mention is of a day or days that may date a deed; "day 12" is not (D7)."""
    value = mention.value
    return (
        isinstance(value, DateValue)
        and value.type in (TimexType.DATE, TimexType.TIME)
        and (value.from_ is not None or value.to is not None)
        and not _OF_THE_DAY.fullmatch(fold(mention.text))
        and not (any(mark.isdigit() for mark in mention.text) and _COUNTER.search(fold(mention.text)))
    )


def is_date(mention: Mention) -> bool:
    """Tell whether a mention is of a day or days, and of no hour, span or rate."""
    return isinstance(mention.value, DateValue) and mention.value.type is TimexType.DATE


def date_by_saying(draft: Draft) -> None:
    """Date a deed that only the day dates on which somebody told of it: that day or the one before it, as D6 has it."""
    value = draft.said_on.value if draft.said_on is not None else None
    if draft.date is not None or draft.said_on is None or not isinstance(value, DateValue) or value.to is None:
        return
    if draft.status not in EVENT_STATUSES or value.precision is not Precision.DAY:
        return
    mention = draft.said_on
    first = value.to - dt.timedelta(days=1)
    draft.date = ReportDate(first, value.to, Precision.WINDOW, mention.text, mention.start, mention.end)
    draft.why.append(f"date: told of on {mention.text}")
