"""A draft in its story in, out the day of its strike ("day 12", "tercer día") and its numbered campaign."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.coding.number_words import CARDINALS, ORDINALS, number_said
from constancia.coding.story import Draft, Story
from constancia.words import fold

# Days that a strike has run: "cumple hoy 17 días", "lleva doce días", "has lasted 21 days".
_RUNS = (
    "cumple|cumplia|cumplio|cumplen|suma|sumaba|sumo|suman|lleva|llevaba|llevan|completa|completo|alcanza|alcanzo|"
    "entra en|entro en|va por|van|has lasted|has run for|has gone on for|lasted|marks|marked|reached|entered|ran for"
)
_RUN = (
    rf"\b(?:{_RUNS})(?:\s+(?:ya|hoy|ayer|este|esta|\w+es|its|already|now))*"
    r"\s+(?:(\d{1,4})|(%s))\s+(?:dias|days|jornadas)\b(?!\s+(?:de|of|sin|without)\b)"
)
_HELD_ON = "(?:strike|protest|blockade|sit-in|occupation|hunger|fast|encampment|walkout|stoppage|mobili[sz]ation)"
_DAY = re.compile(
    r"(?<!\bel )\b(?:day|dia|jornada)\s+(\d{1,4})\b"
    r"|\bel dia\s+(\d{1,4})\b(?=\s+(?:de|del)\s+(?:la\s+)?(?:paro|huelga|protesta|bloqueo))"
    r"|\b(\d{1,4})(?:st|nd|rd|th|º|°)?\s+(?:day|dia)s?\s+(?:of|de|del)\s+(?:the\s+)?(?:strike|paro|huelga)"
    rf"|\b({'|'.join(ORDINALS)})"
    r"\s+(?:consecutive\s+|straight\s+)?(?:day|dia|jornada)\b"
    r"|\b(\d{1,3})(?:st|nd|rd|th)\s+(?:consecutive\s+|straight\s+)?day\b"
    rf"(?!\s+of\s+(?!(?:(?:the|their|a|an|its)\s+(?:[\w'’-]+\s+){{0,3}})?{_HELD_ON}))"
    "|" + _RUN % "|".join(CARDINALS)
)
_NAMED = re.compile(
    r"\b(?:Tercera|Segunda|Cuarta|Quinta|Third|Second|Fourth|Fifth|Gran|Great)\s+(?:[A-ZÁÉÍÓÚÑ][\w’'-]+\s*(?:de\s+|of\s+|the\s+|la\s+|las\s+|los\s+|del\s+)*)+"
)


def find_counter(story: Story, draft: Draft) -> None:
    """Read "Day 196" beside the deed (L5), and the name of a numbered campaign (L4)."""
    for index in draft.told_in:
        sentence = story.reading.sentences[index]
        text = story.reading.text.text[sentence.start : sentence.end]
        found = _day_in(text)
        if found is not None and draft.day_counter is None:
            draft.day_counter = _counted(found)
        named = _named_in(text)
        if named is not None and draft.campaign is None:
            begin = sentence.start + named.start()
            if begin <= draft.trigger.start < sentence.start + named.end():
                draft.campaign = named.group(0).strip()


def is_counter_beside(story: Story, draft: Draft) -> bool:
    """Tell "day 12 of the strike" from a day counted elsewhere in the sentence."""
    sentence = story.reading.sentences[draft.trigger.sentence]
    found = _day_in(story.reading.text.text[sentence.start : sentence.end])
    if found is None:
        return False
    start, end = sentence.start + found.start(), sentence.start + found.end()
    return max(start - draft.trigger.end, draft.trigger.start - end) <= _COUNTER_REACH


_COUNTER_REACH = 30  # characters


def _counted(found: re.Match[str]) -> int:
    word = next(group for group in found.groups() if group is not None)
    return ORDINALS.get(word) or number_said(word)


@lru_cache(64)  # many deeds are told of in one sentence
def _day_in(text: str) -> re.Match[str] | None:
    return _DAY.search(fold(text))


@lru_cache(64)
def _named_in(text: str) -> re.Match[str] | None:
    return _NAMED.search(text)
