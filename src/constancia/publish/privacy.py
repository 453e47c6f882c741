"""Names of private people and the texts of public tables in; the same texts with those names blacked out, length kept.

A name is masked whole wherever it stands in the record, and by its parts alone on the pages that name the person.
Where a part is also part of a public name of that page (a minister's, a square's, a union's), that other name stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from constancia.words import PhraseMatcher, fold

BLACK = "█"

# Words of names that name nobody alone: masking "de la" or "Jr" would black out ordinary words.
_PARTICLES = frozenset(
    {
        "da", "das", "de", "del", "den", "der", "di", "do", "don", "dona", "dos", "dr", "dra", "e", "el", "jr", "la",
        "las", "los", "san", "santa", "santo", "sr", "van", "von", "y",
    }
)
_SHORTEST_PART = 3
_JOINS = str.maketrans(dict.fromkeys("-_+./'\n\r", " "))
_WORD = re.compile(r"[^\W\d_]+")


def _flat(text: str) -> str:
    """Fold a text, and put spaces for what joins words in names, addresses and broken lines; the length stays."""
    return fold(text).translate(_JOINS)


def _words(name: str) -> list[str]:
    return _WORD.findall(_flat(name))


def _whole_forms(name: str) -> set[str]:
    """Give the ways a full name is written whole: all of it, and the first word with any later one."""
    words = _words(name)
    if len(words) < 2:
        return set()
    forms = {" ".join(words)}
    forms.update(f"{words[0]} {word}" for word in words[1:] if word not in _PARTICLES)
    surnames = [word for word in words if word not in _PARTICLES]
    forms.update(f"{one} {two}" for one, two in pairwise(surnames))
    return forms


def _parts(name: str) -> set[str]:
    return {word for word in _words(name) if len(word) >= _SHORTEST_PART and word not in _PARTICLES}


class Mask:
    """Blacks out private names in strings; made for a whole record, and from it for each page."""

    def __init__(self, names: Iterable[str], page_names: Iterable[str] = (), public_names: Iterable[str] = ()) -> None:
        page_names = tuple(page_names)
        self._everywhere = frozenset(form for name in names for form in _whole_forms(name))
        self._whole = _matcher(self._everywhere)
        self._here = _matcher({form for name in page_names for form in _whole_forms(name)})
        self._part = _matcher({part for name in page_names for part in _parts(name)})
        full = {" ".join(_words(name)) for name in page_names}
        public = {" ".join(_words(name)) for name in public_names} - full
        self._public = _matcher({name for name in public if name})

    def for_page(self, private: Iterable[str], public: Iterable[str]) -> Mask:
        """Give the mask of a page on which these people are named."""
        mask = object.__new__(Mask)
        page = Mask((), private, public)
        mask._everywhere, mask._whole = self._everywhere, self._whole
        mask._here, mask._part, mask._public = page._here, page._part, page._public
        return mask

    def text(self, text: str) -> str:
        """Black out the private names in a text."""
        flat = _flat(text)
        spans = [(hit.start, hit.end) for matcher in (self._whole, self._here) if matcher for hit in matcher.find(flat)]
        if self._part:
            parts = ((hit.start, hit.end) for hit in self._part.find(flat) if text[hit.start].isupper())
            spans += parts
        if not spans:
            return text
        shown = [(hit.start, hit.end) for hit in self._public.find(flat)] if self._public else []
        return _blacked(text, [span for span in spans if not _is_within(span, shown)])

    def address(self, url: str) -> str:
        """Black out private names in an address, where they stand in its words, escaped or not."""
        plain = unquote(url) if "%" in url else url
        lowered = self._in_words(plain)
        return url if lowered == plain else lowered

    def _in_words(self, url: str) -> str:
        flat = _flat(url)
        spans = [(hit.start, hit.end) for matcher in (self._whole, self._here) if matcher for hit in matcher.find(flat)]
        return _blacked(url, spans)

    def value(self, value: Any) -> Any:
        """Black out the private names in every string of a JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value


def _matcher(phrases: Iterable[str]) -> PhraseMatcher[None] | None:
    pairs = [(phrase, None) for phrase in sorted(phrases)]
    return PhraseMatcher(pairs) if pairs else None


def _is_within(span: tuple[int, int], shown: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in shown)


def _blacked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = BLACK * (end - start)
    return "".join(letters)
