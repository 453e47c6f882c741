"""A planned deed in its sentence in, whether it hangs on a condition or is taken back out (codebook, S4)."""

from __future__ import annotations

from itertools import pairwise

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup, Word
from constancia.coding.status.status_words import Finding, StatusWords, clause_words
from constancia.coding.story import Trigger
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status


def hangs_on_condition(parse: Parse, words: StatusWords) -> bool:
    """Read "voted to strike on Monday if talks fail", "acordaron un paro si no hay respuesta"."""
    norms = [word.norm for word in parse.words]
    for phrase in words.phrases["ultimatum"]:
        parts = phrase.split()
        for at in range(len(norms) - len(parts) + 1):
            if norms[at : at + len(parts)] == parts and (at == 0 or not _is_asked(parse.words[at - 1])):
                return True
    return False


def _is_asked(before: Word) -> bool:
    """Tell "asked if", "sobre si": a question hangs on the word before, no condition."""
    return before.lemma in _ASKS or before.tag is Tag.PREPOSITION


# "Decidirán si van al paro", "asked if they would march": a question, no condition.
_ASKS = words_of("plans", "asks")


def is_before_ultimatum(clause: Clause, parse: Parse, at: int) -> bool:
    """Read "gave them a week before striking", "dio un plazo antes de ir a la huelga"; the deed is word `at`."""
    before = parse.words[:at]
    opening = next((index for index, word in enumerate(before) if word.norm in _BEFORE), None)
    if opening is None or at - opening > _REACH or clause.kind is ClauseKind.RELATIVE:
        return False
    above = [verb for verb in parse.verbs if verb.last < opening]
    gives = any(verb.lemma in _GIVES and verb.tense in (Tense.PAST, Tense.PRESENT) for verb in above)
    return gives and any(word.norm in _TERMS or word.lemma in _TERMS for word in before[:opening])


def is_faced_or_else(parse: Parse, at: int) -> bool:
    """Read "must raise wages or face a strike", "o enfrentará un paro"; the deed is word `at`."""
    norms = [word.norm for word in parse.words[max(at - _REACH, 0) : at]]
    return any(norm in _OR and behind in _FACES for norm, behind in pairwise(norms))


_OR = frozenset({"or", "o"})
_FACES = words_of("plans", "faces")
_REACH = 6  # words from "before" to the deed
_BEFORE = frozenset({"antes", "before"})
_GIVES = words_of("plans", "gives")
_TERMS = words_of("plans", "terms")


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


def drops(clause: Clause, plan: NounGroup, words: StatusWords) -> bool:
    """Tell "dropped plans for a strike", "abandonaron su plan de paro"."""
    verb = clause.verb
    is_told = verb is not None and plan in (clause.object, clause.subject) and not verb.is_negated
    return is_told and (words.is_verb("cancel", verb) or words.is_verb("give_up", verb))


def answered(found: Finding, clause: Clause, plan: NounGroup, words: StatusWords) -> Finding:
    """Tell what became of a plan: "the strike call was withdrawn" (S6), "shops obeyed the call", "lo acataron" (S1)."""
    verb = clause.verb
    if found.status is Status.PLANNED and drops(clause, plan, words):
        return Finding(Status.CANCELLED, "S6 a plan given up")
    if found.status is not Status.PLANNED or verb is None or not words.is_verb("heed", verb):
        return found
    few = clause.subject is not None and (clause.subject.is_negated or clause.subject.lemma in _FEW)
    is_done = verb.is_finite and not verb.is_negated and verb.modal is None and verb.tense is not Tense.FUTURE
    return Finding(Status.OCCURRED, "S1 its call was heeded") if is_done and not few else found


_FEW = frozenset({"few", "little", "poco"})


def is_called_off(top: NounGroup, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell "levantaron el paro previsto para el viernes": what is only to come is not ended but called off."""
    verb = clause.verb
    if verb is None or verb.is_negated or verb.tense in _TO_COME:
        return False
    undergoes = top == clause.object or (top == clause.subject and (verb.is_passive or verb.is_reflexive))
    is_ended = verb.lemma in _LIFTS or words.is_verb("give_up", verb)
    return undergoes and is_ended and any(_is_of_days_to_come(each, top) for each in parse.clauses)


def _is_of_days_to_come(clause: Clause, deed: NounGroup) -> bool:
    """Tell "planned for Saturday", "que iba a hacerse el sábado" behind a deed from "called by the union"."""
    verb = clause.verb
    is_behind = clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) and 0 <= clause.first - deed.last <= _NEXT
    return is_behind and verb is not None and (verb.lemma in _SCHEDULES or verb.tense in _TO_COME)


_NEXT = 2
_TO_COME = (Tense.FUTURE, Tense.CONDITIONAL)
_LIFTS = words_of("plans", "lifts")
_SCHEDULES = words_of("plans", "schedules")
