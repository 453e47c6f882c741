"""A day in its story in, whether it is of what is only looked back at out: "They had been arrested on 13 May"."""

from __future__ import annotations

import datetime as dt

from constancia.coding.clauses.syntax import Tense
from constancia.coding.story import Story
from constancia.model import DateValue

_SENTENCES = 4


def tells_before(story: Story, sentence: int, start: int) -> bool:
    """Tell whether the verb of what stands at `start` tells what had been before: "had been", "habían sido"."""
    parse = story.parse(sentence)
    verb = parse.clauses[parse.clause_at[parse.word_at(start)]].verb
    return verb is not None and verb.is_perfect and verb.tense is Tense.PAST


def has_later_day(story: Story, sentence: int, day: dt.date) -> bool:
    """Tell whether the sentences before one name a later day that is past: the news is of that one."""
    published = story.reading.text.published
    days = (
        mention.value.from_
        for index in range(max(sentence - _SENTENCES, 0), sentence)
        for mention in story.dates_in(index)
        if isinstance(mention.value, DateValue) and not tells_before(story, index, mention.start)
    )
    return published is not None and any(each is not None and day < each <= published for each in days)
