"""A spot and the candidate chosen for it in, the mention of the record out, with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.model import Mention, PlaceValue
from constancia.read.document import Document
from constancia.read.places.resolve import Choice
from constancia.read.places.sites import Named
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, NameKind

Located = Sequence[tuple[Spot, Choice | None]]
_SHORTEST_NAME = 5
# A site is looked for in the towns of its own sentence and the one before; farther off another town may be meant.
_FARTHEST = 400
_NEXT = 40
_TIES = frozenset([", ", " (", ", in ", ", en ", " in ", " en "])


def mention_of(document: Document, spot: Spot, choice: Choice | None) -> Mention:
    """Give the mention of a spot; without a choice it has a name and no point."""
    start, end = spot.first.start, spot.last.end
    words = document.text.text[start:end]
    if choice is None:
        return Mention(start, end, words, PlaceValue(words, spot.feature or Feature.OTHER), _why(spot, None))
    place = choice.candidate
    value = PlaceValue(
        name=_name(words, place),
        feature=spot.feature if spot.feature and place.feature is not Feature.CITY else place.feature,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        gazetteer_id=place.id,
        score=round(choice.score * spot.likelihood, 3),
    )
    return Mention(start, end, words, value, _why(spot, choice))


def mention_of_named(document: Document, named: Named, located: Located) -> Mention:
    """Give the mention of a site, at the point of its town; another place named by its form gets no point."""
    start, end = named.first.start, named.last.end
    words = document.text.text[start:end]
    holder = _holder(document, named, located)
    if holder is None:
        return Mention(start, end, words, PlaceValue(words, named.feature), "form; nothing beside it tells where")
    is_point = named.feature is Feature.SITE and named.is_point
    value = PlaceValue(
        name=words,
        feature=named.feature,
        lat=holder.lat if is_point else None,
        lon=holder.lon if is_point else None,
        country=holder.country,
        admin1=holder.admin1,
        admin2=holder.admin2,
    )
    return Mention(start, end, words, value, f"form; in {holder.name} ({holder.id})")


def _holder(document: Document, named: Named, located: Located) -> Candidate | None:
    """Choose what holds it: for a site a town near by, else the unit tied to it by a comma, or the country."""
    begin, stop = named.first.start, named.last.end
    places = [(spot, choice.candidate) for spot, choice in located if choice]
    if named.feature is Feature.SITE:
        towns = [(spot, place) for spot, place in places if place.feature is Feature.CITY]
        sentence_end = min(named.run.tokens[-1].end, stop + _NEXT)
        after = [place for spot, place in towns if stop <= spot.first.start < sentence_end]
        before = [place for spot, place in towns if begin - _FARTHEST < spot.first.start < begin]
        return after[0] if after else before[-1] if before else None
    tied = [place for spot, place in places if document.folded[stop : spot.first.start] in _TIES]
    nations = [place for _, place in places if place.feature is Feature.COUNTRY]
    return tied[0] if tied else nations[0] if len({place.id for place in nations}) == 1 else None


def _name(words: str, place: Candidate) -> str:
    """Give the gazetteer's spelling, or the text's own where it uses another full name of the place ("Londres")."""
    is_own = place.kind is NameKind.MAIN or place.feature is not Feature.CITY
    is_short = len(words) < _SHORTEST_NAME or "." in words or words.isupper() or words.islower()
    return place.name if is_own or is_short else words


def _why(spot: Spot, choice: Choice | None) -> str:
    seen = f"{spot.key}: a place with likelihood {spot.likelihood:.2f}"
    if choice is None:
        return f"{seen}; none of {len(spot.candidates)} candidates is near"
    parts = ", ".join("%s %.2f" % part for part in choice.parts)  # noqa: UP031 - the fastest of all ways
    return f"{seen}; {choice.candidate.id} of {len(spot.candidates)} candidates ({parts}; share {choice.score:.2f})"
