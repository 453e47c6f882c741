"""A sentence or a day in, whether it is of another time than the deeds that a text reports out: one measure for all."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from constancia.coding.clauses.syntax import ClauseKind, Parse, Tag, Tense
from constancia.coding.status.happened import tells_where_it_was
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Story
from constancia.coding.when.days import usable
from constancia.model import DateValue, Mention
from constancia.words import fold

LONG = dt.timedelta(days=45)
"""A day so far before another is of another time; chosen on the hard sentences (codebook, S9 and X8)."""

_SINCE = re.compile(r"\b(?:since|from|desde|hasta|until|till|a partir de|en lo que va de)(?: [\w]+){0,2} $")
_BEFORE = 24  # characters before a day in which a beginning shows


def looks_back(story: Story, sentence: int, day: dt.date | None) -> bool:
    """Tell "in November 2019 eleven died", behind a deed of `day`, from what goes on telling of the deed.

    All days that the sentence names end long before it, and none of them begins a span.
    """
    dates = story.dates_in(sentence) if day is not None else ()
    ends = [_last_day(each) for each in dates if usable(each)]
    if day is None or not ends or not all(end is not None and is_long_before(end, day) for end in ends):
        return False
    return not any(_is_beginning(story, each) for each in dates)


def is_long_before(day: dt.date, other: dt.date) -> bool:
    """Tell whether a day is of another time than a later one."""
    return day < other - LONG


def _last_day(mention: Mention) -> dt.date | None:
    value = mention.value
    return value.to if isinstance(value, DateValue) else None


def _is_beginning(story: Story, mention: Mention) -> bool:
    start = mention.start
    return bool(_SINCE.search(fold(story.reading.text.text[max(start - _BEFORE, 0) : start])))


def is_of_another_deed(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the day of what a noun tells was done long ago ("against the law passed in March 2021") from the deed's."""
    value, published = mention.value, story.reading.text.published
    last = value.to if isinstance(value, DateValue) else None
    if published is None or last is None or not is_long_before(last, published) or _is_its_own(parse, mention, draft):
        return False
    at = parse.word_at(mention.start)
    verb = next((each for each in parse.verbs if at - _RIGHT_BEHIND <= each.last < at), None)
    if verb is None or verb.tense is not Tense.PARTICIPLE or verb.first <= draft.trigger.last_word:
        return False
    if status_words(story.reading.language).is_verb("happen", verb):
        return False  # "a march held in March"
    noun = next((group for group in parse.nouns if group.last == verb.first - 1), None)
    return noun is not None and noun.first > draft.trigger.last_word and noun.preposition not in _AT_THE_TIME


def _is_its_own(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the day of "a killing committed on 1 June", a noun's own however long ago."""
    return not draft.trigger.is_verb and tells_where_it_was(parse, draft.trigger.last_word, mention)


def is_of_an_aside(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the day of "a curfew on Kaya, where nine died in an attack in 2021" from the curfew's."""
    if _is_of_who_they_were(story, parse, mention, draft) or _is_of_what_had_been(story, parse, mention, draft):
        return True
    value, published = mention.value, story.reading.text.published
    last = value.to if isinstance(value, DateValue) else None
    if published is None or last is None or not is_long_before(last, published) or mention.start < draft.trigger.end:
        return False
    if _is_its_own(parse, mention, draft):
        return False
    at = parse.word_at(mention.start)
    opens = aside_before(parse, draft.trigger.last_word, at)
    if opens is None:
        return False
    words = status_words(story.reading.language)
    verb = next((each for each in parse.verbs if opens < each.first), None)
    is_its_own = verb is not None and verb.first < at and any(words.is_verb(name, verb) for name in _OF_THE_DEED)
    return not is_its_own


def _is_of_who_they_were(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the day of "teachers sacked last year picketed", which only says who they are, from that of the picket."""
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    own = parse.clauses[parse.clause_at[draft.trigger.word]]
    if home.kind not in _EMBEDDED or home.verb is None or own.verb is None or mention.start > draft.trigger.start:
        return False
    is_around = own.kind is ClauseKind.MAIN and own.subject is not None and own.subject.last < home.first
    is_past = home.verb.last < parse.word_at(mention.start) and home.last < own.verb.first
    words = status_words(story.reading.language)
    return is_around and is_past and not any(words.is_verb(name, home.verb) for name in _OF_THE_DEED)


def _is_of_what_had_been(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the month of "freed the girls they had seized in January" from that of their release."""
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    own = parse.clauses[parse.clause_at[draft.trigger.word]]
    if home.index <= own.index or home.verb is None or own.verb is None or not draft.trigger.is_verb:
        return False
    is_earlier = home.verb.is_perfect and parse.words[home.verb.first].norm == "had" and not own.verb.is_perfect
    words = status_words(story.reading.language)
    return is_earlier and not any(words.is_verb(name, home.verb) for name in _OF_THE_DEED)


_EMBEDDED = frozenset({ClauseKind.PARTICIPLE, ClauseKind.RELATIVE})


def aside_before(parse: Parse, trigger: int, at: int) -> int | None:
    """Give the word that opens the relative clause in which word `at` stands, if a deed stands before it."""
    for index in range(at - 1, trigger, -1):
        word = parse.words[index]
        if word.norm in _CLOSES:
            return None
        if word.tag is Tag.RELATIVE:
            return index if word.norm in _WHERE or index - trigger > _BESIDE else None
    return None


_CLOSES = frozenset({",", ";", ":"})
_WHERE = frozenset({"where", "donde"})
_BESIDE = 2  # words between a deed and its own "which began in 2019"
_OF_THE_DEED = ("happen", "under_way", "plan", "last")
_RIGHT_BEHIND = 3  # words between a participle and its day: "abatidos el 9 de enero", "shot dead on 9 January"
_AT_THE_TIME = frozenset({"during", "after", "durante", "tras", "at", "in", "en"})


def is_far_ahead(story: Story, mention: Mention) -> bool:
    """Tell a year that no deed is planned for: "Sarmiento 2060" is an address, "the 2050 goals" date no march."""
    published, day = story.reading.text.published, cast("DateValue", mention.value).from_
    return published is not None and day is not None and day.year > published.year + _YEARS_AHEAD


_YEARS_AHEAD = 2
