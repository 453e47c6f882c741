"""Words that hold figures to the numbers they say, in English and Spanish: a reading apart from that of `read`.

The word lists are those of the lexicons; how words join to a number is worked out here anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

from constancia.words import fold, load_lexicon

LANGUAGES = ("en", "es")

_TOKEN = re.compile(r"\d+(?:[.,'\u2009\u00a0 ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_THOUSANDS = re.compile(r"(?<=\d)[.,'\u2009\u00a0 ](?=\d{3}(?!\d))")
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    digit_scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    joins: frozenset[str]
    halves: frozenset[str]
    articles: frozenset[str]


@cache
def number_words(language: str) -> NumberWords:
    """Load the number words of a language; collectives (dozen, centenar) scale what stands before them."""
    lexicon: dict[str, Any] = load_lexicon(language, "numbers")
    grammar = lexicon["grammar"]
    halves = {word for word, parts in lexicon["fractions"].items() if parts == 2}
    return NumberWords(
        cardinals=dict(lexicon["cardinals"]),
        scales={**lexicon["scales"], **lexicon["collectives"]},
        digit_scales=dict(lexicon["digit_scales"]),
        vague={word: (low, high) for word, (low, high) in lexicon["vague"].items()},
        joins=frozenset(grammar["and"]),
        halves=frozenset(halves),
        articles=frozenset(grammar["articles"]) | {"a", "an"},
    )


def numbers_in(text: str, language: str | None) -> frozenset[int]:
    """Give every whole number that the words say; of a language that is not known, in either."""
    found: set[int] = set()
    for known in _languages(language):
        words = number_words(known)
        runs = list(_runs(text, words))
        said = [list(_values(run, words)) for run in runs]
        found.update(value for values in said for value in values)
        for (low, high), (_, run) in zip(pairwise(said), pairwise(runs), strict=True):
            found.update(_carried(low, high, run, words))
    return frozenset(found)


def _carried(low: list[int], high: list[int], run: list[str], words: NumberWords) -> Iterator[int]:
    """Give "two to three thousand" its two thousand: the scale that ends the second number, put to the first."""
    scale = words.scales.get(run[-1], 1)
    if scale > 1 and low and high and 0 < low[-1] < scale:
        yield low[-1] * scale


def vague_bounds(text: str, language: str | None) -> frozenset[tuple[int, int]]:
    """Give the bounds of words such as "dozens" or "tens of thousands"."""
    found: set[tuple[int, int]] = set()
    for known in _languages(language):
        words = number_words(known)
        tokens = _TOKEN.findall(fold(text))
        for number, token in enumerate(tokens):
            if token in words.vague:
                found.add(words.vague[token])
                found.update(_multiplied(words.vague[token], tokens[number + 1 : number + 3], words))
            elif token in words.scales and token not in words.cardinals:
                found.add((2 * words.scales[token], 10 * words.scales[token] - 1))
    return frozenset(found)


def bounding_phrases(kind: str, language: str | None) -> frozenset[str]:
    """Give the phrases before a number that make it a bound: `kind` is over, under and the like."""
    return frozenset(
        phrase for known in _languages(language) for phrase in load_lexicon(known, "numbers")["before"][kind]
    )


def _languages(language: str | None) -> tuple[str, ...]:
    return (language,) if language in LANGUAGES else LANGUAGES


def _multiplied(bounds: tuple[int, int], behind: list[str], words: NumberWords) -> Iterator[tuple[int, int]]:
    """Give "tens of thousands", "decenas de miles": the first word counts the second."""
    for token in behind:
        scale = words.scales.get(token) or (words.vague[token][0] // 2 if token in words.vague else 0)
        if scale:
            yield bounds[0] * scale, (bounds[1] + 1) * scale - 1


def _runs(text: str, words: NumberWords) -> Iterator[list[str]]:
    """Give the runs of number words; what stands between two of them ends a run, save white space and hyphens."""
    run: list[str] = []
    end = 0
    folded = fold(text)
    for token in _TOKEN.finditer(folded):
        between = folded[end : token.start()].strip()
        is_number = token[0][0].isdigit() or token[0] in words.cardinals or token[0] in words.scales
        is_apart = token[0][0].isdigit() and run and words.scales.get(run[-1], 1) < _THOUSAND  # but "mil 373"
        if run and (between not in ("", "-") or is_apart):
            yield run
            run = []
        goes_on = run and (_joins(token[0], words) or (token[0] in words.digit_scales and run[-1][0].isdigit()))
        if is_number or goes_on or token[0] in words.halves:
            run.append(token[0])
        elif token[0] in words.articles:
            run = [*run, token[0]] if run and run[-1] in words.halves else [token[0]]
        elif run:
            yield run
            run = []
        end = token.end()
    if run:
        yield run


def _joins(token: str, words: NumberWords) -> bool:
    return token in words.joins or token in words.articles


def _values(run: list[str], words: NumberWords) -> Iterator[int]:
    """Reckon a run: small numbers add up, scales multiply what is before them, "y medio" adds half of the scale."""
    sum_ = _Sum()
    is_joined = False
    for token in run:
        if token in words.joins:
            is_joined = True
        elif token in words.halves:
            sum_.halve(is_added=is_joined)
        elif (value := _small(token, words)) is not None:
            if not sum_.takes(value):
                yield from sum_.whole()
                sum_ = _Sum()
            sum_.add(value)
        elif (scale := words.scales.get(token) or words.digit_scales.get(token)) is not None:
            if is_joined and scale >= _THOUSAND:  # "entre cien y mil": two numbers
                yield from sum_.whole()
                sum_ = _Sum()
            sum_.multiply(scale)
        is_joined = is_joined and (token in words.joins or token in words.articles - words.cardinals.keys())
    yield from sum_.whole()


def _small(token: str, words: NumberWords) -> Fraction | None:
    if token[0].isdigit():
        return _digits(token)
    return Fraction(words.cardinals[token]) if token in words.cardinals else None


@dataclass(slots=True)
class _Sum:
    """A number on its way: `total` is what larger scales have closed, `current` what still grows."""

    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    scale: int = 1
    closed_by: int = 1
    is_begun: bool = False

    def takes(self, value: Fraction) -> bool:
        """Tell whether a number goes on ("cuarenta y cinco", "mil doscientos") and no other begins ("tres dos")."""
        before = self.total + self.current
        size = 10 ** len(str(int(value)))
        return not self.is_begun or (before >= 20 and value > 0 and before % size == 0)

    def add(self, value: Fraction) -> None:
        self.current, self.is_begun = self.current + value, True

    def halve(self, *, is_added: bool) -> None:
        """Take "medio centenar" or "a million and a half"."""
        if not (self.is_begun and is_added):
            self.current, self.is_begun = Fraction(1, 2), True
        elif self.scale == 1:
            self.current += Fraction(1, 2)
        else:
            self.total += Fraction(self.scale, 2)

    def multiply(self, scale: int) -> None:
        """Scale what stands before: all of it ("dos mil quinientos millones"), or what a larger scale left open."""
        if self.total and scale > self.closed_by:
            self.current, self.total = self.total + self.current, Fraction(0)
        self.current, self.scale, self.is_begun = (self.current or Fraction(1)) * scale, scale, True
        if scale >= _THOUSAND:
            self.total, self.current, self.closed_by = self.total + self.current, Fraction(0), scale

    def whole(self) -> Iterator[int]:
        value = self.total + self.current
        if self.is_begun and value.denominator == 1:
            yield int(value)


def _digits(token: str) -> Fraction:
    plain = _THOUSANDS.sub("", token)
    return Fraction(plain.replace(",", ".")) if plain.count(".") + plain.count(",") <= 1 else Fraction(0)
