"""A story told of one town in, the deeds of which it names no place put there."""

from __future__ import annotations

from typing import cast

from constancia.coding.story import Draft, Story
from constancia.coding.where.places import places_in, set_place
from constancia.coding.where.unlisted import names_unlisted
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import EVENT_STATUSES, EventType, Feature, Mode, Status

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})
# What is mostly told of a whole country or trade.
_WIDE = frozenset(
    {Mode.STRIKE, Mode.BOYCOTT, Mode.CURFEW, Mode.MARTIAL_LAW, Mode.CENSOR, Mode.WITHHOLD, Mode.DEPORT, Mode.CYBER}
)


def place_in_story_town(story: Story) -> None:
    """Give deeds without a place the one town that the headline or lead tells of, as long as no other town is named."""
    wanting = [draft for draft in story.drafts if _wants_town(draft)]
    towns = _towns(story) if wanting else []
    if not towns or towns[0][0] not in story.lead_sentences():
        return
    _, town = towns[0]
    other = next((index for index, mention in towns if _name(mention) != _name(town)), len(story.reading.sentences))
    for draft in wanting:
        if town.start < draft.trigger.start and draft.trigger.sentence < other and not names_unlisted(story, draft):
            set_place(draft, town)
            draft.why[-1] = f"place: {town.text}, the town of the story"


def _wants_town(draft: Draft) -> bool:
    is_done = draft.type in _DEEDS and draft.status in EVENT_STATUSES and draft.status is not Status.PLANNED
    is_wide = draft.mode in _WIDE or draft.is_plural
    return is_done and draft.place is None and not is_wide and not draft.is_answered


def _towns(story: Story) -> list[tuple[int, Mention]]:
    """Give the towns that a text names, each with its sentence; datelines and streets are none."""
    found: list[tuple[int, Mention]] = []
    for index in range(len(story.reading.sentences)):
        for mention in places_in(story, index):
            value = mention.value
            if isinstance(value, PlaceValue) and value.feature in (Feature.CITY, Feature.ADMIN2):
                found.append((index, mention))
    return found


def _name(mention: Mention) -> str:
    return cast("PlaceValue", mention.value).name
