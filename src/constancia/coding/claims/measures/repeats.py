"""Figures of a sentence with their measures in, without those who are told twice out: "a baker, a man of 40, died"."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure


def without_titles(figures: list[Figure]) -> list[Figure]:
    """Leave out what a name is told by, before anything is asked of it: "el menor Elías Rojas" is one person."""
    named = {figure.start - 1 for figure in figures if figure.is_single and not figure.noun and figure.value.best == 1}
    return [figure for figure in figures if not (figure.is_single and figure.noun and figure.end in named)]


def without_told_twice(line: Line) -> list[Figure]:
    """Leave out who somebody is, told twice running; the first where only the later words reach the verb.

    "A baker, a man of 40, was killed", "Rosa Gil, 40, a nurse", "un alumno, Raúl Paz".
    """
    kept: list[Figure] = []
    for figure in line.figures:
        before = kept[-1] if kept else None
        if before is None or not _are_one_person(line, before, figure):
            kept.append(figure)
        elif before.measure is None:
            kept[-1] = figure
    return kept


def _are_one_person(line: Line, one: Figure, two: Figure) -> bool:
    """Tell one person told twice from two of a list, the last of which has its "and"."""
    if not (two.is_single and one.value.best == two.value.best == 1):
        return False
    between, behind = line.words(one.end, two.start), line.words(two.end, line.end)
    if two.noun and _COMMA.fullmatch(between) and _CLOSED.match(behind):
        return True
    if not one.is_single or (None not in (one.measure, two.measure) and one.measure is not two.measure):
        return False
    is_name_and_who = _is_some(line, one) is not _is_some(line, two)
    return is_name_and_who and bool(_APPOSED.fullmatch(between)) and not _GOES_ON.match(behind)


def _is_some(line: Line, figure: Figure) -> bool:
    """Tell "a nurse", "una enfermera" from a name."""
    return bool(_SOME.match(line.words(figure.start, figure.end)))


_COMMA = re.compile(r"(?:\s[\w-]+){0,2},\s")
_CLOSED = re.compile(r"(?:(?!\s(?:and|y|e|or|o)\b)[^,.;:]){0,40},\s(?!(?:and|y|e|a|an|un|una|another|otr[oa])\b)")
_SOME = re.compile(r"(?:an?|una?)\b")
_APPOSED = re.compile(
    r"(?: (?!(?:y|e|and) )[a-z-]+){0,3}"
    r"(?:,? (?:(?:de|aged|of) )?\d{1,3}(?: anos(?: de edad)?| years old)?| \(\d{1,3}(?: anos)?\))?, "
)
_GOES_ON = re.compile(r"(?: [\w-]+)? (?:and|y|e) (?:an?|una?|the|el|la) ")  # "Ana Sol, a nurse and a student": a list


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
            if is_of_number or told_in != each.line.index:
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


def _row(each: Placed) -> tuple[str | None, Measure | None]:
    return (each.home.report_id if each.home and not each.is_toll else None, each.figure.measure)
