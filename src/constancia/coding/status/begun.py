"""A noun for a deed in its sentence in, whether it had begun, is called for, or is but a name for something, out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup
from constancia.coding.status.status_words import StatusWords
from constancia.coding.word_sets import word_set

_PAST = frozenset({Tense.PAST, Tense.PRESENT, Tense.PARTICIPLE})
_AS = frozenset({"de", "como", "as"})


def is_under_way(parse: Parse, group: NounGroup, words: StatusWords) -> bool:
    """Read "suspended the strike that they had kept up for a week": it had begun (S6)."""
    return any(
        clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE)
        and 0 <= clause.first - group.last <= _BEHIND
        and clause.verb is not None
        and words.is_verb("under_way", clause.verb)
        and clause.verb.tense in _PAST
        for clause in parse.clauses
    )


_BEHIND = 2  # words


def is_name_for(verb: VerbGroup, group: NounGroup, parse: Parse, words: StatusWords) -> bool:
    """Read "calificó de 'paro salvaje' la medida", "described it as a riot": what somebody calls it is no deed more."""
    if not words.is_verb("name_for", verb) or group.first <= verb.last:
        return False
    before = [word.norm for word in parse.words[max(group.first - _BEHIND, 0) : group.first]]
    return group.preposition in _AS or not _AS.isdisjoint(before)


def is_called_for(verb: VerbGroup, group: NounGroup, parse: Parse) -> bool:
    """Read "the union called for a march": a plan, also where "called" might be a participle (S3)."""
    between = parse.words[verb.last + 1 : group.first - 1]
    is_call = verb.lemma == "call" and not verb.is_passive and not verb.is_negated and not group.is_definite
    return is_call and group.preposition == "for" and all(word.tag is Tag.TIME or word.norm == "on" for word in between)


def begins_on_a_day(clause: Clause, parse: Parse) -> bool:
    """Read "el lunes arranca el paro", "the strike starts on Monday", "mañana comienza la vigilia": it is to come."""
    verb = clause.verb
    if verb is None or verb.tense is not Tense.PRESENT or verb.lemma not in _BEGINS or verb.is_negated:
        return False
    words = parse.words[clause.first : clause.last + 1]
    days = [index for index, word in enumerate(words) if word.norm in _DAYS]
    return any(not index or words[index - 1].norm not in _THIS for index in days)


_BEGINS = word_set("arrancar iniciar comenzar empezar start begin kick-off open")
_DAYS = word_set(
    "lunes martes miercoles jueves viernes sabado domingo manana monday tuesday wednesday thursday friday saturday"
    " sunday tomorrow"
)
_THIS = word_set("este esta pasado ultimo this last la")  # "la mañana" is a part of the day
