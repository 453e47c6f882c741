"""Drafts of a story out with the day and place of the deed that their sentence, or one just before, goes on from (D9).

"The march was calm until four, when a group set a minibus alight. Police arrested 23." All three are of the day of the
march, which the sentence names by "the march" alone.
"""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.model import DateValue
from constancia.vocabulary import EVENT_STATUSES, EventType, Mode, Precision, Status

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.BOYCOTT})
_DAYS = (Precision.DAY, Precision.WINDOW)
_SENTENCES = 2


def take_from_beside(story: Story) -> None:
    """Give each deed without a day of its own that of the nearest deed told of in its sentence or just before it."""
    for draft in sorted(story.drafts, key=lambda each: each.trigger.start):
        if draft.type in _DEEDS and draft.status in EVENT_STATUSES and draft.mode not in _LASTING:
            giver = _giver(story, draft) if draft.date is None else None
            if giver is not None:
                draft.date, draft.date_mention = giver.date, giver.date_mention
                draft.why.append(f"date: of {giver.trigger.text}")
                if draft.place is None and giver.place_mention is not None:
                    draft.place, draft.place_mention = giver.place, giver.place_mention
                    draft.why.append(f"place: of {giver.trigger.text}")


def _giver(story: Story, draft: Draft) -> Draft | None:
    """Give the dated deed that is named last before a deed, in its paragraph, two sentences back at most."""
    sentences = story.reading.sentences
    here = draft.trigger.sentence
    found: list[tuple[int, Draft]] = []
    for other in story.drafts:
        if other is draft or not _is_dated(other):
            continue
        for trigger in (other.trigger, *other.echoes):
            away = here - trigger.sentence
            is_near = 0 <= away <= _SENTENCES and sentences[trigger.sentence].paragraph == sentences[here].paragraph
            if is_near and trigger.start < draft.trigger.start and not sentences[trigger.sentence].is_headline:
                found.append((trigger.start, other))
    return max(found, key=lambda each: each[0])[1] if found else None


def _is_dated(draft: Draft) -> bool:
    is_news = draft.type in _DEEDS and draft.status is Status.OCCURRED and draft.mode not in _LASTING
    mention = draft.date_mention
    return is_news and mention is not None and isinstance(mention.value, DateValue) and mention.value.precision in _DAYS
