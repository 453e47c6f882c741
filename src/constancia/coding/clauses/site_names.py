"""Words of a sentence in, whether they name a street, and where the name of a site ends, out: "Colón y Mitre 120"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.forms import singulars
from constancia.coding.clauses.syntax import Parse, Tag, Word
from constancia.coding.word_sets import word_set, words_of
from constancia.words import load_lexicon

_OF = frozenset({"de", "del", "of"})
_JOINS = frozenset({"y", "e", "and", "esquina", "entre"})
_NUMBER = frozenset({"numero", "nro", "no", "n", "number", "nº", "n°", "№"})
QUOTES = frozenset('"“”«»')
"""Marks between which a site's name may stand."""

_LONGEST = 14  # words of a site's name
_QUOTED = 7  # words of a name between quotation marks
_CORNER = 8  # words from "corner" to the second street


@dataclass(frozen=True, slots=True)
class VenueWords:
    """The tables of venues.toml."""

    heads: frozenset[str]
    parts: frozenset[str]
    buildings: frozenset[str]
    roads: frozenset[str]
    inside: frozenset[str]
    move: frozenset[str]
    nowhere: frozenset[str]


@lru_cache(2)
def venue_words(language: str) -> VenueWords:
    """Load the words of sites."""
    data = load_lexicon(language, "venues")
    heads, parts, roads, inside, move, nowhere = (
        frozenset(data[name].split()) for name in ("heads", "parts", "roads", "in", "move", "nowhere")
    )
    return VenueWords(heads | parts, parts, heads - roads, roads, inside, move, nowhere)


def is_street(parse: Parse, language: str, start: int, end: int) -> bool:
    """Tell whether a place or day between offsets names a street: "calle San Martín", "Colón y Mitre", "Salta 1845"."""
    words, known = parse.words, venue_words(language)
    at = parse.word_at(start)
    last = parse.word_at(end - 1)
    if (_is_numbered(words, last, language) and not _is_counted_on(words, at)) or _is_corner(words, at, last):
        return True
    if at and is_site_word(words[at - 1], known.roads, language):
        return True
    if language == "en" and _is_road_behind(words, at, last, known.roads):
        return True
    for first in range(max(at - _CORNER, 0), at):
        if not is_site_word(words[first], known.roads, language):
            continue
        names = words[first + 1 : end_of_site(words, first, known, language) + 1]
        if any(word.norm in _JOINS for word in names) and names[-1].start >= start:
            return True
    return False


def _is_road_behind(words: Sequence[Word], at: int, last: int, roads: frozenset[str]) -> bool:
    """Tell "Srinagar Highway", "the Dhaka road" from "in Kampala street vendors"."""
    if last + 1 >= len(words) or not is_site_word(words[last + 1], roads, "en"):
        return False
    return words[last + 1].text[0].isupper() or (at > 0 and words[at - 1].norm == "the")


def _is_counted_on(words: Sequence[Word], at: int) -> bool:
    """Tell "300 maestros en Potosí y en Tarija 120" from an address: one count stands before another."""
    is_next = at > 1 and words[at - 1].norm == "en" and words[at - 2].norm in _NEXT
    return is_next and any(word.text[0].isdigit() for word in words[: at - 2])


_NEXT = frozenset({",", ";", "y", "e"})
_NUMBERED = re.compile(r"\d{2,5}")
_YEARS = range(1900, 2101)


def _is_numbered(words: Sequence[Word], last: int, language: str) -> bool:
    """Tell "Catamarca 1845", "12 de Octubre N° 44" from "Catamarca, 2016" and "en Puno 300 docentes"."""
    return number_behind(words, last, language) is not None


def number_behind(words: Sequence[Word], last: int, language: str) -> int | None:
    """Give the word that is the number of the house behind a street's name."""
    at = last + 1
    while at < len(words) and words[at].norm in _NUMBER | {"al", "°", "º"}:
        at += 1
    if language != "es" or at >= len(words) or not _NUMBERED.fullmatch(words[at].text):
        return None
    is_name = words[last].text[0].isupper() and words[at].start - words[last].end <= _GAP
    behind = words[at + 1] if at + 1 < len(words) else None
    is_closed = behind is None or not behind.norm[0].isalpha() or behind.norm in _AFTER_NUMBER
    return at if is_name and is_closed and (at > last + 1 or int(words[at].text) not in _YEARS) else None


