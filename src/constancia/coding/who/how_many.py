"""A noun group in, how many people it speaks of out: "two clerks", "a dozen", "half a dozen", "an estimated 80"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import NounGroup, Parse, Tag
from constancia.coding.what.things import NUMBERS, is_singular, number_at
from constancia.coding.word_sets import word_set

_ONE = word_set("a an another one un una otro otra")


def number_of(group: NounGroup, parse: Parse) -> int | None:
    """Read how many a group speaks of, where it says so in a figure or by "a"."""
    for index in range(group.first, group.head + (parse.words[group.head].tag is Tag.NUMBER)):
        norm = parse.words[index].norm
        if norm.isdigit():
            if parse.words[index + 1].norm == "-":
                continue  # an age
            return number_at(parse, index)
        if norm in _ONE:
            return _number_behind(parse, index, group.head)
        if NUMBERS.get(norm) is not None:
            return number_at(parse, index)
    return 1 if is_singular(group, parse) else None


def _number_behind(parse: Parse, index: int, end: int) -> int | None:
    """Read "a clerk", "a dozen", "half a dozen" and "an estimated 80"; None for one not plainly written."""
    many = number_at(parse, index)
    if many is not None and many > 1:
        return many // 2 if index and parse.words[index - 1].norm == "half" else many
    figures = [at for at in range(index + 1, min(index + _ESTIMATED, end)) if parse.words[at].tag is Tag.NUMBER]
    return number_at(parse, figures[0]) if figures else 1


_ESTIMATED = 3  # words: "an estimated", "a further", "a total"
