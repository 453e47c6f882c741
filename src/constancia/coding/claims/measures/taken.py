"""A story and one of its sentences in, out where it tells whom an arrest took: what is counted there is arrested."""

from __future__ import annotations

from constancia.coding.claims.line import Line
from constancia.coding.story import Draft, Story
from constancia.vocabulary import Mode, Status

Span = tuple[int, int]
_TAKEN = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND})
"""A charge takes nobody into custody (codebook, S10)."""


def spans_of_taken(story: Story, line: Line) -> list[Span]:
    """Give the offsets of the groups that arrests of a sentence are done to: "took 16 dockers from their hall"."""
    arrests = [
        draft
        for draft in story.drafts
        if draft.mode is Mode.ARREST and draft.status in _TAKEN and draft.trigger.sentence == line.index
    ]
    return [span for draft in arrests for span in _spans(story, draft)]


def _spans(story: Story, draft: Draft) -> list[Span]:
    if not draft.trigger.is_verb:
        return []
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    group = clause.subject if clause.verb is not None and clause.verb.is_passive else clause.object
    inside = (draft.trigger.start, draft.trigger.end)
    return [inside] if group is None else [inside, (parse.words[group.first].start, parse.words[group.last].end)]
