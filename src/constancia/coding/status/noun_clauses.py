"""A noun for a deed in its sentence in, the clause that tells of it, and whether "without" or "no" denies it, out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tense, VerbGroup
from constancia.coding.status.status_words import Finding, StatusWords, is_of_law
from constancia.coding.status.under_way import phrasal
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status

_WITHOUT = frozenset({"sin", "without", "ni", "nor", "no"})


def main_of(parse: Parse, group: NounGroup, clause: Clause) -> Clause:
    """Give the clause of "the march was held" in "the march, which had been banned, was held".

    So it is in "a march due to be held on Saturday was banned".
    """
    if clause.kind not in _WITHIN or clause.subject != group:
        return clause
    others = (each for each in parse.clauses[clause.index + 1 :] if each.kind is ClauseKind.MAIN)
    return next((each for each in others if each.subject == group and each.verb is not None), clause)


_WITHIN = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.INFINITIVE)


def is_denied_by_a_word(parse: Parse, group: NounGroup) -> bool:
    """Read "sin heridos ni detenidos", "no arrests"."""
    if group.is_negated or group.preposition in _WITHOUT:
        return True
    return group.first > 0 and (parse.words[group.first - 1].norm in _WITHOUT or _is_listed_with_none(parse, group))


def _is_listed_with_none(parse: Parse, group: NounGroup) -> bool:
    """Read "no injuries or arrests", "sin heridos o detenidos": what is denied goes on behind "or"."""
    before = next((each for each in parse.nouns if each.last == group.first - 2), None)
    is_joined = before is not None and group.preposition is None and parse.words[group.first - 1].norm in _OR
    return is_joined and before is not None and is_denied_by_a_word(parse, before)


_OR = frozenset({"or", "nor", "o", "u", "ni"})


def answers_for_it(verb: VerbGroup, parse: Parse) -> bool:
    """Tell "nadie se hizo responsable del asesinato", which was, from "no se hizo la marcha"."""
    return any(word.norm in _ANSWERABLE for word in parse.words[verb.last + 1 : verb.last + 2])


_ANSWERABLE = frozenset({"responsable", "responsables", "cargo", "responsibility"})


def opens_or_closes(top: NounGroup, clause: Clause) -> bool:
    """Tell the march of "the day began with a march in Vilque", which is told of, from marches in general."""
    verb = clause.verb
    is_told = verb is not None and verb.lemma in _OPENS_WITH and not verb.is_negated and verb.last < top.first
    return is_told and top.preposition in _WITH_WHAT and not top.is_definite


def is_come_to(top: NounGroup, clause: Clause) -> bool:
    """Tell the march of "a handful turned up for a march called by bakers", which was, from one that is only called."""
    verb = clause.verb
    if verb is None or verb.is_negated or verb.tense is not Tense.PAST or verb.last >= top.first:
        return False
    if clause.subject is not None and clause.subject.is_negated:
        return False  # "nobody came to the vigil"
    return verb.lemma.partition("-")[0] in _COMES and top.preposition in _TO_WHAT


_COMES = words_of("noun_clauses", "comes")
_TO_WHAT = frozenset({"for", "to", "at", "a", "al"})


_OPENS_WITH = words_of("noun_clauses", "opens_with")
_WITH_WHAT = frozenset({"with", "in", "con", "en"})


def is_charged_with(own: NounGroup, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Read "imputó el martes a dos militares por el asesinato": also behind the day and the people charged."""
    is_judged = is_of_law(clause, parse, words) and clause.verb is not None and own.first > clause.verb.last
    return is_judged and own.preposition == "por"


def is_of_people(verb: VerbGroup, words: StatusWords) -> bool:
    """Tell whether only people or bodies do what a verb says: "prohíben marchas" has no subject."""
    return any(words.is_verb(name, verb) for name in ("ban", "cancel", "plan", "permit"))


def modifier_of(parse: Parse, group: NounGroup, words: StatusWords) -> Finding | None:
    """Read "the march announced for Saturday", "la marcha prevista", "the rally that students had announced"."""
    for clause in parse.clauses:
        if clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) and clause.first - group.last in (0, 1, 2):
            if not words.is_verb("plan", clause.verb) or puts_up(clause.verb, parse):
                continue
            return Finding(Status.PLANNED, "S3 modified by a verb of planning", is_bare=True)
    return None


def puts_up(verb: VerbGroup | None, parse: Parse) -> bool:
    """Tell "set up a road block" from "a march set for Monday"."""
    return verb is not None and phrasal(verb, parse) in _PUTS_UP


_PUTS_UP = words_of("noun_clauses", "puts_up")
