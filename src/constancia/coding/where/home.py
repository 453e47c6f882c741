"""A text that came with a place in, that place out: its country, and the town that the text calls ours (P5)."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.coding.story import Story
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature
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
