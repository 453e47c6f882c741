"""Placed figures of a text in, those told of two deeds at once hung on the one that caused the harm (X7)."""

from __future__ import annotations

from constancia.coding.claims.line import HARM
from constancia.coding.claims.placed import Placed
from constancia.coding.merging.merge import are_apart
from constancia.coding.story import Draft
from constancia.vocabulary import EVENT_STATUSES, EventType, Measure, Mode, Scope

_CAUSE, _CROWD, _NONE = 3, 2, 0


def home_as_below(placed: list[Placed]) -> None:
    """Give a headline's figure the deed of the same figure below it, where that deed is nearer to its cause.

    "March leaves seven hurt" heads a text that tells of seven hurt when some attacked a bank: the seven are of the
    attack, and count once. A headline that seems to count a whole crisis is as short as any: the text tells of what.
    """
    for each in placed:
        if not each.line.is_headline or each.figure.measure not in HARM or each.figure.is_single:
            continue
        below = [other for other in placed if not other.line.is_headline and _counts_same(each, other)]
        homes = [other for other in below if other.home is not None and other.reach.scope is Scope.INCIDENT]
        if not homes or len(homes) < len(below):
            continue
        told = max(homes, key=lambda other: _nearness(other.home, each.figure.measure))
        if _is_better(each, told):
            each.home, each.reach = told.home, told.reach


def _counts_same(headline: Placed, other: Placed) -> bool:
    return headline.figure.measure is other.figure.measure and headline.number == other.number > 0


def _is_better(headline: Placed, told: Placed) -> bool:
    if headline.is_toll:
        return headline.reach.since is None
    one, two = headline.home, told.home
    if one is None or two is None or one is two or are_apart(one, two):
        return False
    return _nearness(two, told.figure.measure) > _nearness(one, told.figure.measure)


def _nearness(draft: Draft | None, measure: Measure | None) -> int:
    """Give how near a deed is to what befell people: force hurts, arrests take, and in riots more than in marches."""
    if draft is None or draft.status not in EVENT_STATUSES:
        return _NONE
    caused = (EventType.COERCE, Mode.ARREST) if measure is Measure.ARRESTED else (EventType.ASSAULT, draft.mode)
    if (draft.type, draft.mode) == caused:
        return _CAUSE
    return _CROWD if draft.mode in (Mode.RIOT, Mode.RESTRICT) else 1
