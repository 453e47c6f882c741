"""The lexicon of place names of one language, compiled: what each neighbouring word says of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from constancia.vocabulary import Feature
from constancia.words import load_lexicon
from constancia.words.gazetteer import Trait


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words of one language by what they say of a capitalised name beside them."""

    language: str
    word_traits: int
    """The bits of `Trait` that tell a word of the language."""
    connectors: frozenset[str]
    prepositions: frozenset[str]
    strong_prepositions: frozenset[str]
    town_verbs: frozenset[str]
    dwellers: frozenset[str]
    """Who lives in a town, who rules it, and what it has: with "of" behind them a town follows."""
    titles: frozenset[str]
    offices: frozenset[str]
    speech_verbs: frozenset[str]
    never: frozenset[str]
    public_bodies: frozenset[str]
    not_place_after: frozenset[str]
    not_place_before: frozenset[str]
    units: dict[str, frozenset[Feature]]
    plurals: frozenset[str]
    sites_after: frozenset[str]
    sites_before: frozenset[str]
    sites_emitted: frozenset[str]
    ways: frozenset[str]
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
    plain = (
        "connectors",
        "prepositions",
        "strong_prepositions",
        "town_verbs",
        "dwellers",
        "titles",
        "offices",
        "speech_verbs",
    )
    more = ("public_bodies", "not_place_after")
    others = [load_lexicon(other, "places") for other in ("en", "es") if other != language]
    return Cues(
        language=language,
        word_traits=int(Trait.WORD_ES | Trait.FREQUENT_ES if language == "es" else Trait.WORD_EN | Trait.FREQUENT_EN),
        **{name: frozenset(lexicon[name]) for name in (*plain, *more)},
        never=_in_either([lexicon, *others], "never"),
        not_place_before=_in_either([lexicon, *others], "not_place_before"),
        units=_units(lexicon["units"], lexicon["plurals"]),
        plurals=frozenset(lexicon["plurals"]),
        sites_after=frozenset(lexicon["sites"]["after"]),
        sites_before=frozenset(lexicon["sites"]["before"]),
        sites_emitted=_in_either([each["sites"] for each in (lexicon, *others)], "emitted"),
        ways=frozenset(lexicon["sites"]["ways"]),
        missions=frozenset(lexicon["sites"]["missions"]),
        waters_after=frozenset(lexicon["waters"]["after"]),
        waters_before=frozenset(lexicon["waters"]["before"]),
        parts=frozenset(lexicon["regions"]["parts"]),
        unknown_before=frozenset(lexicon["unknown"]["before"]),
        unknown_after=frozenset(lexicon["unknown"]["after"]),
        small_words=frozenset(stops["stop_words"]) | frozenset(stops["starters"]),
        given_names=_given_names(),
    )


def _in_either(lexicons: list[dict[str, Any]], name: str) -> frozenset[str]:
    """Give the words of all languages: a name such as "Universidad de Lima" or "Plaza Grau" stands in English too."""
    return frozenset(word for lexicon in lexicons for word in lexicon[name])


def _units(source: dict[str, Any], plurals: dict[str, str]) -> dict[str, frozenset[Feature]]:
    """Give, for each generic, the features that a name beside it may have."""
    words = {word: word for generics in source.values() for word in generics} | plurals
    return {
        word: frozenset(Feature(feature) for feature, generics in source.items() if singular in generics)
        for word, singular in words.items()
    }


@cache
def _given_names() -> frozenset[str]:
    path = files("constancia.data").joinpath("gazetteer", "given_names.txt")
    return frozenset(path.read_text(encoding="utf-8").split())
