"""A sentence in its story in, the capital out that it names as such: "en la capital", "la capital peruana"."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.coding.story import Story
from constancia.coding.where.country import main_country
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold
from constancia.words.demonyms import demonym_countries
from constancia.words.gazetteer import Candidate, default_gazetteer

_CAPITAL = re.compile(
    r"\b(?:(?:in|to|through|across|around|into|of|on) (?:the|its) (?:country's |nation's )?capital\b(?! (?:of|city of))"
    r"|(?:la|esta) (?:ciudad )?capital\b(?! (?:de|del|provincial|departamental|regional|estatal|humano))"
    r"|capitalin[oa]s?\b)"
)


@lru_cache(8)
def _capital_words(text: str) -> tuple[tuple[int, int], ...]:
    """Give where a sentence names the capital; with a capital letter it is a newspaper or a district."""
    spans = [match.span() for match in _CAPITAL.finditer(fold(text))]
    return tuple((start, end) for start, end in spans if text[start + 1 : end].islower())


def named_capital(story: Story, sentence: int) -> Mention | None:
    """Give the capital that a sentence names as such: "en la capital" of the text's country, "la capital peruana"."""
    bounds = story.reading.sentences[sentence]
    start = bounds.start
    text = story.reading.text.text[start : bounds.end]
    spans = _capital_words(text)
    if not spans:
        return None
    first, last = spans[0]
    country = _capital_of(story, fold(text)[last:])
    place = default_gazetteer().capital(country) if country else None
    if place is None:
        return None
    return seat_mention(story, start + first, start + last, place, "the capital")


def seat_mention(story: Story, start: int, end: int, seat: Candidate, why: str) -> Mention:
    """Make the mention of a town that words between two offsets tell by what it is the seat of."""
    value = PlaceValue(seat.name, Feature.CITY, seat.lat, seat.lon, seat.country, seat.admin1, seat.admin2, seat.id)
    return Mention(start, end, story.reading.text.text[start:end], value, why)


def _capital_of(story: Story, behind: str) -> str | None:
    """Give the country whose capital is meant; of "la capital andaluza", a region's, none."""
    word = _ADJECTIVE.match(behind)
    demonyms = demonym_countries(story.reading.language)
    if word is not None and word[1] in demonyms:
        return demonyms[word[1]]
    is_regional = word is not None and story.reading.language == "es" and _REGIONAL.fullmatch(word[1])
    return None if is_regional else _home(story)


_ADJECTIVE = re.compile(r" ([a-z]{4,})")
_REGIONAL = re.compile(r".*(?:ana|ena|ina|ense|uza|esa|eca|ista|ica|aria|ral|nal|tal|aya|[aou]ca|nia|lla)")


def _home(story: Story) -> str | None:
    country = main_country(story)
    return country.country if country else None
