"""The first lines of a story and what its page states to the place that it is written from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from constancia.extract.html_tree import Stated
from constancia.words import fold, load_lexicon

_UPPER, _LOWER = "A-ZÁÉÍÓÚÑÜ", "a-záéíóúñü"
_WORD = rf"[{_UPPER}][\w'’.{_LOWER}]*"
_NAME = rf"{_WORD}(?:[ -](?:de|del|la|las|los|el|of|{_WORD})){{0,4}}"
_CAPITALS = rf"[{_UPPER}]{{3,}}(?:[ -](?:DE|DEL|LA|LOS|[{_UPPER}'’]{{2,}})){{0,3}}"
_DAY = rf"(?:\d{{1,2}}(?: de)? \w+\.?|[{_UPPER}][{_LOWER}]+\.? \d{{1,2}})(?:,? (?:de )?\d{{4}})?"
_AGENCY = r" ?[(/][^()/]{2,40}[)/]"
_DASH = r"\s?\.?\s?[-–—]{1,2}\s"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"^({_NAME}(?:, {_NAME})?)(?:, {_DAY})?{_AGENCY}(?:{_DASH}|: )",  # Vega, 19 sep (Agencia).-
        rf"^({_CAPITALS}(?:, {_NAME})?)(?:, {_DAY})?(?:{_DASH}|[.:] )",  # NAIROBI, Kenya, June 5 -
        rf"^({_NAME}(?:, {_NAME})?), {_DAY}(?:{_DASH}|[.:] )",  # Quito, 3 de mayo.-
        rf"^({_NAME}(?:, {_NAME})?)\.\s?[-–—]+\s",  # Quito.-
    )
)


@lru_cache(maxsize=1)
def _no_places() -> frozenset[str]:
    return frozenset(load_lexicon("any", "page_parts")["datelines"]["no_place"])


def find_place(stated: Stated | None, lines: Sequence[str]) -> str | None:
    """Give the place that a story is dated from, as written; None when the page gives none."""
    if stated is not None:
        for thing in stated.linked_data:
            name = (
                _location(thing.get("dateline"))
                or _location(thing.get("contentLocation"))
                or _location(thing.get("locationCreated"))
            )
            if name:
                return name
    for line in lines[:3]:
        found = next((match for form in _DATELINES if (match := form.match(line[:160]))), None)
        if found and fold(found.group(1)) not in _no_places():
            return found.group(1)
    return None


def _location(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) and 2 <= len(value.strip()) <= 80 else None
