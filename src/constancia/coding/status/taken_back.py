"""A planned deed named by a noun in, whether a later clause takes it back out: "called a march but dropped it"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, Parse, Tense, VerbGroup
from constancia.coding.status.status_words import StatusWords, clause_words
from constancia.coding.story import Trigger

_IT = frozenset({"it", "them", "la", "lo", "las", "los"})
_PARTICLE = frozenset({"off"})
_HOLDS = frozenset({"tener", "have"})  # "tenían convocada una marcha"
_OPEN = (Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE)


def is_taken_back(trigger: Trigger, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell the march that its callers drop in a clause further on, and the strike that "was called off" there."""
    return any(_takes_back(trigger, later, parse, words) for later in parse.clauses[clause.index + 1 :])


def is_held_ready(clause: Clause) -> bool:
    """Tell "they have a march announced", "a strike due to begin": a plan, whatever the tense."""
    verb = clause.verb
    return verb is not None and (verb.lemma in _HOLDS or verb.tense is Tense.INFINITIVE)


def _takes_back(trigger: Trigger, later: Clause, parse: Parse, words: StatusWords) -> bool:
    verb = later.verb
    if verb is None or verb.is_negated or verb.modal is not None or verb.tense in _OPEN:
        return False
    if verb.is_passive:
        subject = later.subject
        return words.is_verb("cancel", verb) and subject is not None and subject.first <= trigger.word <= subject.last
    return _is_cancelling(later, verb, parse, words) and _has_pronoun(verb, parse)


def _is_cancelling(later: Clause, verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    behind = {word.norm for word in parse.words[verb.last + 1 : verb.last + 3]}
    is_phrase = any(phrase in clause_words(parse, later) for phrase in words.phrases["called_off"])
    return is_phrase or words.is_verb("cancel", verb) or (verb.lemma in ("call", "put") and bool(behind & _PARTICLE))


def _has_pronoun(verb: VerbGroup, parse: Parse) -> bool:
    around = (*parse.words[max(verb.first - 1, 0) : verb.head], *parse.words[verb.last + 1 : verb.last + 2])
    return any(word.norm in _IT for word in around)
