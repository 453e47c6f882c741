"""The number words of one language, as `data/lexicons/LANGUAGE/numbers.toml` gives them, made ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.vocabulary import Modifier
from constancia.words import fold, load_lexicon


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words that make, bound or join numbers; every key is folded, phrases are words with single spaces."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    digit_scales: dict[str, int]
    collectives: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, tuple[int, int]]
    before: dict[str, Modifier]
    after: dict[str, Modifier | None]
    grammar: dict[str, frozenset[str]]
    decimal: str
    starts: frozenset[str]
    before_last: frozenset[str]
    after_first: frozenset[str]


@cache
def number_words(language: str) -> NumberWords:
    """Load the number words of a language."""
    raw: dict[str, Any] = load_lexicon(language, "numbers")
    before = {fold(phrase): Modifier(name) for name, phrases in raw["before"].items() for phrase in phrases}
    after: dict[str, Modifier | None] = {
        fold(phrase): None if name == "equal" else Modifier(name)
        for name, phrases in raw["after"].items()
        for phrase in phrases
    }
    grammar = {name: frozenset(words) for name, words in raw["grammar"].items() if name != "decimal"}
    phrases = grammar["some_people"] | grammar["none"] | grammar["none_alone"] | grammar["vague_before"]
    starts = {
        *raw["cardinals"],
        *raw["scales"],
        *raw["collectives"],
        *raw["vague"],
        *(phrase.split()[0] for phrase in phrases),
        *grammar["half_before"],
        *raw["fractions"],
    }
    return NumberWords(
        cardinals=raw["cardinals"],
        scales=raw["scales"],
        digit_scales=raw["digit_scales"],
        collectives=raw["collectives"],
        fractions=raw["fractions"],
        vague={word: (low, high) for word, (low, high) in raw["vague"].items()},
        before=before,
        after=after,
        grammar=grammar,
        decimal=raw["grammar"]["decimal"],
        starts=frozenset(starts),
        before_last=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in before),
        after_first=frozenset(phrase.split(" ", 1)[0] for phrase in after),
    )
