"""Rows of an export to the words in them that must stand on the stored page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from constancia.verify.export_tables import ExportedRow

Words = tuple[str, str]
"""The name of a field, and words in it that stand on the page."""

_PLAIN = {
    "pages": ("title",),
    "passages": ("title",),
    "mentions": ("text",),
    "reports": ("quote", "date_text", "place_text", "campaign"),
    "claims": ("quote", "text", "noun"),
}
_SPANS = {"reports": ("trigger", "target"), "claims": ("according_to", "via")}
_LISTS = {"reports": ("actors", "instruments", "objects")}
_NESTED = ("according_to", "source", "cue")


def words_of(row: ExportedRow) -> Iterator[Words]:
    """Give every run of words of a row that was taken from the page."""
    values = row.values
    yield from ((name, values[name]) for name in _PLAIN.get(row.table, ()) if values.get(name))
    for name in _SPANS.get(row.table, ()):
        yield from _of_span(name, values.get(name))
    for name in _LISTS.get(row.table, ()):
        for number, item in enumerate(values.get(name) or ()):
            yield from _of_span(f"{name}[{number}]", item)
    if row.table == "mentions":
        yield from _of_mention(values.get("value"))
    if row.table == "texts":
        for number, line in enumerate(str(values.get("text") or "").split("\n")):
            yield f"text, line {number + 1}", line


def _of_span(name: str, value: Any) -> Iterator[Words]:
    if not isinstance(value, dict):
        return
    if value.get("text"):
        yield name, str(value["text"])
    for part in _NESTED:
        yield from _of_span(f"{name}.{part}", value.get(part))


def _of_mention(value: Any) -> Iterator[Words]:
    if not isinstance(value, dict):
        return
    if value.get("noun"):
        yield "value.noun", str(value["noun"])
    for part in ("source", "cue"):
        yield from _of_span(f"value.{part}", value.get(part))
