"""A story told of one town in, the deeds of which it names no place put there."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from constancia.coding.clauses.syntax import Parse
from constancia.coding.story import Draft, Story
from constancia.coding.where.dateline import town_of_dateline
from constancia.coding.where.nearness import COURTS, is_elsewhere
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
    """Give deeds without a place the one town that the headline or lead tells of, as long as no other town is named.

    Where they tell of none, it is the town of the dateline, unless that is a capital, from where much else is told.
    """
    wanting = [draft for draft in story.drafts if _wants_town(draft)]
    towns = _towns(story) if wanting else []
    lead = story.lead_sentences() if wanting else set()
    if wanting and not (towns and towns[0][0] in lead) and (sent_from := town_of_dateline(story)) is not None:
        towns = [sent_from, *towns]
    else:
        wanting = [draft for draft in wanting if draft.place is None or draft.place_mention is not None]
    if not towns or towns[0][0] not in lead:
        return
    _, town = towns[0]
    other = next((index for index, mention in towns if _name(mention) != _name(town)), len(story.reading.sentences))
    for draft in wanting:
        if town.start < draft.trigger.start and draft.trigger.sentence < other and not names_unlisted(story, draft):
            site = draft.place
            set_place(draft, town)
            if site is not None and draft.place is not None:
                draft.place = replace(draft.place, text=site.text, start=site.start, end=site.end)
            draft.why[-1] = f"place: {town.text}, the town of the story"


def _wants_town(draft: Draft) -> bool:
    is_done = draft.type in _DEEDS and draft.status in EVENT_STATUSES and draft.status is not Status.PLANNED
    place = draft.place
    is_site = place is not None and place.feature is Feature.SITE and place.admin1 is None and place.lat is None
    is_wide = draft.mode in _WIDE or draft.is_plural
    return is_done and (place is None or is_site) and not is_wide and not draft.is_answered


def _towns(story: Story) -> list[tuple[int, Mention]]:
    """Give the towns that a text names, each with its sentence; datelines and streets are none."""
    found: list[tuple[int, Mention]] = []
    for index in range(len(story.reading.sentences)):
        for mention in places_in(story, index):
            value = mention.value
            is_town = isinstance(value, PlaceValue) and value.feature in (Feature.CITY, Feature.ADMIN2)
            parse = story.parse(index)
            if is_town and not is_elsewhere(parse, mention) and not _is_of_court(parse, mention):
                found.append((index, mention))
    return found


def _is_of_court(parse: Parse, mention: Mention) -> bool:
    """Tell the town of a court, "before the district court in Dundalk", to which the story does not move."""
    at = parse.word_at(mention.start)
    before = {word.norm for word in parse.words[max(at - _COURT_REACH, 0) : at]}
    return not before.isdisjoint(COURTS)


_COURT_REACH = 4  # words


def _name(mention: Mention) -> str:
    return cast("PlaceValue", mention.value).name
