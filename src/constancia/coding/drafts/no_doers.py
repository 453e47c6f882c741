"""A draft with its people in, those out who are named beside the deed and did not do it: owners, and those held."""

from __future__ import annotations

import re
from dataclasses import replace

from constancia.coding.clauses.syntax import ClauseKind
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, EventType, Mode, Role


def leave_out_owners(draft: Draft) -> None:
    """Leave out whoever only owns what was harmed: "set fire to two police cars" is done by no police."""
    start, end = draft.trigger.start, draft.trigger.end
    draft.actors = [
        actor
        for actor in draft.actors
        if not (
            actor.part is ActorPart.PERPETRATOR
            and draft.trigger.is_verb
            and start < (actor.start or 0) < end - _OWNED
            and not _FORCE_BEHIND.match(draft.trigger.text[(actor.end or end) - start :])
        )
    ]


def leave_out_those_held(story: Story, draft: Draft) -> None:
    """Leave out the crowd of "students looted shops, leading to 14 arrests": only a verb of theirs makes arrests.

    Whom a participle is said of, "catorce estibadores detenidos", was arrested.
    """
    if draft.mode is not Mode.ARREST or draft.type is not EventType.COERCE:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    is_participle = draft.trigger.is_verb and clause.kind is ClauseKind.PARTICIPLE
    if draft.trigger.is_verb and not is_participle:
        return
    kept = [each for each in draft.actors if each.part is not ActorPart.ACTOR or each.role not in _MAKE_NO_ARREST]
    held = [each for each in draft.actors if each not in kept] if is_participle else []
    draft.actors = kept + [replace(each, part=ActorPart.RECIPIENT) for each in held]


_MAKE_NO_ARREST = frozenset(
    {
        Role.PROTESTERS, Role.CROWD, Role.CIVILIANS, Role.INDIVIDUAL, Role.STUDENTS, Role.UNION, Role.PEASANTS,
        Role.INDIGENOUS, Role.BUSINESS, Role.PRISONERS, Role.HEALTH, Role.PRESS, Role.MIGRANTS, Role.UNIDENTIFIED_ARMED,
    }
)  # fmt: skip


# "Killed in police firing": the force is theirs, unlike "fired at police cars".
_FORCE_BEHIND = re.compile(
    r"\s+(?:firing|shooting|gunfire|fire|bullets?|raid|encounter|charge|action|custody)\b", re.IGNORECASE
)
_OWNED = 3  # characters: a thing stands behind its owner within the trigger
