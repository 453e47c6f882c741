"""A verb without a subject of its own and the clauses before it in, who does it out, where that is not the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.grammar import Grammar
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, VerbGroup, Word
from constancia.coding.word_sets import word_set, words_of


def attack_before(verb: VerbGroup | None, nearest: NounGroup | None, behind: Sequence[NounGroup]) -> NounGroup | None:
    """Give the attack of "the attacks on a school and a clinic, which killed nine", whose clinic killed nobody."""
    if verb is None or verb.lemma not in _HARMS or verb.is_passive:
        return None
    if nearest is None or nearest.preposition is None:
        return None
    return next((group for group in behind if group.lemma in _ATTACKS), None)


_HARMS = words_of("antecedents", "harms")
_ATTACKS = words_of("antecedents", "attacks")


def blamed_before(previous: Clause, marker: Word, words: Grammar) -> NounGroup | None:
    """Give the policemen of "condenó a 15 años a tres policías por matar": whom the verb above blames did it."""
    verb = previous.verb
    if verb is None or verb.is_passive or marker.norm not in _FOR or verb.lemma not in words["blames"]:
        return None
    behind = [group for group in previous.complements if group.preposition in _PERSONAL and group.first > verb.last]
    return next((group for group in reversed(behind) if group.lemma not in _TERMS), None)


_FOR = frozenset({"de", "por"})
_PERSONAL = frozenset({"a", "al"})
_TERMS = words_of("antecedents", "terms")


def striker_before(verb: VerbGroup | None, earlier: Sequence[Clause], words: Grammar) -> NounGroup | None:
    """Give the officers of "officers opened fire when marchers advanced, killing two", and not the marchers."""
    if verb is None or verb.is_passive or verb.lemma not in words["harms"]:
        return None
    at = len(earlier) - 1
    while at > 0 and earlier[at].kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE):
        at -= 1
    before, inner = earlier[at - 1] if at > 0 else None, earlier[at]
    if before is None or inner.kind is not ClauseKind.SUBORDINATE or inner.marker not in _MEANWHILE:
        return None
    strikes = before.verb is not None and before.verb.lemma in words["strikes"] and not before.verb.is_passive
    return before.subject if strikes else None


_MEANWHILE = word_set("when while as after cuando mientras que luego despues tras")
