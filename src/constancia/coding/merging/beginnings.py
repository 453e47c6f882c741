"""Two drafts of what lasts in, whether the later word tells when the earlier deed began out: it is one deed (X1)."""

from __future__ import annotations

import dataclasses

from constancia.coding.clauses.syntax import ClauseKind, Tense
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Mode, Status

_LASTING = frozenset({Mode.OBSTRUCT, Mode.STRIKE, Mode.HUNGER, Mode.BOYCOTT})
_BEGINS = words_of("beginnings", "begins")
_LONGEST_DAYS = 60  # what began earlier is as likely another of its kind


def is_its_beginning(story: Story, earlier: Draft, later: Draft) -> bool:
    """Tell "The road block had begun on Monday" of the block that was cleared on Thursday from another block."""
    if later.mode not in _LASTING or earlier.mode is not later.mode or later.trigger.is_verb:
        return False
    day, begun = earlier.first_day, later.first_day
    if begun is None or later.date_mention is None or (day and not 0 < (day - begun).days <= _LONGEST_DAYS):
        return False
    if later.place_mention is not None and earlier.place is not None and later.place != earlier.place:
        return False
    parse = story.parse(later.trigger.sentence)
    clause = parse.clauses[parse.clause_at[later.trigger.word]]
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or not subject.is_definite or not subject.first <= later.trigger.word:
        return False
    is_subject = later.trigger.word <= subject.last
    return is_subject and verb.lemma in _BEGINS and verb.tense is Tense.PAST and not verb.is_negated


def begin_with(story: Story, home: Draft, later: Draft) -> None:
    """Let a deed begin on the day that the later word tells, which names it where the earlier one only says who."""
    trigger, parse = home.trigger, story.parse(home.trigger.sentence)
    is_headline = story.reading.sentences[trigger.sentence].is_headline
    if is_headline or parse.clauses[parse.clause_at[trigger.word]].kind is not ClauseKind.MAIN:
        home.echoes = [home.trigger, *(echo for echo in home.echoes if echo is not later.trigger)]
        home.trigger = later.trigger
    if home.status is Status.BACKGROUND:
        home.status = later.status
    if later.date is not None:
        last = home.date.to if home.date is not None and home.date_mention is not None else later.date.to
        home.date, home.date_mention = dataclasses.replace(later.date, to=last), later.date_mention
