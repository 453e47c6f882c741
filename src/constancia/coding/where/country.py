"""Find the country that a text is about, from the places and the demonyms in it."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import cast

from constancia.coding.story import Story
from constancia.coding.where.attributes import is_attribute
from constancia.coding.where.home import hinted_country
from constancia.coding.where.whereabouts import is_whereabouts
from constancia.coding.word_sets import words_of
from constancia.model import Mention, PlaceValue, ReportPlace
from constancia.vocabulary import EventType, Feature, PlacePrecision
from constancia.words import fold
from constancia.words.demonyms import demonym_countries
from constancia.words.gazetteer import default_gazetteer
from constancia.words.memory import WordMemory

# "US-backed" and "U.S. backed" tell of a hand in the matter, not of where it is.
_ATTRIBUTE = re.compile(r"[- ](?:backed|led|funded|sponsored|trained|based|made|brokered|supported)\b")
_OFFICE = re.compile(
    r"\s+(?:supreme|high|constitutional|federal)?\s*(?:court|embassy|consulate|ambassador|tribunal|company|firm|bank|outlet)\b"
)
# Who is told of by nation is most often a stranger where it happened: "two German tourists", "turistas alemanes".
_STRANGERS = words_of("country", "strangers")
_BEHIND = re.compile(r"\s+([a-z]+)(?:\s+([a-z]+))?")
_BEFORE = re.compile(r"([a-z]+)\s+$")
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
    language = story.reading.language
    demonyms = demonym_countries(language)
    places = [
        mention.value
        for mention in story.reading.mentions
        if isinstance(mention.value, PlaceValue)
        and not _ATTRIBUTE.match(text.text, mention.end)
        and not is_attribute(text.text, mention)
        and not is_whereabouts(text.text, mention, story.reading.language)
    ]
    counts = _counted([place.country for place in places if place.country])
    tells = _tells_of_people(story.reading.language)
    is_any = any(tells[token.norm] for sentence in story.reading.sentences for token in sentence.tokens)
    folded = fold(text.text) if is_any else ""
    words = [match for match in _WORD.finditer(folded) if match.group() in demonyms]
    hints = _counted([demonyms[word.group()] for word in words if not _is_of_strangers(folded, word, language)])
    told = {country: number for country, number in hints.items() if number > 1 or not counts or country in counts}
    for country, number in told.items():
        counts[country] = counts.get(country, 0) + number
    hinted = hinted_country(story)
    if hinted is not None:
        counts[hinted] = counts.get(hinted, 0) + _HINT_VOTES
    return country_called(_most_told(counts)) if counts else None


def _is_of_strangers(folded: str, word: re.Match[str], language: str) -> bool:
    """Tell the nation of an office, of people abroad or of a continent from that of the people of a country."""
    if _CONTINENTAL.search(folded, max(word.start() - _LONGEST_NOUN, 0), word.start()):
        return True  # "the Pan-American highway"
    if _OFFICE.match(folded, word.end()):
        return True
    if language == "es":
        found = _BEFORE.search(folded, max(word.start() - _LONGEST_NOUN, 0), word.start())
    else:
        found = _BEHIND.match(folded, word.end())
    near = [] if found is None else [each for each in found.groups() if each]
    return any(each in _STRANGERS or each.removesuffix("s") in _STRANGERS for each in near)


_LONGEST_NOUN = 20  # letters
_CONTINENTAL = re.compile(r"\b(?:pan|inter|trans|latin|central|south|north|ibero|meso|afro|all)[\s-]$")


def _counted(countries: list[str]) -> dict[str, int]:
    """Count how often each country is told, the first told first."""
    counts: dict[str, int] = {}
    for country in countries:
        counts[country] = counts.get(country, 0) + 1
    return counts


def _most_told(counts: dict[str, int]) -> str:
    """Give the country that is told most often; of two, the one told first."""
    return max(counts.items(), key=lambda item: item[1])[0]


@cache
def _tells_of_people(language: str) -> WordMemory[bool]:
    """Tell of a token whether a demonym is in it ("Chilean")."""
    demonyms = demonym_countries(language)
    return WordMemory(lambda norm: any(run in demonyms for run in _WORD.findall(norm)))


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


def _default_place(story: Story) -> ReportPlace | None:
    """Give the country that a text's places agree on: where a deed without a place of its own was, coarsely."""
    named = _country_agreed_on(story)
    if named is None:
        return None
    return ReportPlace(
        name=named.name,
        feature=Feature.COUNTRY,
        precision=PlacePrecision.COUNTRY,
        lat=named.lat,
        lon=named.lon,
        country=named.country,
        gazetteer_id=named.gazetteer_id,
    )


def _country_agreed_on(story: Story) -> PlaceValue | None:
    """Give the country of most places; where no place is known, the one whose people are told of."""
    text = story.reading.text.text
    language = story.reading.language
    told = [mention for mention in story.reading.mentions if isinstance(mention.value, PlaceValue)]
    told = [each for each in told if not is_attribute(text, each) and not is_whereabouts(text, each, language)]
    places = [value for value in (each.value for each in told) if isinstance(value, PlaceValue) and value.country]
    if not places:
        return main_country(story)
    votes = _counted([place.country for place in places if place.country])
    hinted = hinted_country(story)
    if hinted is not None:
        votes[hinted] = votes.get(hinted, 0) + _HINT_VOTES
    country = _most_told(votes)
    if votes[country] < _AGREE * sum(votes.values()):
        return _surest(places)
    is_named = (place for place in places if place.feature is Feature.COUNTRY and place.country == country)
    return next(is_named, None) or country_called(country)


def _surest(places: list[PlaceValue]) -> PlaceValue | None:
    """Give the country of the one of two places that is much surer: a village's namesake abroad is not."""
    if len(places) != 2 or None in (places[0].score, places[1].score):
        return None
    doubtful, sure = sorted(places, key=lambda place: place.score or 0.0)
    is_surer = (sure.score or 0.0) >= _SURER * (doubtful.score or 0.0)
    return country_called(cast("str", sure.country)) if is_surer else None


_SURER = 2
_AGREE = 0.6  # the share of a text's places that must lie in one country before it stands for all


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})


def fill_places(story: Story) -> None:
    """Give deeds without a place the country that the text is about, and say so; a site without a town lies in it."""
    is_wanted = any(draft.place is None or draft.place.country is None for draft in story.drafts)
    default = _default_place(story) if is_wanted else None
    for draft in story.drafts:
        if default is None:
            continue
        if draft.place is not None and draft.place.country is None and draft.place_mention is None:
            draft.place = dataclasses.replace(draft.place, country=default.country)
        elif draft.place is None and draft.type in _DEEDS:
            draft.place = default
            draft.why.append("place: the country of the text")


def is_doubtful_abroad(story: Story, mention: Mention) -> bool:
    """Tell a town that may well be another ("the Sol motorway" is not in Seoul), far from where the text is set."""
    value = cast("PlaceValue", mention.value)
    if value.feature is not Feature.CITY or value.score is None or value.score >= _SURE:
        return False
    home = main_country(story)
    return home is not None and value.country != home.country


_SURE = 0.5  # the score of a place below which a namesake abroad is not believed
