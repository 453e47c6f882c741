"""A page's text and what the page claims to the language that it is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.words import fold, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_MIN_WORDS = 8  # fewer frequent words than this show nothing
_CODE = re.compile(r"[a-z]{2,3}")


def find_language(text: str, claimed: str | None) -> str | None:
    """Give the language of a text: what its frequent words show, else what the page claims, else what a model says.

    None when the text is too short to tell and nothing is claimed.
    """
    counts = _frequent_words(text)
    best, second = sorted(counts.items(), key=lambda item: -item[1])[:2]
    if best[1] >= _MIN_WORDS and best[1] >= 1.5 * second[1]:
        return best[0]
    code = _claimed_code(claimed)
    if code is not None and (code not in counts or counts[code] >= 0.6 * best[1]):
        return code
    if len(text) >= 40:
        return _identified(text)
    return best[0] if best[1] > max(1, second[1]) else code


def _frequent_words(text: str) -> dict[str, int]:
    found = dict.fromkeys(load_lexicon("any", "page_languages"), 0)
    languages = _languages_of()
    for word in _words(fold(text[:_SAMPLE])):
        if word in languages:
            for language in languages[word]:
                found[language] += 1
    return found


def _words(folded: str) -> list[str]:
    """Split a text at all that is no letter."""
    if folded.isascii():  # so it is with most, and a table is faster than a pattern
        return folded.translate(_NO_LETTERS).split()
    return _WORD.findall(folded)


_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}


@lru_cache(maxsize=1)
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Give the languages that have a word among their frequent ones."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in load_lexicon("any", "page_languages").items():
        for word in dict.fromkeys(words):
            languages[word] = (*languages.get(word, ()), language)
    return languages


def _claimed_code(claimed: str | None) -> str | None:
    found = _CODE.match((claimed or "").strip().lower())
    return found.group()[:2] if found else None


def _identified(text: str) -> str:
    """Ask the language identifier; loaded only for the rare text that its frequent words do not tell."""
    from py3langid.langid import classify  # noqa: PLC0415

    code: str = classify(text[:_SAMPLE])[0]
    return code
