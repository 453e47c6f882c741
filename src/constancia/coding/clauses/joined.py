"""Verbs of one subject that are joined in, the object that both have out: "beat and arrested two students"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from constancia.coding.clauses.syntax import Clause, Tag, Tense, Word
from constancia.coding.word_sets import words_of

JOINTS = frozenset({"and", "or", "but", "y", "e", "o", ","})
_ALONE = frozenset({Tag.ADVERB})
_TOLD = frozenset({Tense.PAST, Tense.PRESENT})


def share_objects(clauses: list[Clause], words: Sequence[Word]) -> list[Clause]:
    """Give a verb without an object that of the verb joined to it; `clauses` in the order of the sentence."""
    for index in range(len(clauses) - 2, -1, -1):
        clause, following = clauses[index], clauses[index + 1]
        if _lacks_object(clause) and _is_joined(clause, following, words):
            clauses[index] = replace(clause, object=following.object)
    return clauses


def _lacks_object(clause: Clause) -> bool:
    verb = clause.verb
    is_told = verb is not None and verb.tense in _TOLD and not verb.is_passive and verb.lemma in _DONE_TO
    return is_told and clause.object is None and clause.subject is not None


def _is_joined(clause: Clause, following: Clause, words: Sequence[Word]) -> bool:
    one, other = clause.verb, following.verb
    if one is None or other is None or other.tense is not one.tense or other.is_passive:
        return False
    if following.object is None or following.object.first < other.last or following.subject != clause.subject:
        return False
    joins = [word.norm for word in words[one.last + 1 : other.first] if word.tag not in _ALONE]
    return bool(joins) and JOINTS.issuperset(joins)


_DONE_TO = words_of("joined", "done_to")
