"""Figures of a sentence in, those given a measure out that share a word of harm with others, or are parts of them."""

from __future__ import annotations

import itertools
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.own_clause import is_opened
from constancia.vocabulary import Measure, Modifier

_SUFFERED = HARM | {Measure.STERILIZED, Measure.DISPLACED}
_JOINED = re.compile(
    r"(?:\s+[\w-]+){0,5}\s*,?\s+(?:and|y|e)\s+(?:at least|al menos|another|otr[oa]s)?\s*|(?:\s+[\w-]+){0,3},\s+"
)
_CLOSED = re.compile(r"[^,;:()]{0,60}[,)]\s*(?:(?!who\b|which\b|that\b|que\b|quien)[\w-]+\s+){0,5}")
_PART_REACH = 16
_ATTENDING = re.compile(r"asistentes|concurrentes|participantes|marchistas|attendees|participants|marchers")


def share(line: Line, words: FigureWords) -> None:
    """Give one of several subjects the harm of all: "two officers, a vendor and three civilians were hurt"."""
    for figure, joined in reversed(list(itertools.pairwise(line.figures))):
        is_named = joined.measure in _SUFFERED and joined.is_single and is_named_before(line, figure, joined)
        if is_named and not _is_open_outcome(line, joined, words):
            figure.measure, figure.governor = joined.measure, joined.governor
            continue
        if joined.measure not in _SUFFERED or not _is_open(figure) or words.bystanders.search(figure.noun):
            continue
        if _ATTENDING.match(figure.noun):
            continue  # "8 mil asistentes, 14 detenidos"
        if words.families.match(figure.noun) and joined.measure is not Measure.DISPLACED:
            continue  # "160 familias a la calle y tres heridos"
        if is_part(line, figure, words) and not _is_of_open_whole(line, figure):
            continue
        if _are_joined(line, figure, joined) or _is_inserted(line, figure, joined, words):
            figure.measure, figure.governor = joined.measure, joined.governor


def share_on(line: Line) -> None:
    """Give the second of two objects the harm of the first: "murieron un policía y cuatro campesinos"."""
    for figure, joined in itertools.pairwise(line.figures):
        is_behind_verb = figure.governor is not None and figure.governor[1] <= figure.start
        if figure.measure not in _SUFFERED or not is_behind_verb or is_opened(line, joined):
            continue
        if _is_open(joined) and _are_both_objects(line, figure, joined):
            joined.measure, joined.governor = figure.measure, figure.governor
            continue
        if joined.is_bare or joined.measure not in (None, Measure.DEPLOYED):
            continue
        if _are_joined(line, figure, joined) and not line.verbs_between(joined.end, _end_of_clause(line, joined)):
            joined.measure, joined.governor = figure.measure, figure.governor


def _are_both_objects(line: Line, figure: Figure, joined: Figure) -> bool:
    """Tell "detuvo a Ana Roca y a otros tres dirigentes", "hirió a 12 en Arica y a 30 en Iquique"."""
    between = line.words(figure.end, joined.start)
    is_object = between.endswith(" a ") and line.words(line.start, figure.start).endswith(" a ")
    is_second = is_object and _SECOND_OBJECT.fullmatch(between) is not None
    return is_second and not line.verbs_between(figure.end, joined.start)


_SECOND_OBJECT = re.compile(r"[^;:.()]{0,70}?(?:,|\s(?:y|e|asi como))\s+(?:tambien\s+|ademas\s+)?a\s+")


def _end_of_clause(line: Line, figure: Figure) -> int:
    stop = _STOP.search(line.words(figure.end, line.end))
    return figure.end + stop.start() if stop else line.end


_STOP = re.compile(r"[,;:.()]")


