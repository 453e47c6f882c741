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
    if figure.is_single or _POINTS.isdisjoint(figure.noun.split()):  # so it is with most
        return None
    start = max(line.start, figure.start - _REACH)
    told = _BLOCKED.search(line.words(start, figure.start))
    return (start + told.start(), start + told.end()) if told else None
