"""A language in; what breaks the rules of its number and date lexicons out, beyond what any lexicon must keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from constancia.errors import LexiconError
from constancia.read.dates.holidays import holiday_day
from constancia.read.dates.lexicon import date_words
from constancia.read.dates.reader import MEANINGS
from constancia.read.numbers.counted import counted_words
from constancia.read.numbers.lexicon import number_words
from constancia.vocabulary import Measure, Modifier
from constancia.words import fold, load_lexicon

# A leap year, so that no true day is missed.
_ANY_YEAR = 2024


def rule_faults(language: str) -> list[str]:
    """Give the faults of `dates`, `holidays`, `numbers` and `counted`, each with the place in it."""
    faults = [
        *_number_faults(language),
        *_counted_faults(language),
        *_holiday_faults(language),
        *_date_faults(language),
    ]
    return faults or list(_compile_faults(language))


def _number_faults(language: str) -> Iterator[str]:
    lexicon = load_lexicon(language, "numbers")
    for side in ("before", "after"):
        known = {*Modifier, "equal"} if side == "after" else {*Modifier}
        seen: dict[str, str] = {}
        for name, phrases in lexicon[side].items():
            if name not in known:
                yield f"numbers {side}.{name}: no such modifier"
            for phrase in phrases:
                if fold(phrase) in seen and seen[fold(phrase)] != name:
                    yield f"numbers {side}: {phrase!r} is both {seen[fold(phrase)]} and {name}"
                seen[fold(phrase)] = name
    for word, (low, high) in lexicon["vague"].items():
        if low > high:
            yield f"numbers vague.{word}: the low bound {low} is above the high one {high}"


def _counted_faults(language: str) -> Iterator[str]:
    lexicon = load_lexicon(language, "counted")
    for table in ("after", "before", "nouns"):
        for name in lexicon[table]:
            if name not in {*Measure}:
                yield f"counted {table}.{name}: no such measure"


def _holiday_faults(language: str) -> Iterator[str]:
    for rule in load_lexicon(language, "holidays")["names"]:
        if rule != "national" and holiday_day(rule, _ANY_YEAR) is None:
            yield f"holidays {rule!r}: no rule for a day; write MM-DD, easter+N or MM-wD#N"


def _date_faults(language: str) -> Iterator[str]:
    lexicon = load_lexicon(language, "dates")
    for entry in lexicon["rules"]:
        if entry["meaning"] not in MEANINGS:
            yield f"dates rules: no such meaning as {entry['meaning']!r}"
    for name, table in lexicon["words"].items():
        for phrase in table:
            if fold(phrase) != phrase:
                yield f"dates words.{name}: write {phrase!r} as {fold(phrase)!r}"


def _compile_faults(language: str) -> Iterator[str]:
    try:
        compiled = [rule.expression for rule in date_words(language).rules]
        number_words(language)
        counted_words(language)
    except (LexiconError, re.error) as error:
        yield f"dates rules: {error}"
        return
    if not compiled:
        yield "dates rules: there are none"
