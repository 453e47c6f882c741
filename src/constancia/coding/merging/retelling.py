"""Two drafts of a kind in, what the later words make of the deed out: one that will come again, or news after all."""

from __future__ import annotations

import re

from constancia.coding.story import Draft, Story
from constancia.vocabulary import Form, Status
from constancia.words import fold


def is_to_be_repeated(story: Story, draft: Draft) -> bool:
    """Tell whether a deed is told to come again ("the protest will be repeated on 20 October"): another one."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    return verb is not None and verb.lemma in _REPEAT and draft.status is Status.PLANNED


_REPEAT = frozenset({"repeat", "recur", "repetir", "replicar", "reeditar", "reiterar"})


def is_adherence_to_plan(one: Draft, other: Draft) -> bool:
    """Tell who has joined a strike, "adhirieron al paro", from the strike itself, which is yet to come."""
    joined, plan = (other, one) if one.status is Status.PLANNED else (one, other)
    is_of_plan = plan.status is Status.PLANNED and joined.status in _TOLD and joined.form is plan.form is Form.STRIKE
    return is_of_plan and joined.date_mention is None and bool(_JOINS.match(fold(joined.trigger.text)))


_TOLD = frozenset({Status.OCCURRED, Status.ONGOING})
_JOINS = re.compile(r"(?:se )?(?:adhi|adhe|pleg|plieg|sum[aoe])|(?:have |has |will )?join")


def is_news_after_all(home: Draft, later: Draft) -> bool:
    """Tell whether a headline only follows upon a deed of which the text below tells with a day of its own."""
    if home.status is not Status.BACKGROUND or later.status is not Status.OCCURRED or home.date is not None:
        return False
    day = later.date_mention
    return day is not None and later.extent[0] <= day.start < later.extent[1]
