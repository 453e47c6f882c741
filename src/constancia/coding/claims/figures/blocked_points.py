"""A number and the words before it in, the words out by which it counts points of a road: "blocked at 12 points"."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line
from constancia.coding.word_patterns import any_of
from constancia.coding.word_sets import words_of

_POINTS = words_of("blocked_points", "points")
_BLOCKED = re.compile(
    rf"\b{any_of('blocked_points', 'blocked')}(?:\s+(?!(?:and|but|y|pero)\b)[\w'’-]+){{0,6}}?\s+(?:at|in|on|en)\s+"
    r"(?:about |some |around |over |more than |at least |up to |nearly |almost )?"
    r"(?:al menos |unos |mas de |cerca de |casi )?$"
)
_REACH = 100  # characters before the number


def blocked_at(line: Line, figure: Figure) -> tuple[int, int] | None:
    """Give the span of the words that tell of roads blocked at so many points, None where no points are counted."""
    said = figure.noun.split()
    if figure.is_single or (_POINTS.isdisjoint(said) and _ROADS.isdisjoint(said[:2])):  # so it is with most
        return None
    if not _ROADS.isdisjoint(said[:2]):
        return _roads_blocked(line, figure)
    start = max(line.start, figure.start - _REACH)
    told = _BLOCKED.search(line.words(start, figure.start))
    return (start + told.start(), start + told.end()) if told else None


def _roads_blocked(line: Line, figure: Figure) -> tuple[int, int] | None:
    """Read "12 roads in the east were still barricaded", "seguían bloqueadas 12 rutas"."""
    behind = _ARE_BLOCKED.match(line.words(figure.end, line.end))
    if behind is not None:
        return figure.end + behind.start("how"), figure.end + behind.end("how")
    before = _LEFT_BLOCKED.search(line.words(line.start, figure.start))
    return (line.start + before.start(), line.start + before.end()) if before else None


_ROADS = words_of("blocked_points", "roads")
_ARE_BLOCKED = re.compile(
    r"(?: (?!(?:and|but|y|pero|that|who|que)\b)[\w'’-]+){0,6}?"
    r" (?:were|are|remain|remained|stayed|have been|had been|seguian|siguen|estaban|estan|permanec(?:ian|en)|fueron)"
    rf"(?: (?:still|also|now|todavia|aun))? (?P<how>{any_of('blocked_points', 'blocked')}|bloquead[oa]s|cortad[oa]s)\b"
)
_LEFT_BLOCKED = re.compile(r"\b(?:bloquead|cortad)[oa]s (?:al menos |unas |unos |mas de |cerca de |casi )?$")
