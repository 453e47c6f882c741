"""Decide what a figure counts, from its own noun and from the nearest word of its sentence that governs it."""

from __future__ import annotations

import re
from dataclasses import replace

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures import insertions
from constancia.coding.claims.measures.died_of_it import death_behind
from constancia.coding.claims.measures.governor import Governor, cost_of, span_of
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
from constancia.coding.claims.measures.own_clause import begins_anew, has_passive_of_its_own, is_past_a_clause
from constancia.coding.claims.measures.own_verb import is_doer, keeps_alive, sets_free, verb_of_its_own
from constancia.coding.claims.measures.participants import acts_itself, end_of_strong
from constancia.coding.claims.measures.taking_part import taking_part
from constancia.coding.claims.stops import since_stop, until_stop
from constancia.coding.claims.word_kinds import (
    HARM_NOUN,
    ON_DUTY,
    PEOPLE,
    VERB_OF_HARM,
    done_by_bit,
    done_to_bit,
    opened_in,
)
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Measure

_HARM = (Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.STERILIZED)
_REACH = 120
# A verb of its own between a figure and a verb of harm makes it unlikely that the figure is what was harmed.
_CLAUSE_COST = 40
_SUBJECT_REACH = 90
_BARE_REACH, _OBJECT_REACH = 30, 60
# "Shot dead by two men": who did it is not who suffered it.
_BY = re.compile(r"\b(?:by|por)\s+(?:at least\s+|al menos\s+)?$")
_LAST_OF_BY = ("by", "por", "least", "menos")
_OF = re.compile(r"\s+(?:of(?: the)?|de(?: los| las)?)\s+$")
_LAST_OF_OF = ("of", "de", "the", "los", "las")
# "Two others were not hurt", "tres no resultaron heridos".
_NOT_DONE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno (?:\w+ )?(?:resultaron|resulto|fueron|fue|quedaron|quedo|estan|esta))\s+"
    r"(?:\w+ly\s+)?(?:been\s+)?$"
)
_ANOTHER = re.compile(r"another|otr[oa]")  # told of by what stands behind: "a man died and another was hurt"
_NOUN_REACH = re.compile(r"[^,;:()!?]{0,34}")


def decide(line: Line, figure: Figure, words: FigureWords, language: str) -> Governor | None:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    """Give the governor that stands nearest, or None when the figure counts nothing of ours."""
    if figure.damage is not None and not words.any_noun.match(figure.noun):  # "left 11 dead, 17 houses burnt"
        return Governor(Measure.PROPERTY, *figure.damage, 0.0)
    if figure.blocked is not None:
        return Governor(Measure.BLOCKADES, *figure.blocked, 0.0)
    taken = verb_of_its_own(line, figure, words)
    if keeps_alive(line, figure, taken):
        return None
    own = _own_noun(line, figure, words) or by_own_hand(line, figure) or fatally(line, figure)
    own = (
        labelled(line, figure, words)
        or own
        or noun_behind(line, figure, words)
        or taken_captive(line, figure)
        or held(line, figure, words)
        or told_first(line, figure)
        or told_dead(line, figure)
    )
    own = own or _cared_for(line, figure, words) or _among(line, figure, words) or headed_by(line, figure, words)
    if own is None or own.measure is Measure.INJURED:
        own = (
            _died_of_it(line, figure) or (_death_told(line, figure, words) if own else lost(line, figure, words)) or own
        )
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
    found = _verbs_of_all(line, figure, words)
    is_new = begins_anew(line, figure, language) and not words.families.match(figure.noun)
    if taken is None and not is_new and not has_passive_of_its_own(line.after(figure), words):
        found += _verbs_before(line, figure, words, language)
        found += _nouns_before(line, figure, words) if figure.is_bare else []
    found += _death_of(line, figure, words)
    if _ANOTHER.fullmatch(line.words(figure.start, figure.end)):
        found = [governor for governor in found if governor.start > figure.start] or found
    found = [governor for governor in found if governor.measure is not Measure.DEPLOYED or _is_on_duty(figure, words)]
    harm = _likeliest(found, figure)
    if harm is not None and harm.measure is Measure.INJURED and insertions.is_to_death(line.after(figure)):
        harm = replace(harm, measure=Measure.KILLED)
    is_no_crowd = figure.is_single or (figure.is_bare and (harm is not None or taken is not None))
    crowd = None if is_no_crowd else _crowd(line, figure, words, taken)
    choices = [governor for governor in (harm, crowd) if governor is not None]
    return min(choices, key=lambda governor: governor.cost, default=None)


