"""Find the country that a text is about, from the places and the demonyms in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from constancia.coding.home import hinted_country
from constancia.coding.story import Story
from constancia.model import PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold
from constancia.words.demonyms import demonym_countries
from constancia.words.gazetteer import default_gazetteer

# "US-backed" and "U.S. backed" tell of a hand in the matter, not of where it is.
_ATTRIBUTE = re.compile(r"[- ](?:backed|led|funded|sponsored|trained|based|made|brokered|supported)\b")
_OFFICE = re.compile(
    r"\s+(?:supreme|high|constitutional|federal)?\s*(?:court|embassy|consulate|ambassador|tribunal|company|firm|bank|outlet)\b"
)
_WORD = re.compile(r"[a-z]{4,}")
_HINT_VOTES = 2  # the place that came with a text speaks as loud as two places in it


def main_country(story: Story) -> PlaceValue | None:
    """Give the country named or hinted at most often; of two, the one whose place is named first.

    A demonym said once is a hint only where no place is named, and one of an office ("a Chilean court") is none.
    """
    if not story.country:
        story.country.append(_main_country(story))
    return story.country[0]


def _main_country(story: Story) -> PlaceValue | None:
    text = story.reading.text
    demonyms = demonym_countries(story.reading.language)
    places = [
        mention.value
        for mention in story.reading.mentions
        if isinstance(mention.value, PlaceValue) and not _ATTRIBUTE.match(text.text, mention.end)
    ]
    counts = Counter(place.country for place in places if place.country)
    folded = fold(text.text)
    words = [match for match in _WORD.finditer(folded) if match.group() in demonyms]
    hints = Counter(demonyms[word.group()] for word in words if not _OFFICE.match(folded, word.end()))
    counts.update(
        {country: number for country, number in hints.items() if number > 1 or not counts or country in counts}
    )
    hinted = hinted_country(story)
    counts.update([hinted] * _HINT_VOTES if hinted is not None else [])
    ranked = counts.most_common(1)
    return country_called(ranked[0][0]) if ranked else None


def country_called(code: str) -> PlaceValue | None:
    """Give the country that has this ISO 3166-1 alpha-2 code as a place."""
    return _countries().get(code)


@cache
def _countries() -> dict[str, PlaceValue]:
    return {
        unit.country: PlaceValue(unit.name, Feature.COUNTRY, unit.lat, unit.lon, unit.country, gazetteer_id=unit.id)
        for unit in default_gazetteer().units(Feature.COUNTRY)
        if unit.country
    }
