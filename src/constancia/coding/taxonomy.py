"""A draft with its claims in, ACLED's type and sub-type out (codebook, section 10, last paragraphs)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from constancia.coding.story import Draft
from constancia.coding.who.people import by_state
from constancia.model import Claim
from constancia.vocabulary import AcledEventType, AcledSubEventType, EventType, Measure, Mode, Role

_SUB = AcledSubEventType
_TYPE = AcledEventType
_ASSAULT: dict[Mode | None, tuple[AcledEventType, AcledSubEventType]] = {
    Mode.ABDUCT: (_TYPE.VIOLENCE, _SUB.ABDUCTION),
    Mode.SEXUAL: (_TYPE.VIOLENCE, _SUB.SEXUAL_VIOLENCE),
    Mode.EXPLOSIVES: (_TYPE.EXPLOSIONS, _SUB.REMOTE_EXPLOSIVE),
    Mode.SUICIDE_ATTACK: (_TYPE.EXPLOSIONS, _SUB.SUICIDE_BOMB),
    Mode.AERIAL: (_TYPE.EXPLOSIONS, _SUB.AIR_STRIKE),
    Mode.DRONE: (_TYPE.EXPLOSIONS, _SUB.AIR_STRIKE),
    Mode.HEAVY_WEAPONS: (_TYPE.EXPLOSIONS, _SUB.SHELLING),
    Mode.DESTROY: (_TYPE.STRATEGIC, _SUB.LOOTING),
}
_COERCE: dict[Mode | None, tuple[AcledEventType, AcledSubEventType]] = {
    Mode.ARREST: (_TYPE.STRATEGIC, _SUB.ARRESTS),
}
_FORCE = frozenset({Mode.CROWD_CONTROL, Mode.BEAT, Mode.ARREST, Mode.RESTRICT})
_GRAVE = frozenset({Mode.FIREARMS, Mode.TARGETED})
_FIGHTERS = frozenset({Role.ARMED_GROUP, Role.GANG, Role.UNIDENTIFIED_ARMED})


def acled(
    draft: Draft, drafts: Sequence[Draft], claims: Iterable[Claim]
) -> tuple[AcledEventType | None, AcledSubEventType | None]:
    """Choose ACLED's type and sub-type; None where ACLED records no such thing."""
    if draft.type is EventType.PROTEST:
        return _protest(draft, drafts, claims)
    if draft.type is EventType.ASSAULT:
        return _assault(draft)
    if draft.type is EventType.COERCE:
        return _COERCE.get(draft.mode, (_TYPE.STRATEGIC, _SUB.OTHER))
    if draft.type is EventType.AGREE:
        return _TYPE.STRATEGIC, _SUB.AGREEMENT
    return None, None


def _protest(
    draft: Draft, drafts: Sequence[Draft], claims: Iterable[Claim]
) -> tuple[AcledEventType, AcledSubEventType]:
    if draft.mode is Mode.RIOT:
        return _TYPE.RIOTS, _SUB.VIOLENT_DEMONSTRATION
    against = [other for other in drafts if other is not draft and _is_against(other, draft)]
    is_killed = any(claim.measure is Measure.KILLED and (claim.low or claim.best) for claim in claims)
    if any(other.mode in _GRAVE and by_state(other) for other in against) or (is_killed and against):
        return _TYPE.PROTESTS, _SUB.EXCESSIVE_FORCE
    if any(other.mode in _FORCE for other in against):
        return _TYPE.PROTESTS, _SUB.INTERVENTION
    return _TYPE.PROTESTS, _SUB.PEACEFUL_PROTEST


def _is_against(other: Draft, protest: Draft) -> bool:
    """Tell whether a deed of the state was done to a protest: told in the same sentence, or at its day and place."""
    if other.type not in (EventType.ASSAULT, EventType.COERCE):
        return False
    if set(other.told_in) & set(protest.told_in):
        return True
    same_day = other.date is not None and protest.date is not None and other.date.from_ == protest.date.from_
    same_place = other.place is not None and protest.place is not None and other.place.name == protest.place.name
    return same_day and same_place


def _assault(draft: Draft) -> tuple[AcledEventType, AcledSubEventType]:
    if draft.mode is Mode.CROWD_CONTROL:
        return _TYPE.PROTESTS, _SUB.INTERVENTION
    roles = {actor.role for actor in draft.actors}
    is_battle = bool(roles & _FIGHTERS) and bool(roles & {Role.MILITARY, Role.POLICE})
    if draft.mode in (Mode.FIREARMS, None) and is_battle:
        return _TYPE.BATTLES, _SUB.ARMED_CLASH
    return _ASSAULT.get(draft.mode, (_TYPE.VIOLENCE, _SUB.ATTACK))
