"""The first lines of a story and what its page states to the place that it is written from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from constancia.extract.html_tree import Stated

# "LIMA (Agency) -", "Coronel Oviedo, 19 sep (Agency).-", "NAIROBI, Kenya, June 5 —", "Quito, 3 de mayo.-"
_NAME = r"(?:[A-ZÁÉÍÓÚÑÜ][\w'’.áéíóúñü]*)(?:[ -](?:de|del|la|las|los|el|of|[A-ZÁÉÍÓÚÑÜ][\w'’.áéíóúñü]*)){0,4}"
_REST = rf"(?:, (?:{_NAME}|\d{{1,2}}(?: de)? \w+\.?|\w+\.? \d{{1,2}})){{0,2}}"
_DATELINE = re.compile(
    rf"^({_NAME}(?:, {_NAME})?){_REST}(?: ?[(/][^()]{{2,40}}[)/])?(?:\.\s?[-–—]|\s?[–—]|\s-|\.\s?[–—-])\s"
)
_CAPITALS = re.compile(r"^([A-ZÁÉÍÓÚÑÜ]{3,}(?:[ -][A-ZÁÉÍÓÚÑÜ]{2,}){0,3}(?:, [A-ZÁÉÍÓÚÑÜ][a-záéíóúñü]+)?)(?:\.|:) ")
_MONTH_OR_AGENCY = re.compile(r"^(?:[A-Z]{2,5}|\d.*)$")


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
        found = _DATELINE.match(line[:160]) or _CAPITALS.match(line)
        if found and not _MONTH_OR_AGENCY.match(found.group(1)):
            return found.group(1)
    return None


def _location(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) and 2 <= len(value.strip()) <= 80 else None
