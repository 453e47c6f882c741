"""A deed named by a verb in, its status out: tense, modality, negation, and the verb that the clause hangs on."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse, Tense, VerbGroup
from constancia.coding.status.governed import by_governor
from constancia.coding.status.not_yet import is_feared, is_yet_to
from constancia.coding.status.status_words import (
    KEPT_FROM,
    Finding,
    StatusWords,
    clause_words,
    opens_condition,
)
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status

_MAYBE = frozenset({"may", "might", "could", "can", "poder"})
_PERCEIVED = words_of("verb_status", "perceived")  # "blasts could be heard"


PRESENT = "S1 present of headlines"
PERFECT = "S1 perfect"
SINCE = "S2 perfect since"
NEGATED = "S7 negated verb"


def of_verb(  # noqa: PLR0911 - a rule a line, the first that fits
    clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool
) -> Finding:
    """Decide by the verb of a clause, and by what the clause hangs on."""
    verb = cast("VerbGroup", clause.verb)
    if is_yet_to(clause, parse):
        return Finding(Status.NOT_OCCURRED, "S7 yet to be done")
    governed = by_governor(clause, parse, words)
    if governed is not None:
        return governed
    if is_feared(verb, parse):
        return Finding(None, "S12 feared")
    marker = _marker(clause, parse)
    if verb.tense is not Tense.PAST and opens_condition(marker, clause, parse, words):
        return Finding(None, f"S12 condition: {marker}")
    if verb.tense in _AFTERWARDS and _is_told_after(clause, parse):
        return Finding(Status.OCCURRED, "S1 after it was done")
    if _is_not_let_here(verb, parse, words) or _follows_not_let(clause, parse, words):
        return Finding(Status.PREVENTED, KEPT_FROM)
    if is_wished(verb, parse) and not has_none_subject(clause):
        return Finding(None, "S12 ought to be")
    if has_none_subject(clause) or (verb.is_negated and not _is_not_left_off(verb, parse, words)):
        return Finding(Status.NOT_OCCURRED, "S7 nobody" if has_none_subject(clause) else NEGATED)
    return by_tense(clause, parse, words, is_headline=is_headline)


def _is_not_left_off(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    """Read "no dejaron de marchar": they went on marching."""
    group = parse.words[verb.first : verb.head]
    return any(word.lemma in words.verbs["let"] and after.norm == "de" for word, after in pairwise(group))


def _is_headline_plan(clause: Clause, parse: Parse) -> bool:
    """Read "Thousands to march in Ica": "to" right behind who will, and no verb that says more."""
    verb = cast("VerbGroup", clause.verb)
    is_to = verb.tense is Tense.INFINITIVE and parse.words[verb.first].norm == "to" and not verb.is_negated
    if not is_to or clause.subject is None or clause.subject.preposition is not None:
        return False
    if clause.subject.lemma in _UNDERTAKINGS:
        return False  # "the operation to clear the camp on Monday left four dead"
    others = (each for each in parse.clauses if each.kind is ClauseKind.MAIN and each.index != clause.index)
    is_alone = all(each.verb is None or not each.verb.is_finite for each in others)
    return is_alone and clause.parent is None and clause.subject.last + 1 == verb.first


def _was_to(verb: VerbGroup, parse: Parse) -> bool:
    """Read "nurses were to march": "to" behind a form of "be"."""
    is_to = verb.tense is Tense.INFINITIVE and verb.first > 0 and parse.words[verb.first].norm == "to"
    return is_to and parse.words[verb.first - 1].norm in _BE


_UNDERTAKINGS = words_of("verb_status", "undertakings")
_BE = frozenset({"was", "were", "is", "are"})


def _is_not_let_here(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    """Read "no los dejó marchar" where both verbs stand in one group."""
    is_let = any(word.lemma in words.verbs["let"] for word in parse.words[verb.first : verb.head])
    return verb.is_negated and is_let and not _is_not_left_off(verb, parse, words)


def _follows_not_let(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Read "did not let the students march", where the bare verb stands in a clause of its own."""
    verb = cast("VerbGroup", clause.verb)
    if not clause.index or verb.tense is not Tense.PRESENT or verb.first != verb.head or clause.subject is None:
        return False
    before = parse.clauses[clause.index - 1].verb
    is_let = before is not None and before.is_negated and words.is_verb("let", before)
    return is_let and clause.subject.first == cast("VerbGroup", before).last + 1


def _marker(clause: Clause, parse: Parse) -> str | None:
    """Give the word that opens a clause, for "if they come and march" that of the clause it goes on from."""
    while clause.index > 0 and (clause.marker in _AND or clause.kind is ClauseKind.INFINITIVE):
        clause = parse.clauses[clause.index - 1]
    return clause.marker


_AND = frozenset({"and", "or", "y", "e", "o", "u"})


def has_none_subject(clause: Clause) -> bool:
    """Tell whether nobody did it, or to nobody."""
    return clause.subject is not None and clause.subject.is_negated


