"""English words in, "after" before a clause told from "after" before a noun out: "after Judge Roca was killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from constancia.coding.clauses.syntax import NounGroup, Tag, VerbGroup, Word

_OPENERS = frozenset({"after", "before", "since", "until", "till"})
_SKIPPED = frozenset({Tag.ADVERB, Tag.NEGATION})
_BREAKS = frozenset({Tag.MARK, Tag.QUOTE, Tag.CONJUNCTION})


def open_clauses(
    words: tuple[Word, ...], verbs: Sequence[VerbGroup], nouns: list[NounGroup]
) -> tuple[tuple[Word, ...], list[NounGroup]]:
    """Let "after", "since" and their like open a clause where the noun behind them has a finite verb of its own."""
    found = list(nouns)
    tagged = list(words)
    for index, group in enumerate(nouns):
        if group.preposition not in _OPENERS:
            continue
        opener = next(at for at in range(group.first, -1, -1) if words[at].norm == group.preposition)
        if words[opener].tag is Tag.PREPOSITION and _has_own_verb(index, words, verbs, nouns, opener):
            tagged[opener] = replace(words[opener], tag=Tag.SUBORDINATOR)
            found[index] = replace(group, preposition=None)
    return tuple(tagged), found


def _has_own_verb(
    index: int, words: Sequence[Word], verbs: Sequence[VerbGroup], nouns: Sequence[NounGroup], opener: int
) -> bool:
    last = nouns[index].last
    for following in nouns[index + 1 :]:
        if following.preposition != "of" or following.first - last > _OF_THE:
            break
        last = following.last
    verb = next((each for each in verbs if each.first > last), None)
    if verb is None or not verb.is_finite or any(words[at].tag not in _SKIPPED for at in range(last + 1, verb.first)):
        return False
    earlier = next((each for each in reversed(verbs) if each.last < opener), None)
    if earlier is None:
        return opener == 0 or words[opener - 1].tag in _BREAKS
    between = words[earlier.last + 1 : opener]
    return earlier.is_finite or any(word.tag in _BREAKS for word in between)


_OF_THE = 3  # words from one group to the next with "of the" between
