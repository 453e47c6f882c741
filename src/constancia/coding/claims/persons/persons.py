"""Placed figures of a text in, those of the same people settled: parts of a whole, and the dead among the hit."""

from __future__ import annotations

import re
from collections import defaultdict

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure, Modifier, Scope

_HARM = frozenset({Measure.KILLED, Measure.INJURED})


def find_parts(placed: list[Placed]) -> None:
    """Hang on its whole who is told of one by one, or in groups that add up to it (N3).

    "Six were hurt … three men and three women". One person hurt is of a number that nothing in day and place sets
    apart; one who died is of a number of the same deed alone, since other deaths are often told of for comparison.
    """
    for measure in _HARM:
        told = [each for each in placed if each.figure.measure is measure and _is_plain(each)]
        wholes = [each for each in told if _number(each) > 1]
        by_line: dict[int, list[Placed]] = defaultdict(list)
        for each in told:
            by_line[each.line.index].append(each)
        for group in by_line.values():
            total = sum(map(_number, group))
            for each in group:
                if len(group) > 1:
                    _hang(each, [whole for whole in wholes if whole.line is not each.line and _number(whole) == total])
                if _number(each) == 1:
                    same = [whole for whole in wholes if whole.line is not each.line]
                    _hang(each, same if measure is Measure.INJURED else [w for w in same if w.home is each.home])


def leave_lost_wholes(placed: list[Placed]) -> None:
    """Free the parts of a whole that was dropped: "five were shot: two died and three are in hospital"."""
    known = {id(each.figure) for each in placed}
    for each in placed:
        if each.whole is not None and id(each.whole) not in known:
            each.whole = None


def _is_plain(each: Placed) -> bool:
    is_exact = each.figure.value.modifier in (Modifier.EXACT, Modifier.AT_LEAST)
    return is_exact and each.reach.scope is Scope.INCIDENT and each.home is not None and each.whole is None


def _number(each: Placed) -> int:
    value = each.figure.value
    return value.best or value.low or 0


def _hang(each: Placed, wholes: list[Placed]) -> None:
    fit = next((whole for whole in wholes if whole.whole is None and not _are_apart(each, whole)), None)
    if each.whole is None and fit is not None:
        each.whole = fit.figure


def _are_apart(one: Placed, other: Placed) -> bool:
    """Tell whether two figures are of deeds with days or places of their own."""
    mine, its = one.home, other.home
    if mine is None or its is None or mine is its:
        return mine is not its
    days = (
        (mine.date.from_ if mine.date_mention and mine.date else None),
        (its.date.from_ if its.date_mention and its.date else None),
    )
    places = (
        (mine.place.name if mine.place_mention and mine.place else None),
        (its.place.name if its.place_mention and its.place else None),
    )
    return any(None not in pair and pair[0] != pair[1] for pair in (days, places))


def _without_the_dead_among(placed: list[Placed], open_outcome: list[Placed]) -> list[Placed]:
    """Drop the number that was hit where the text tells how many of them died, and how many were hurt.

    "Three people were shot … one dead and two injured": the three are no three injured.
    """
    killed = {_number(each) for each in placed if each.figure.measure is Measure.KILLED and _is_plain(each)}
    hurt = {_number(each) for each in placed if each.figure.measure is Measure.INJURED and each not in open_outcome}
    return [
        each for each in placed if each not in open_outcome or not any(_number(each) - dead in hurt for dead in killed)
    ]


def without_the_dead(placed: list[Placed], words: FigureWords) -> list[Placed]:
    """Drop one person who "was shot" where the text tells of deaths: the same person is seldom hurt and dead."""
    tells_of_death = any(each.figure.measure is Measure.KILLED and each.figure.value.best != 0 for each in placed)
    if not tells_of_death:
        return placed
    living = [
        each
        for each in placed
        if not _has_open_outcome(each, words) or _is_another(each, words) or _lives(each, placed)
    ]
    return _without_the_dead_among(living, [each for each in living if _is_open_number(each, words)])


def _is_another(each: Placed, words: FigureWords) -> bool:
    """Tell "another man was shot", "a second teenager was hit" from "he shot another boy": another than himself."""
    governor = each.figure.governor
    if governor is not None and governor[0] < each.figure.start:
        return False
    return bool(words.another.search(each.line.words(each.figure.start, each.figure.end)))


def _lives(each: Placed, placed: list[Placed]) -> bool:
    """Tell "a man was killed and a woman wounded": two people told in one breath have two fates."""
    return any(
        other.line is each.line
        and other.figure.measure is Measure.KILLED
        and other.figure.value.best != 0
        and not other.figure.is_already_known
        and (other.figure.end <= each.figure.start or each.figure.end <= other.figure.start)
        for other in placed
    )


def _is_open_number(each: Placed, words: FigureWords) -> bool:
    """Tell "five people were shot": a number whose outcome the verb leaves open."""
    figure = each.figure
    if figure.is_single or figure.measure is not Measure.INJURED or figure.governor is None:
        return False
    governor = each.line.words(*figure.governor)
    return bool(words.outcome_open.fullmatch(governor)) and not words.hurt.match(governor)


def _has_open_outcome(each: Placed, words: FigureWords) -> bool:
    figure = each.figure
    if not (figure.is_single and figure.value.best and figure.measure is Measure.INJURED and figure.governor):
        return False
    return bool(words.outcome_open.fullmatch(each.line.words(*figure.governor)))


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
            is_of_number = _row(each) in numbered and each.figure.governor not in verbs
            if is_of_number or told_in != each.line.index or _is_told_twice(kept, each):
                continue
        kept.append(each)
    return kept


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
