"""The nouns of an explanation: a text, cards of what was found in it, and for each field its words and its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the words of a field are, and so their colour."""

    TRIGGER = "trigger"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    FIGURE = "figure"
    SPEAKER = "speaker"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its value, the words that it was taken from (None: no words give it), and why."""

    name: str
    value: str
    reason: str
    kind: Kind | None = None
    words: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A report, a toll or a mention: `tag` says what kind of thing it is, `number` counts from 1 within the text."""

    number: int
    title: str
    tag: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A text with all that was found in it."""

    id: str
    text: str
    language: str
    published: dt.date | None
    title_end: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that one or more fields were taken from; `cards` are the numbers of their cards."""

    start: int
    end: int
    kind: Kind
    cards: tuple[int, ...]
    reasons: tuple[str, ...]


def marks_of(explained: Explained) -> tuple[Mark, ...]:
    """Give the marks of a text, one for each stretch and kind, in order of place, the longer first."""
    found: dict[tuple[int, int, Kind], list[tuple[int, Field]]] = {}
    for card in explained.cards:
        for field in card.fields:
            if field.kind is not None and field.start is not None and field.end is not None:
                found.setdefault((field.start, -field.end, field.kind), []).append((card.number, field))
    return tuple(_mark(key, found[key]) for key in sorted(found))


def _mark(key: tuple[int, int, Kind], fields: list[tuple[int, Field]]) -> Mark:
    start, minus_end, kind = key
    numbers = tuple(dict.fromkeys(number for number, _ in fields))
    reasons = tuple(dict.fromkeys(f"{field.name}: {field.value} ({field.reason})" for _, field in fields))
    return Mark(start, -minus_end, kind, numbers, reasons)
