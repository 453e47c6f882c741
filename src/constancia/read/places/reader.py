"""A document in, its mentions of places out: typed, resolved to coordinates and admin units, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from constancia.model import Mention
from constancia.read.document import Document
from constancia.read.places.cues import cues_of
from constancia.read.places.doubts import places_among
from constancia.read.places.frames import frame
from constancia.read.places.hints import country_hints
from constancia.read.places.people import People, people_of
from constancia.read.places.resolve import resolve
from constancia.read.places.runs import runs_of
from constancia.read.places.sites import Named, named_in
from constancia.read.places.spots import Spot, spots_of
from constancia.read.places.values import mention_of, mention_of_named
from constancia.words.gazetteer import Gazetteer, default_gazetteer

_TIES = {",", "(", ".,"}


def find_places(document: Document, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """Find every place that a document names, in order; without a gazetteer the package's own is asked."""
    gazetteer = gazetteer or default_gazetteer()
    cues = cues_of(document.language)
    found = spotted(document, gazetteer)
    spots = [spot for spot in found.spots if not any(each.holds(spot) for each in found.named)]
    kept = places_among(spots, found.people, cues)
    choices = resolve(kept, country_hints(document, gazetteer))
    located = list(zip(kept, choices, strict=True))
    mentions = [mention_of(document, spot, choice) for spot, choice in located]
    mentions += [mention_of_named(document, each, located) for each in found.named]
    return sorted(mentions, key=lambda mention: mention.start)


@dataclass(frozen=True, slots=True)
class Spotted:
    """All words of a document that bear a place name, doubtful ones too, its sites, and the people it names."""

    spots: list[Spot]
    named: list[Named]
    people: People


def spotted(document: Document, gazetteer: Gazetteer) -> Spotted:
    """Look for names in the runs of capitals of a document."""
    cues = cues_of(document.language)
    runs = [run for sentence in document.sentences for run in runs_of(sentence, cues)]
    spots: list[Spot] = []
    named: list[Named] = []
    for run in runs:
        of_run = list(spots_of(run, cues, gazetteer))
        named += named_in(run, of_run, cues)
        spots += of_run
    _chain(spots)
    frame(spots, cues)
    return Spotted(spots, named, people_of(runs, spots, cues))


def _chain(spots: list[Spot]) -> None:
    """Tie each spot to the unit named right after it: "Ilave, Puno", "Peoria, Ill.", "Cali (Colombia)"."""
    for inner, outer in reversed(list(pairwise(spots))):
        gap = inner.run.tokens[inner.end : outer.start] if inner.run.tokens is outer.run.tokens else ()
        between = "".join(token.text for token in gap)
        if between in _TIES:
            inner.within = (outer, *outer.within)
            outer.holds = (inner,)
