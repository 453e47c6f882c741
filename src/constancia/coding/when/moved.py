"""A draft in its story in, the day to which its deed was moved out: "Saturday's march was put off to Monday"."""

from __future__ import annotations

import dataclasses
import datetime as dt

from constancia.coding.clauses.syntax import Clause, Parse
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Story
from constancia.coding.when.days import usable
from constancia.coding.word_sets import word_set
from constancia.model import DateValue, Mention
from constancia.vocabulary import EventType, Precision, Status


def moved_day(story: Story, draft: Draft) -> Mention | None:
    """Give the day to which a verb moves a protest, which is then planned for it; None where nothing moves it."""
    if draft.type is not EventType.PROTEST or draft.trigger.is_verb or draft.status not in _MAY_BE_MOVED:
        return None
    parse = story.parse(draft.trigger.sentence)
    words = status_words(story.reading.language)
    if not any(words.is_verb("move", verb) for verb in parse.verbs):
        return None
    clause = next((each for each in parse.clauses if words.is_verb("move", each.verb) and _holds(each, draft)), None)
    if clause is None or clause.verb is None or clause.verb.is_negated:
        return None
    for mention in story.dates_in(draft.trigger.sentence):
        day = _day_behind(story, parse, clause, mention)
        if day is not None:
            draft.status = Status.PLANNED
            draft.why.append(f"S3 {clause.verb.lemma} to a day")
            return day
    return None


def _holds(clause: Clause, draft: Draft) -> bool:
    """Tell whether a deed is what a verb is told of: its subject or its object."""
    groups = (clause.subject, clause.object)
    return any(group is not None and group.first <= draft.trigger.word <= group.last for group in groups)


def _day_behind(story: Story, parse: Parse, clause: Clause, mention: Mention) -> Mention | None:
    """Give a day that stands behind the verb and "to" or "para el"; of "from Monday to Friday" the last."""
    published, value = story.reading.text.published, mention.value
    if published is None or not usable(mention) or not isinstance(value, DateValue) or value.to is None:
        return None
    at = parse.word_at(mention.start)
    if clause.verb is None or not clause.verb.last < at or parse.clause_at[at] != clause.index:
        return None
    is_range = value.from_ != value.to and parse.words[at].norm in _FROM
    before = (word.norm for word in reversed(parse.words[clause.verb.last + 1 : at]) if word.norm not in _NEXT)
    if not is_range and (next(before, "") not in _TO or value.precision is not Precision.DAY):
        return None
    if not is_range:
        return mention
    day = value.to if value.to > published else value.to + dt.timedelta(days=7)
    return dataclasses.replace(mention, value=dataclasses.replace(value, from_=day, to=day, precision=Precision.DAY))


_MAY_BE_MOVED = frozenset({Status.OCCURRED, Status.PLANNED, Status.CANCELLED, Status.BACKGROUND})
_NEXT = word_set("the next this coming following el la dia proximo proxima este siguiente")
_TO = word_set("to until till for al para hasta a")
_FROM = word_set("from del desde")
