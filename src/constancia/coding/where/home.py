"""A text in, the country it is told from out, the town that it calls ours, and places abroad put back home (P5)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from constancia.coding.story import Story
from constancia.model import Mention, PlaceValue, ReportPlace
from constancia.vocabulary import Feature, PlacePrecision
from constancia.words import fold
from constancia.words.gazetteer import Candidate, default_gazetteer, name_key

_OUR_TOWN = {
    "es": re.compile(
        r"\b(?:nuestra|esta) (?:ciudad|localidad|comuna|urbe|capital)\b(?! (?:de|del|y)\b)|\bnuestro (?:medio|pueblo)\b"
    ),
    "en": re.compile(r"\b(?:our|this) (?:city|town|village)\b(?! of\b)"),
}


@lru_cache(1000)
def _hinted(place: str) -> tuple[Candidate | None, str | None]:
    """Give the town and the country of "Tacna, Peru"; either is None where it is not known."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    country = None
    for part in reversed(parts):
        found = default_gazetteer().find(name_key(part))
        if found and found[0].country:
            country = found[0].country
            break
    towns = default_gazetteer().find(name_key(parts[0])) if parts else ()
    town = next((each for each in towns if each.country == country and each.feature is Feature.CITY), None)
    return town, country


def hinted_country(story: Story) -> str | None:
    """Give the country (ISO 3166-1 alpha-2) of the place that came with a text."""
    place = story.reading.text.place
    return _hinted(place)[1] if place else None


def home_town(story: Story, sentence: int) -> Mention | None:
    """Give the town that a text came from where a sentence calls it ours: "en nuestra ciudad", "in this town"."""
    place, pattern = story.reading.text.place, _OUR_TOWN.get(story.reading.language or "")
    if not place or pattern is None:
        return None
    bounds = story.reading.sentences[sentence]
    text = story.reading.text.text[bounds.start : bounds.end]
    match = pattern.search(fold(text))
    town = _hinted(place)[0] if match else None
    if match is None or town is None:
        return None
    value = PlaceValue(town.name, Feature.CITY, town.lat, town.lon, town.country, town.admin1, town.admin2, town.id)
    return Mention(bounds.start + match.start(), bounds.start + match.end(), match.group(), value, "our town")


def at_home(story: Story, place: ReportPlace | None) -> ReportPlace | None:
    """Give a place of no gazetteer the country of its text, and so a hamlet known by a small namesake abroad (P5)."""
    home = _home_beside(story, place) if place is not None else None
    country = home or hinted_country(story)
    if place is None or country is None or place.country == country:
        return place
    if place.country is None:
        is_hinted_enough = home is not None or place.precision is PlacePrecision.SITE
        return replace(place, country=country) if is_hinted_enough and place.feature is not Feature.REGION else place
    is_small = place.precision is PlacePrecision.CITY or place.gazetteer_id is None
    if not is_small or place.feature in _WIDE or not _is_stray(story, place):
        return place
    return replace(place, country=country, admin1=None, admin2=None, lat=None, lon=None, gazetteer_id=None)


def _home_beside(story: Story, place: ReportPlace) -> str | None:
    """Give the country that a text is about by two names or more beside the place itself, and more than any other's.

    A country's own name counts for two.
    """
    values = [mention.value for mention in story.reading.mentions if isinstance(mention.value, PlaceValue)]
    names = {(value.country, value.name, value.feature) for value in values if value.name != place.name}
    counts: dict[str, int] = {}
    for country, _, feature in names:
        if country is not None:
            counts[country] = counts.get(country, 0) + (2 if feature is Feature.COUNTRY else 1)
    most = max(counts.values(), default=0)
    first = [country for country, count in counts.items() if count == most]
    return first[0] if most > 1 and len(first) == 1 else None


_DOUBTFUL = 0.2  # the score of a place below which it does not tell that a text is about its country
_WIDE = (Feature.COUNTRY, Feature.REGION)
_KNOWN_ABROAD = 200_000  # people; of so large a town news tells without its country


def _is_stray(story: Story, place: ReportPlace) -> bool:
    """Tell a small place abroad whose country nothing else in the text names.

    In a text that came with a place, another town name of that country may be a street's and names it not.
    """
    is_from_elsewhere = hinted_country(story) not in (None, place.country)
    for mention in story.reading.mentions:
        value = mention.value
        is_there = isinstance(value, PlaceValue) and value.country == place.country and value.name != place.name
        is_there = is_there and (value.score is None or value.score >= _DOUBTFUL)  # type: ignore[union-attr]
        if is_there and not (is_from_elsewhere and value.feature in (Feature.CITY, Feature.SITE)):  # type: ignore[union-attr]
            return False
    if place.gazetteer_id is None:
        return True
    found = default_gazetteer().find(name_key(place.name))
    return any(each.id == place.gazetteer_id and each.population < _KNOWN_ABROAD for each in found)
