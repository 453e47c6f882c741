"""Drafts in, police routine left out where the story is one of common crime (E4)."""

from __future__ import annotations

from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Draft, Figures, Story
from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Measure, Mode, Role, Status


def without_routine(story: Story, drafts: list[Draft], figures: Figures) -> list[Draft]:
    """Leave out police routine in a story of common crime: an attack by private people or nobody named, no protest.

    Whoever tells of a shooting tells that police came, asked and searched; that is no policing of anybody's protest.
    Where only things were destroyed nobody tells of that.
    """
    is_public = any(
        draft.type is EventType.PROTEST or _is_public_force(draft) or _is_measure(draft) for draft in drafts
    )
    is_on_people = any(draft.type is EventType.ASSAULT and draft.mode is not Mode.DESTROY for draft in drafts)
    if is_public or not is_on_people:
        return drafts
    senses = lexicon(story.reading.language).senses
    return [
        draft
        for draft in drafts
        if senses[draft.trigger.sense].doer is None or any(figures.by_report.get(draft.report_id, ()))
    ]


def take_as_deployed(drafts: list[Draft], figures: Figures) -> None:
    """Take police whose number is told for sent out, "350 gendarmes guarded the bridge", and no routine (N2)."""
    for draft in drafts:
        claims = figures.by_report.get(draft.report_id, ())
        is_routine = draft.type is EventType.MOBILIZE and draft.status is Status.BACKGROUND and draft.date is not None
        if is_routine and draft.date is not None and any(claim.measure is Measure.DEPLOYED for claim in claims):
            draft.status = Status.ONGOING if draft.date.to is None else Status.OCCURRED
            draft.why.append("N2 so many were sent")


def _is_measure(draft: Draft) -> bool:
    """Tell what the state does where order is in danger: a curfew, force that is sent out."""
    is_told = draft.status in EVENT_STATUSES
    return is_told and (draft.mode in (Mode.CURFEW, Mode.MARTIAL_LAW) or draft.type is EventType.MOBILIZE)


def _is_public_force(draft: Draft) -> bool:
    return draft.type is EventType.ASSAULT and any(
        actor.role in _PUBLIC and actor.part in _DOERS for actor in draft.actors
    )


_PUBLIC = frozenset({Role.POLICE, Role.MILITARY, Role.GOVERNMENT, Role.ARMED_GROUP, Role.CROWD, Role.PROTESTERS})
_DOERS = frozenset({ActorPart.ACTOR, ActorPart.PERPETRATOR})
