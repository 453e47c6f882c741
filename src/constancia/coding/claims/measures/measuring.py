"""The figures of a sentence in, each with what it counts out; open ones stay where another figure may say it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.deciding import decide, decide_part
from constancia.coding.claims.measures.mishaps import is_by_mishap
from constancia.coding.claims.measures.not_done import is_not_done
from constancia.coding.claims.measures.other_fates import has_other_fate
from constancia.coding.claims.measures.own_verb import verb_of_its_own
from constancia.coding.claims.measures.put_forward import measure_put_forward
from constancia.coding.claims.measures.repeats import without_titles, without_told_twice
from constancia.coding.claims.measures.sharing import inherit, is_part, is_past_another, share, share_on
from constancia.coding.claims.measures.taken import spans_of_taken
from constancia.coding.claims.measures.wholes import find_wholes, takes_up, whole_before
from constancia.coding.claims.placed import Placed
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Story
from constancia.vocabulary import Measure

# One person in the singular counts only where the deed stands this near: "a man was shot", not "a man … was shot at".
_SINGLE_REACH = 45.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence whose figures have their measures; by the `id()` of a part, the figure that it is of.

    `wholes` are of the sentence, `before` stand in an earlier one.
    """

    line: Line
    wholes: dict[int, Figure]
    before: dict[int, Placed]


def measure_figures(story: Story, line: Line, words: FigureWords, recent: list[Placed]) -> Measured:
    """Give a sentence's figures their measures; `recent` are the figures of the sentences before, the nearest first."""
    line.figures = without_titles(line.figures)
    taken = spans_of_taken(story, line)
    for figure in line.figures:
        _measure(line, figure, words, story.reading.language)
        if figure.measure in (None, Measure.PARTICIPANTS) and any(start <= figure.start < end for start, end in taken):
            figure.measure, figure.governor = Measure.ARRESTED, (figure.start, figure.end)
        _recall(line, figure, recent)
    for part, whole in itertools.pairwise(line.figures):
        later = decide_part(line, part, whole, words) if part.measure is None else None
        if later is not None:
            part.measure, part.governor = later.measure, (later.start, later.end)
    line.figures = without_told_twice(line)
    share(line, words)
    share_on(line)
    wholes = find_wholes(line, words)
    line.figures = [each for each in line.figures if each.measure or id(each) in wholes or _is_open(line, each, words)]
    inherit(line, wholes)
    before = _wholes_before(line, wholes, words, recent)
    measure_put_forward(story, line, words, recent)
    inherit(line, wholes)
    status = status_words(story.reading.language)
    line.figures = [each for each in line.figures if not is_not_done(line, each, words, status)]
    line.figures = [each for each in line.figures if not is_by_mishap(story, line, each)]
    return Measured(line, wholes, before)


def _is_open(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether only other figures say what was counted: not of one person, nor of whom something else is told."""
    if (
        figure.is_single
        or _is_object_of_another(line, figure, words)
        or verb_of_its_own(line, figure, words) is not None
    ):
        return False
    return not has_other_fate(figure.noun, line.before(figure), line.after(figure), words)


def _is_object_of_another(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "detuvo a 31 e impuso multas a otros 50": the second verb says nothing of what befell the first."""
    before = line.before(figure)
    start = figure.start - len(before)
    if not figure.is_bare or not before.endswith(" a ") or start == line.start:
        return False
    is_told = any(kind.search(before) for kind in (words.any_verb, words.any_noun, words.giving, words.revised))
    return not is_told and line.verbs_between(start, figure.start) > 0


def _wholes_before(
    line: Line, wholes: dict[int, Figure], words: FigureWords, recent: list[Placed]
) -> dict[int, Placed]:
    """Give, by the `id()` of a part, the figure of an earlier sentence that it is of; it counts what that counts."""
    found: dict[int, Placed] = {}
    for figure in line.figures if recent else ():
        whole = whole_before(line, figure, recent, words) if id(figure) not in wholes else None
        if whole is not None:
            found[id(figure)] = whole
            figure.measure, figure.governor = whole.figure.measure, (figure.start, figure.end)
    return found


def _measure(line: Line, figure: Figure, words: FigureWords, language: str) -> None:
    governor = decide(line, figure, words, language)
    if governor is not None and is_part(line, figure, words) and is_past_another(line, figure, governor.start):
        return
    if governor is None or (figure.is_single and (governor.measure not in HARM or governor.cost > _SINGLE_REACH)):
        return
    if figure.is_single and governor.end < figure.start and _is_told_since(line, governor.end, figure.start):
        return
    figure.measure = governor.measure
    figure.governor = (governor.start, governor.end)


def _is_told_since(line: Line, start: int, end: int) -> bool:
    """Tell "shot dead by police, said her son was on his way": another verb stands before the one person."""
    return line.verbs_between(start, end) > 0


def _recall(line: Line, figure: Figure, recent: list[Placed]) -> None:
    """Give a figure that is taken up again the measure it had: "raised the toll to 43. Of the 43, twelve …"."""
    if figure.is_bare and takes_up(line, figure):
        told = (each.figure for each in recent if each.figure.value.best == figure.value.best)
        figure.measure = next((other.measure for other in told if other.measure in HARM), figure.measure)
