"""An arrest and its status in, out whether anybody was held: one that is sought, faced or halted holds nobody."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse, Tense
from constancia.coding.status.status_words import Finding, status_words
from constancia.coding.story import Trigger
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status


def of_arrest(found: Finding, trigger: Trigger, parse: Parse, language: str) -> Finding:  # noqa: PLR0911 - a rule a line, the first that fits
    """Give an arrest the status of what it hangs on, where that says that nobody is held yet."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    if trigger.is_verb:
        is_meant = _is_told_to(clause, parse) or _is_likely(trigger, parse) or _is_faced(trigger, parse)
        return Finding(None, "S12 sought") if is_meant else found
    if _is_command(trigger, parse):
        return Finding(None, "S12 a command")
    if found.is_bare and is_demanded(trigger, parse, language):
        return Finding(None, "S12 demanded")
    if found.status is Status.OCCURRED and _is_ordered(trigger, parse):
        return Finding(Status.LEGAL, "S10 a warrant")
    ahead = _noun_ahead(trigger, parse)
    if ahead in _WARRANTS:
        return Finding(Status.LEGAL, f"S10 governed by {ahead}")
    if ahead in _AHEAD or _is_faced(trigger, parse):
        return Finding(None, f"S12 governed by {ahead}")
    if _is_halted(clause, trigger):
        return Finding(Status.PREVENTED, "S5 an arrest that is halted")
    return found


def is_demanded(trigger: Trigger, parse: Parse, language: str) -> bool:
    """Read "demanded the arrest of", "exigió la detención de", "to avoid arrest": nobody was arrested yet."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    verb, words = clause.verb, status_words(language)
    if verb is None or trigger.is_verb:
        return False
    is_about = verb.first < trigger.word or verb.is_passive
    return is_about and any(words.is_verb(name, verb) for name in ("demand", "elude"))


def _is_ordered(trigger: Trigger, parse: Parse) -> bool:
    """Read "la jueza ordenó la captura de dos coroneles", "issued an order for his arrest": no one is held yet."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    verb = clause.verb
    if verb is None or verb.is_negated or verb.first > trigger.word or clause.object is None:
        return False
    return verb.lemma in _ORDERS and clause.object.first <= trigger.word <= clause.object.last


_ORDERS = words_of("arrests", "orders")


def _noun_ahead(trigger: Trigger, parse: Parse) -> str | None:
    """Give the noun that an arrest is the aim or content of: "a case for the arrest of", "protection from arrest"."""
    at = trigger.word - 1
    while at > 0 and trigger.word - at < _NEAR and parse.words[at].norm in _BETWEEN:
        at -= 1
    if at < 1 or parse.words[at].norm not in _LINKS:
        return None
    noun = parse.words[at - 1]
    return next((word for word in (noun.norm, noun.lemma) if word in _AHEAD or word in _WARRANTS), None)


_NEAR = 5
_LINKS = words_of("arrests", "links")
_BETWEEN = words_of("arrests", "between")
_AHEAD = words_of("arrests", "ahead")
_WARRANTS = words_of("arrests", "warrants")


def _is_faced(trigger: Trigger, parse: Parse) -> bool:
    """Read "faces arrest", "se arriesga a una detención"."""
    at = trigger.word - 1
    while at > 0 and trigger.word - at < _NEAR and parse.words[at].norm in _BETWEEN:
        at -= 1
    return at >= 0 and parse.words[at].norm in _FACED


_FACED = words_of("arrests", "faced")


def _is_command(trigger: Trigger, parse: Parse) -> bool:
    """Tell "Arrest those who burned it" from "Arrest of a leader stirs anger"."""
    behind = parse.words[trigger.word + 1 : trigger.word + 2]
    is_first = trigger.word == 0 or parse.words[trigger.word - 1].norm in _OPENS
    return is_first and bool(behind) and behind[0].norm in _COMMANDED


_OPENS = frozenset({":", '"', "\u201c", "'", "\u2018"})
_COMMANDED = words_of("arrests", "commanded")


def _is_halted(clause: Clause, trigger: Trigger) -> bool:
    """Read "the court stayed the arrest of the editor", "el juez suspendió la captura"."""
    verb, group = clause.verb, clause.object
    if verb is None or verb.is_negated or verb.is_passive or group is None or verb.lemma not in _HALTS:
        return False
    return group.first <= trigger.word <= group.last


_HALTS = words_of("arrests", "halts")


def _is_told_to(clause: Clause, parse: Parse) -> bool:
    """Read "a hunt was launched to arrest them", "the act empowers officers to detain": an aim, or leave for it."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None or clause.verb is None:
        return False
    parent = parse.clauses[clause.parent]
    if clause.verb.tense is not Tense.INFINITIVE or parent.verb is None:
        return False
    is_sought = parent.verb.lemma in _SEEKS
    return is_sought or any(
        group is not None and group.lemma in _SOUGHT_BY for group in (parent.subject, parent.object)
    )


_SEEKS = words_of("arrests", "seeks")
_SOUGHT_BY = words_of("arrests", "sought_by")


def _is_likely(trigger: Trigger, parse: Parse) -> bool:
    """Read "are likely to be arrested soon"."""
    opening = [word.norm for word in parse.words[max(trigger.word - _OF_LIKELY, 0) : trigger.word]]
    return len(opening) == _OF_LIKELY and opening[0] in _LIKELY and opening[1:] == ["to", "be"]


_OF_LIKELY = 3
_LIKELY = words_of("arrests", "likely")
