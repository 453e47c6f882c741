"""Class, id and tag of an element to the part of a page that it is (data: page_parts.toml)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from constancia.words import fold, load_lexicon

BESIDE_THE_STORY = frozenset(
    [
        "navigation",
        "related",
        "share",
        "advert",
        "signup",
        "consent",
        "comments",
        "caption",
        "labels",
        "author",
        "footer",
    ]
)  # zones that hold no sentence of a story
_ZONE_TAGS = {
    "nav": "navigation",
    "aside": "sidebar",
    "footer": "footer",
    "form": "signup",
    "figcaption": "caption",
    "figure": "caption",
}
_OF_THE_STORY = ("category-", "tag-", "post-", "type-", "status-", "format-", "author-")  # WordPress marks stories so
_WORDS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=1)
def _zone_words() -> dict[str, str]:
    zones: dict[str, list[str]] = load_lexicon("any", "page_parts")["zones"]
    return {word: zone for zone, words in zones.items() for word in words}


@lru_cache(maxsize=20_000)
def zone_of(tag: str, classes: str) -> str | None:
    """Name the furniture that an element is by its tag and its class and id, None for none."""
    known = _zone_words()
    for token in fold(classes).split():
        if token in known:
            return known[token]
        if token.startswith(_OF_THE_STORY):
            continue
        for word in _WORDS.findall(token):
            if word in known:
                return known[word]
    return _ZONE_TAGS.get(tag) if tag != "figure" or "table" not in classes else None


@lru_cache(maxsize=20_000)
def has_role(classes: str, role: str) -> bool:
    """Say whether a block's classes name it a date, byline, standfirst or kicker."""
    tokens = fold(classes).split()
    named = _role_words(role)
    return any(token in named or not named.isdisjoint(_WORDS.findall(token)) for token in tokens)


@lru_cache(maxsize=16)
def _role_words(role: str) -> frozenset[str]:
    return frozenset(load_lexicon("any", "page_parts")["roles"][role])


@lru_cache(maxsize=16)
def kind_words(name: str) -> frozenset[str]:
    """Give one list of the signs of a page's kind."""
    kinds: dict[str, Any] = load_lexicon("any", "page_parts")["kinds"]
    return frozenset(kinds[name])