def _verbs_of_all(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    """Give the verbs behind a figure; of "four of the eight nurses were hurt" the verb is of the four."""
    found = _verbs_after(line, figure, words)
    if not found or not _OF_THE_WHOLE.fullmatch(line.before(figure)):
        return found
    return [each for each in found if not line.verbs_between(figure.end, each.end)]


def decide_part(line: Line, part: Figure, whole: Figure, words: FigureWords) -> Governor | None:
    """Give what befell "three of the five clerks abducted", whose verb stands behind that of all: "were found dead"."""
    if _OF_ALL.fullmatch(line.words(part.end, whole.start)) is None or whole.governor is None:
        return None
    behind = (each for each in _verbs_after(line, whole, words) if each.start >= whole.governor[1])
    told = [each for each in behind if line.verbs_between(whole.governor[1], each.end) == 1]
    return min(told, key=lambda governor: governor.start, default=None)


_OF_ALL = re.compile(r"\s+(?:de l[oa]s|de sus|of the|of its|of their)\s+")


def _death_told(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "after the death of three of the injured", "tras la muerte de tres heridos"."""
    if figure.is_single:
        return None
    return next((each for each in _death_of(line, figure, words) if each.measure is Measure.KILLED), None)


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


def _subject_cost(zone: str, match: re.Match[str], figure: Figure, words: FigureWords) -> float:
    """Give the cost of a verb behind its subject: the figure's own noun and the auxiliaries cost nothing."""
    between = insertions.without_parts(re.sub(r" {3,}", " ", zone[: match.start()]))
    passive = words.passive_before.search(between)
    if passive:
        between = between[: passive.start()]
    own = figure.noun.split(" ")[0]
    if own and between.lstrip().startswith(own):
        between = between.lstrip()[len(own) :]
    return cost_of(_MORE.sub("", between))


_MORE = re.compile(r"^\s+(?:others?|more|mas|otr[oa]s)\b")  # "one died and 30 others were hurt"


def _is_on_duty(figure: Figure, words: FigureWords) -> bool:
    return figure.value.measure is Measure.DEPLOYED or bool(words.holds[figure.noun] & ON_DUTY)


def _verbs_after(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    zone = until_stop(line.after(figure))[:_REACH]
    said = opened_in(zone, words.opens)
    if not said & VERB_OF_HARM:  # so it is with most
        return []
    zone, behind_ages = insertions.without_ages(zone)
    own = [measure for measure in _HARM if said & done_by_bit(measure)]
    hits = [(measure, match, True) for measure in own for match in words.done_by[measure].finditer(zone)]
    done = [measure for measure in words.done_to if said & done_to_bit(measure)]
    hits += [(measure, match, False) for measure in done for match in words.done_to[measure].finditer(zone)]
    found = []
    for measure, match, is_own in hits:
        inside_another = any(_is_inside(match, other) for _, other, _ in hits)
        behind = line.words(figure.end + match.end(), line.end)
        is_suffered = is_own or _is_suffered(zone, match, behind, words)
        if (
            not inside_another
            and is_suffered
            and not _NOT_DONE.search(zone[: match.start()])
            and not (not is_own and is_doer(line, figure, figure.end + match.start()))
        ):
            cost = _subject_cost(zone, match, figure, words)
            start = figure.end + behind_ages
            cost += _CLAUSE_COST * line.verbs_between(start, _verb_start(zone, match, words) + figure.end)
            found.append(Governor(measure, *span_of(figure.end, match), cost))
    limit = _BARE_REACH if figure.is_bare else _SUBJECT_REACH
    return [governor for governor in found if governor.cost <= limit]


def _verb_start(zone: str, match: re.Match[str], words: FigureWords) -> int:
    passive = words.passive_before.search(zone[: match.start()])
    return passive.start() if passive else match.start()


def _is_inside(match: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether a hit lies inside a longer one: "shot" inside "shot dead"."""
    is_shorter = match.end() - match.start() < other.end() - other.start()
    return is_shorter and other.start() <= match.start() and match.end() <= other.end()


def _verbs_before(line: Line, figure: Figure, words: FigureWords, language: str) -> list[Governor]:
    whole = line.before(figure)
    if (whole.rstrip().endswith(_LAST_OF_BY) and _BY.search(whole)) or _BEFORE_WHOM.search(whole):
        return []
    zone = since_stop(whole)[-_REACH:]
    said = opened_in(zone, words.opens)
    if not said & VERB_OF_HARM:
        return []
    at = figure.start - len(zone)
    found = []
    for measure, pattern in words.done_to.items():
        for match in pattern.finditer(zone) if said & done_to_bit(measure) else ():
            passive = words.passive_before.search(zone[: match.start()])
            if not (passive and language == "en"):
                found.append(Governor(measure, *span_of(at, match), cost_of(zone[match.end() :])))
    if language == "es" or figure.is_bare:
        for measure, pattern in words.done_by.items():
            if measure in _HARM and said & done_by_bit(measure):
                matches = pattern.finditer(zone)
                found += [Governor(measure, *span_of(at, match), cost_of(zone[match.end() :])) for match in matches]
    limit = _BARE_REACH if figure.is_bare else _OBJECT_REACH
    found = [governor for governor in _most_specific(found) if governor.cost <= limit]
    return [governor for governor in found if not is_past_a_clause(line, figure, governor.end)]


def _nouns_before(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    """Read "the injured stands at 97", "sube a 31 la cifra de muertos": the noun stands apart from its number."""
    zone = since_stop(line.before(figure))
    behind = until_stop(line.after(figure))[:60]
    found = []
    is_led_to = words.leads_to_noun.match(behind) is not None
    if not is_led_to and not words.any_noun.search(zone):  # so it is with most
        return []
    for measure, pattern in words.nouns.items():
        for match in pattern.finditer(zone):
            at = figure.start - len(zone)
            found.append(Governor(measure, *span_of(at, match), cost_of(zone[match.end() :])))
        following = pattern.search(behind) if is_led_to else None
        if following:
            found.append(Governor(measure, *span_of(figure.end, following), cost_of(behind[: following.start()]) + 10))
    return found


def _death_of(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    """Read "the shooting death of a woman", "el asesinato de un dirigente"."""
    before = line.before(figure)
    match = _OF.search(before) if before.rstrip().endswith(_LAST_OF_OF) else None
    if match is None:
        return []
    head = before[: match.start()]
    for measure, pattern in words.nouns.items():
        for noun in pattern.finditer(head) if measure is not Measure.BLOCKADES else ():  # "a blockade of 100 drivers"
            if noun.end() == len(head):
                return [Governor(measure, *span_of(figure.start - len(before), noun), 1.0)]
    blood = _SHED.search(head)
    blood = blood if blood and (_BEARS.search(head[: blood.start()]) or _ON_HANDS.search(line.folded)) else None
    return [Governor(Measure.KILLED, *span_of(figure.start - len(before), blood), 1.0)] if blood else []


_ON_HANDS = re.compile(r"\b(?:hands|manos)\b")
_SHED = re.compile(rf"\b(?:{'|'.join(sorted(words_of('deciding', 'shed')))})$")
# "they have the blood of 60 workers", not "tested the blood of 60 workers"
_BEARS = re.compile(rf"\b(?:{'|'.join(sorted(words_of('deciding', 'bears')))}) (?:all )?(?:the |la |con la )?$")


def _is_suffered(zone: str, match: re.Match[str], behind: str, words: FigureWords) -> bool:
    """Tell whether a verb behind a figure was done to those who were counted, not by them."""
    if words.passive_before.search(zone[: match.start()]):
        return True
    if not words.participle_end.search(match.group()) and not words.participle_end.search(match.group().split(" ")[0]):
        return False  # "held after the march" opens with a participle
    if match.group() == "struck" and not _BY_WHOM.match(behind):
        return False  # "2,500 drivers struck across the country"
    return _LED_ON.search(match.group()) is not None or not words.object_follows.match(behind)


_OF_THE_WHOLE = re.compile(r"(?: \w+)? (?:of|de) (?:the|its|l[oa]s|sus) ")
# "Beaten in front of 60 onlookers": who is only there suffers nothing.
_BEFORE_WHOM = re.compile(r"\b(?:in front|ahead|instead|in the presence) of (?:about |some |over |a crowd of )?$")
_LED_ON = re.compile(r"\s(?:from|in|into|by|at|for|over)$")  # "forced from | their homes" has no object
_BY_WHOM = re.compile(r"\s+(?:by|in|on|with)\b(?! (?:\w+day|the \w+day))")


def _most_specific(found: list[Governor]) -> list[Governor]:
    """Drop a governor whose words lie inside those of another: "shot" inside "shot dead"."""
    return [
        one
        for one in found
        if not any(
            other is not one
            and other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in found
        )
    ]
