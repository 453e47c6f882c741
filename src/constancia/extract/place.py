"""The first lines of a story and what its page states to the place that it is written from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from constancia.extract.dateline import match_dateline
from constancia.extract.html_tree import Stated
from constancia.extract.publication_date import signed_place
from constancia.extract.written_dates import ANY_ORDER, find_dates
from constancia.words import fold, load_lexicon


@lru_cache(maxsize=1)
def _no_places() -> frozenset[str]:
    return frozenset(load_lexicon("any", "page_parts")["datelines"]["no_place"])


def find_place(stated: Stated | None, lines: Sequence[str], beside: Sequence[str] = ()) -> str | None:
    """Give the place that a story is dated from, as written; None when the page gives none.

    `beside` are the lines where the page's date stands: "Arica, 4 de mayo de 2022".
    """
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
        found = match_dateline(line)
        if found and fold(found.group(1)) not in _no_places():
            return found.group(1)
    places = (signed_place(line, find_dates(line, ANY_ORDER)) for line in beside)
    return next((place for place in places if place is not None and fold(place) not in _no_places()), None)


def _location(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) and 2 <= len(value.strip()) <= 80 else None
