"""A document in, the countries it is likely about out, with weights: its demonyms, its outlet's address, its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from constancia.read.document import Document
from constancia.words.demonyms import demonym_countries
from constancia.words.gazetteer import Gazetteer, name_key
from constancia.words.memory import WordMemory

_DOMAIN = re.compile(r"(?:^|[/.@])[\w-]+\.(?:com\.|org\.|co\.|net\.|gob\.|gov\.|edu\.|ac\.)?([a-z]{2})(?:[/:?]|$)")
# Endings that are sold to anyone and say nothing of a country.
_OPEN_ENDINGS = {"co", "io", "me", "tv", "ai", "fm", "ly", "to", "cc", "ws", "eu", "la", "am"}
_SPANISH_SPEAKING = (
    *("AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "GQ", "HN", "MX", "NI", "PA", "PE", "PR", "PY"),
    *("SV", "UY", "VE"),
)
_WORD = re.compile(r"[a-z]+")


def country_hints(document: Document, gazetteer: Gazetteer) -> dict[str, float]:
    """Give a weight from 0 to about 2 for each country that something but a place name speaks for."""
    hints: dict[str, float] = defaultdict(float)
    if document.language == "es":
        hints.update(dict.fromkeys(_SPANISH_SPEAKING, 0.4))
    for country in _outlet_countries(document):
        hints[country] += 0.6
    for country in _place_countries(document.text.place, gazetteer):
        hints[country] += 1.0
    named = Counter(_demonyms(document))
    for country, count in named.items():
        hints[country] += min(0.3 + 0.2 * count, 1.0)
    return dict(hints)


def _outlet_countries(document: Document) -> Iterable[str]:
    found = {
        match.group(1)
        for source in (document.text.url, document.text.publisher)
        if source
        for match in [_DOMAIN.search(source.lower())]
        if match
    }
    return ("GB" if ending == "uk" else ending.upper() for ending in found - _OPEN_ENDINGS)


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
    """Tell of a token the countries whose demonyms are in it."""
    demonyms = demonym_countries(language)
    return WordMemory(lambda norm: tuple(demonyms[word] for word in _WORD.findall(norm) if demonyms.get(word)))
