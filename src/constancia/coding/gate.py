"""Tell cheaply whether a text can tell of a deed at all: protest, coercion, assault or mobilisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.claims.lexicon import figure_words
from constancia.coding.deeds.lexicon import Phrase, Sense, keys, lexicon, match_phrase
from constancia.vocabulary import EventType, Measure
from constancia.words import fold

_DEEDS = frozenset({EventType.PROTEST, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE})
_TOLLED = (Measure.KILLED, Measure.ARRESTED, Measure.MISSING, Measure.STERILIZED)
_STRETCH = 600  # characters: most texts that pass the gate do so by their first sentences
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Deeds:
    """The words and phrases of the lexicon that name a deed without leaning on other words."""

    words: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]
    tolls: tuple[re.Pattern[str], ...]
    reach: int  # how many words a phrase spans at the most


@lru_cache(2)
def _deeds(language: str) -> _Deeds:
    table = lexicon(language)
    words = {word for listed in (table.verbs, table.nouns) for word, sense in listed.items() if _names_a_deed(sense)}
    phrases = {
        word: deeds
        for word, listed in table.phrases.items()
        if (deeds := tuple(phrase for phrase in listed if phrase.sense is None or _is_told(phrase.sense)))
    }
    counted = figure_words(language)
    patterns = [
        group[measure]
        for group in (counted.nouns, counted.done_to, counted.done_by)
        for measure in _TOLLED
        if measure in group
    ]
    reach = max((len(one.steps) + sum(one.widths) for listed in phrases.values() for one in listed), default=1)
    return _Deeds(frozenset(words), phrases, tuple(patterns), reach)


def _is_told(sense: Sense) -> bool:
    """Tell whether an entry is of a deed that stands by itself, or of a threat or demand that is read for its own sake.

    Routine work that leans on its doer is none.
    """
    return sense.lets_read or (sense.type in _DEEDS and sense.doer is None)


def _names_a_deed(sense: Sense) -> bool:
    return _is_told(sense) and not sense.is_weak


def _words_in_stretches(folded: str) -> Iterator[list[str]]:
    """Give the words of a folded text, some at a time."""
    begin = 0
    while begin < len(folded):
        end = folded.find(" ", begin + _STRETCH)
        end = len(folded) if end < 0 else end
        yield _WORD.findall(folded, begin, end)
        begin = end


def tells_of_deed(text: str, language: str) -> bool:
    """Tell whether a text has a word or phrase for a deed, or counts the dead, the arrested or the missing.

    Threats and collective demands pass too. Idioms ("stocks rally") are left out. What passes may still hold no report;
    what does not pass holds at most other words, talks and help, which `constancia run` does not put on record for a
    page without any deed.
    """
    deeds = _deeds(language)
    folded = fold(text)
    stretches = _words_in_stretches(folded)
    words: list[tuple[str, ...]] = []
    at = 0
    while True:
        while at + deeds.reach >= len(words) and (more := next(stretches, None)) is not None:
            words += [keys(word, language) for word in more]
        if at >= len(words):
            break
        end, is_deed = _deed_at(words, at, deeds)
        if is_deed:
            return True
        at = max(end, at + 1)
    return any(pattern.search(folded) for pattern in deeds.tolls)


def _deed_at(words: list[tuple[str, ...]], at: int, deeds: _Deeds) -> tuple[int, bool]:
    """Give where the longest phrase at a word ends, and whether it, or the word alone, names a deed."""
    longest, is_deed = at, False
    for form in words[at]:
        for phrase in deeds.phrases.get(form, ()):
            end = match_phrase(phrase, words, at)
            if end is not None and end > longest:
                longest, is_deed = end, phrase.sense is not None and _names_a_deed(phrase.sense)
    if longest > at:
        return longest, is_deed
    return at, not deeds.words.isdisjoint(words[at])
