"""A clause that tells of killing in, whether it only cries out against hardship out: "nos están matando de hambre"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, Parse, Tense
from constancia.coding.deeds.lexicon import Sense
from constancia.coding.word_sets import words_of
from constancia.vocabulary import EventType

_US = words_of("cries", "us")
_KILLS = words_of("cries", "kills")
_BY = words_of("cries", "by")
_BESIDE = 4  # words beside the verb in which it is told who cries, or by what


def is_cry(sense: Sense, clause: Clause, parse: Parse) -> bool:
    """Tell "they are killing us" and "los matan de hambre", of no one deed, from what killers do (codebook, E5)."""
    if sense.type is not EventType.ASSAULT or clause.verb is None or clause.verb.lemma not in _KILLS:
        return False
    verb = clause.verb
    if verb.tense is not Tense.PRESENT or verb.is_perfect or verb.is_passive:
        return False
    before = {word.norm for word in parse.words[max(verb.first - 1, 0) : verb.head]}
    behind = {word.norm for word in parse.words[verb.head + 1 : verb.head + 1 + _BESIDE]}
    next_word = {word.norm for word in parse.words[verb.head + 1 : verb.head + 2]}
    return not _US.isdisjoint(before | next_word) or not _BY.isdisjoint(behind)
