"""A document in, its mentions of places out: typed, resolved to coordinates and admin units, with their reasons."""

from __future__ import annotations

from itertools import pairwise

from constancia.model import Mention, PlaceValue
from constancia.read.document import Document
from constancia.read.toponyms.cues import cues_of
from constancia.read.toponyms.doubts import places_among
from constancia.read.toponyms.hints import country_hints
from constancia.read.toponyms.people import People, people_of
from constancia.read.toponyms.resolve import Choice, resolve
from constancia.read.toponyms.runs import runs_of
from constancia.read.toponyms.spots import Spot, spots_of
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Gazetteer, default_gazetteer


_TIES = {",", "(", ".,"}


def find_places(document: Document, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """Find every place that a document names, in order; without a gazetteer the package's own is asked."""
    gazetteer = gazetteer or default_gazetteer()
    spots, people = spotted(document, gazetteer)
    kept = places_among(spots, people, cues_of(document.language))
    choices = resolve(kept, country_hints(document, gazetteer))
    return [_mention(document, spot, choice) for spot, choice in zip(kept, choices, strict=True)]


def spotted(document: Document, gazetteer: Gazetteer) -> tuple[list[Spot], People]:
    """Give all words that bear a place name, doubtful ones too, and the people that the text names."""
    cues = cues_of(document.language)
    runs = [run for sentence in document.sentences for run in runs_of(sentence, cues)]
    spots = [spot for run in runs for spot in spots_of(run, cues, gazetteer)]
    _chain(spots)
    return spots, people_of(runs, spots, cues)


def _chain(spots: list[Spot]) -> None:
    """Tie each spot to the unit named right after it: "Ilave, Puno", "Peoria, Ill.", "Cali (Colombia)"."""
    for inner, outer in reversed(list(pairwise(spots))):
        gap = inner.run.tokens[inner.end : outer.start] if inner.run.tokens is outer.run.tokens else ()
        between = "".join(token.text for token in gap)
        if between in _TIES:
            inner.within = (outer, *outer.within)
            outer.holds = (inner,)


def _mention(document: Document, spot: Spot, choice: Choice | None) -> Mention:
    start, end = spot.first.start, spot.last.end
    words = document.text.text[start:end]
    if choice is None:
        return Mention(start, end, words, PlaceValue(words, Feature.OTHER), "no candidate")
    place = choice.candidate
    value = PlaceValue(
        name=place.name,
        feature=place.feature,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        gazetteer_id=place.id,
        score=round(choice.score, 3),
    )
    return Mention(start, end, words, value, _why(spot, choice))


def _why(spot: Spot, choice: Choice) -> str:
    parts = ", ".join(f"{name} {part:.2f}" for name, part in choice.parts)
    return f"{spot.key}: {choice.candidate.id} of {len(spot.candidates)} candidates ({parts})"
