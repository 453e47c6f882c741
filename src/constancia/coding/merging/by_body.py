"""Drafts out with the word for the deed that the story itself has: headlines are short of date, place and figures."""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.identity import report_id


def tell_by_body(story: Story) -> None:
    """Give each draft that a headline opened, and the body took up, the body's word for the deed as its trigger.

    The headline's word becomes an echo. Parts of a split keep the trigger that they share.
    """
    sentences = story.reading.sentences
    for draft in story.drafts:
        if draft.split_group is None and sentences[draft.trigger.sentence].is_headline:
            _take_up(story, draft)


def _take_up(story: Story, draft: Draft) -> None:
    body = [echo for echo in draft.echoes if not story.reading.sentences[echo.sentence].is_headline]
    if not body:
        return
    first = min(body, key=lambda echo: echo.start)
    draft.echoes = [draft.trigger, *(echo for echo in draft.echoes if echo is not first)]
    draft.trigger = first
    draft.told_in = [first.sentence, *(sentence for sentence in draft.told_in if sentence != first.sentence)]
    draft.report_id = report_id(story.reading.text.id, first.start, first.end, draft.type)
    draft.why.append(f"told by: {first.text}")
