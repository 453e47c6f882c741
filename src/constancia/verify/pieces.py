"""Spans of one page to those that contradict each other: what two rows say of one place must be the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from constancia.verify.export_tables import ExportedRow
from constancia.verify.page_words import BLACK

_UNKNOWN = "\0"
_MATCH_ANY = (_UNKNOWN, BLACK)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a row says stand at a place of its page's text."""

    field: str
    start: int
    end: int
    text: str


class PageText:
    """A page's text as far as the rows seen so far tell it."""

    def __init__(self) -> None:
        self._signs: list[str] = []

    def contradiction(self, piece: Piece) -> str | None:
        """Say what is wrong with a piece; lay it into the text if nothing is."""
        if piece.start < 0 or piece.end - piece.start != len(piece.text):
            return f"from {piece.start} to {piece.end} there is no room for just these words"
        if piece.end > len(self._signs):
            self._signs.extend(_UNKNOWN * (piece.end - len(self._signs)))
        known = self._signs[piece.start : piece.end]
        if any(a != b and a not in _MATCH_ANY and b not in _MATCH_ANY for a, b in zip(known, piece.text, strict=True)):
            return f"another row has other words at {piece.start}"
        self._signs[piece.start : piece.end] = [
            old if new in _MATCH_ANY else new for old, new in zip(known, piece.text, strict=True)
        ]
        return None


def pieces_of(row: ExportedRow) -> Iterator[Piece]:
    """Give every span of a row that has both a place and words."""
    values = row.values
    if row.table == "texts":
        yield Piece("text", 0, len(values["text"] or ""), values["text"] or "")
    elif row.table == "reports":
        yield from _piece("quote", values.get("start"), values.get("end"), values.get("quote"))
        for name in ("date", "place"):
            yield from _piece(name, values[f"{name}_start"], values[f"{name}_end"], values[f"{name}_text"])
    elif row.table in ("mentions", "claims"):
        yield from _piece("text", values.get("start"), values.get("end"), values.get("text"))
    elif row.table == "passages" and values.get("title"):
        yield from _piece("title", values.get("start"), values.get("title_end"), values.get("title"))
    for name, value in values.items():
        if isinstance(value, dict | list):
            yield from _nested(name, value)


def _nested(name: str, value: Any) -> Iterator[Piece]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _nested(f"{name}[{number}]", item)
    elif isinstance(value, dict):
        yield from _piece(name, value.get("start"), value.get("end"), value.get("text"))
        for part, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _nested(f"{name}.{part}", inner)


def _piece(name: str, start: Any, end: Any, text: Any) -> Iterator[Piece]:
    if isinstance(start, int) and isinstance(end, int) and isinstance(text, str):
        yield Piece(name, start, end, text)
