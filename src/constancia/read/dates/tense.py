"""The words around a date in, the side that it looks to out: past, future, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from constancia.model import Token
from constancia.read.dates.lexicon import DateWords

TOLD, PAST, OPEN, FUTURE = -2, -1, 0, 1
_REACH_BACK, _REACH_ON = 14, 10
_CLAUSE_ENDS = frozenset({";", ":", "."})
_ARTICLES = frozenset({"el", "la", "los", "las", "the", "this", "este", "next", "proximo", "dia", "on", "both"})

_OPENERS = _ARTICLES | {"in", "en", "durante", "during"}


def lean_of(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> int:
    """Tell whether the verb that governs the tokens [first, last) is past (-1), future (1), or none is near (0).

    -2 where nothing but the past can be meant.

    The nearest verb before decides, else the nearest after; "for Saturday" and "para el sábado" look ahead, unless a
    past verb follows at once ("the march called for Saturday drew …").
    """
    following = _kind(tokens[last], words) if last < len(tokens) else OPEN
    lean = _of_owner(tokens, last, words) or _of_preposition(tokens, first, following, words)
    if not lean and following == FUTURE and _was_done(tokens, first, words):
        return PAST
    if lean or following == FUTURE:
        return lean or FUTURE
    if _is_told_as_past(tokens, first - (tokens[first - 1].norm in _ARTICLES if first else 0), first, words):
        return PAST  # "the march expected on Saturday never took place"
    lean = _nearest(tokens, range(first - 1, max(-1, first - 1 - _REACH_BACK), -1), words)
    lean = lean or _of_what_follows(tokens, first, last, words)
    return lean or (FUTURE if _is_headline_plan(tokens[max(0, first - _REACH_BACK) : first], words) else OPEN)


def _was_done(tokens: Sequence[Token], first: int, words: DateWords) -> bool:
    """Tell "four men arrested in Ica on Sunday would appear", held before, from "the march planned on Sunday will"."""
    for place in range(first - 1, max(first - 1 - _REACH_BACK // 2, -1), -1):
        token = tokens[place]
        if _kind(token, words) == PAST:
            tense = words.settings["tense"]
            return token.norm not in tense["planned_participles"] and token.norm not in tense["arranged"]
        if token.text[:1].islower() and token.norm not in _AMID:
            return False
    return False


_AMID = _ARTICLES | {"in", "at", "near", "of", "outside", "en", "de", "cerca", "del", "during", "durante"}


def _of_what_follows(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> int:
    """Tell by the verb behind a date; where the date opens the sentence, a past verb tells what was done that day."""
    following = range(last, min(last + _REACH_ON, len(tokens)))
    lean = _nearest(tokens, following, words)
    opens = all(token.norm in _OPENERS or not token.norm.isalnum() for token in tokens[:first])
    is_told = lean == PAST and opens and not any(_kind(tokens[place], words) == FUTURE for place in following)
    return TOLD if is_told else lean


def _of_owner(tokens: Sequence[Token], last: int, words: DateWords) -> int:
    """Tell by what a weekday owns: "Monday's rally" was, "Monday's planned rally" will be."""
    if last >= len(tokens) or tokens[last].norm != "'s":
        return OPEN
    planned = words.settings["tense"]["planned"]
    if any(token.norm in planned for token in tokens[last + 1 : last + 4]):
        return FUTURE
    ends = words.settings["tense"]["new_subject"]
    behind = takewhile(lambda token: token.norm not in ends, tokens[last + 1 : last + _REACH_ON])
    kinds = (_kind(token, words) for token in behind)
    return next((kind for kind in kinds if kind), PAST)  # "Friday's rally in Tela will not go ahead"


def _of_preposition(tokens: Sequence[Token], first: int, following: int, words: DateWords) -> int:
    tense = words.settings["tense"]
    place = first - 1
    while place > 0 and tokens[place].norm in _ARTICLES:
        place -= 1
    if place >= 0 and tokens[place].norm in tense["until"]:
        return FUTURE if any(token.norm in tense["deferring"] for token in tokens[max(0, place - 8) : place]) else OPEN
    if place < 0 or tokens[place].norm not in tense["future_preposition"]:
        return OPEN
    is_undone = any(token.norm in tense["undone"] for token in tokens[max(0, place - _REACH_BACK) : place])
    is_past = following == PAST or is_undone or _is_told_as_past(tokens, place, first, words)
    return PAST if is_past else FUTURE


def _is_told_as_past(tokens: Sequence[Token], place: int, first: int, words: DateWords) -> bool:
    """Read "the march called for Saturday in Leeds drew …": a noun with what was planned for it, then its past verb.

    What was put off or called off may still lie ahead, and a verb behind "and" or a comma may have another subject.
    """
    tense = words.settings["tense"]
    place = _before_venue(tokens, place)
    if place < 1 or tokens[place - 1].norm not in tense["planned_participles"]:
        return False
    is_finite = place > 1 and tokens[place - 2].norm in tense["auxiliaries"]
    if is_finite and not any(token.norm in _HAD for token in tokens[max(place - 4, 0) : place]):
        return False
    for token in tokens[first : first + _REACH_ON]:
        if token.norm in tense["new_subject"] or token.norm in tense["called_off"]:
            return False
        if token.norm not in tense["auxiliaries"] and _kind(token, words) == PAST:
            return True
    return False


def _before_venue(tokens: Sequence[Token], place: int) -> int:
    """Skip where it was to be, "planned at the Old Market for Saturday": a preposition and names."""
    at, found = place - 1, place
    while at > 0 and found - at < _VENUE:
        if tokens[at].norm in _AT_VENUE and found - at > 1:
            found = at
        elif not (tokens[at].text[:1].isupper() or tokens[at].norm in _ARTICLES):
            break
        at -= 1
    return found


_VENUE = 5  # words
_AT_VENUE = frozenset({"at", "in", "near", "outside", "en", "ante"})


_HAD = frozenset({"had", "habia", "habian"})  # "the march that had been billed for Monday did not materialise"


def _nearest(tokens: Sequence[Token], places: Iterable[int], words: DateWords) -> int:
    """Give the tense of the first verb among some tokens of a clause."""
    tense = words.settings["tense"]
    for place in places:
        if tokens[place].norm in _CLAUSE_ENDS and not _is_of_an_hour(tokens, place):
            return OPEN
        if tokens[place].norm in tense["infinitive"] and place and tokens[place - 1].norm in tense["infinitive_after"]:
            return FUTURE
        if kind := _kind(tokens[place], words):
            return FUTURE if kind == PAST and (_is_to_be(tokens, place, words) or _was_to(tokens, place)) else kind
        if tokens[place].norm in _IS and _was_to(tokens, place):
            return FUTURE
        if tokens[place].norm in tense["going"] and _is_going_to(tokens, place):
            return FUTURE
    return OPEN


def _is_to_be(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Tell "a decision would be taken on Friday", "se sabría el viernes": a participle behind what is to come."""
    before = [token.norm for token in tokens[max(0, place - 3) : place]]
    if len(before) < 2 or before[-1] not in _BE:
        return False
    is_to = before[-2] == "to" and before[0] in _WAS | _IS | words.settings["tense"]["infinitive_after"]
    return is_to or _kind(tokens[place - 2], words) == FUTURE


