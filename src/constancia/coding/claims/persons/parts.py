"""Find which figures are parts of others, so that no part is added to its whole (codebook, N3 and T6)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.vocabulary import Measure

_GAP = 70
_OF_THOSE = re.compile(r"\b(?:(?:of|among) (?:those|these|the)|(?:de|entre) (?:es[ao]s|l[ao]s))\s+$")
_COPULA = re.compile(r"\s*(?:is|are|was|were|es|son|era|eran|fue|fueron) (?:an? |una? )?")
# Measures that a part's own words give; "a police officer" alone says nothing of what befell him.
_SAID = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.BLOCKADES})


def find_wholes(line: Line, words: FigureWords) -> dict[int, Figure]:
    """Give, by the `id()` of a part, the figure that it is a part of."""
    wholes: dict[int, Figure] = {}
    for index, figure in enumerate(line.figures):
        whole = _whole_of(line, index, figure, words)
        if whole is not None and _can_hold(whole, figure):
            wholes[id(figure)] = whole
    return wholes


def _whole_of(line: Line, index: int, figure: Figure, words: FigureWords) -> Figure | None:
    earlier, later = line.figures[:index], line.figures[index + 1 :]
    before = line.words(earlier[-1].end if earlier else line.start, figure.start)
    after = line.words(figure.end, later[0].start if later else line.end)
    if earlier and (words.part_before.search(before) or words.part_after.match(_behind_noun(after, figure))):
        return _last_whole(earlier, figure)
    headed = [whole for whole in earlier if _OF_THOSE.search(line.words(line.start, whole.start))]
    if headed:
        return _last_whole(headed, figure)
    if earlier and figure.is_bare and _says_who(after, words):
        return _last_whole(earlier, figure)
    if later and _names_the_next(after):
        return later[0]
    return _enumerated(line, index, figure)


def _says_who(after: str, words: FigureWords) -> bool:
    """Read "54 people were hurt; 20 are minors": a copula and who they were, with nothing done to them."""
    copula = _COPULA.match(after)
    return copula is not None and any(who.match(after, copula.end()) for who in words.category.values())


def _behind_noun(after: str, figure: Figure) -> str:
    """Give the words behind a figure and its noun: "(41 people) remain in custody"."""
    behind, noun = after.lstrip(), figure.noun.split(" ")[0]
    return behind[len(noun) :].lstrip() if noun and behind.startswith(noun + " ") else behind


def _last_whole(earlier: list[Figure], figure: Figure) -> Figure | None:
    for whole in reversed(earlier):
        is_open = figure.measure in (None, Measure.PARTICIPANTS, Measure.DEPLOYED)
        if (is_open or figure.measure is whole.measure) and not whole.is_single:
            return whole
    return None


def _names_the_next(between: str) -> bool:
    """Read "three journalists are among the 12 people injured", "six of the 17", with nothing else between."""
    text = between.strip()
    if len(text) > _GAP:
        return False
    return bool(re.fullmatch(r"(?:[\w-]+\s+){0,3}?(?:of|de|among|entre)\s+(?:the|los|las|those)", text)) or text in {
        "of the",
        "de los",
        "de las",
        "are among the",
    }


def _enumerated(line: Line, index: int, figure: Figure) -> Figure | None:
    """Read "60 dead: 48 civilians, 11 at road blocks and one officer": what stands behind the colon are parts."""
    for whole in line.figures[:index]:
        between = line.words(whole.end, figure.start)
        if (
            ":" in between
            and ";" not in between
            and whole.measure in (Measure.KILLED, Measure.INJURED, Measure.ARRESTED)
        ):
            return whole
    return None


def _can_hold(whole: Figure, part: Figure) -> bool:
    """Tell whether a part is no larger than its whole and counts the same."""
    if part.measure in _SAID and whole.measure is not None and part.measure is not whole.measure:
        return False
    most = max(
        (value for value in (whole.value.high, whole.value.best, whole.value.low) if value is not None), default=None
    )
    least = min(
        (value for value in (part.value.low, part.value.best, part.value.high) if value is not None), default=None
    )
    is_open = whole.value.high is None and whole.value.best is None
    return most is None or least is None or least <= most or is_open
