"""Merged attacks in, those told of again further on joined: nothing in day, place, doer or victim stands against it."""

from __future__ import annotations

from constancia.coding.joining import join
from constancia.coding.merge import are_apart, hands, is_of_another, may_be_of_same_people
from constancia.coding.story import Draft, Story
from constancia.vocabulary import EventType, Mode, Role, Status

_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.LEGAL})
# Means by which one attack may be told: "gunmen attacked the post", "a bomb went off", "two men were killed".
_ATTACKS = frozenset(
    {None, Mode.TARGETED, Mode.FIREARMS, Mode.EXPLOSIVES, Mode.DESTROY, Mode.BEAT, Mode.HEAVY_WEAPONS, Mode.AERIAL}
)


def join_retold(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Join each attack to the last one before it that it may be telling of again."""
    kept: list[Draft] = []
    for draft in drafts:
        home = next((other for other in reversed(kept) if _is_retold(story, other, draft)), None)
        if home is None:
            kept.append(draft)
        else:
            join(story, home, draft)
            home.status = draft.status if home.status is Status.LEGAL else home.status
            home.why.append(f"X1 told again: {draft.trigger.text}")
    return kept


def _is_retold(story: Story, earlier: Draft, later: Draft) -> bool:
    if not (_is_attack(earlier) and _is_attack(later)) or is_of_another(story, later):
        return False
    if are_apart(earlier, later) or (
        earlier.status is not later.status and not {earlier.status, later.status} <= _TOLD
    ):
        return False
    one, two = hands(earlier), hands(later)
    if Role.POLICE in one | two or (one and two and one.isdisjoint(two)):
        return False
    if not (earlier.mode is later.mode or {earlier.mode, later.mode} <= _ATTACKS):
        return False
    return may_be_of_same_people(earlier, later)


def _is_attack(draft: Draft) -> bool:
    if draft.split_group is not None:
        return False
    is_told = draft.status in _TOLD or draft.status is Status.BACKGROUND
    return draft.type is EventType.ASSAULT and is_told and draft.mode is not Mode.CROWD_CONTROL
