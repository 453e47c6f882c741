"""Decide what a figure counts, from its own noun and from the nearest word of its sentence that governs it."""

from __future__ import annotations

import re
from dataclasses import replace

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures import insertions
from constancia.coding.claims.measures.died_of_it import death_behind
from constancia.coding.claims.measures.governing_words import death_of, nouns_before, verbs_after, verbs_before
from constancia.coding.claims.measures.governor import Governor, span_of
from constancia.coding.claims.measures.other_fates import among_whom, are_set_free, has_other_fate
from constancia.coding.claims.measures.outright import (
    by_own_hand,
    fatally,
    headed_by,
    held,
    labelled,
    lost,
    noun_behind,
    taken_captive,
    told_dead,
    told_first,
)
from constancia.coding.claims.measures.own_clause import begins_anew, has_passive_of_its_own
from constancia.coding.claims.measures.own_verb import keeps_alive, sets_free, verb_of_its_own
from constancia.coding.claims.measures.participants import acts_itself, end_of_strong
from constancia.coding.claims.measures.taking_part import taking_part
from constancia.coding.claims.stops import until_stop
from constancia.coding.claims.word_kinds import (
    HARM_NOUN,
    ON_DUTY,
    PEOPLE,
)
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Measure

_ANOTHER = re.compile(r"another|otr[oa]")  # told of by what stands behind: "a man died and another was hurt"
_NOUN_REACH = re.compile(r"[^,;:()!?]{0,34}")


def decide(line: Line, figure: Figure, words: FigureWords, language: str) -> Governor | None:  # noqa: PLR0911 - a rule a line, the first that fits
    """Give the governor that stands nearest, or None when the figure counts nothing of ours."""
    if figure.damage is not None and not words.any_noun.match(figure.noun):  # "left 11 dead, 17 houses burnt"
        return Governor(Measure.PROPERTY, *figure.damage, 0.0)
    if figure.blocked is not None:
        return Governor(Measure.BLOCKADES, *figure.blocked, 0.0)
    taken = verb_of_its_own(line, figure, words)
    if keeps_alive(line, figure, taken):
        return None
    own = _told_outright(line, figure, words)
    if own is None and (end := end_of_strong(line.words(figure.end, line.end), words)) is not None:
        return Governor(Measure.PARTICIPANTS, figure.end, figure.end + end, 0.0)
    if sets_free(taken):
        return own if own is not None and own.measure is Measure.KILLED else None
    if own is not None:
        return None if own.measure is Measure.ARRESTED and are_set_free(line.after(figure)) else own
    if _answers_for_it(line, figure, words) or has_other_fate(
        figure.noun, line.before(figure), line.after(figure), words
    ):
        return None
    harm = _likeliest(_of_harm(line, figure, words, language, taken), figure)
    if harm is not None and harm.measure is Measure.INJURED and insertions.is_to_death(line.after(figure)):
        harm = replace(harm, measure=Measure.KILLED)
    is_no_crowd = figure.is_single or (figure.is_bare and (harm is not None or taken is not None))
    crowd = None if is_no_crowd else _crowd(line, figure, words, taken)
    choices = [governor for governor in (harm, crowd) if governor is not None]
    return min(choices, key=lambda governor: governor.cost, default=None)


