"""A figure in, the figure that it is a part of out, so that none is added to its whole (codebook, N3 and T6)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure

_GAP = 70
_OF_THOSE = re.compile(
    r"\b(?:(?:of|among) (?:those|these|the)|(?:de|entre) (?:es[ao]s|l[ao]s)|(?:out )?of a total of"
    r"|de(?:l| un) total de(?: los| las)?)\s+$"
)
# "Entre los 16 heridos hay dos periodistas", "Among the 16 injured were two reporters".
_HEADED = re.compile(r"(?:among|entre|of|de)\s+(?:the|those|l[ao]s)\s+(?:more than |mas de |at least |al menos )?")
_IS_THERE = re.compile(
    r"\b(?:is|are|was|were|there (?:is|are|was|were)|hay|habia|hubo|figuran?|figuraban?|esta|estan|estaban?|"
    r"se cuentan?|se encuentran?|se encontraban?|aparecen?)\s+(?:also\s+|tambien\s+|at least\s+|al menos\s+)?$"
)
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
    if earlier and _HEADED.fullmatch(line.words(line.start, earlier[-1].start)) and _IS_THERE.search(before):
        return _last_whole(earlier, figure)
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
    return bool(_NAMED_NEXT.fullmatch(text)) or text in {
        "of the",
        "de los",
        "de las",
        "are among the",
    }


_NAMED_NEXT = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:(?:of|de|among|entre)\s+(?:the|los|las|those)"
    r"|(?:is|are|was|were|be|being|esta|estan|estaban|figura|figuran|figuraban)\s+(?:also\s+|tambien\s+)?(?:among|entre))"
)


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
    if {whole.measure, part.measure} == {Measure.DEPLOYED, Measure.PARTICIPANTS}:
        return False
    most = max(
        (value for value in (whole.value.high, whole.value.best, whole.value.low) if value is not None), default=None
    )
    least = min(
        (value for value in (part.value.low, part.value.best, part.value.high) if value is not None), default=None
    )
    is_open = whole.value.high is None and whole.value.best is None
    return most is None or least is None or least <= most or is_open


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


def takes_up(line: Line, figure: Figure) -> bool:
    """Tell whether the words before a figure point back to it: "of those 43", "de los 43"."""
    return bool(_TAKEN_UP.search(line.before(figure)))


_TAKEN_UP = re.compile(r"\b(?:of (?:those|these|the|its|their)|de (?:es[ao]s|l[ao]s|sus))\s+$")
