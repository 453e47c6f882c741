"""Sentences all in capitals in, persons' names out: a given name and the words after it that are no common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from constancia.read.actors.lexicon import ActorLexicon
from constancia.read.actors.names import is_place_name
from constancia.read.speakers.reporting import reporting_lexicon
from constancia.words import load_lexicon

_WORD = re.compile(r"[^\W\d_]\.|[^\W\d_][\w'’-]*[^\W\d_]")
_PARTICLES = frozenset({"de", "del", "la", "las", "los"})
_MOST_WORDS = 4
_SHORTEST_CAPITALISED = 4  # letters; shorter words are often left small in titles
_FEWEST_IN_TITLE = 5  # words
_IN_TITLE = 0.85  # share of a title's longer words that begin with a capital
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "mente", "aron", "ieron", "ando", "iendo", "ado", "ido")


@cache
def _common_words(language: str) -> frozenset[str]:
    """Give the verbs, words of speech, small words and single nouns of the lexicons, folded."""
    verbs = files("constancia.data").joinpath("lexicons", language, "verbs.txt").read_text(encoding="utf-8")
    words = {line.split("\t", 1)[0] for line in verbs.splitlines()}
    words |= set(reporting_lexicon(language).words)
    for lists in load_lexicon(language, "closed_class").values():
        words.update(lists)
    return frozenset(words)


def _is_common(word: str, language: str) -> bool:
    """Whether a folded word is a common word of a language, by the lexicons and by its ending."""
    common = _common_words(language)
    if word in common:
        return True
    return any(
        word.endswith(ending) and (word[: -len(ending)] in common or word[: -len(ending)] + "e" in common)
        for ending in _ENDINGS
        if len(word) > len(ending) + 2
    )


def is_title_case(text: str, start: int, end: int) -> bool:
    """Whether a span stands in a line of which nearly every word begins with a capital, as headlines are written."""
    ends_at = text.find("\n", end)
    words = text[text.rfind("\n", 0, start) + 1 : ends_at if ends_at >= 0 else len(text)].split()
    long = [word for word in words if len(word) >= _SHORTEST_CAPITALISED]
    return len(words) >= _FEWEST_IN_TITLE and sum(word[0].isupper() for word in long) >= _IN_TITLE * len(long)


def name_end_in_title(folded: str, start: int, end: int, lexicon: ActorLexicon) -> int:
    """Give where a name at `start` ends at the latest: before the first word behind its first that is a common one."""
    words = list(_WORD.finditer(folded, start, end))
    for earlier, word in pairwise(words):
        if word.group() not in lexicon.particles and _is_common(word.group(), lexicon.language):
            return earlier.end()
    return end


def names_in_capitals(folded: str, span: tuple[int, int], lexicon: ActorLexicon) -> Iterator[tuple[int, int]]:
    """Give where names stand in a sentence all in capitals."""
    words = list(_WORD.finditer(folded, *span))
    index = 0
    while index < len(words):
        word = words[index].group()
        last = (
            _name_end(folded, words, index, lexicon) if word in lexicon.given and word not in lexicon.small_words else 0
        )
        if last > index:
            start, end = words[index].start(), words[last].end()
            if not is_place_name(folded, start, end, lexicon):
                yield start, end
            index = last
        index += 1


def name_in_capitals_at(folded: str, start: int, lexicon: ActorLexicon) -> int:
    """Where the name that a title introduces ends, in a sentence all in capitals; -1 when a common word follows."""
    words = list(_WORD.finditer(folded, start, start + 60))
    if not words or words[0].start() != start or not _may_be_name(words[0].group(), lexicon):
        return -1
    return words[_name_end(folded, words, 0, lexicon)].end()


def _name_end(folded: str, words: list[re.Match[str]], first: int, lexicon: ActorLexicon) -> int:
    """Give the last word of a name that begins at `first`."""
    last = first
    for index in range(first + 1, min(len(words), first + _MOST_WORDS)):
        if folded[words[index - 1].end() : words[index].start()] != " ":
            break
        word = words[index].group()
        if word in _PARTICLES:
            continue
        if not _may_be_name(word, lexicon):
            break
        last = index
    return last


def _may_be_name(word: str, lexicon: ActorLexicon) -> bool:
    if len(word) == 2 and word.endswith("."):
        return True
    if word in reporting_lexicon(lexicon.language).words or word.endswith("'s"):
        return False
    if word in lexicon.small_words or word in lexicon.calendar or word in lexicon.nouns or len(word) < 3:
        return False
    return word in lexicon.given or not _is_common(word, lexicon.language)
