"""A protest told of by a noun in, the clause behind it that tells who set it up, and when, out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse
from constancia.coding.story import Draft, Story
from constancia.coding.when.days import usable
from constancia.coding.word_sets import words_of
from constancia.model import Mention
from constancia.vocabulary import EventType

_SETS_UP = words_of("set_up", "sets_up")
_BEHIND = frozenset({ClauseKind.RELATIVE, ClauseKind.PARTICIPLE})
_GAP = 2  # words between the noun and the verb's clause


def set_up_clause(draft: Draft, parse: Parse) -> Clause | None:
    """Give the clause behind "the barricade | that residents put up on Monday", "la barricada | levantada por …"."""
    if draft.type is not EventType.PROTEST or draft.trigger.is_verb:
        return None
    own = parse.clause_at[draft.trigger.word]
    following = parse.clauses[own + 1] if own + 1 < len(parse.clauses) else None
    if following is None or following.kind not in _BEHIND or following.verb is None:
        return None
    is_next = 0 < following.first - draft.trigger.last_word <= _GAP
    return following if is_next and following.verb.lemma in _SETS_UP else None


def set_up_day(story: Story, draft: Draft) -> Mention | None:
    """Give the day on which a protest was set up, where the clause behind its noun tells it: the first of its days."""
    parse = story.parse(draft.trigger.sentence)
    clause = set_up_clause(draft, parse)
    if clause is None:
        return None
    start, end = parse.words[clause.first].start, parse.words[clause.last].end
    days = (each for each in story.dates_in(draft.trigger.sentence) if start <= each.start < end and usable(each))
    return next(days, None)
