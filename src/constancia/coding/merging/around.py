"""Two drafts in, whether what is told around the first sets it at another day or town than the second names, out.

"On Tuesday they marched in Ilo. Police fired gas. … In court, a man was charged over the attack of 1 June in Moquegua":
the gas names no day and no town, and yet it was not on 1 June.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from constancia.coding.story import Draft, Story
from constancia.model import DateValue, Mention, ReportDate, ReportPlace
from constancia.vocabulary import EVENT_STATUSES, Anchor, EventType, Feature, Precision
from constancia.words import fold

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_SENTENCES_BACK = 3
_TOWNS = (Feature.CITY, Feature.ADMIN2)


def is_set_apart(story: Story, earlier: Draft, later: Draft) -> bool:
    """Tell a deed told in passing from one that a later paragraph tells of at another day or in another town."""
    sentences = story.reading.sentences
    at = earlier.trigger.sentence
    if at != later.trigger.sentence and _goes_back(story, later):
        return True
    if sentences[at].is_headline or sentences[at].paragraph == sentences[later.trigger.sentence].paragraph:
        return False
    if earlier.date_mention is None and later.date_mention is not None and later.date is not None:
        day = next((each.date for each in _told_around(story, earlier) if each.date_mention is not None), None)
        if day is not None and _are_days_apart(day, later.date):
            return True
    is_open = earlier.place is None or earlier.place.feature is Feature.SITE
    if not is_open or later.place is None or later.place.feature not in _TOWNS:
        return False
    told = (each.place for each in _told_around(story, earlier) if each.place_mention is not None)
    town = next((place for place in told if place is not None and place.feature in _TOWNS), None)
    return town is not None and not _may_be_one(town, later.place)


def _goes_back(story: Story, draft: Draft) -> bool:
    """Tell what was done so long before the deed told just now: "Two days earlier guards had beaten them there"."""
    day = draft.date_mention
    return day is not None and draft.extent[0] <= day.start and is_counted_back(day) and not _is_known(story, draft)


def is_counted_back(day: Mention) -> bool:
    """Tell "two days earlier", "la víspera": a day before one that the text told, which it leaves only for that."""
    is_of_text = isinstance(day.value, DateValue) and day.value.anchor is Anchor.TEXT
    return is_of_text and _BACK.search(fold(day.text)) is not None


_BACK = re.compile(r"\b(?:antes|previ[oa]|anterior|vispera|before|earlier|previous|preceding)\b")


def _is_known(story: Story, draft: Draft) -> bool:
    """Tell "the attack two days earlier", told of as known."""
    parse = story.parse(draft.trigger.sentence)
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    return not draft.trigger.is_verb and group is not None and group.is_definite


def _told_around(story: Story, draft: Draft) -> Iterator[Draft]:
    """Give the deeds told just before another one, the nearest first."""
    for other in reversed(story.drafts):
        back = draft.trigger.sentence - other.trigger.sentence
        is_before = 0 <= back <= _SENTENCES_BACK and other.trigger.start < draft.trigger.start
        if is_before and other.type in _DEEDS and other.status in EVENT_STATUSES:
            if story.reading.sentences[other.trigger.sentence].is_headline:
                return
            yield other


def _are_days_apart(one: ReportDate, two: ReportDate) -> bool:
    if one.from_ is None or two.from_ is None or one.precision is not Precision.DAY:
        return False
    return (one.to or one.from_) < two.from_ or (two.to or two.from_) < one.from_


def _may_be_one(one: ReportPlace, two: ReportPlace) -> bool:
    return one.name in (two.name, two.admin1, two.admin2) or two.name in (one.admin1, one.admin2)
