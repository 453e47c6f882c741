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
    is_of_a_share,
    strike_of_theirs,
    took_no_part,
)
from constancia.coding.claims.stops import since_comma, since_stop, until_comma, until_stop
from constancia.coding.claims.word_kinds import (
    BYSTANDERS,
    CROWD,
    HUMAN,
    ON_DUTY,
    PEOPLE,
    SOMEBODY,
    TAKING_PART,
    opened_in,
)
from constancia.vocabulary import Measure

_NEW_CLAUSE = re.compile(r"\b(?:that|who|which|que|quien|quienes)\b")


def taking_part(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read people who march, gather, take part: "600 people marched", "drew 3,000", "a 2,000-strong march"."""
    before, after = around_insertion(line.before(figure), _words_behind(line, figure, words))
    if halts_their_work(before, after, words):
        return Governor(Measure.PARTICIPANTS, figure.start, figure.end, 10.0)
    governor = _governor(line, figure, before, after, words)
    if governor is None or _takes_none(before, after, words) or is_of_a_share(before, figure.noun, words):
        return None
    return governor


def _words_behind(line: Line, figure: Figure, words: FigureWords) -> str:
    """Give the words behind a figure; of "400 of the 900 dockers struck" those behind the 900 are the 400's too."""
    after = line.after(figure)
    if not _OF_ALL.fullmatch(after):
        return after
    whole = next((other for other in line.figures if other.start >= figure.end), None)
    if whole is None or words.strikers.match(whole.noun) or _are_harmed(line.after(whole), words):
        return after
    end = whole.end
    later = min((other.start for other in line.figures if other.start >= end), default=line.end)
    return line.words(figure.end, later)


def _are_harmed(after: str, words: FigureWords) -> bool:
    """Tell "of the 900 dockers were hurt at a march" from "of the 410 miners took part in a strike"."""
    harm = words.any_verb.search(after)
    deed = words.done_by[Measure.PARTICIPANTS].search(after) if harm is not None else None
    return harm is not None and (deed is None or harm.start() < deed.start())


_OF_ALL = re.compile(r" (?:of|de) (?:(?:the|its|their|l[oa]s|sus) (?:[\w-]+'s )?)")


def _takes_none(before: str, after: str, words: FigureWords) -> bool:
    """Tell from the words before a number, and from those right behind it, that those counted take no part."""
    next_words = after[:_NEXT]
    if opened_in(next_words, words.opens) & BYSTANDERS and words.bystanders.search(next_words):
        return True
    if _WHO.match(after):  # "affects 280 workers who began …"
        return False
    said_before = opened_in(before, words.opens)
    if said_before & BYSTANDERS and words.bystanders.search(since_comma(before)):
        return True
    return took_no_part(before, words) or are_accused(before, after)


def _is_given(before: str, words: FigureWords) -> bool:
    """Tell whether a verb of giving a figure stands right before it."""
    near = before[-_GIVEN:].rstrip()
    return any(match.end() == len(near) for match in words.giving.finditer(near))


_GIVEN = 24  # characters
# "650 funcionarios para resguardar el recorrido": whoever they are, they are sent.
_TO_GUARD = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?:para|to|que|who will|who would|who are to|who were to)\s"
    r"(?:resguard|custodi|vigil|patrull|police |guard |secure |patrol|keep order"
    r"|mantener el orden|garantizar la seguridad|brindar seguridad|dar seguridad)"
)


def _governor(  # noqa: C901 - a rule a line, the first that fits
    line: Line, figure: Figure, before: str, after: str, words: FigureWords
) -> Governor | None:
    noun = figure.noun or line.words(figure.start, figure.end)
    if _TO_GUARD.match(after):
        return Governor(Measure.DEPLOYED, figure.start, figure.end, 40.0)
    is_on_duty = words.holds[noun] & ON_DUTY or (figure.is_bare and words.on_duty.match(after.lstrip()))
    are_civil = bool(is_on_duty) and are_civil_servants(noun, after, words)
    if is_on_duty and not are_civil:
        measure = Measure.PARTICIPANTS if strike_of_theirs(before, after) else Measure.DEPLOYED
        is_unit = insertions.is_strength(figure, before, words)
        return None if is_unit else Governor(measure, figure.start, figure.end, 40.0)
    before, after = since_stop(before), until_stop(after)
    said_before, said = opened_in(before, words.opens), opened_in(after, words.opens)
    if not (said | said_before) & _DEED and not are_the_strikers(before, noun, words):
        return None
    if figure.is_bare and _is_given(before, words):
        said_before = 0  # "lawyers who came to the cells counted 16"
    takes_part = words.done_by[Measure.PARTICIPANTS]
    is_open = are_civil or figure.is_bare or figure.value.measure is Measure.PARTICIPANTS
    is_open = is_open or bool(words.holds[noun] & PEOPLE or words.begins[noun] & HUMAN)
    is_open = is_open or words.people.match(after.lstrip()) is not None
    is_open = is_open or (bool(said & SOMEBODY) and words.human.search(until_comma(after)) is not None)
    if not is_open or insertions.is_in_a_name(figure, before, words):
        return None
    if figure.is_bare and _PUT_AT.search(before):
        after, said = "", 0
    deed = takes_part.search(after) if said & TAKING_PART else None
    choices = [_after(figure, after, deed, 1)] if deed else []
    if said & CROWD:
        crowds = [crowd for crowd in words.crowd.finditer(after) if crowd.start() > len(" of the ")]
        choices += [_after(figure, after, crowd, 2) for crowd in crowds]
    for kind, patterns, extra in ((CROWD, words.crowd, 0), (TAKING_PART, takes_part, 6)):
        if said_before & kind:
            matches = [match for match in patterns.finditer(before) if not _NEW_CLAUSE.search(before[match.end() :])]
            matches = [match for match in matches if not _who_speaks(match, before, words)]
            choices += [_before(figure, before, match, extra) for match in matches]
    if not choices and are_the_strikers(before, noun, words):
        return Governor(Measure.PARTICIPANTS, figure.start, figure.end, 40.0)
    return min(choices, key=lambda governor: governor.cost, default=None)


def _who_speaks(match: re.Match[str], before: str, words: FigureWords) -> bool:
    """Tell "lawyers for the protesters count 130", who give a figure, from "the protesters were 130"."""
    return words.strikers.fullmatch(match.group()) is not None and words.giving.search(before, match.end()) is not None


_DEED = CROWD | TAKING_PART
# "The union put the number at 30 after the march": of what was counted before.
_PUT_AT = re.compile(
    r"\b(?:put|puts|placed|pegged|set|gave|cifr\w+|situo|situa|fijo|elevo|eleva)\s+(?:the|that|its own|its|la|el|su)\s+"
    r"(?:number|figure|toll|count|total|tally|cifra|numero|saldo|conteo)\s+(?:at|en|a|as)\s+(?:[a-z]+\s+){0,2}$"
)
_NEXT = 50  # characters
_WHO = re.compile(r" (?:[a-z]+ ){0,2}(?:que|quienes|who) ")


def _after(figure: Figure, zone: str, match: re.Match[str], extra: int) -> Governor:
    return Governor(Measure.PARTICIPANTS, *span_of(figure.end, match), cost_of(zone[: match.start()]) + extra)


def _before(figure: Figure, zone: str, match: re.Match[str], extra: int) -> Governor:
    at = figure.start - len(zone)
    return Governor(Measure.PARTICIPANTS, *span_of(at, match), cost_of(zone[match.end() :]) + extra)
