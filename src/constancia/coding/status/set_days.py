"""A noun for a deed, its clause and its sentence in, whether a weekday is set for it that is yet to come, out."""

from __future__ import annotations

from itertools import pairwise

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tense, VerbGroup
from constancia.coding.status.status_words import StatusWords
from constancia.coding.word_sets import word_set, words_of


def begins_on_a_day(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Read "el lunes arranca el paro", "the rally takes place on Saturday", "a vigil is held on Sunday": to come."""
    verb = clause.verb
    if verb is not None and _is_to_be_held(verb, parse, words):
        return True
    if verb is None or verb.tense is not Tense.PRESENT or verb.is_perfect or verb.is_progressive or verb.is_negated:
        return False
    if verb.lemma not in _BEGINS and not _takes_place(verb, parse, words):
        return False
    inside = parse.words[clause.first : clause.last + 1]
    days = [index for index, word in enumerate(inside) if word.norm in _NAMED_DAYS]
    return any(not index or inside[index - 1].norm not in _THIS for index in days)


def _is_to_be_held(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    """Read "a vigil was to be held": a form of "be", and what is to be done behind it."""
    behind = next((each for each in parse.verbs if each.first == verb.last + 1), None)
    is_to = behind is not None and parse.words[behind.first].norm == "to" and behind.tense is Tense.INFINITIVE
    return verb.lemma == "be" and not verb.is_perfect and is_to and words.is_verb("happen", behind)


def _takes_place(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    behind = parse.words[verb.last + 1].norm if verb.last + 1 < len(parse.words) else ""
    is_done = verb.is_passive or verb.is_reflexive
    return f"{verb.lemma}-{behind}" in _TAKES_PLACE or (is_done and words.is_verb("set_for", verb))


def is_set_anew(clause: Clause, parse: Parse, words: StatusWords, deed: NounGroup) -> bool:
    """Tell whether a deed is moved to a weekday, or called for from one on."""
    return _is_moved(clause, parse, words) or _is_called_from_a_day(clause, parse, words, deed)


def _is_moved(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Read "the march was shifted to Sunday", "la marcha fue trasladada al sábado": it is to be on that day."""
    verb = clause.verb
    if verb is None or verb.is_negated or not words.is_verb("move", verb):
        return False
    behind = [word.norm for word in parse.words[verb.last + 1 : verb.last + 1 + _DAY_REACH]]
    return any(word in _TO and _is_day_next(behind, index) for index, word in enumerate(behind))


def _is_called_from_a_day(clause: Clause, parse: Parse, words: StatusWords, deed: NounGroup) -> bool:
    """Read "declared an indefinite strike from Monday", "starting Monday", "a partir del lunes": to come."""
    verb = clause.verb
    if verb is None or verb.is_negated or not words.is_verb("call_for", verb):
        return False
    behind = [word.norm for word in parse.words[deed.last + 1 : deed.last + 1 + _DAY_REACH]]
    return any(word in _FROM and _is_day_next(behind, index) for index, word in enumerate(behind))


def is_gone_against(parse: Parse, deed: NounGroup, words: StatusWords) -> bool:
    """Tell "obtained an interdict against the strike on Tuesday": the Tuesday is the court's, and no strike's."""
    if deed.preposition not in _AGAINST:
        return False
    before = next((group for group in parse.nouns if 0 < deed.first - group.last <= _NEXT_GROUP), None)
    return before is not None and before.lemma in words.nouns["order"]


def was_to_come(parse: Parse, deed: NounGroup) -> bool:
    """Tell "held hours before a rally that she was to address": whether there was one is not told."""
    before = {word.norm for word in parse.words[max(deed.first - _BEFORE_REACH, 0) : deed.first]}
    if before.isdisjoint(_EARLIER) or before.isdisjoint(_SPANS):
        return False
    behind = [word.norm for word in parse.words[deed.last + 1 : deed.last + 1 + _DAY_REACH]]
    return any(pair in _TO_BE for pair in pairwise(behind))


_BEFORE_REACH = 4  # words: "hours before the", "horas antes de un"
_EARLIER = frozenset({"before", "antes"})
_SPANS = frozenset({"hours", "minutes", "days", "hour", "day", "shortly", "horas", "minutos", "dias", "poco", "just"})
_TO_BE = frozenset({(verb, link) for verb in ("was", "were") for link in ("to", "due", "scheduled")}) | frozenset(
    {("iba", "a"), ("iban", "a"), ("tenia", "previsto"), ("tenian", "previsto")}
)


def is_not_forbidden(deed: NounGroup, clause: Clause, words: StatusWords) -> bool:
    """Tell "marches were not banned", which says of none that it was held."""
    verb = clause.verb
    undergoes = verb is not None and verb.is_negated and (deed == clause.object or verb.is_passive or verb.is_reflexive)
    return undergoes and (words.is_verb("ban", verb) or words.is_verb("cancel", verb))


_AGAINST = frozenset({"against", "contra"})
_NEXT_GROUP = 3  # words from the order to the deed


def _is_day_next(behind: list[str], index: int) -> bool:
    """Tell whether a weekday stands behind a word, with articles alone between."""
    for word in behind[index + 1 :]:
        if word in _NAMED_DAYS:
            return True
        if word not in _BETWEEN:
            return False
    return False


_DAY_REACH = 6  # words behind a verb or a deed
_BEGINS = words_of("set_days", "begins")
_TAKES_PLACE = words_of("set_days", "takes_place")
_NAMED_DAYS = word_set(
    "lunes martes miercoles jueves viernes sabado domingo manana monday tuesday wednesday thursday friday saturday"
    " sunday tomorrow"
)
_THIS = word_set("este esta pasado ultimo this last la")  # "la mañana" is a part of the day
_TO = word_set("to until till for al para hasta a")
_FROM = word_set("from starting beginning effective partir commencing")
_BETWEEN = word_set("the next this coming on of del de el proximo este early late")
