"""Figures of a sentence with their measures in, without those who are told twice out: "a baker, a man of 40, died"."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line

_COMMA = re.compile(r"(?:\s[\w-]+){0,2},\s")
_CLOSED = re.compile(r"(?:(?!\s(?:and|y|e|or|o)\b)[^,.;:]){0,40},\s(?!(?:and|y|e|a|an|un|una|another|otr[oa])\b)")


def without_told_twice(line: Line) -> list[Figure]:
    """Leave out who somebody is, told behind a comma; the other where only the later words reach the verb."""
    kept: list[Figure] = []
    for figure in line.figures:
        if kept and is_apposed(line, kept[-1], figure):
            if kept[-1].measure is None:
                kept[-1] = figure
        else:
            kept.append(figure)
    return kept


def is_apposed(line: Line, one: Figure, two: Figure) -> bool:
    """Tell one person told twice between commas from two of a list, the last of which has its "and"."""
    if not (two.is_single and two.noun and one.value.best == two.value.best == 1):
        return False
    return bool(_COMMA.fullmatch(line.words(one.end, two.start)) and _CLOSED.match(line.words(two.end, line.end)))
