"""A figure in its story in, the area that it covers out: a country or region of a toll, else its report's place."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.reach.homes import place_beside
from constancia.coding.story import Draft, Story
from constancia.coding.where.country import country_called, main_country
from constancia.coding.where.whereabouts import is_whereabouts
from constancia.model import PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold, load_lexicon
from constancia.words.demonyms import demonym_countries

_WIDE = frozenset({Feature.COUNTRY, Feature.ADMIN1, Feature.REGION})
_TOWNS = frozenset({Feature.CITY, Feature.ADMIN2})
_MARKS = re.compile(r"[;:]|\b(?:since|desde|after|tras|said|told|says|dijo|dice|inform[oa]|precis[oa]|who|que)\b")
_IN = re.compile(
    r"\b(?:in|across|throughout|around|inside|en|por|a lo largo de)(?: the| el| la| todo| toda| all of)*\s+$"
    r"|\ben (?:el|la|los|las) \w+ de\s+$"  # "en los incidentes de Viedma"
)


def toll_place(story: Story, line: Line, figure: Figure) -> PlaceValue | None:
    """Give the area that a toll covers: a country, region or only town that it is "in", else the country told of."""
    for mention in story.mentions_in(line.index):
        place = mention.value
        if (
            isinstance(place, PlaceValue)
            and place.feature in _WIDE
            and _IN.search(line.words(line.start, mention.start))
        ):
            return place
    return town_of(story, line, figure) or _country_mourned(story) or main_country(story)


def town_of(story: Story, line: Line, figure: Figure) -> PlaceValue | None:
    """Give the place that a figure is told "in", the only one or the one beside it: "en Goma murieron 12".

    Where a speaker was is none: "the dead are 12, the minister said in Goma".
    """
    places = [each for each in story.mentions_in(line.index) if isinstance(each.value, PlaceValue)]
    told = places[0] if len(places) == 1 else place_beside(story, line, figure) if places else None
    town = told.value if told is not None else None
    if told is None or not isinstance(town, PlaceValue) or town.feature not in _TOWNS:
        return None
    start, end = told.start, told.end
    between = line.words(figure.end, start) if figure.end <= start else line.words(end, figure.start)
    if not _IN.search(line.words(line.start, start)) or _MARKS.search(between):
        return None
    if is_whereabouts(story.reading.text.text, told, story.reading.language) or _is_behind_speaker(line, start):
        return None
    return town


def _is_behind_speaker(line: Line, start: int) -> bool:
    """Tell "…, precisó la ministra, Ana Roa, en Quito": between commas stands who speaks, and where."""
    before = line.words(line.start, start)
    return before.rstrip().endswith((", en", ", in")) and before.count(",") > 1


def home_place(home: Draft | None) -> PlaceValue | None:
    """Give the place of a report as a place value."""
    if home is None or home.place is None:
        return None
    place = home.place
    return PlaceValue(
        place.name, place.feature, place.lat, place.lon, place.country, place.admin1, place.admin2, place.gazetteer_id
    )


def _country_mourned(story: Story) -> PlaceValue | None:
    """Give Paraguay for "candles outside the Paraguayan embassy in Buenos Aires", "vigil for Paraguay's dead".

    A toll told there without a place is of the country that people gather about, not of the one they gather in.
    """
    language, text = story.reading.language, story.reading.text.text
    codes = _missions_of(story) if any(stem in text for stem in _MISSION_STEMS) else []
    before, behind = _dead(language)
    for mention in story.reading.mentions:
        place = mention.value
        if isinstance(place, PlaceValue) and place.feature is Feature.COUNTRY and place.country:
            said = fold(text[max(mention.start - _REACH, 0) : mention.end + _REACH])
            at = min(mention.start, _REACH)
            if before.search(said[:at]) or behind.match(said[at + mention.end - mention.start :]):
                codes.append(place.country)
    return country_called(codes[0]) if len(set(codes)) == 1 else None


def _missions_of(story: Story) -> list[str]:
    """Give the countries of the embassies and consulates that a text names by a demonym."""
    folded = fold(story.reading.text.text)
    demonyms = demonym_countries(story.reading.language)
    beside = _missions(story.reading.language).finditer(folded)
    called = [name for match in beside for name in (match["before"], match["behind"]) if name]
    return [demonyms[name] for name in called if name in demonyms]


_MISSION_STEMS = ("mbaj", "mbas", "onsul", "igh commission", "igh Commission", "EMBA", "CONSUL")
_REACH = 40  # characters


@cache
def _missions(language: str) -> re.Pattern[str]:
    missions = "|".join(load_lexicon(language, "places")["abroad"]["missions"])
    return re.compile(rf"(?:\b(?P<before>\w+) )?\b(?:{missions})\b(?= (?P<behind>\w+))?")


@cache
def _dead(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what stands before the country ("the dead of") and behind it ("'s dead")."""
    table = load_lexicon(language, "places")["abroad"]
    dead, missions = "|".join(table["dead"]), "|".join(table["missions"])
    before = rf"\b(?:{dead}|{missions})(?: of| de| del| en| in)?(?: the| la| el)? $"
    return re.compile(before), re.compile(rf"['’]s (?:{dead}|{missions})\b")
