"""Placed figures in, those out that a text tells one by one in a breath: "a clerk and a nurse were killed" are two."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from constancia.coding.claims.figures.singles import is_own_hand
from constancia.coding.claims.line import Figure
from constancia.coding.claims.measures.sharing import is_named_before
from constancia.coding.claims.placed import Placed, Reach
from constancia.coding.story import Story
from constancia.model import QuantityValue
from constancia.vocabulary import Measure, Modifier, Scope

_HARM = frozenset({Measure.KILLED, Measure.INJURED})
# What stands between two people of a list: "a man and a woman", "Rosa Gil, 30, and her son", "un padre, su hija y".
_LISTED = re.compile(r"[^.;:!?]{0,60}?(?:,|\b(?:and|y|e|as well as|along with|ademas de|junto a)\b)[^.;:!?]{0,25}")


def together(story: Story, placed: list[Placed]) -> list[Placed]:
    """Give the number of those whom one sentence lists one by one; each of them is hung on it as its part.

    Where the text tells the number of the same report elsewhere there is nothing to add up.
    """
    rows: dict[tuple[str, Measure], list[Placed]] = defaultdict(list)
    for each in placed:
        measure = each.figure.measure
        if measure in _HARM and each.home is not None and not each.is_toll and each.figure.value.best != 0:
            rows[each.home.report_id, measure].append(each)
    found = []
    for row in rows.values():
        if all(_is_one_more(each) for each in row) and any(each.figure.value.best == 1 for each in row):
            found += _lists(story, row)
    return found


def _is_one_more(each: Placed) -> bool:
    value = each.figure.value
    is_exact = value.modifier is Modifier.EXACT and value.best is not None
    return is_exact and each.whole is None and each.reach.scope is Scope.INCIDENT


def _lists(story: Story, row: list[Placed]) -> list[Placed]:
    """Give one figure for a row that one sentence lists, in its order, under one verb."""
    row = sorted(row, key=lambda each: each.figure.start)
    first = row[0]
    if len(row) < _FEWEST or any(each.line is not first.line for each in row) or not first.figure.is_single:
        return []
    if sum(each.figure.value.best or 0 for each in row if not each.figure.is_single) > _MOST:
        return []
    if not all(_goes_on(one, two) for one, two in itertools.pairwise(row)):
        return []
    total = sum(each.figure.value.best or 0 for each in row)
    start, end = first.figure.start, max(each.figure.end for each in row)
    value = QuantityValue(total, total, total, Modifier.EXACT, None)
    text = story.reading.text.text[start:end]
    whole = Figure(start, end, text, first.line.index, value, measure=first.figure.measure)
    whole.governor = first.figure.governor
    for each in row:
        each.whole = whole
    return [Placed(first.line, whole, first.home, Reach(Scope.INCIDENT), None, first.speakers)]


_FEWEST = 2
_MOST = 3  # "a woman and her two children"; "a man and 20 others" are told by numbers of their own


def _goes_on(one: Placed, two: Placed) -> bool:
    """Tell whether two people are of one list: what befell them is told by one verb."""
    if is_own_hand(two.line, two.figure):
        return True
    if one.figure.governor != two.figure.governor or one.line.verbs_between(one.figure.end, two.figure.start):
        return False
    if is_named_before(one.line, one.figure, two.figure):
        return True
    return bool(_LISTED.fullmatch(one.line.words(one.figure.end, two.figure.start)))
