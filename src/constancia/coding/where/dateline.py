"""A place in its story in, whether it is where the story was sent from out: "ICA (PERU), 14 JUL 89 (Wire) --"."""

from __future__ import annotations

import re

from constancia.coding.story import Story
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature
from constancia.words.gazetteer import default_gazetteer


def is_dateline(story: Story, sentence: int, mention: Mention) -> bool:
    """Tell the place of the line that opens a text or story from where something was (P1)."""
    text = story.reading.text.text
    if mention.end <= _end_of_dateline(story):
        return True
    start = story.reading.sentences[sentence].start
    if text[mention.start - 1 : mention.start] == "(" and _AGENCY.match(text[mention.end : mention.end + 5]):
        return True  # "LIMA, 15 jun (Andina).- "
    if mention.start - start > 3:
        opening = text[start : mention.start]
        is_unit = _TOWN_OF_LINE.fullmatch(opening) and _DASH.match(text[mention.end : mention.end + 5])
        return bool(is_unit)  # "COLUMBUS, Ohio — "
    after = text[mention.end : mention.end + 60]
    head = after.split("\n")[0][:60]
    return (mention.text.isupper() and any(mark in head for mark in (" – ", " — ", "--", ".-", " - "))) or (
        head.lstrip().startswith(("(", ", "))
        and any(mark in head for mark in (") –", ") —", ") -", ").-", ".-", ").—", ") --"))
    )


def is_kicker(story: Story, sentence: int, mention: Mention) -> bool:
    """Tell the town of "COLOMBO: Nurses …", "NAGAON, Feb 13: A youth …": where it was, unless the line says."""
    place = story.reading.sentences[sentence]
    if place.is_headline or mention.start - place.start > _MARKS or not mention.text.isupper():
        return False
    return _COLON.match(story.reading.text.text, mention.end, mention.end + _LINE) is not None


_MARKS = 3  # characters that may stand before the town
_COLON = re.compile(
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?: de)? [A-Za-z]{3,10}\.?)(?:,? \d{4})?)?(?: \([^()\n]{2,40}\))?:\s"
)
# What is told of a whole country is not in the town from which it was sent.
_EVERYWHERE = re.compile(
    r"\b(?:(?:across|throughout|around|all over) the (?:country|nation|island|state|province|region|territory)"
    r"|(?:nation|country|island|state)-?wide|en todo el (?:pais|territorio|estado)|a nivel nacional)\b"
)


def is_told_everywhere(story: Story, sentence: int) -> bool:
    """Tell whether a sentence tells of a whole country."""
    return _EVERYWHERE.search(story.folded(sentence)) is not None


_TOWN_OF_LINE = re.compile(r"[^\Wa-z\d_][^a-z\d,;]{2,30}, ")
_AGENCY = re.compile(r"\)\s?(?:\.\s?[-–—]|[-–—])")
_DASH = re.compile(r"\.?\s?(?:–|—|--|-\s)")


def _end_of_dateline(story: Story) -> int:
    """Give where the line of place, day and agency ends that opens a text: "MOSCOW (USSR), 14 JUL 89 (Wire) --"."""
    start = story.reading.text.title_end
    match = _DATELINE.match(story.reading.text.text, start, start + _LINE)
    return match.end() if match is not None else 0


_DATELINE = re.compile(r"\s*[^a-z\n]{2,60}?,\s+\d{1,2} [A-Z]{3,9} \d{2,4}\b(?:\s+\([^()\n]{2,60}\))?\s+--")
_LINE = 160  # characters


def town_of_dateline(story: Story) -> tuple[int, Mention] | None:
    """Give the town that the lead's dateline names, with its sentence; a capital, from where much is told, is none."""
    lead = next((index for index, each in enumerate(story.reading.sentences) if not each.is_headline), None)
    for mention in story.mentions_in(lead) if lead is not None else ():
        value = mention.value
        if not isinstance(value, PlaceValue) or value.feature is not Feature.CITY or value.country is None:
            continue
        capital = default_gazetteer().capital(value.country)
        is_capital = capital is not None and capital.id == value.gazetteer_id
        return (lead, mention) if lead is not None and not is_capital and is_dateline(story, lead, mention) else None
    return None
