"""A figure in its sentence in, the word out by which those counted march, gather, strike or stand on duty."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures import insertions
from constancia.coding.claims.measures.governor import Governor, cost_of, span_of
from constancia.coding.claims.measures.participants import (
    are_accused,
    are_civil_servants,
    are_the_strikers,
    around_insertion,
    halts_their_work,
    strike_of_theirs,
    took_no_part,
)
from constancia.coding.claims.stops import since_comma, since_stop, until_comma, until_stop
from constancia.coding.claims.word_kinds import BYSTANDERS, CROWD, HUMAN, TAKING_PART, opened_in
from constancia.vocabulary import Measure

_NEW_CLAUSE = re.compile(r"\b(?:that|who|which|que|quien|quienes)\b")


def taking_part(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read people who march, gather, take part: "600 people marched", "drew 3,000", "a 2,000-strong march"."""
    before, after = around_insertion(line.before(figure), line.after(figure))
    if halts_their_work(before, after, words):
        return Governor(Measure.PARTICIPANTS, figure.start, figure.end, 10.0)
    is_theirs = _WHO.match(after) is not None  # "affects 280 workers who began …"
    said_before, next_words = opened_in(before, words.opens), after[:_NEXT]
    is_other = bool(said_before & BYSTANDERS and words.bystanders.search(since_comma(before)))
    is_other = is_other or took_no_part(before, words) or are_accused(before, after)
    is_left_out = opened_in(next_words, words.opens) & BYSTANDERS and words.bystanders.search(next_words)
    if is_left_out or (is_other and not is_theirs):
        return None
    noun = figure.noun or line.words(figure.start, figure.end)
    is_on_duty = words.on_duty.search(noun) or (figure.is_bare and words.on_duty.match(after.lstrip()))
    are_civil = bool(is_on_duty) and are_civil_servants(noun, after, words)
    if is_on_duty and not are_civil:
        measure = Measure.PARTICIPANTS if strike_of_theirs(before, after) else Measure.DEPLOYED
        is_unit = insertions.is_strength(figure, before, words)
        return None if is_unit else Governor(measure, figure.start, figure.end, 40.0)
    before, after = since_stop(before), until_stop(after)
    is_people = figure.value.measure is Measure.PARTICIPANTS or words.people.search(noun)
    takes_part = words.done_by[Measure.PARTICIPANTS]
    is_people = is_people or are_civil or words.people.match(after.lstrip())
    are_human = words.begins[noun] & HUMAN
    is_open = is_people or are_human or figure.is_bare or words.human.search(until_comma(after))
    if not is_open or insertions.is_in_a_name(figure, before, words):
        return None
    said = opened_in(after, words.opens)
    deed = takes_part.search(after) if said & TAKING_PART else None
    choices = [_after(figure, after, deed, 1)] if deed else []
    if said & CROWD:
        crowds = [crowd for crowd in words.crowd.finditer(after) if crowd.start() > len(" of the ")]
        choices += [_after(figure, after, crowd, 2) for crowd in crowds]
    for kind, patterns, extra in ((CROWD, words.crowd, 0), (TAKING_PART, takes_part, 6)):
        if said_before & kind:
            matches = [match for match in patterns.finditer(before) if not _NEW_CLAUSE.search(before[match.end() :])]
            choices += [_before(figure, before, match, extra) for match in matches]
    if not choices and are_the_strikers(before, noun, words):
        return Governor(Measure.PARTICIPANTS, figure.start, figure.end, 40.0)
    return min(choices, key=lambda governor: governor.cost, default=None)


_NEXT = 50  # characters
_WHO = re.compile(r" (?:[a-z]+ ){0,2}(?:que|quienes|who) ")


def _after(figure: Figure, zone: str, match: re.Match[str], extra: int) -> Governor:
    return Governor(Measure.PARTICIPANTS, *span_of(figure.end, match), cost_of(zone[: match.start()]) + extra)


def _before(figure: Figure, zone: str, match: re.Match[str], extra: int) -> Governor:
    at = figure.start - len(zone)
    return Governor(Measure.PARTICIPANTS, *span_of(at, match), cost_of(zone[match.end() :]) + extra)
