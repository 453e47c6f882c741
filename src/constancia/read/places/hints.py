"""A document in, the countries it is likely about out, with weights: its demonyms, its address, its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from constancia.read.document import Document
from constancia.vocabulary import Feature
from constancia.words.demonyms import demonym_countries, national_words
from constancia.words.gazetteer import Gazetteer, name_key
from constancia.words.memory import WordMemory

_DOMAIN = re.compile(r"(?:^|[/.@])[\w-]+\.(?:com\.|org\.|co\.|net\.|gob\.|gov\.|edu\.|ac\.)?([a-z]{2})(?:[/:?]|$)")
# Endings that are sold to anyone and say nothing of a country.
_OPEN_ENDINGS = {"co", "io", "me", "tv", "ai", "fm", "ly", "to", "cc", "ws", "eu", "la", "am"}
_SPANISH_SPEAKING = (
    *("AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "GQ", "HN", "MX", "NI", "PA", "PE", "PR", "PY"),
    *("SV", "UY", "VE"),
)
_HINTS_OF_SPANISH = dict.fromkeys(_SPANISH_SPEAKING, 0.4)
_WORD = re.compile(r"[a-z]+")


def country_hints(document: Document, gazetteer: Gazetteer) -> dict[str, float]:
    """Give a weight from 0 to about 2 for each country that something but a place name speaks for."""
    hints = dict(_HINTS_OF_SPANISH) if document.language == "es" else {}
    for country in _outlet_countries(document) | _address_countries(document, gazetteer):
        hints[country] = hints.get(country, 0.0) + 0.6
    for country in _place_countries(document.text.place, gazetteer):
        hints[country] = hints.get(country, 0.0) + 1.0
    named: dict[str, int] = {}
    for country in _demonyms(document):
        named[country] = named.get(country, 0) + 1
    for country, count in named.items():
        hints[country] = hints.get(country, 0.0) + min(0.3 + 0.2 * count, 1.0)
    return hints


def _outlet_countries(document: Document) -> set[str]:
    """Give the countries whose endings the addresses of a page and of its outlet have."""
    found = {
        match.group(1)
        for source in (document.text.url, document.text.publisher)
        if source
        for match in [_DOMAIN.search(source.lower())]
        if match
    }
    return {"GB" if ending == "uk" else ending.upper() for ending in found - _OPEN_ENDINGS}


def _address_countries(document: Document, gazetteer: Gazetteer) -> set[str]:
    """Give the country that a page's address files it under ("/america/peru/…") or that its outlet is called by."""
    address = (document.text.url or "").split("//", 1)[-1].partition("/")[2]
    words = [*_WORD.findall(address.lower()), *_WORD.findall(name_key(document.text.publisher or ""))]
    found = {country for word in words if (country := _country_called(word, gazetteer)) is not None}
    return found if len(found) == 1 else set()


def _country_called(word: str, gazetteer: Gazetteer) -> str | None:
    """Give the country that a word is foremost the name of."""
    if len(word) < _LEAST_LETTERS or word in _OTHER_WORDS:
        return None
    candidates = gazetteer.find(word)
    return candidates[0].country if candidates and candidates[0].feature is Feature.COUNTRY else None


_LEAST_LETTERS = 4
# Countries whose names are as often a state, a person or a thing.
_OTHER_WORDS = frozenset({"georgia", "jordan", "chad", "turkey", "jersey", "guinea", "america"})


def _place_countries(place: str | None, gazetteer: Gazetteer) -> Iterable[str]:
    """Give the country of the place that came with the text ("Lima", "Lima, Peru")."""
    if not place:
        return ()
    for part in reversed(place.split(",")):
        candidates = gazetteer.find(name_key(part))
        if candidates and candidates[0].country:
            return (candidates[0].country,)
    return ()


def _demonyms(document: Document) -> list[str]:
    countries = _demonym_countries(document.language)
    return [
        country for sentence in document.sentences for token in sentence.tokens for country in countries[token.norm]
    ]


@cache
def _demonym_countries(language: str) -> WordMemory[tuple[str, ...]]:
    """Tell of a token the countries whose demonyms, or own words, are in it."""
    told = {word: (country,) for word, country in demonym_countries(language).items() if country}
    telling = national_words(language) | told
    return WordMemory(lambda norm: tuple(each for word in _WORD.findall(norm) for each in telling.get(word, ())))
