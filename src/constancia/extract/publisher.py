"""What a page states and shows of its outlet to the outlet's name and domain."""

from __future__ import annotations

import re
from typing import Any

from constancia.extract.html_tree import Stated, type_names
from constancia.words.folding import fold

_TITLE_PARTS = re.compile(r"\s+(?:[|·•–—«»-]|::|&[rl]aquo;)\s+|\s*\|\s*|\s*::\s*")
_MAX_NAME = 60
_MIN_LETTERS = 4
_OUTLETS = {"NewsMediaOrganization", "Organization", "WebSite"}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_OWNER_META = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher_name",
    "apple-mobile-web-app-title",
    "copyright",
)


def find_publisher(stated: Stated, headline: str | None, host: str | None) -> str | None:
    """Give the outlet's name: JSON-LD, meta tags, else what the title bar adds to the headline, else its masthead.

    None when none of them tells.
    """
    for thing in stated.linked_data:
        name = _name(thing.get("publisher"))
        if name:
            return name
    name = stated.first(*_OWNER_META)
    if name and len(name) <= _MAX_NAME and not name.startswith(("http", "@")):
        return name
    organisation = next((_name(thing) for thing in stated.linked_data if _OUTLETS & set(type_names(thing))), None)
    mastheads = [words for words in stated.home_links if is_name_of(words, host)]
    return organisation or beside_headline(stated.title_tag, headline) or next(iter(mastheads), None)


def feed_publisher(title: str | None, host: str | None) -> str | None:
    """Give the outlet's name out of a feed's title such as "Outlet: Topic": the part that its host is named after."""
    if title is None:
        return None
    parts = [part.strip() for whole in bar_parts(title) for part in whole.split(": ")]
    return next((part for part in parts if is_name_of(part, host)), title)


def is_name_of(words: str, host: str | None) -> bool:
    """Say whether a host is named after these words: "The Daily Ledger" of dailyledger.example."""
    if host is None or len(words) > _MAX_NAME:
        return False
    letters = _NOT_LETTERS.sub("", fold(words))
    letters = letters.removeprefix("the") or letters
    labels = [label for part in host.split(".")[:-1] if len(label := _NOT_LETTERS.sub("", part)) >= _MIN_LETTERS]
    return len(letters) >= _MIN_LETTERS and any(letters in label or label in letters for label in labels)


def beside_headline(title_bar: str | None, headline: str | None) -> str | None:
    """Give the part of a title bar such as "Headline | Outlet" that is not the headline."""
    if not title_bar or not headline:
        return None
    parts = bar_parts(title_bar)
    known = fold(headline)
    others = [part for part in parts if fold(part) not in known and known not in fold(part)]
    if len(parts) < 2 or not others or len(others) == len(parts):
        return _before_headline(title_bar, headline)
    name = others[-1]
    return name if len(name) <= _MAX_NAME else None


def bar_parts(title_bar: str) -> list[str]:
    """Split a title bar at the marks that outlets put between headline, section and name; never empty."""
    return [part.strip() for part in _TITLE_PARTS.split(title_bar) if part.strip()] or [title_bar]


def _before_headline(title_bar: str, headline: str) -> str | None:
    """Give the outlet of a title bar such as "Outlet: Headline"."""
    before, colon, rest = title_bar.partition(":")
    is_outlet = colon and fold(rest).strip() == fold(headline) and len(before) <= _MAX_NAME
    return before.strip() or None if is_outlet else None


def _name(publisher: Any) -> str | None:
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return " ".join(name.split()) if isinstance(name, str) and name.strip() and not name.startswith("http") else None
