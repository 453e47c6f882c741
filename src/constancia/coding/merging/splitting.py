"""Merged drafts in, one draft a place out: listed places are split (X3), each with its own count (L3)."""

from __future__ import annotations

import dataclasses

from constancia.coding.clauses.gapping import gapped_subjects
from constancia.coding.drafts.drafting import count_before
from constancia.coding.story import Draft, Story
from constancia.coding.where.place_lists import place_list
from constancia.coding.where.places import set_place
from constancia.coding.who.as_actors import actors_of
from constancia.identity import report_id
from constancia.vocabulary import ActorPart, EventType


def split(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Give each place of a list a draft of its own."""
    made: list[Draft] = []
    for number, draft in enumerate(drafts):
        places = (
            place_list(story, draft) if draft.type in (EventType.PROTEST, EventType.ASSAULT, EventType.COERCE) else []
        )
        if not places:
            made.append(draft)
            continue
        for index, mention in enumerate(places):
            own = dataclasses.replace(draft, actors=list(draft.actors), why=list(draft.why), split_group=number)
            if index:
                key = f"{draft.type}@{mention.start}"
                own.actors = [dataclasses.replace(each, number=None) for each in draft.actors]  # of the first place
                own.report_id = report_id(story.reading.text.id, draft.trigger.start, draft.trigger.end, key)
            set_place(own, mention)
            _give_own_doer(story, own, places[index - 1].end if index else None)
            _count_of_place(story, own, places[index - 1].end if index else None)
            made.append(own)
    return made


def _give_own_doer(story: Story, draft: Draft, after: int | None) -> None:
    """Give a deed the doer named beside its place: "police held five in Quito and soldiers, three in Cuenca"."""
    if after is None or draft.place_mention is None:
        return
    sentence = draft.trigger.sentence
    parse = story.parse(sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    part = ActorPart.PERPETRATOR if draft.type is EventType.ASSAULT else ActorPart.ACTOR
    for group in gapped_subjects(clause, parse):
        if after <= parse.words[group.first].start < draft.place_mention.start:
            found = actors_of(story, sentence, group, part)
            others = [actor for actor in draft.actors if actor.part not in (ActorPart.ACTOR, ActorPart.PERPETRATOR)]
            draft.actors = found + others if found else draft.actors


def _count_of_place(story: Story, draft: Draft, after: int | None) -> None:
    """Give each area its own number of deeds: "22 in Puno, nine in Cusco" (L3)."""
    if not draft.is_plural or draft.plural_low is None:
        draft.is_plural = False
        return
    if after is None or draft.place_mention is None:
        return
    count = count_before(story, draft, after, draft.place_mention.start)
    if count is not None:
        draft.plural_low = count.low if count.low is not None else count.best
