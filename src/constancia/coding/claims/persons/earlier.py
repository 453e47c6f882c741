"""A figure in, the figure of an earlier sentence out that it is a part of: "Of the dead, four …", "Two of them …"."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure

_OPENS = re.compile(
    r"(?:^|[.;:,]\s)\s*(?:y |and )?(?:de|entre|of|among)\s+"
    r"(?:(?P<them>ellos|ellas|est[oa]s|es[oa]s|them|those|these)(?=\s|,)"
    r"|(?:l[oa]s|es[oa]s|est[oa]s|the|those|these)\s+(?:\d+\s+)?(?P<who>[a-z-]+(?: [a-z-]+)?))"
)
_BEHIND = re.compile(
    r"\s*(?:[a-z-]+\s+)?(?:(?:of|de)\s+(?:(?P<them>them|those|these|whom|ell[oa]s|est[oa]s|es[oa]s)\b"
    r"|(?:the|l[oa]s|those|es[oa]s)\s+(?P<who>[a-z-]+(?: [a-z-]+)?)))"
)
_ANYBODY = re.compile(r"(?:victim|people|person|patient|wounded|casualt|pacient|afectad)")
_OPEN = (None, Measure.PARTICIPANTS, Measure.DEPLOYED)


def whole_before(line: Line, figure: Figure, recent: list[Placed], words: FigureWords) -> Placed | None:
    """Give the figure, told just before, of people of whom a figure tells a part; `recent` has the nearest first.

    "Of the dead, four were minors", "Two of them are in intensive care", "Cinco siguen en estado grave".
    """
    if line.is_headline or (figure.is_single and not figure.is_bare):
        return None
    behind = _BEHIND.match(line.words(figure.end, line.end))
    opening = behind or _last(line.words(line.start, figure.start))
    if opening is None:
        is_open = figure.is_bare and (figure.measure in _OPEN or figure.measure is Measure.INJURED)
        is_state = is_open and words.state.match(line.words(figure.end, line.end).lstrip())
        return _likely(figure, recent, Measure.INJURED) if is_state else None
    who = opening.group("who")
    if who is None or _ANYBODY.match(who):
        return _likely(figure, recent, figure.measure if figure.measure in HARM else None)
    told = next((measure for measure, noun in words.nouns.items() if noun.match(who)), None)
    return _likely(figure, recent, told) if told in HARM else None


def _last(before: str) -> re.Match[str] | None:
    return next(iter(reversed(list(_OPENS.finditer(before)))), None)


def _likely(figure: Figure, recent: list[Placed], measure: Measure | None) -> Placed | None:
    """Give the nearest figure of a measure, or of any harm, that is large enough to hold another and part of none."""
    for each in recent:
        told = each.figure.measure
        is_of_kind = told is measure if measure is not None else told in HARM
        is_fit = is_of_kind and (figure.measure in _OPEN or figure.measure is told)
        if is_fit and each.whole is None and _holds(each.figure, figure):
            return each
    return None


def _holds(whole: Figure, part: Figure) -> bool:
    most = whole.value.high or whole.value.best or whole.value.low or 0
    least = part.value.low or part.value.best or part.value.high or 0
    is_open = whole.value.high is None and whole.value.best is None
    return most > 1 and (least < most or is_open)


def take_from_whole(each: Placed, whole: Placed) -> None:
    """Give a part the report, the reach and, where nobody else gives it, the speaker of its whole."""
    each.whole, each.home, each.reach = whole.figure, whole.home, whole.reach
    if each.speakers[0] is None:
        each.speakers = whole.speakers
