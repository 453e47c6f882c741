"""Entries of a lexicon in, one pattern for whole words out; a trailing * of a word stands for any ending."""

from __future__ import annotations

import re

from constancia.coding.word_sets import entries_of
from constancia.words.expressions import expression
from constancia.words.memory import WordMemory

_SPECIAL = frozenset({"", "*", " "})  # the end of an entry, any ending of a word, white space
_FEW = 4  # alternatives that are as soon tried one by one


def alternatives(entries: list[str]) -> str:
    """Give the alternatives of a pattern, longest first."""
    return _by_letter(sorted(entries, key=len, reverse=True), 0)


def _by_letter(entries: list[str], at: int) -> str:
    """Put together the entries that go on with the same letter, so that hundreds are tried in a few steps.

    Entries of different letters never fit at the same place: the first that fits stays the first.
    """
    if len(entries) < _FEW or any(entry[at : at + 1] in _SPECIAL for entry in entries):
        return "|".join(_source(entry[at:]) for entry in entries)
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry[at], []).append(entry)
    return "|".join(_beginning_alike(those, at) for those in groups.values())


def _beginning_alike(entries: list[str], at: int) -> str:
    if len(entries) < _FEW:
        return "|".join(_source(entry[at:]) for entry in entries)
    end = at + 1
    while len({entry[end : end + 1] for entry in entries}) == 1 and entries[0][end] not in _SPECIAL:
        end += 1
    return f"{re.escape(entries[0][at:end])}(?:{_by_letter(entries, end)})"


def _source(entry: str) -> str:
    return re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def any_of(module: str, name: str) -> str:
    """Give the alternatives of a class of `rules.toml`, in a group."""
    return f"(?:{alternatives(entries_of(module, name))})"


def pair(first: list[str], second: list[str], most: int) -> str:
    """Give the pattern of a word of one set and a word of another, with so many words between at most."""
    return rf"(?:{alternatives(first)})(?:\s+[\w'-]+){{0,{most}}}?\s+(?:{alternatives(second)})"


def compile_words(entries: list[str]) -> re.Pattern[str]:
    """Compile entries, longest first, to a pattern for whole words; a trailing * of a word stands for any ending."""
    if not entries:
        return expression(r"(?!)")
    # The border of a word is found sooner than that no letter stands before.
    begin = r"\b" if all(entry[0].isalnum() for entry in entries) else r"(?<!\w)"
    return expression(rf"{begin}(?:{alternatives(entries)})(?!\w)")


def openings(entries: list[str]) -> WordMemory[bool]:
    """Tell of a folded word whether an entry may begin in it; where no word of a text does, none stands there."""
    begun = [re.match(r"\*?\w+\*?", entry) for entry in entries]
    if any(match is None or match.group().lstrip("*")[0].isdecimal() for match in begun):
        return WordMemory(lambda _: True)
    words = {match.group() for match in begun if match}
    parts = tuple(word.strip("*") for word in words if word[0] == "*")
    whole = frozenset(word for word in words if "*" not in word)
    heads = tuple(word[:-1] for word in words if word[-1] == "*" and word[0] != "*")

    def tell(norm: str) -> bool:
        runs = _RUN.findall(norm)
        return any(run in whole or run.startswith(heads) or any(part in run for part in parts) for run in runs)

    return WordMemory(tell)


_RUN = re.compile(r"\w+")


def passive_before(grammar: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what stands right before a participle that was done to somebody: "were later", "were ambushed and"."""
    joined = rf"\w*(?:{'|'.join(grammar['participle'])})(?:,|\s+(?:and|y|e))"
    between = "|".join([*grammar["between_passive"], joined])
    return expression(rf"\b(?:{'|'.join(grammar['passive'])})\s+(?:(?:{between})\s+)*$")


def opened_object(words: list[str]) -> re.Pattern[str]:
    """Compile what opens an object behind a verb; nothing where the language needs no such test."""
    return expression(rf"\s+(?:{'|'.join(words)})\b" if words else r"(?!)")
