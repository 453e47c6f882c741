"""A sentence in, the seat of the unit that it speaks of out: "the regional capital", "la capital de Chiapas".

Which unit is meant tells the name beside the word, or else the place that the text named last before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import cast

from constancia.coding.story import Story
from constancia.coding.where.capital import seat_mention
from constancia.coding.where.country import main_country
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold
from constancia.words.demonyms import demonym_countries
from constancia.words.gazetteer import Candidate, default_gazetteer, name_key

_UNIT_EN = r"(?:state|provincial|regional|departmental|county)"
_UNIT_ES = r"(?:estado|departamento|provincia|region|entidad)"
_SEAT = re.compile(
    rf"\b(?:the|its|their) {_UNIT_EN} capital\b(?! (?:of|city of))"
    r"|\bcapital (?:city )?of the (?:state|province|region|department)\b(?! of)"
    r"|\bthe (?:state|province|region|department)'s capital\b"
    r"|\bla (?:ciudad )?capital (?:estatal|provincial|departamental|regional)\b"
    r"|\bla (?:ciudad )?capital (?P<people>(?!(?:provincial|regional|estatal)\b)[a-z]{5,}[ael])\b"
    rf"|\bla (?:ciudad )?capital (?:del?|de la|de es[ae]|de est[ae]|de dich[ao]) {_UNIT_ES}\b(?! del? )"
)
_BEFORE = re.compile(
    rf"\bcapital (?:city )?(?:of|del?)(?: (?:the|la|el))?"
    rf"(?: (?:{_UNIT_ES} del?|(?:state|province|region|department) of|(?:{_UNIT_EN}))(?: la| el)?)? $"
)
_BEHIND = re.compile(rf"(?:'s|’s|')? (?:{_UNIT_EN} )?capital\b(?! (?:market|gain|fund|punish|region|expend|flight))")
_WHY = "the seat of a unit"
_REACH = 34  # characters looked at before and behind a name


def named_seat(story: Story, sentence: int) -> Mention | None:
    """Give the seat of the unit last told of that a sentence names as such: "en la capital del estado"."""
    folded = story.folded(sentence)
    match = _SEAT.search(folded) if "capital" in folded else None
    if match is None:
        return None
    bounds = story.reading.sentences[sentence]
    start, end = bounds.start + match.start(), bounds.start + match.end()
    if match["people"] is not None:
        seat = _seat_by_people(story, match["people"])
        return seat_mention(story, start, end, seat, _WHY) if seat is not None else None
    unit = _unit_meant(story, sentence, start)
    seat = default_gazetteer().seat(*unit) if unit is not None else None
    return seat_mention(story, start, end, seat, _WHY) if seat is not None else None


def _unit_meant(story: Story, sentence: int, start: int) -> tuple[str, str] | None:
    """Give the country and first unit named last in a paragraph before some words, or else most often before them."""
    sentences = story.reading.sentences
    opens = next(each.start for each in sentences if each.paragraph == sentences[sentence].paragraph)
    told = [
        (each.start, (each.value.country, each.value.admin1))
        for each in story.reading.mentions
        if each.end <= start and isinstance(each.value, PlaceValue) and each.value.country and each.value.admin1
    ]
    units = [unit for _, unit in told]
    if told and told[-1][0] >= opens:
        return units[-1]
    return max(units, key=units.count, default=None)


def seat_of(story: Story, sentence: int, mention: Mention) -> Mention:
    """Give the seat in place of a state or country whose capital is told of, "the Volta capital"; else the place."""
    folded = story.folded(sentence)
    if "capital" not in folded:
        return mention
    start = story.reading.sentences[sentence].start
    at, last = mention.start - start, mention.end - start
    before = _BEFORE.search(folded, max(at - _REACH, 0), at)
    if before is None and _BEHIND.match(folded, last, last + _REACH) is None:
        return mention
    value = cast("PlaceValue", mention.value)
    if value.feature is Feature.COUNTRY and value.country is not None:
        seat = default_gazetteer().capital(value.country)
    else:
        units = default_gazetteer().find(name_key(mention.text))
        named = [each for each in units if each.feature is Feature.ADMIN1 and each.country == value.country]
        seat = default_gazetteer().seat(cast("str", named[0].country), named[0].name) if named else None
    return seat_mention(story, mention.start, mention.end, seat, _WHY) if seat is not None else mention


def _seat_by_people(story: Story, adjective: str) -> Candidate | None:
    """Give the seat of the unit whose people an adjective names: "la capital chubutense" is that of Chubut."""
    home = main_country(story)
    if home is None or home.country is None or adjective in demonym_countries(story.reading.language or "es"):
        return None
    shared = {name: _shared(fold(name).replace(" ", ""), adjective) for name in _units(home.country)}
    most = max(shared.values(), default=0)
    alike = [name for name, length in shared.items() if length == most]
    return default_gazetteer().seat(home.country, alike[0]) if most >= _STEM and len(alike) == 1 else None


def _shared(one: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


_STEM = 4  # letters that a people shares with its unit: "azuaya", Azuay


@lru_cache(8)
def _units(country: str) -> tuple[str, ...]:
    """Give the names of a country's first units."""
    units = default_gazetteer().units(Feature.ADMIN1)
    return tuple(each.name for each in units if each.feature is Feature.ADMIN1 and each.country == country)
