"""Text -> [gate] -> read -> code: the lines of reports that `constancia code` writes (record.md, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from constancia.codec import dumps, to_json
from constancia.coding import code_reading, gate, tells_of_deed
from constancia.model import Coding, Reading, Text
from constancia.read import read_text
from constancia.read.language import reading_language
from constancia.words import fold


def code_text(text: Text) -> tuple[Reading, Coding] | None:
    """Read and code a text; None when the gate sees no word in it that could tell of an event or a toll."""
    language = reading_language(text.language, fold(text.text))
    if not gate(text.text, language) and not tells_of_deed(text.text, language):
        return None
    reading = read_text(text)
    return reading, code_reading(reading)


def code_lines(text: Text) -> Iterator[str]:
    """Write each report of a text as one line, and its tolls that belong to no event as one more."""
    for row in _rows(text):
        row.pop("why", None)
        yield dumps(row)


def code_lines_explained(text: Text) -> Iterator[str]:
    """Write each report with the rules behind it."""
    return map(dumps, _rows(text))


def _rows(text: Text) -> Iterator[dict[str, Any]]:
    done = code_text(text)
    if done is None:
        return
    for report in done[1].reports:
        yield to_json(report)
    if done[1].toll_claims:
        yield {"id": text.id, "report_id": None, "claims": to_json(done[1].toll_claims)}
