"""The first words of a story to its dateline: the place and the day that it is written from."""

from __future__ import annotations

import re

_MAX_DATELINE = 160
_UPPER, _LOWER = "A-ZÁÉÍÓÚÑÜ", "a-záéíóúñü"
_WORD = rf"[{_UPPER}][\w'’.{_LOWER}]*"
PLACE_NAME = rf"{_WORD}(?:[ -](?:de|del|la|las|los|el|of|{_WORD})){{0,4}}"
_CAPITALS = rf"[{_UPPER}]{{3,}}(?:[ -](?:DE|DEL|LA|LOS|[{_UPPER}'’]{{2,}})){{0,3}}"
_DAY_NAME = rf"(?:\d{{1,2}}(?: de)? \w+\.?|[{_UPPER}][{_LOWER}]+\.? \d{{1,2}})"
_DAY = rf"(?P<day>{_DAY_NAME}(?:,? (?:de |del )?\d{{4}})?)"
_AGENCY = r" ?[(/][^()/]{2,40}[)/]"
_DASH = r"\s?\.?\s?[-–—]{1,2}\s"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"^({PLACE_NAME}(?:, {PLACE_NAME})?)(?:, {_DAY})?{_AGENCY}(?:{_DASH}|: )",  # Vega, 19 sep (Agencia).-
        rf"^({_CAPITALS}(?:, {PLACE_NAME})?)(?:, {_DAY})?(?:{_DASH}|[.:] )",  # NAIROBI, Kenya, June 5 -
        rf"^({PLACE_NAME}(?:, {PLACE_NAME})?), {_DAY}(?:{_DASH}|[.:] )",  # Quito, 3 de mayo.-
        rf"^({PLACE_NAME}(?:, {PLACE_NAME})?)\.\s?[-–—]+\s",  # Quito.-
    )
)


def match_dateline(line: str) -> re.Match[str] | None:
    """Match the dateline that opens a line: its place is group 1, its day, where it gives one, group "day"."""
    return next((match for form in _DATELINES if (match := form.match(line[:_MAX_DATELINE]))), None)


def dateline_of(line: str) -> str | None:
    """Give the words of a dateline that tell its day, None when it tells none."""
    found = match_dateline(line)
    return found.groupdict().get("day") if found else None
