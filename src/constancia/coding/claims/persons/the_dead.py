"""Placed figures of a text in, those who were hit and died counted once out: as dead, and not as hurt."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.placed import Placed
from constancia.vocabulary import Measure


def _without_the_dead_among(placed: list[Placed], open_outcome: list[Placed]) -> list[Placed]:
    """Drop the number that was hit where the text tells how many of them died, and how many were hurt.

    "Three people were shot … one dead and two injured": the three are no three injured.
    """
    killed = {each.number for each in placed if each.figure.measure is Measure.KILLED and each.is_plain}
    hurt = {each.number for each in placed if each.figure.measure is Measure.INJURED and each not in open_outcome}
    return [
        each for each in placed if each not in open_outcome or not any(each.number - dead in hurt for dead in killed)
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
