"""A claim's bounds against its words: a figure must follow from what was said by the codebook's rules (section 5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from constancia.verify.numerals import bounding_phrases, numbers_in, vague_bounds
from constancia.vocabulary import Modifier
from constancia.words import fold

Numbers = frozenset[int]
# Numbers that count nobody (codebook, N4): ages, spans of years, ordinals, what is part of a name such as K-9.
_NO_COUNT = re.compile(
    r"\b[\w-]+[- ](?:years?|months?|days?)[- ]olds?|\b\w+-years?\b|\bde \w+ (?:años|meses)|\baged \w+"
    r"|(?<=[^\W\d]),\s+\d{1,3}\b(?=,|$)|\b\d+(?:st|nd|rd|th|[ºª°])|\b[A-Z]-\d+",
    re.IGNORECASE,
)
# Words that say none though a number stands among them.
_NO_ONE = re.compile(r"\b(?:no\s+one|not\s+one|not\s+a\s+single|ni\s+un[ao]?|ning[uú]n[ao]?)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|nor|never|none|nobody|without|sin|ni|nunca|tampoco|nadie|ning[uú]n\w*)\b|n['’]t\b", re.IGNORECASE
)
_NAMES_APART = re.compile(r",|;|\b(?:and|y|e|&)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a claim says in numbers, and in words."""

    modifier: str
    low: int | None
    high: int | None
    best: int | None
    text: str
    quote: str


def unexplained(figure: Figure, language: str | None) -> str | None:
    """Name the first bound that does not follow from the words; None if all do."""
    if figure.modifier == Modifier.VAGUE:
        return _unexplained_vague(figure, language)
    said = _numbers_said(figure, language)
    expected = _expected(figure.modifier, said)
    if figure.modifier == Modifier.BETWEEN:  # "greater than 100 and smaller than 300"
        expected = {
            "low": said | _shifted(said, 1, figure, language),
            "high": said | _shifted(said, -1, figure, language),
        }
    if expected is None:
        return "modifier"
    for name, value in (("low", figure.low), ("high", figure.high), ("best", figure.best)):
        allowed = expected.get(name)
        if (value is None) != (allowed is None) or (allowed is not None and value not in allowed):
            return name
    if figure.modifier == Modifier.EXACT and not figure.low == figure.high == figure.best:
        return "best"
    is_empty_range = figure.modifier == Modifier.BETWEEN and figure.low == figure.high and len(said) > 1
    is_upside_down = figure.low is not None and figure.high is not None and figure.low > figure.high
    return "low" if is_empty_range or is_upside_down else None


def _numbers_said(figure: Figure, language: str | None) -> Numbers:
    if _NO_ONE.search(figure.text):
        return frozenset({0})
    said = numbers_in(_NO_COUNT.sub("", figure.text), language)
    if figure.modifier in (Modifier.OVER, Modifier.AT_LEAST):  # "over millions"
        said |= {low for low, _ in vague_bounds(figure.text, language)} if not said else frozenset()
    return said or _numbers_of_people(figure)


def _expected(modifier: str, said: Numbers) -> Mapping[str, Numbers] | None:
    """Give, for each bound that a modifier fills, the values that the numbers said allow."""
    more = frozenset(number + 1 for number in said)
    less = frozenset(max(number - 1, 0) for number in said)
    tables: dict[str, dict[str, Numbers]] = {
        Modifier.EXACT: {"low": said, "high": said, "best": said},
        Modifier.ABOUT: {"best": said},
        Modifier.OVER: {"low": more},
        Modifier.AT_LEAST: {"low": said},
        Modifier.UNDER: {"high": less},
        Modifier.AT_MOST: {"high": said},
        Modifier.ALMOST: {"high": less, "best": said},
        Modifier.BETWEEN: {"low": said, "high": said},
    }
    return tables.get(modifier)


def _shifted(said: Numbers, by: int, figure: Figure, language: str | None) -> Numbers:
    """Give the numbers next to those said, where the words say "more than" (by 1) or "less than" (by -1)."""
    words = f" {fold(figure.text)} "
    phrases = bounding_phrases("over" if by > 0 else "under", language)
    return (
        frozenset(number + by for number in said) if any(f" {phrase} " in words for phrase in phrases) else frozenset()
    )


def _unexplained_vague(figure: Figure, language: str | None) -> str | None:
    if figure.best is not None:
        return "best"
    bounds = vague_bounds(figure.text, language)
    if figure.high is None:
        return None if figure.low == 2 else "low"
    if (figure.low, figure.high) in bounds:
        return None
    return "high" if any(low == figure.low for low, _ in bounds) else "low"


def _numbers_of_people(figure: Figure) -> Numbers:
    """Count where no number is said: nobody is 0, "a guard" or a name is 1, names side by side are as many."""
    joined = len(_NAMES_APART.findall(figure.text))
    people = frozenset(range(1, joined + 2))
    return people | {0} if _NOT.search(figure.quote) else people
