"""A sentence with its figures in, without those that count none of ours out: "not two", "three of them" of buses."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line

_NOT = re.compile(
    r"(?:,|\s[-–—]|\s\(|\b(?:y|and))\s?(?:y |and |but )?(?:no|not)\s+(?:(?:de|a|en|por|the|los|las|of|at)\s+)?$"
)
_CLOSES = re.compile(r"\s?[,)–—-]")
_REACH = 24  # characters of ", and not the "


def without_corrected(line: Line) -> list[Figure]:
    """Give the figures that stand; the words that take the others back are blanked in the line."""
    if len(line.figures) < 2:  # so it is with most
        return line.figures
    kept: list[Figure] = []
    for figure in line.figures:
        taken_back = _NOT.search(line.words(figure.start - _REACH, figure.start)) if kept else None
        if taken_back is None:
            kept.append(figure)
            continue
        start = figure.start - len(taken_back.group())
        closes = _CLOSES.match(line.words(figure.end, line.end))
        _blank(line, start, figure.end + (closes.end() if closes else 0))
    return kept


def _blank(line: Line, start: int, end: int) -> None:
    first, last = start - line.start, end - line.start
    line.folded = line.folded[:first] + " " * (last - first) + line.folded[last:]


def are_of_things(line: Line, figure: Figure) -> bool:
    """Tell "eight buses they had seized, and parked three of them": what was counted before were things."""
    return line.is_of_things_before(figure) and _OF_THEM.match(line.words(figure.end, line.end)) is not None


_OF_THEM = re.compile(r"\s+(?:de (?:ell[oa]s|l[oa]s mism[oa]s|est[oa]s|es[oa]s)|of (?:them|these|those))\b")