_GAP = 8  # characters from a street's name to its number: " N° "
_AFTER_NUMBER = word_set("y e esquina entre piso depto departamento oficina local de donde para con en")


def _is_corner(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell the street of "3 de Abril y Olmos" from the day of "el 3 de abril y Olmos dijo"."""
    is_day = words[first].norm.isdigit() and words[last].text[0].isupper() and words[last].text[-1].islower()
    following = words[last + 1 : last + 3]
    return is_day and len(following) > 1 and following[0].norm in _JOINS and following[1].text[0].isupper()


def is_site_word(word: Word, heads: frozenset[str], language: str) -> bool:
    """Tell whether a word, or what it is the plural of, is one of some words for sites."""
    return any(form in heads for form in singulars(word.norm, language))


def end_of_site(words: Sequence[Word], index: int, known: VenueWords, language: str) -> int:
    """Find the last word of a site's name."""
    last = index
    is_road = is_site_word(words[index], known.roads, language)
    while last - index < _LONGEST:
        following = _further(words, last, is_road=is_road, is_bare=last == index)
        if following is None:
            return last
        is_road = is_road or is_site_word(words[following], known.roads, language)
        last = following
    return last


def _further(words: Sequence[Word], last: int, *, is_road: bool, is_bare: bool) -> int | None:  # noqa: PLR0911 - a rule a line
    """Take in one more piece of a site's name: a name in quotes, "of" with what follows, a number, a second street."""
    at = last + 1
    if at >= len(words) or words[at].start - words[last].end > 1:
        return None
    word = words[at]
    if word.norm == "." and words[last].norm in _SHORTENED:
        return at
    if word.norm in QUOTES:
        close = next((k for k in range(at + 1, min(at + _QUOTED, len(words))) if words[k].norm in QUOTES), None)
        return close if close is not None and words[at + 1].text[0].isupper() else None
    if word.norm in _OF:
        return _after_of(words, at)
    if word.norm in _JOINS:
        return at + 1 if is_road and at + 1 < len(words) and is_word_of_name(words[at + 1]) else None
    if is_word_of_name(word) or word.norm in _NUMBER or (word.norm.isdigit() and word.tag is not Tag.TIME):
        return at
    is_adjective = _is_adjective(word) and (is_bare or words[last].text[0].islower())
    return at if is_adjective else None


def is_word_of_name(word: Word) -> bool:
    """Tell a word of a name; months and days are one where they are written as names ("12 de Octubre")."""
    return word.text[0].isupper() or (word.norm.isdigit() and word.tag is Tag.TIME)


_SHORTENED = words_of("site_names", "shortened")


def _after_of(words: Sequence[Word], at: int) -> int | None:
    """Give the noun that an "of" brings into a name, past its article."""
    following = at + 1
    while following < len(words) and words[following].tag is Tag.DETERMINER:
        following += 1
    if following >= len(words) or words[following].norm in QUOTES:
        return following - 1 if following < len(words) else None
    word = words[following]
    if word.norm.isdigit():  # "12 de Octubre" is a street, "de 9 a 11" are hours
        month = words[following + 2 : following + 3]
        return following if month and words[following + 1].norm in _OF and month[0].text[0].isupper() else None
    is_noun = word.tag in (Tag.NOUN, Tag.ADJECTIVE) or is_word_of_name(word)
    return following if is_noun and word.text[0].isalnum() else None


_PRIVATE = words_of("site_names", "private")
_ADJECTIVES = (
    *("al", "ales", "ar", "ares", "il", "iles", "ense", "enses", "estre", "estres", "ista", "istas"),
    *("ico", "ica", "icos", "icas", "ario", "aria", "arios", "arias", "ano", "ana", "anos", "anas"),
    *("ivo", "iva", "ivos", "ivas", "ero", "era", "eros", "eras", "ado", "ada", "ados", "adas"),
)


def _is_adjective(word: Word) -> bool:
    if word.norm in _PRIVATE:  # looks like a participle
        return True
    return word.tag is Tag.ADJECTIVE or (word.tag is Tag.NOUN and word.norm.endswith(_ADJECTIVES))
