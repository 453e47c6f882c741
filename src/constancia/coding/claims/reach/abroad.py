"""A story in, the country whose dead it mourns out, where that is another than the one it is told from."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.story import Story
from constancia.coding.where.country import country_called
from constancia.model import PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold, load_lexicon
from constancia.words.demonyms import demonym_countries


def country_mourned(story: Story) -> PlaceValue | None:
    """Give Paraguay for "candles outside the Paraguayan embassy in Buenos Aires", "vigil for Paraguay's dead".

    A toll told there without a place is of the country that people gather about, not of the one they gather in.
    """
    language = story.reading.language
    words = _words(language)
    folded = fold(story.reading.text.text)
    if not words.search(folded):
        return None
    demonyms = demonym_countries(language)
    codes = [
        demonyms[name] for match in _missions(language).finditer(folded) for name in match.groups() if name in demonyms
    ]
    for mention in story.reading.mentions:
        place = mention.value
        if isinstance(place, PlaceValue) and place.feature is Feature.COUNTRY and place.country:
            before, behind = folded[max(mention.start - _REACH, 0) : mention.start], folded[mention.end :]
            if _dead(language)[0].search(before) or _dead(language)[1].match(behind):
                codes.append(place.country)
    told = set(codes)
    return country_called(codes[0]) if len(told) == 1 else None


_REACH = 40  # characters


@cache
def _words(language: str) -> re.Pattern[str]:
    table = load_lexicon(language, "places")["abroad"]
    return re.compile(rf"\b(?:{'|'.join([*table['missions'], *table['dead']])})\b")


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
