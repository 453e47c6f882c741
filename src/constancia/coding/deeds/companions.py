"""The clause of a verb in, who did what it says by the class that its entry asks for out."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tense
from constancia.coding.deeds.lexicon import Lexicon, Sense


def doer_of(sense: Sense, clause: Clause) -> NounGroup | None:
    """Give the group that must be of the class of a sense: who did it, in the passive too, or what was taken."""
    is_passive = clause.verb is not None and (clause.verb.is_passive or clause.verb.tense is Tense.PARTICIPLE)
    if is_passive and clause.agent is not None and sense.who not in _TAKEN:
        return clause.agent
    return clause.subject


_TAKEN = frozenset({"building", "road"})


def is_said_of_workers(
    sense: Sense, vetoed: list[str], near: set[str], parse: Parse, clause: Clause, table: Lexicon
) -> bool:
    """Tell "gold miners walked out" and "market women shut their stalls" from what gold and markets do."""
    doer = doer_of(sense, clause)
    if sense.who != "worker" or doer is None or doer.lemma not in table.classes["worker"]:
        return False
    others = near - words_of_groups(parse, (doer,))
    return all(table.classes[name].isdisjoint(others) for name in vetoed)


def words_of_groups(parse: Parse, groups: Sequence[NounGroup]) -> set[str]:
    """Give the words of some groups, as they stand and as a dictionary has them."""
    return {
        form
        for group in groups
        for index in range(group.first, group.last + 1)
        for form in (parse.words[index].norm, parse.words[index].lemma)
    }
