"""A clause in, its status out by the verb that it hangs on: "agreed to march", "denied that police fired"."""

from __future__ import annotations

from typing import cast

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tense, VerbGroup
from constancia.coding.status.denials import is_denied_saying
from constancia.coding.status.status_words import Finding, StatusWords, is_of_law
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status


def by_governor(clause: Clause, parse: Parse, words: StatusWords) -> Finding | None:
    """Look at the verb that the clause hangs on: "agreed to march", "denied that police fired"."""
    if is_denied_saying(clause, parse, words):
        return Finding(Status.DENIED, "S8 a saying that is denied")
    if clause.parent is None or clause.verb is None:
        return None
    parent = parse.clauses[clause.parent]
    above = parent.verb
    if above is None or clause.kind is ClauseKind.RELATIVE:
        return None
    found = _of_participle(clause, parent, above, parse, words) if clause.kind is ClauseKind.PARTICIPLE else None
    if found is not None:
        return found
    is_gerund = clause.marker is None and clause.verb.tense is Tense.GERUND
    if is_gerund and parent.object is None and words.is_verb("deny", above):
        return Finding(Status.DENIED, f"S8 governed by {above.lemma}")
    is_content = clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE) and not _is_temporal(clause)
    return _of_content(clause, parent, above, parse, words) if is_content else None


def _of_participle(
    clause: Clause, parent: Clause, above: VerbGroup, parse: Parse, words: StatusWords
) -> Finding | None:
    """Read "keep the road blocked", "wants them expelled", "stopped them from marching", "accused of burning"."""
    if above.lemma in KEEPS and _goes_on(above, parse):
        return Finding(Status.ONGOING, "S2 kept so")
    if parent.object is not None and clause.marker is None and above.lemma in _WANTS:
        return Finding(None, f"S12 governed by {above.lemma}")
    if clause.marker == "from" and words.is_verb("keep_from", above):
        return Finding(Status.PREVENTED, f"S5 governed by {above.lemma}")
    is_charge = clause.marker in _OF_A_CHARGE and words.is_verb("legal", above)
    return _of_law(parent, parse, words) if is_charge else None


_OF_A_CHARGE = frozenset({"with", "of", "for", "de", "por"})


def _of_content(  # noqa: C901, PLR0911 - a rule a line, the first that fits
    clause: Clause, parent: Clause, above: VerbGroup, parse: Parse, words: StatusWords
) -> Finding | None:
    """Read what a verb says, allows, wants or plans: "threatened to strike", "ordered that they be held"."""
    verb = cast("VerbGroup", clause.verb)
    if words.is_verb("fiction", above):
        return Finding(None, f"E5 governed by {above.lemma}")
    if _is_not_let(clause, above, words):
        return Finding(Status.PREVENTED, f"S5 {above.lemma} negated")
    if words.is_verb("deny", above):
        return Finding(Status.DENIED, f"S8 governed by {above.lemma}")
    if words.is_verb("threaten", above):
        return Finding(Status.THREATENED, f"S4 governed by {above.lemma}")
    if words.is_verb("legal", above) and not _is_attempt(clause, above):
        return _of_law(parent, parse, words)
    if words.is_verb("demand", above) and clause.marker in _THAT and verb.tense in _MANDATIVE and not verb.is_perfect:
        return Finding(None, f"S12 demanded: {above.lemma}")
    if verb.tense is Tense.INFINITIVE and parent.object is not None and _is_call(parent.object, words):
        status = Status.CANCELLED if words.is_verb("cancel", above) else Status.PLANNED
        return Finding(status, f"S3 called for: {parent.object.lemma}")
    if above.lemma in _EXPECTED and (above.is_reflexive or above.is_passive) and not above.is_negated:
        return Finding(Status.PLANNED, f"S3 expected: {above.lemma}")
    if words.is_verb("use", above) and _tells_use(parent, above):
        return Finding(None, f"E1 what something is for: {above.lemma}")
    if words.is_verb("plot", above):
        return Finding(Status.PLANNED, f"S3 plotted: {above.lemma}")
    if verb.tense in (Tense.INFINITIVE, Tense.SUBJUNCTIVE):
        return _under_infinitive_governor(clause, above, words)
    return None


def _of_law(parent: Clause, parse: Parse, words: StatusWords) -> Finding:
    lemma = cast("VerbGroup", parent.verb).lemma
    if is_of_law(parent, parse, words):
        return Finding(Status.LEGAL, f"S10 governed by {lemma}")
    return Finding(Status.OCCURRED, f"S1 said by others: {lemma}")