def _told_outright(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Give what the figure's own noun or the fixed words beside it say befell those counted; a death before a wound."""
    own = labelled(line, figure, words) or _own_noun(line, figure, words) or by_own_hand(line, figure)
    own = (
        own
        or fatally(line, figure)
        or noun_behind(line, figure, words)
        or taken_captive(line, figure)
        or held(line, figure, words)
        or told_first(line, figure)
        or told_dead(line, figure)
        or _cared_for(line, figure, words)
        or _among(line, figure, words)
        or headed_by(line, figure, words)
    )
    if own is not None and own.measure is not Measure.INJURED:
        return own
    died = _died_of_it(line, figure)
    return died or (_death_told(line, figure, words) if own else lost(line, figure, words)) or own


def _of_harm(line: Line, figure: Figure, words: FigureWords, language: str, taken: str | None) -> list[Governor]:
    """Give the verbs and nouns of its sentence that may say what befell those counted."""
    found = _verbs_of_all(line, figure, words)
    is_new = begins_anew(line, figure, language) and not words.families.match(figure.noun)
    if taken is None and not is_new and not has_passive_of_its_own(line.after(figure), words):
        found += verbs_before(line, figure, words, language)
        found += nouns_before(line, figure, words) if figure.is_bare else []
    found += death_of(line, figure, words)
    if _ANOTHER.fullmatch(line.words(figure.start, figure.end)):
        found = [governor for governor in found if governor.start > figure.start] or found
    return [governor for governor in found if governor.measure is not Measure.DEPLOYED or _is_on_duty(figure, words)]


def _verbs_of_all(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    """Give the verbs behind a figure; of "four of the eight nurses were hurt" the verb is of the four."""
    found = verbs_after(line, figure, words)
    if not found or not _OF_THE_WHOLE.fullmatch(line.before(figure)):
        return found
    return [each for each in found if not line.verbs_between(figure.end, each.end)]


_OF_THE_WHOLE = re.compile(r"(?: \w+)? (?:of|de) (?:the|its|l[oa]s|sus) ")


def decide_part(line: Line, part: Figure, whole: Figure, words: FigureWords) -> Governor | None:
    """Give what befell "three of the five clerks abducted", whose verb stands behind that of all: "were found dead"."""
    if _OF_ALL.fullmatch(line.words(part.end, whole.start)) is None or whole.governor is None:
        return None
    behind = (each for each in verbs_after(line, whole, words) if each.start >= whole.governor[1])
    told = [each for each in behind if line.verbs_between(whole.governor[1], each.end) == 1]
    return min(told, key=lambda governor: governor.start, default=None)


_OF_ALL = re.compile(r"\s+(?:de l[oa]s|de sus|of the|of its|of their)\s+")


def _death_told(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "after the death of three of the injured", "tras la muerte de tres heridos"."""
    if figure.is_single:
        return None
    return next((each for each in death_of(line, figure, words) if each.measure is Measure.KILLED), None)


_OVERPOWERS = words_of("deciding", "overpowers")


def _crowd(line: Line, figure: Figure, words: FigureWords, taken: str | None) -> Governor | None:
    """Give the word by which they take part or are on duty; of "prisoners hold 14 guards" none were sent anywhere."""
    crowd = taking_part(line, figure, words)
    if crowd is None or crowd.measure is not Measure.DEPLOYED:
        return crowd
    return None if taken in _OVERPOWERS or _HELD.match(line.words(figure.end, line.end)) else crowd


_HELD = re.compile(
    r"\s+\w+ (?:que|a quienes|whom|that|who) (?:\w+ ){0,2}?(?:reten|retuv|secuestr|captur|manten\w* (?:cautiv|reten)|"
    r"ten\w* en su poder|(?:was|were|had been) (?:h[eo]ld|captured|abducted|seized)|h[eo]ld)"
)


def _answers_for_it(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "three officers are implicated" and "hay tres policías implicados" from those who were sent or harmed."""
    noun = words.on_duty.match(figure.noun) if words.begins[figure.noun] & ON_DUTY else None
    if noun is None:
        return False
    behind = until_stop(line.after(figure).lstrip())
    told = words.answerable.match(behind, noun.end()) if behind.startswith(noun.group()) else None
    why = _BECAUSE.search(behind, told.end()) if told is not None else None  # "suspended after the clash"
    end = why.start() if why is not None else len(behind)
    return told is not None and not words.any_verb.search(behind, told.end(), end)


_BECAUSE = re.compile(r"\b(?:after|over|following|pending|tras|por|luego)\b")


def _among(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    found = among_whom(line.after(figure), words)
    if found is None:
        return None
    measure, (start, end) = found
    return Governor(measure, figure.end + start, figure.end + end, 0.0)


def _died_of_it(line: Line, figure: Figure) -> Governor | None:
    died = None if figure.is_single else death_behind(line, figure)
    return Governor(Measure.KILLED, *died, 0.0) if died else None


def _cared_for(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "paramedics attended to 45 people", "la Cruz Roja asistió a 12 jóvenes": who was cared for was hurt."""
    if not words.begins[figure.noun] & PEOPLE:
        return None
    before = line.before(figure)
    match = words.cared_for.search(before)
    return Governor(Measure.INJURED, *span_of(figure.start - len(before), match), 0.0) if match else None


def _likeliest(found: list[Governor], figure: Figure) -> Governor | None:
    """Give the nearest governor; of one person who was hurt and died, the death (codebook, E7)."""
    deaths = [governor for governor in found if governor.measure is Measure.KILLED]
    is_told_behind = figure.is_bare and any(governor.start > figure.start for governor in found)
    if figure.is_single and deaths and not is_told_behind:  # "two dead and one in critical condition"
        found = deaths
    return min(found, key=lambda governor: governor.cost, default=None)


def _own_noun(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read the figure's own noun and what stands right behind it: "12 dead", "14 people injured"."""
    noun = figure.noun
    for measure, pattern in words.nouns.items() if words.begins[noun] & HARM_NOUN else ():
        if pattern.match(noun):
            is_act = (measure is Measure.ARRESTED or noun.startswith("picket")) and acts_itself(
                line.after(figure), noun
            )
            return Governor(Measure.PARTICIPANTS if is_act else measure, figure.start, figure.end, 0.0)
    if figure.is_single:
        return None
    inside = line.words(figure.start, figure.end)
    reach = _NOUN_REACH.match(line.after(figure))
    text = inside + (reach.group() if reach else "")
    if not any(words.opens_noun[word] for word in text.split()) or not words.any_noun.search(text):
        return None
    best: tuple[int, Measure, re.Match[str]] | None = None
    for measure, pattern in words.nouns.items():
        match = pattern.search(text)
        between = text[len(inside) : match.start()] if match else ""
        are_people = words.people.search(between) or words.on_duty.search(between)
        is_verb = measure is Measure.BLOCKADES and bool(are_people)  # "2,000 loggers blocked roads"
        if match and not is_verb and (best is None or match.start() < best[0]) and _belongs(between, words):
            best = (match.start(), measure, match)
    if best is None:
        return None
    _, measure, match = best
    return Governor(measure, figure.start + match.start(), figure.start + match.end(), 0.0)


def _belongs(between: str, words: FigureWords) -> bool:
    """Tell whether only words of the same noun group stand between a number and a noun: not "two men died shot"."""
    parts = between.split()
    if len(parts) > _WORDS_OF_GROUP or words.opens_another.intersection(parts):
        return False
    return not words.giving.search(between) and not words.done_by[Measure.KILLED].search(between)  # "murieron baleados"


_WORDS_OF_GROUP = 3


def _is_on_duty(figure: Figure, words: FigureWords) -> bool:
    return figure.value.measure is Measure.DEPLOYED or bool(words.holds[figure.noun] & ON_DUTY)
