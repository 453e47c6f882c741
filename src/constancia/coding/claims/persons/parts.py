"""Placed figures of a text in, each hung on the whole that it is a part of, told elsewhere in the text."""

from __future__ import annotations

from collections import defaultdict

from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure

_HARM = frozenset({Measure.KILLED, Measure.INJURED})


def find_parts(placed: list[Placed]) -> None:
    """Hang on its whole who is told of one by one, or in groups that add up to it (N3).

    "Six were hurt … three men and three women". One person hurt is of a number that nothing in day and place sets
    apart; one who died is of a number of the same deed alone, since other deaths are often told of for comparison.
    """
    for measure in _HARM:
        told = [each for each in placed if each.figure.measure is measure and each.is_plain]
        wholes = [each for each in told if each.number > 1]
        by_line: dict[int, list[Placed]] = defaultdict(list)
        for each in told:
            by_line[each.line.index].append(each)
        for group in by_line.values():
            total = sum(each.number for each in group)
            for each in group:
                if len(group) > 1:
                    _hang(each, [whole for whole in wholes if whole.line is not each.line and whole.number == total])
                if each.number == 1:
                    same = [whole for whole in wholes if whole.line is not each.line]
                    _hang(each, same if measure is Measure.INJURED else [w for w in same if w.home is each.home])


def leave_lost_wholes(placed: list[Placed]) -> None:
    """Free the parts of a whole that was dropped: "five were shot: two died and three are in hospital"."""
    known = {id(each.figure) for each in placed}
    for each in placed:
        if each.whole is not None and id(each.whole) not in known:
            each.whole = None


def _hang(each: Placed, wholes: list[Placed]) -> None:
    fit = next((whole for whole in wholes if whole.whole is None and not _are_apart(each, whole)), None)
    if each.whole is None and fit is not None:
        each.whole = fit.figure


def _are_apart(one: Placed, other: Placed) -> bool:
    """Tell whether two figures are of deeds with days or places of their own."""
    mine, its = one.home, other.home
    if mine is None or its is None or mine is its:
        return mine is not its
    days = (
        (mine.date.from_ if mine.date_mention and mine.date else None),
        (its.date.from_ if its.date_mention and its.date else None),
    )
    places = (
        (mine.place.name if mine.place_mention and mine.place else None),
        (its.place.name if its.place_mention and its.place else None),
    )
    return any(None not in pair and pair[0] != pair[1] for pair in (days, places))
