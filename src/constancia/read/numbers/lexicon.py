"""The number words of one language, as `data/lexicons/LANGUAGE/numbers.toml` gives them, made ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.model import Token
from constancia.vocabulary import Modifier
from constancia.words import fold, load_lexicon


class PhraseSet:
    """Phrases of a few words, looked for where a token begins or ends one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(phrases)
        self._first = frozenset(phrase.split()[0] for phrase in self._phrases)
        self._last = frozenset(phrase.split()[-1] for phrase in self._phrases)
        self._longest = max((len(phrase.split()) for phrase in self._phrases), default=0)

    def begins_at(self, tokens: Sequence[Token], at: int) -> int:
        """Give how many tokens the longest phrase takes that begins at a token; 0 for none."""
        if at >= len(tokens) or tokens[at].norm not in self._first:
            return 0
        for length in range(min(self._longest, len(tokens) - at), 0, -1):
            if " ".join([token.norm for token in tokens[at : at + length]]) in self._phrases:
                return length
        return 0

    def ends_at(self, tokens: Sequence[Token], at: int) -> int:
        """Give how many tokens the longest phrase takes that ends just before a token; 0 for none."""
        if at == 0 or tokens[at - 1].norm not in self._last:
            return 0
        for length in range(min(self._longest, at), 0, -1):
            if " ".join([token.norm for token in tokens[at - length : at]]) in self._phrases:
                return length
        return 0


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
    phrases: dict[str, PhraseSet]
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
        phrases={name: PhraseSet(words) for name, words in grammar.items()},
        decimal=raw["grammar"]["decimal"],
        starts=frozenset(starts),
        before_last=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in before),
        after_first=frozenset(phrase.split(" ", 1)[0] for phrase in after),
    )
