"""Folded text in, its language out ("en" or "es"), by counting stop words."""

from __future__ import annotations

import re
from functools import cache

from constancia.words import load_lexicon

LANGUAGES = ("en", "es")
_WORD = re.compile(r"[a-z]+")
# Stop words show within a few sentences; more text would only cost time.
_SAMPLE = 4000


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(load_lexicon(language, "sentences")["stop_words"])


def _detect_language(folded: str) -> str:
    """Tell English from Spanish; a text that shows neither is held to be English."""
    words = _WORD.findall(folded, 0, _SAMPLE)
    english, spanish = (sum(word in _stop_words(language) for word in words) for language in LANGUAGES)
    return "es" if spanish > english else "en"


def reading_language(declared: str | None, folded: str) -> str:
    """Give the language to read in: the declared one where we read it ("es-PE" is "es"), else the detected one."""
    base = (declared or "")[:2].lower()
    return base if base in LANGUAGES else _detect_language(folded)
