"""Merged attacks in, those told again further on joined: nothing in day, place, doer or victim stands against it."""

from __future__ import annotations

import datetime as dt
from typing import cast

from constancia.coding.merging.another import goes_on_to_another, is_called_another
from constancia.coding.merging.around import is_set_apart
from constancia.coding.merging.joining import join
from constancia.coding.merging.kin import are_by_other_means
from constancia.coding.merging.merge import OTHER, are_apart, hands, may_be_of_same_people, opener_of
from constancia.coding.story import Draft, Story
from constancia.coding.when.bygone import is_long_before
from constancia.coding.when.nearness import penalty
from constancia.coding.who.people import is_same_person
from constancia.model import Actor, Mention, ReportDate
from constancia.vocabulary import ActorPart, Effect, EventType, Mode, Role, Status

_OPEN = frozenset({Status.LEGAL, Status.BACKGROUND})
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
            one_day = _earlier_day(home, draft)
            join(story, home, draft)
            home.date, home.date_mention = one_day or (home.date, home.date_mention)
            is_open = home.status in _OPEN and draft.status is not Status.BACKGROUND
            home.status = draft.status if is_open else home.status
            home.why.append(f"X1 told again: {draft.trigger.text}")
    return kept


def _earlier_day(home: Draft, draft: Draft) -> tuple[ReportDate, Mention] | None:
    """Give the earlier of two days of one person's fate: on the later one it was spoken of."""
    days = [
        (each.date, each.date_mention)
        for each in (home, draft)
        if each.date is not None
        and each.date.from_ is not None
        and each.date_mention is not None
        and penalty(each.date_mention) == 0
    ]
    if len(days) < 2 or not _is_fate_of_one(home, draft):
        return None
    return min(days, key=_first_day)


def _first_day(day: tuple[ReportDate, Mention]) -> dt.date:
    return cast("dt.date", day[0].from_)


def _is_fate_of_one(earlier: Draft, later: Draft) -> bool:
    """Tell whether two attacks killed, or took away, the same person by name: nobody dies twice."""
    return any(
        first.name is not None and second.name is not None and _is_full(first, second) and is_same_person(first, second)
        for first in _taken(earlier)
        for second in _taken(later)
    )


def _is_long_apart(earlier: Draft, later: Draft) -> bool:
    """Tell whether two days are of different times: a day of long ago may be of something else (X8)."""
    days = [each.first_day for each in (earlier, later) if each.date_mention is not None]
    known = [day for day in days if day is not None]
    return len(known) > 1 and is_long_before(min(known), max(known))


def _is_full(one: Actor, other: Actor) -> bool:
    return " " in (one.name or "") or " " in (other.name or "")


def _taken(draft: Draft) -> list[Actor]:
    is_taken = draft.mode is Mode.ABDUCT
    return [a for a in draft.actors if a.part is ActorPart.VICTIM and (is_taken or a.effect is Effect.KILLED)]


def _is_retold(story: Story, earlier: Draft, later: Draft) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
    if not (_is_attack(earlier) and _is_attack(later)):
        return False
    if (earlier.mode is Mode.ABDUCT) is (later.mode is Mode.ABDUCT) and _is_fate_of_one(earlier, later):
        return not _is_long_apart(earlier, later)
    if _is_of_another(story, later) or is_set_apart(story, earlier, later) or are_by_other_means(earlier, later):
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


def _is_of_another(story: Story, draft: Draft) -> bool:
    """Tell "another attack", and "in addition, rebels blew up", from the one before."""
    parse = story.parse(draft.trigger.sentence)
    is_other = bool(opener_of(parse, draft) & OTHER) or is_called_another(story, parse, draft)
    return goes_on_to_another(story, parse, draft) if draft.trigger.is_verb else is_other
