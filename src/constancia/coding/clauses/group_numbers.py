"""A noun group in, how many people or things it speaks of out: "two clerks", "half a dozen", "an estimated 80"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import NounGroup, Parse, Tag
from constancia.coding.number_words import CARDINALS
from constancia.coding.word_sets import word_set, words_of

_BELOW_HUNDRED = {word: number for word, number in CARDINALS.items() if number < 100}
_NUMBERS = {**_BELOW_HUNDRED, **dict.fromkeys(word_set("a an one un una"), 1), "dozen": 12, "docena": 12}
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
        if norm in _NUMBERS:
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


def number_of_things(parse: Parse, group: NounGroup) -> int | None:
    """Read how many things a group speaks of, where it says so."""
    for index in range(group.first, group.head):
        norm = parse.words[index].norm
        if norm.isdigit() or (norm in _NUMBERS and parse.words[index + 1].norm not in _DOZENS):
            return number_at(parse, index)
    is_one = is_singular(group, parse) or parse.words[group.head].norm in _ONE_BY_NAME or _is_owned(group, parse)
    return 1 if is_one else None


def number_at(parse: Parse, index: int) -> int | None:
    """Read the number that begins at a word: "12", "3 mil 500", "treinta y dos"; None where it is no exact one."""
    words = parse.words[index : index + 3]
    number = int(words[0].norm) if words[0].norm.isdigit() else _NUMBERS.get(words[0].norm)
    if number is None or len(words) == 1 or words[1].norm not in _POWERS:
        return number + _tens_before(parse, index) if number is not None and number < 10 else number
    power = _POWERS[words[1].norm]
    rest = words[2].norm if len(words) > 2 else ""
    return number * power + (int(rest) if rest.isdigit() and int(rest) < power else 0)


def _tens_before(parse: Parse, index: int) -> int:
    """Read the thirty of "treinta y dos", of which the group is only the two."""
    if index < 2 or parse.words[index - 1].norm != "y":
        return 0
    tens = _NUMBERS.get(parse.words[index - 2].norm)
    return tens if tens is not None and tens in _TENS else 0


_TENS = range(30, 100, 10)
_POWERS = {"hundred": 100, "thousand": 1_000, "mil": 1_000}
_POWERS |= dict.fromkeys(("million", "millon", "millones"), 1_000_000)
_POWERS |= {"dozen": 12, "docena": 12, "docenas": 12, "score": 20}
_DOZENS = frozenset({"dozen", "docena"})  # "a dozen buses" are no one bus
_ONE_BY_NAME = words_of("group_numbers", "one_by_name")


def _is_owned(group: NounGroup, parse: Parse) -> bool:
    """Tell the one house of "the mayor's house" from "the mayor's offices"."""
    head = parse.words[group.head]
    is_of = any(word.norm == "'s" for word in parse.words[group.first : group.head])
    return is_of and head.norm == head.lemma and not head.norm.endswith("s") and head.norm not in _COLLECTIVE


_COLLECTIVE = words_of("group_numbers", "collective")


def is_singular(group: NounGroup, parse: Parse) -> bool:
    """Tell whether a group with an article speaks of one: "the garrison", "su casa"."""
    head = parse.words[group.head]
    has_article = parse.words[group.first].tag is Tag.DETERMINER
    return has_article and head.norm == head.lemma and not head.norm.endswith("s") and head.norm not in _COLLECTIVE
