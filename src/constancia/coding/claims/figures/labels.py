"""A bare number in its sentence in, whether it only names something out: an address, an hour, a year, a law."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure, Line
from constancia.coding.story import Story
from constancia.model import ActorValue
from constancia.vocabulary import Modifier

# "FTSE 100", "COP 26": a name in capitals with its number.
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,}\s$")
# "Moreno 5120", "Segunda Junta 4310": a street or a unit by its number; a sentence's first word may be no name.
_NAME_BEFORE = re.compile(r"\w\W+(?:[A-ZÁÉÍÓÚÑ][\w'’áéíóúñü]+)\s$")
_NOTHING_COUNTED = re.compile(r"\s*(?:[.,;:()\"”»\n]|$|(?:y|e|esquina|entre|piso|and)\b)")
_LEAST_ADDRESS = 100
_THOUSAND = 1000
_HOURS = 24
_CLOCK_INSIDE = re.compile(r"(?:^|\s)las?\s+\d{1,2}$")
_CLOCK_BEFORE = re.compile(r"\b(?:para|tras|hacia|despues de|antes de|alrededor de|cerca de|a partir de) las?\s+$")
_YEARS = range(1800, 2101)
_YEAR_BEFORE = re.compile(r"\b(?:a|en|de|desde|hasta|ano|anos|in|of|since|to|until|year)\s+$")
_LAW_BEFORE = re.compile(
    r"\b(?:ley|leyes|decreto|ordenanza|resolucion|articulo|expediente|law|act|decree|bill)\b[^.;()]{0,60}\(\s*$"
)
_SECOND_DAY = re.compile(r"\b(?:el|del|al|los|dias?)\s+(?:\w+\s+)?\d{1,2}(?:,\s*\d{1,2})*\s+[ye]\s+$")
_DAYS_BEFORE = re.compile(r"\b(?:dias|proximos|pasados)\s+$")
_DAYS = 31


def is_label(story: Story, line: Line, figure: Figure) -> bool:
    """Tell a number without a noun that counts nothing but names what stands before it."""
    if not figure.is_bare:
        return False
    before, after = line.words(line.start, figure.start), line.words(figure.end, line.end)
    return (
        _is_numbered_name(story, line, figure, after)
        or _is_hour(figure, before)
        or _is_year_or_law(figure, before, after)
        or _is_day(figure, before)
    )


def _is_numbered_name(story: Story, line: Line, figure: Figure, after: str) -> bool:
    """Tell "COP 26" and "en Moreno 5120" from "in LIMA 400 marched": a name, where not all is in capitals."""
    sentence = story.reading.text.text[line.start : line.end]
    if sentence.isupper():
        return False
    before = sentence[: figure.start - line.start]
    if _ACRONYM.search(before):
        return True
    value = figure.value.best or 0
    is_plain = figure.text.isdecimal() and value >= _LEAST_ADDRESS
    if not is_plain or not _NAME_BEFORE.search(before) or not _NOTHING_COUNTED.match(after):
        return False
    is_house = value >= _THOUSAND  # people are counted with a point, "3.200"
    return (is_house or not _is_of_list(line, figure)) and not _is_of_speaker(story, figure)


def _is_of_list(line: Line, figure: Figure) -> bool:
    """Tell "300 docentes en Puno y en Tacna 500": counts by place."""
    return any(other is not figure and not other.is_single for other in line.figures)


def _is_of_speaker(story: Story, figure: Figure) -> bool:
    """Tell "según la Policía 300", whose figure it is."""
    mentions = story.mentions_in(figure.sentence)
    return any(isinstance(each.value, ActorValue) and 0 <= figure.start - each.end <= 1 for each in mentions)


def _is_hour(figure: Figure, before: str) -> bool:
    value = figure.value
    if value.modifier is Modifier.BETWEEN:  # "de 10 a 11"
        return (value.high or _HOURS + 1) <= _HOURS and figure.text.lower().startswith(("de ", "from "))
    best = value.best if value.best is not None else value.low
    if best is None or best > _HOURS:
        return False
    return bool(_CLOCK_INSIDE.search(figure.text.lower()) or _CLOCK_BEFORE.search(before))


def _is_year_or_law(figure: Figure, before: str, after: str) -> bool:
    is_year = figure.text.isdecimal() and figure.value.best in _YEARS and _YEAR_BEFORE.search(before) is not None
    is_law = after.startswith(")") and _LAW_BEFORE.search(before) is not None
    return (is_year and _NOTHING_COUNTED.match(after) is not None) or is_law


def _is_day(figure: Figure, before: str) -> bool:
    """Tell the days of "los próximos 6 y 7", "el 11 y 12"."""
    is_small = figure.text.isdecimal() and figure.value.best is not None and figure.value.best <= _DAYS
    return is_small and bool(_SECOND_DAY.search(before) or _DAYS_BEFORE.search(before))