def _tells_use(parent: Clause, above: VerbGroup) -> bool:
    """Read "the weapons used to repress them", "they used to march": a use or a habit, no deed."""
    is_habit = above.lemma == "use" and parent.object is None and not above.is_passive
    return above.tense is Tense.PARTICIPLE or is_habit


def _is_not_let(clause: Clause, above: VerbGroup, words: StatusWords) -> bool:
    """Read "did not let them march", "no dejaron que marcharan", "impidió que marcharan"; not "no dejó de marchar"."""
    verb = cast("VerbGroup", clause.verb)
    if verb.tense is Tense.SUBJUNCTIVE and clause.marker == "que" and words.is_verb("ban", above):
        return not above.is_negated
    is_let = above.is_negated and words.is_verb("let", above) and verb.tense in (Tense.INFINITIVE, Tense.SUBJUNCTIVE)
    return is_let and clause.marker != "de"


_EXPECTED = words_of("governed", "expected")

# "Mantienen bloqueada la ruta": who keeps it so did it.
KEEPS = frozenset({"mantener", "tener", "keep"})


def _goes_on(verb: VerbGroup, parse: Parse) -> bool:
    """Tell "mantienen", "mantenían" from "mantuvieron"."""
    return verb.tense is Tense.PRESENT or parse.words[verb.head].norm.endswith(("ia", "ian"))


def _is_call(group: NounGroup, words: StatusWords) -> bool:
    """Tell "hicieron un llamado a parar" from "hicieron parar"."""
    return group.lemma in words.nouns["plan"]


_THAT = frozenset({"that", "que", None})
_MANDATIVE = frozenset({Tense.PRESENT, Tense.SUBJUNCTIVE, Tense.INFINITIVE})  # "that he step down" looks like a present


def _brought_about(above: VerbGroup) -> Finding:
    """Read "forced the police to fire", "had to fire": the verb above says whether the deed came about."""
    why = f"S1 brought about: {above.lemma}"
    if above.is_negated:
        return Finding(Status.NOT_OCCURRED, f"S7 {above.lemma} negated")
    if above.tense in (Tense.FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE):
        return Finding(Status.PLANNED, f"S3 {above.lemma} to come")
    return Finding(
        Status.OCCURRED, why, is_bare=above.tense in (Tense.PRESENT, Tense.INFINITIVE) and not above.is_perfect
    )


def _is_attempt(clause: Clause, above: VerbGroup) -> bool:
    """Tell "tried to block the road" from "was tried for blocking it"."""
    return above.lemma == "try" and clause.kind is ClauseKind.INFINITIVE


def _is_spanish_infinitive(verb: VerbGroup) -> bool:
    """Tell "impidió marchar" (a complement) from "blocked the road to demand" (a purpose)."""
    return verb.first == verb.head and verb.tense is Tense.INFINITIVE


def _is_temporal(clause: Clause) -> bool:
    return clause.marker in (
        "when",
        "while",
        "after",
        "before",
        "because",
        "cuando",
        "mientras",
        "tras",
        "porque",
        "as",
        "al",
    )


def _under_infinitive_governor(clause: Clause, above: VerbGroup, words: StatusWords) -> Finding | None:  # noqa: PLR0911 - a rule a line, the first that fits
    if (
        words.is_verb("ban", above)
        and clause.marker is None
        and clause.verb is not None
        and _is_spanish_infinitive(clause.verb)
    ):
        return Finding(Status.PREVENTED, f"S5 governed by {above.lemma}")
    if words.is_verb("forbid", above):
        return Finding(Status.PREVENTED, f"S5 governed by {above.lemma}")
    if words.is_verb("refrain", above):
        return Finding(Status.NOT_OCCURRED, f"S7 governed by {above.lemma}")
    if words.is_verb("wish", above) or words.is_verb("fear", above):
        return Finding(None, f"S12 governed by {above.lemma}")
    if words.is_verb("bring_about", above):
        return _brought_about(above)
    if clause.marker in ("para", "for", "por", "in", "al", "tras", "after", "sin", "without"):
        return Finding(Status.NOT_OCCURRED, "S7 without") if clause.marker in ("sin", "without") else None
    if words.is_verb("plan", above) or words.is_verb("urge", above):
        return Finding(Status.PLANNED, f"S3 governed by {above.lemma}")
    if words.is_verb("try", above):
        return Finding(Status.PREVENTED, f"S5 attempt: {above.lemma}")
    return None


# With a participle behind an object: "wants the culprits arrested".
_WANTS = words_of("governed", "wants")
