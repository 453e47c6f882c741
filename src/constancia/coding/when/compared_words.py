"""The words of one language that call something the most of its kind, as `status.toml` gives them."""

from __future__ import annotations

import re
from functools import cache

from constancia.words import load_lexicon


@cache
def compared_words(language: str) -> re.Pattern[str]:
    """Load the words of a language ("en" or "es")."""
    words = load_lexicon(language, "status")["compared"]["words"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})\b")
