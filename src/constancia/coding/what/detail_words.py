"""The words of details.toml: instruments, things and issues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.word_sets import word_set
from constancia.vocabulary import InstrumentKind, Issue, ObjectKind
from constancia.words import PhraseMatcher, fold, load_lexicon


@dataclass(frozen=True, slots=True)
class DetailWords:
    """The tables of details.toml: word to kind."""

    instruments: dict[str, InstrumentKind]
    phrases: PhraseMatcher[InstrumentKind]
    objects: dict[str, ObjectKind]
    issues: dict[str, tuple[Issue, ...]]


@lru_cache(2)
def detail_words(language: str) -> DetailWords:
    """Load the details of a language."""
    data = load_lexicon(language, "details")
    issues: dict[str, tuple[Issue, ...]] = {}
    for name, words in data["issues"].items():
        for word in words.split():
            issues[word] = (*issues.get(word, ()), Issue(name))
    return DetailWords(
        {word: InstrumentKind(name) for name, words in data["instruments"].items() for word in words.split()},
        PhraseMatcher((p, InstrumentKind(name)) for name, rows in data["instrument_phrases"].items() for p in rows),
        {word: ObjectKind(name) for name, words in data["objects"].items() for word in words.split()},
        issues,
    )


def content_words(text: str) -> set[str]:
    """Give the words of a thing or instrument that tell which it is."""
    return {word.removesuffix("s") for word in fold(text).split() if word not in _LITTLE}


_LITTLE = word_set(
    "the a an this that its his her their el la los las un una su sus este esta of de del two three several"
)