def _was_to(tokens: Sequence[Token], place: int) -> bool:
    """Tell "nurses were to march on Monday" from "nurses were in the march"."""
    is_form = tokens[place].norm in _WAS or tokens[place].norm in _IS
    return is_form and place + 1 < len(tokens) and tokens[place + 1].norm == "to"


def _is_going_to(tokens: Sequence[Token], place: int) -> bool:
    """Tell "la marcha que iba a realizarse el sábado", "que debía salir el lunes": it was still to come."""
    behind = [token.norm for token in tokens[place + 1 : place + 3]]
    if behind[:1] in (["a"], ["que"]):
        behind = behind[1:]
    return bool(behind) and behind[0].endswith(_INFINITIVES)


_INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
_BE = frozenset({"be", "ser"})
_WAS = frozenset({"was", "were"})
_IS = frozenset({"is", "are"})


def _is_of_an_hour(tokens: Sequence[Token], place: int) -> bool:
    """Tell the mark inside "6:30", "6.30" and "p. m." from the end of a clause."""
    before = tokens[place - 1] if place else None
    if before is None or before.end != tokens[place].start:
        return False
    if before.norm in _HALVES:
        return True
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_inside = behind is not None and behind.start == tokens[place].end
    return is_inside and behind is not None and before.norm.isdecimal() and behind.norm.isdecimal()


_HALVES = frozenset({"a", "p", "m", "a.m", "p.m", "hrs", "hs", "h"})


def _kind(token: Token, words: DateWords) -> int:
    """Tell the tense of a word; each way to write one is looked at once."""
    known = words.tenses.get(token.text)
    if known is None:
        if len(words.tenses) > _MOST_KNOWN:
            words.tenses.clear()
        known = words.tenses[token.text] = _tense_of(token, words)
    return known


_MOST_KNOWN = 200_000


def _tense_of(token: Token, words: DateWords) -> int:
    tense = words.settings["tense"]
    norm = token.norm
    if norm in tense["future"]:
        return FUTURE
    if norm in tense["past"]:
        return PAST
    if len(norm) < 4:
        return OPEN
    if token.text.isupper() and norm.endswith(tuple(tense["future_suffix_capitals"])) and len(norm) > 5:
        return FUTURE
    written = token.text.lower()
    if written.endswith(tuple(tense["future_suffix"])):
        return FUTURE
    return PAST if written.endswith(tuple(tense["past_suffix"])) and norm not in tense["no_verb"] else OPEN


def _is_headline_plan(before: Sequence[Token], words: DateWords) -> bool:
    """Whether "to march" stands before, as in "Thousands to march Saturday"."""
    return any(
        token.norm in words.settings["tense"]["infinitive"]
        and place + 1 < len(before)
        and before[place + 1].text.islower()
        and before[place + 1].norm not in _ARTICLES
        for place, token in enumerate(before)
    )
