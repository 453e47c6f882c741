"""The lexicon of place names of one language, compiled: what each neighbouring word says of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from constancia.vocabulary import Feature
from constancia.words import load_lexicon


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words of one language by what they say of a capitalised name beside them."""

    connectors: frozenset[str]
    prepositions: frozenset[str]
    strong_prepositions: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    speech_verbs: frozenset[str]
    never: frozenset[str]
    public_bodies: frozenset[str]
    not_place_after: frozenset[str]
    not_place_before: frozenset[str]
    units: dict[str, frozenset[Feature]]
    sites_after: frozenset[str]
    sites_before: frozenset[str]
    sites_emitted: frozenset[str]
    missions: frozenset[str]
    waters_after: frozenset[str]
    waters_before: frozenset[str]
    parts: frozenset[str]
    unknown_before: frozenset[str]
    unknown_after: frozenset[str]
    small_words: frozenset[str]
    given_names: frozenset[str]


@cache
def cues_of(language: str) -> Cues:
    """Compile the lexicon `places` of a language."""
    lexicon = load_lexicon(language, "places")
    stops = load_lexicon(language, "sentences")
    plain = ("connectors", "prepositions", "strong_prepositions", "titles", "offices", "speech_verbs", "never")
    more = ("public_bodies", "not_place_after", "not_place_before")
    return Cues(
        **{name: frozenset(lexicon[name]) for name in (*plain, *more)},
        units=_units(lexicon["units"]),
        sites_after=frozenset(lexicon["sites"]["after"]),
        sites_before=frozenset(lexicon["sites"]["before"]),
        sites_emitted=frozenset(lexicon["sites"]["emitted"]),
        missions=frozenset(lexicon["sites"]["missions"]),
        waters_after=frozenset(lexicon["waters"]["after"]),
        waters_before=frozenset(lexicon["waters"]["before"]),
        parts=frozenset(lexicon["regions"]["parts"]),
        unknown_before=frozenset(lexicon["unknown"]["before"]),
        unknown_after=frozenset(lexicon["unknown"]["after"]),
        small_words=frozenset(stops["stop_words"]) | frozenset(stops["starters"]),
        given_names=_given_names(),
    )


def _units(source: dict[str, Any]) -> dict[str, frozenset[Feature]]:
    """Give, for each generic, the features that a name beside it may have."""
    words = {word for generics in source.values() for word in generics}
    return {
        word: frozenset(Feature(feature) for feature, generics in source.items() if word in generics) for word in words
    }


@cache
def _given_names() -> frozenset[str]:
    path = files("constancia.data").joinpath("gazetteer", "given_names.txt")
    return frozenset(path.read_text(encoding="utf-8").split())
