"""A figure and a time in, whether the time is another's out: "In June 2016 a raid …", "a camp held since May"."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.story import Draft, Story
from constancia.model import DateValue, Mention
from constancia.vocabulary import EventType, Measure, Precision, TimexType

_LONG = dt.timedelta(days=45)
_COUNTED = HARM | {Measure.PARTICIPANTS}


def is_of_bygone_time(story: Story, line: Line, figure: Figure, home: Draft | None) -> bool:
    """Tell "In June 2016 a similar raid left eight dead", told of no deed, from the dead of the deed told before.

    The time stands before the figure, ends long before the home's own day, and no later one stands in the sentence.
    """
    if home is None or figure.measure not in _COUNTED:
        return False
    at = story.reading.text.published if home.date is None else home.date.from_
    dates = [each for each in story.dates_in(line.index) if _is_date(each)]
    if at is None or not dates or any(trigger.sentence == line.index for trigger in (home.trigger, *home.echoes)):
        return False
    return dates[0].start < figure.start and all(_ends_before(each, at - _LONG) for each in dates)


def _is_date(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and mention.value.type is TimexType.DATE


def _ends_before(mention: Mention, day: dt.date) -> bool:
    value = mention.value
    return isinstance(value, DateValue) and value.to is not None and value.to <= day


_RELATIVE = re.compile(r"\b(?:que|that|which|where|donde|who|quienes)\s")
_DONE = frozenset({EventType.ASSAULT, EventType.COERCE})


def is_of_what_lasts(story: Story, line: Line, figure: Figure, since: Mention, words: FigureWords) -> bool:
    """Tell the beginning of "a camp that teachers have held since 3 May", where somebody died on a day, from a toll's.

    A deed done to people, told by a noun, or a day stands before the relative that opens what lasts.
    """
    is_behind = figure.end < since.start
    begin = figure.end if is_behind else line.start
    between = line.words(begin, since.start)
    relatives = [match for match in _RELATIVE.finditer(between) if words.lasting.search(between, match.end())]
    if not relatives:
        return False
    opens = begin + relatives[-1].start()
    is_of_day = is_behind and any(
        _is_date(each) and getattr(each.value, "precision", None) is Precision.DAY and each.start < opens
        for each in story.dates_in(line.index)
    )
    return is_of_day or any(
        draft.type in _DONE and trigger.sentence == line.index and trigger.start < opens and not trigger.is_verb
        for draft in story.drafts
        for trigger in (draft.trigger, *draft.echoes)
    )
