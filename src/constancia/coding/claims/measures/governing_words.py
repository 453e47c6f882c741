"""A figure in its sentence in, the verbs and nouns around it that may say what befell those counted, by cost, out."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures import insertions
from constancia.coding.claims.measures.governor import Governor, cost_of, span_of
from constancia.coding.claims.measures.own_clause import is_past_a_clause
from constancia.coding.claims.measures.own_verb import is_doer
from constancia.coding.claims.stops import since_stop, until_stop
from constancia.coding.claims.word_kinds import VERB_OF_HARM, done_by_bit, done_to_bit, opened_in
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


def verbs_after(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
    """Give the verbs of harm behind a figure that say what befell those counted: "14 people were hurt"."""
    zone = until_stop(line.after(figure))[:_REACH]
    said = opened_in(zone, words.opens)
    if not said & VERB_OF_HARM:  # so it is with most
        return []
    zone, behind_ages = insertions.without_ages(zone)
    own = [measure for measure in _HARM if said & done_by_bit(measure)]
    hits = [(measure, match, True) for measure in own for match in words.done_by[measure].finditer(zone)]
    done = [measure for measure in words.done_to if said & done_to_bit(measure)]
    hits += [(measure, match, False) for measure in done for match in words.done_to[measure].finditer(zone)]
    done_to = {match.span() for _, match, is_own in hits if not is_own}
    found = []
    for measure, match, is_own in hits:
        inside_another = any(_is_inside(match, other) for _, other, _ in hits)
        behind = line.words(figure.end + match.end(), line.end)
        is_suffered = is_own or _is_suffered(zone, match, behind, words)
        if (
            not inside_another
            and is_suffered
            and not _NOT_DONE.search(zone[: match.start()])
            and not (match.span() in done_to and is_doer(line, figure, figure.end + match.start()))
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


def verbs_before(line: Line, figure: Figure, words: FigureWords, language: str) -> list[Governor]:
    """Give the verbs of harm before a figure that say what befell those counted: "hurt 14 people"."""
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
            if not (language == "en" and (passive or _STRUCK.match(zone, match.start()))):
                found.append(Governor(measure, *span_of(at, match), cost_of(zone[match.end() :])))
    if language == "es" or figure.is_bare:
        for measure, pattern in words.done_by.items():
            if measure in _HARM and said & done_by_bit(measure):
                matches = pattern.finditer(zone)
                found += [Governor(measure, *span_of(at, match), cost_of(zone[match.end() :])) for match in matches]
    limit = _BARE_REACH if figure.is_bare else _OBJECT_REACH
    found = [governor for governor in _most_specific(found) if governor.cost <= limit]
    return [governor for governor in found if not is_past_a_clause(line, figure, governor.end)]


def nouns_before(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
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


def death_of(line: Line, figure: Figure, words: FigureWords) -> list[Governor]:
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
_SHED = re.compile(rf"\b(?:{'|'.join(sorted(words_of('governing_words', 'shed')))})$")
# "they have the blood of 60 workers", not "tested the blood of 60 workers"
_BEARS = re.compile(rf"\b(?:{'|'.join(sorted(words_of('governing_words', 'bears')))}) (?:all )?(?:the |la |con la )?$")


def _is_suffered(zone: str, match: re.Match[str], behind: str, words: FigureWords) -> bool:
    """Tell whether a verb behind a figure was done to those who were counted, not by them."""
    if words.passive_before.search(zone[: match.start()]):
        return True
    if not words.participle_end.search(match.group()) and not words.participle_end.search(match.group().split(" ")[0]):
        return False  # "held after the march" opens with a participle
    if match.group() == "struck" and not _BY_WHOM.match(behind):
        return False  # "2,500 drivers struck across the country"
    return _LED_ON.search(match.group()) is not None or not words.object_follows.match(behind)


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


_STRUCK = re.compile(r"struck (?:in|on|over|for|at|across|from|since|until)\b")  # "struck in Ica and 30 walked out"
