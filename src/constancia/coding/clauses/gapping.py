"""A noun group behind a verb in, whether one is left out behind it out: "mató a dos en Ilo y otro, a uno en Ica"."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag, VerbGroup, Word
from constancia.coding.word_sets import word_set

_JOINS = word_set("y e and while mientras")
_GOES_ON = word_set("a al en in at contra")
_SAME = {"al": "a", "at": "in"}


def is_gapped(group: NounGroup, verb: VerbGroup, words: Sequence[Word]) -> bool:
    """Tell who did the same elsewhere, or to others: an "and" before, a comma behind, then what the verb had too."""
    at = group.last + 1
    if at + 1 >= len(words) or words[at].norm != "," or words[group.first - 1].norm not in _JOINS:
        return False
    behind, before = words[at + 1], words[verb.last + 1 : group.first]
    if group.preposition is not None or group.first <= verb.last + 1:
        return False
    if behind.tag is Tag.NUMBER:
        return any(word.tag is Tag.NUMBER for word in before)
    opens = _SAME.get(behind.norm, behind.norm)
    return opens in _GOES_ON and any(_SAME.get(word.norm, word.norm) == opens for word in before)


def gapped_subjects(clause: Clause, parse: Parse) -> list[NounGroup]:
    """Give those of a clause whose verb is left out."""
    verb = clause.verb
    if verb is None:
        return []
    inside = (group for group in parse.nouns if parse.clause_at[group.head] == clause.index)
    return [group for group in inside if is_gapped(group, verb, parse.words)]
