"""Drafts with their figures in; a clearing or dispersal that killed out as the attack that it was."""

from __future__ import annotations

import dataclasses

from constancia.coding.story import Draft, Figures
from constancia.model import Actor
from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Measure, Mode, Scope


def take_as_attack(drafts: list[Draft], figures: Figures) -> None:
    """Take a clearing that killed for force against people: "two dead as police clear a road block" (PLOVER)."""
    for draft in drafts:
        is_clearing = draft.type is EventType.COERCE and draft.mode is Mode.RESTRICT
        if is_clearing and draft.status in EVENT_STATUSES and _killed(draft, figures):
            draft.type, draft.mode = EventType.ASSAULT, Mode.TARGETED
            draft.actors = [_as_perpetrator(actor) for actor in draft.actors]
            draft.why.append("X7 people died of it")


def _killed(draft: Draft, figures: Figures) -> bool:
    return any(
        claim.measure is Measure.KILLED and claim.scope is Scope.INCIDENT and bool(claim.low or claim.best)
        for claim in figures.by_report.get(draft.report_id, ())
    )


def _as_perpetrator(actor: Actor) -> Actor:
    parts = {ActorPart.ACTOR: ActorPart.PERPETRATOR, ActorPart.RECIPIENT: ActorPart.VICTIM}
    return dataclasses.replace(actor, part=parts.get(actor.part, actor.part))