def by_tense(clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:  # noqa: C901, PLR0911, PLR0912 - a rule a line, the first that fits
    """Decide by tense, aspect and modality alone."""
    verb = cast("VerbGroup", clause.verb)
    if _is_headline_plan(clause, parse) or _was_to(verb, parse):
        return Finding(Status.PLANNED, "S3 to be done")
    if verb.lemma in _PERCEIVED and verb.is_passive and verb.modal is not None and verb.tense is not Tense.FUTURE:
        return Finding(Status.OCCURRED, "S1 perceived")
    if verb.tense is Tense.FUTURE:
        if has_condition(parse, words) or clause.marker in _OR_ELSE:
            return Finding(Status.THREATENED, "S4 condition with a future")
        return Finding(Status.PLANNED, "S3 future tense")
    if verb.modal in _MAYBE and verb.tense is Tense.CONDITIONAL and not verb.is_perfect and has_condition(parse, words):
        return Finding(Status.THREATENED, "S4 possibility on a condition")
    if verb.tense is Tense.CONDITIONAL:
        if verb.is_perfect and has_condition(parse, words):
            return Finding(Status.NOT_OCCURRED, "S7 what would have happened")
        if verb.is_perfect:
            return Finding(Status.OCCURRED, "S11 conditional of rumour")
        return Finding(Status.PLANNED, "S3 conditional as future in the past")
    if verb.modal in _MAYBE and verb.tense is not Tense.PAST:
        return Finding(Status.THREATENED, "S4 possibility")
    if verb.tense is Tense.SUBJUNCTIVE:
        is_done = verb.is_perfect or _is_after_that(parse, clause)
        return Finding(Status.OCCURRED, "S1") if is_done else Finding(Status.PLANNED, "S3 subjunctive")
    if verb.tense is Tense.PRESENT:
        return _present(clause, parse, words, is_headline=is_headline)
    meant = _meant(verb, parse, words)
    if meant is not None:
        return meant
    if verb.is_perfect and _is_since(clause_words(parse, clause)):
        return Finding(Status.ONGOING, SINCE)
    is_loose = verb.tense in (Tense.GERUND, Tense.INFINITIVE)
    is_bare = is_loose or verb.tense is Tense.PARTICIPLE
    return Finding(Status.OCCURRED, f"S1 {verb.tense}", is_bare=is_bare, is_general=is_loose)


_OR_ELSE = frozenset({"or", "o", "u"})  # "until Friday to pay, or it will strike"
_WISHES = frozenset({"querer", "desear"})
_INTENTS = words_of("verb_status", "intents")
_AFTERWARDS = frozenset({Tense.SUBJUNCTIVE, Tense.INFINITIVE, Tense.GERUND})
_AFTER = frozenset({"after", "tras", "luego", "despues"})


def _is_told_after(clause: Clause, parse: Parse) -> bool:
    """Tell "luego que pisara", "tras bloquear la ruta", "al activar", "after blocking": the deed was before."""
    at = cast("VerbGroup", clause.verb).first - 1
    if at >= 0 and parse.words[at].norm == "al":
        return True
    while at >= 0 and parse.words[at].norm in ("que", "de", "se"):
        at -= 1
    return at >= 0 and parse.words[at].norm in _AFTER


def _meant(verb: VerbGroup, parse: Parse, words: StatusWords) -> Finding | None:
    """Read "querían marchar", "planeaban matarlo", "pretendían tomar la sede": no more than meant."""
    if verb.modal is None or parse.words[verb.head].norm == parse.words[verb.first].norm:
        return None
    if verb.modal in _WISHES:
        return Finding(None, f"S12 wished: {verb.modal}")
    if verb.modal in _MEANT:
        return Finding(Status.PLANNED, f"S3 intended: {verb.modal}")
    return Finding(Status.PREVENTED, f"S5 attempt: {verb.modal}") if verb.modal in words.verbs["try"] else None


_MEANT = words_of("verb_status", "meant")


def _present(clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    verb = cast("VerbGroup", clause.verb)
    if verb.modal in _WISHES:
        return Finding(None, f"S12 wished: {verb.modal}")
    if verb.modal in _INTENTS:
        return Finding(Status.PLANNED, f"S3 intended: {verb.modal}")
    folded = clause_words(parse, clause)
    if verb.is_progressive:
        return Finding(Status.ONGOING, "S2 progressive")
    if verb.is_perfect:
        is_since = _is_since(folded)
        return Finding(Status.ONGOING if is_since else Status.OCCURRED, SINCE if is_since else PERFECT)
    if any(phrase in folded for phrase in words.phrases["now"]) and not is_headline:
        return Finding(Status.ONGOING, "S2 present with a word of lasting")
    return Finding(Status.OCCURRED, PRESENT, is_bare=not is_headline)


def _is_since(folded: str) -> bool:
    return " since " in folded or " desde " in folded


def has_condition(parse: Parse, words: StatusWords) -> bool:
    """Tell whether a sentence holds a condition: "if", "unless", "but for", "de no"."""
    text = " " + " ".join(word.norm for word in parse.words) + " "
    text = text.replace(" si bien ", " ").replace(" como si ", " ").replace(" as if ", " ")
    return any(phrase in text for phrase in words.phrases["if"])


def _is_after_that(parse: Parse, clause: Clause) -> bool:
    """Read "dos días después de que los soldados dispararan": what came before is told as done."""
    verb = cast("VerbGroup", clause.verb)
    before = " " + " ".join(word.norm for word in parse.words[max(clause.first - 3, 0) : verb.first]) + " "
    return any(phrase in before for phrase in _AFTER_THAT)


_AFTER_THAT = (" despues de que ", " luego de que ", " tras que ", " desde que ", " apenas ")


_OUGHT = frozenset({"should", "must", "ought", "deber"})


def is_wished(verb: VerbGroup, parse: Parse) -> bool:
    """Tell what ought to be, by its modal or by a bare "be"."""
    is_open = not verb.is_perfect and verb.tense is not Tense.PAST
    if verb.modal in _OUGHT:
        return is_open
    opening = parse.words[verb.first].norm, parse.words[verb.first - 1].norm if verb.first else "to"
    return opening[0] == "be" and opening[1] != "to" and verb.is_passive and verb.modal is None