def _is_open_outcome(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "were shot", which leaves open whether they lived."""
    return figure.governor is not None and bool(words.outcome_open.fullmatch(line.words(*figure.governor)))


def is_named_before(line: Line, figure: Figure, joined: Figure) -> bool:
    """Tell people listed by name under one verb: "Rosa Gil, de 24 años; Luis Paz, de 31, y el menor Elías Roa"."""
    is_name = figure.is_single and not figure.noun and figure.value.best == 1
    return is_name and bool(_NAMES.fullmatch(line.words(figure.end, joined.start)))


# What stands between two names of a list: an age, a comma or "and", and what the next one is.
_NAMES = re.compile(
    r"(?:,?\s+(?:(?:de|aged|of)\s+)?\d{1,3}(?:\s+anos(?: de edad)?|\s+years old|-year-old)?|\s+\(\d{1,3}(?: anos)?\))?"
    r"(?:\s*[,;]\s*(?:(?:and|y|e)\s+)?|\s+(?:and|y|e)\s+)(?:(?:el|la|un|una|the|an?|his|her|su)\s+(?:[a-z-]+\s+){0,2})?"
)


def is_part(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "37 people were held, among them five women, and a farmer was hurt": the five are of those before them."""
    return line.figures[0] is not figure and bool(words.part_before.search(line.before(figure)[-_PART_REACH:]))


def is_past_another(line: Line, figure: Figure, at: int) -> bool:
    """Tell whether another figure stands between a figure and an offset."""
    return any(figure.end < other.start < at for other in line.figures)


def _is_inserted(line: Line, figure: Figure, part: Figure, words: FigureWords) -> bool:
    """Tell "36 people, including 16 students, were arrested": the verb behind the second comma is of all."""
    if part.governor is None or line.verbs_between(figure.end, part.start):
        return False
    last = max(each.end for each in line.figures if each is part or _are_listed(part, each))
    before, behind = line.words(figure.end, part.start), line.words(last, part.governor[0])
    return bool(words.part_before.search(before)) and "," in before and _CLOSED.fullmatch(behind) is not None


def _are_listed(part: Figure, each: Figure) -> bool:
    """Tell the parts that one verb behind them holds: "including two nurses, a clerk and three guards, were shot"."""
    is_behind = part.governor is not None and part.end <= each.start and each.end <= part.governor[0]
    return is_behind and each.governor == part.governor


def _is_of_open_whole(line: Line, part: Figure) -> bool:
    """Tell "ten people, including two nurses and a guard, were killed": the verb of the whole is still to come."""
    at = next(index for index, figure in enumerate(line.figures) if figure is part)
    whole = line.figures[at - 1]
    return _is_open(whole) and not line.verbs_between(whole.end, part.start)


def inherit(line: Line, wholes: dict[int, Figure]) -> None:
    """Give a part the measure of its whole, and a bare figure that of the one before.

    "60 dead: 48 civilians, 11 at road blocks"; "300 marched in Tacna and 500 in Moquegua".
    """
    figures = line.figures
    for index, figure in enumerate(figures):
        whole = wholes.get(id(figure))
        is_part = whole is not None and whole.measure in HARM and _is_open(figure)
        if figure.measure is not None and not is_part:
            continue
        giver = whole
        if giver is None and figure.is_bare and index and figure.value.modifier is not Modifier.VAGUE:
            giver = figures[index - 1]
        if giver is not None and giver.measure is not None:
            figure.measure, figure.is_inherited = giver.measure, True
            figure.governor = giver.governor


def _is_open(figure: Figure) -> bool:
    """Tell whether a figure counts people of whom only another word says what befell them."""
    if figure.measure is Measure.PARTICIPANTS and figure.governor and figure.governor[0] == figure.end:
        return False  # "400 los manifestantes y 12 los detenidos"
    return figure.measure in (None, Measure.PARTICIPANTS, Measure.DEPLOYED) and not (
        figure.is_single and figure.value.best == 1 and figure.measure is None and not figure.value.noun
    )


def _are_joined(line: Line, figure: Figure, joined: Figure) -> bool:
    between = line.words(figure.end, joined.start)
    return bool(_JOINED.fullmatch(between)) and not line.verbs_between(figure.end, joined.start)
