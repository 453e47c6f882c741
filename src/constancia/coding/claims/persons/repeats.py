"""Figures of a sentence with their measures in, without those who are told twice out: "a baker, a man of 40, died"."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure

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


def without_repeats(placed: list[Placed]) -> list[Placed]:
    """Drop one person told of again: where a report has a number for that measure, or told of one person before.

    Two people of one sentence ("a man was killed and a woman hurt", "a man and a woman died") are two, and one who
    shares the verb of a number ("two officers and a baker were hurt") is not of that number.
    """
    numbered = {_row(each) for each in placed if not each.figure.is_single}
    verbs = {each.figure.governor for each in placed if not each.figure.is_single}
    first_told: dict[tuple[str | None, Measure | None], int] = {}
    kept: list[Placed] = []
    for each in placed:
        if each.figure.is_single and each.figure.value.best:
            told_in = first_told.setdefault(_row(each), each.line.index)
            is_of_number = _row(each) in numbered and (each.figure.governor not in verbs or _is_singled_out(each))
            if is_of_number or told_in != each.line.index or _is_told_twice(kept, each):
                continue
        kept.append(each)
    return kept


def _is_singled_out(each: Placed) -> bool:
    """Tell "five, among them Ana Sol": the name says who one of the five is, and counts nobody."""
    before = each.line.words(each.line.start, each.figure.start)
    return each.figure.text[:1].isupper() and bool(_SINGLED_OUT.search(before))


_SINGLED_OUT = re.compile(
    r"\b(?:entre (?:ell[oa]s|l[oa]s (?:que|cuales))|incluid[oa]s?|incluyendo|including|among (?:them|whom))\b"
    r"[^,;:]{0,40}$"
)


def _is_told_twice(kept: list[Placed], each: Placed) -> bool:
    """Tell a name and who that is, "Rosa Gil, 40, a nurse", "un alumno, Raúl Paz", from two people of a list."""
    before = kept[-1] if kept else None
    if before is None or before.line is not each.line or not before.figure.is_single:
        return False
    one, two = before.figure, each.figure
    if one.measure is not two.measure or _is_some(before) is _is_some(each):
        return False
    is_apposed = _APPOSED.fullmatch(each.line.words(one.end, two.start)) is not None
    return is_apposed and not _GOES_ON.match(each.line.words(two.end, each.line.end))


def _is_some(each: Placed) -> bool:
    """Tell "a nurse", "una enfermera" from a name."""
    return bool(_SOME.match(each.line.words(each.figure.start, each.figure.end)))


_SOME = re.compile(r"(?:an?|una?)\b")
_APPOSED = re.compile(
    r"(?: (?!(?:y|e|and) )[a-z-]+){0,3}"
    r"(?:,? (?:(?:de|aged|of) )?\d{1,3}(?: anos(?: de edad)?| years old)?| \(\d{1,3}(?: anos)?\))?, "
)
_GOES_ON = re.compile(r"(?: [\w-]+)? (?:and|y|e) (?:an?|una?|the|el|la) ")  # "Ana Sol, a nurse and a student": a list


def _row(each: Placed) -> tuple[str | None, Measure | None]:
    return (each.home.report_id if each.home and not each.is_toll else None, each.figure.measure)
