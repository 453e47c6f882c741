"""Names of private people and the texts of public tables in; the same texts with those names blacked out, length kept.

A name is masked whole wherever it stands in the record, and by its parts alone on the pages that name the person.
Where a part is also part of a public name of that page (a minister's, a square's, a union's), that other name stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from constancia.words import PhraseMatcher, fold

BLACK = "█"

# Words of names that name nobody alone: masking "de la" or "Jr" would black out ordinary words.
_PARTICLES = frozenset(
    {
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "don",
        "dona",
        "dos",
        "dr",
        "dra",
        "e",
        "el",
        "jr",
        "la",
        "las",
        "los",
        "san",
        "santa",
        "santo",
        "sr",
        "van",
        "von",
        "y",
    }
)
_SHORTEST_PART = 3
_JOINS = str.maketrans(dict.fromkeys("-_+./'\n\r", " "))
_WORD = re.compile(r"[^\W\d_]+")
Names = PhraseMatcher[None] | None


def _flat(text: str) -> str:
    """Fold a text, and put spaces for what joins words in names, addresses and broken lines; the length stays."""
    return fold(text).translate(_JOINS)


def _words(name: str) -> list[str]:
    return _WORD.findall(_flat(name))


def person_key(name: str) -> str:
    """Give what two spellings of one name share: no capitals, accents, joins or English possessive."""
    words = _words(name)
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "s" else words)


def _whole_forms(name: str) -> set[str]:
    """Give the ways a full name is written whole: all of it, and the first word with any later one."""
    words = person_key(name).split()
    if len(words) < 2:
        return set()
    forms = {" ".join(words)}
    forms.update(f"{words[0]} {word}" for word in words[1:] if word not in _PARTICLES)
    surnames = [word for word in words if word not in _PARTICLES]
    forms.update(f"{one} {two}" for one, two in pairwise(surnames))
    return forms


def _parts(name: str) -> set[str]:
    return {word for word in _words(name) if len(word) >= _SHORTEST_PART and word not in _PARTICLES}


@dataclass(frozen=True, slots=True)
class Mask:
    """Blacks out private names in strings; made for a whole record, and from it for each page.

    `keys` are the private people of the record, `whole` finds their whole names, `parts` the parts of those whom a page
    names, and `public` the names that the page tells of others.
    """

    keys: frozenset[str]
    whole: Names
    parts: Names = None
    public: Names = None

    @classmethod
    def of(cls, names: Iterable[str]) -> Mask:
        """Make the mask of a record in which these people are private."""
        names = frozenset(names)
        forms = {form for name in names for form in _whole_forms(name)}
        return cls(frozenset(map(person_key, names)), _matcher(forms))

    def for_page(self, named: Iterable[str], public: Iterable[str]) -> Mask:
        """Give the mask of a page that names these people, and tells these public names."""
        parts = {part for name in named if self.is_private(name) for part in _parts(name)}
        shown = {" ".join(_words(name)) for name in public} - self.keys - {""}
        return replace(self, parts=_matcher(parts), public=_matcher(shown))

    def is_private(self, name: str) -> bool:
        """Tell whether a name is a private person's."""
        return person_key(name) in self.keys

    def text(self, text: str) -> str:
        """Black out the private names in a text."""
        flat = _flat(text)
        whole = self._whole_names(flat)
        parts = self._parts_of_names(flat, text)
        if not whole and not parts:
            return text
        shown = [(hit.start, hit.end) for hit in self.public.find(flat)] if self.public else []
        hidden = [span for span in whole if not _is_within(span, shown) or span in shown]
        hidden += [span for span in parts if not _is_within(span, shown)]
        return _blacked(text, hidden)

    def _whole_names(self, flat: str) -> list[tuple[int, int]]:
        return [(hit.start, hit.end) for hit in self.whole.find(flat)] if self.whole else []

    def _parts_of_names(self, flat: str, text: str) -> list[tuple[int, int]]:
        if self.parts is None:
            return []
        return [(hit.start, hit.end) for hit in self.parts.find(flat) if text[hit.start].isupper()]

    def address(self, url: str) -> str:
        """Black out private names in an address, where they stand in its words, escaped or not."""
        plain = unquote(url) if "%" in url else url
        masked = _blacked(plain, self._whole_names(_flat(plain)))
        return url if masked == plain else masked

    def value(self, value: Any) -> Any:
        """Black out the private names in every string of a JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value


def _matcher(phrases: Iterable[str]) -> Names:
    pairs = [(phrase, None) for phrase in sorted(phrases)]
    return PhraseMatcher(pairs) if pairs else None


def _is_within(span: tuple[int, int], shown: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in shown)


def _blacked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = BLACK * (end - start)
    return "".join(letters)
