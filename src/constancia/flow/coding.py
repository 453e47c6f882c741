"""Text -> [gate] -> read -> code: the lines of reports that `constancia code` writes (record.md, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from constancia.codec import dumps, to_json
from constancia.coding import may_name_deed, tells_of_deed
from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.coders import coder_of
from constancia.model import Coding, Problem, Reading, Text
from constancia.read import read_text
from constancia.read.language import reading_language
from constancia.words import fold


@dataclass(frozen=True, slots=True)
class CodedText:
    """A text read and coded, and what a coder had to say of it."""

    reading: Reading
    coding: Coding
    problems: tuple[Problem, ...] = ()


def code_text(text: Text, choice: CoderChoice = RULES) -> CodedText | None:
    """Read and code a text; None when the gate sees no word in it that could tell of an event or a toll."""
    language = reading_language(text.language, fold(text.text))
    if not may_name_deed(text.text, language) and not tells_of_deed(text.text, language):
        return None
    reading = read_text(text)
    coding, problems = coder_of(choice)(reading)
    return CodedText(reading, coding, problems)


def code_lines(text: Text, choice: CoderChoice = RULES) -> Iterator[str | Problem]:
    """Write each report of a text as one line, and its tolls that belong to no event as one more."""
    for row in _rows(text, choice):
        if isinstance(row, Problem):
            yield row
        else:
            row.pop("why", None)
            yield dumps(row)


def code_lines_explained(text: Text, choice: CoderChoice = RULES) -> Iterator[str | Problem]:
    """Write each report with the rules behind it."""
    for row in _rows(text, choice):
        yield row if isinstance(row, Problem) else dumps(row)


def _rows(text: Text, choice: CoderChoice) -> Iterator[dict[str, Any] | Problem]:
    done = code_text(text, choice)
    if done is None:
        return
    for report in done.coding.reports:
        yield to_json(report)
    if done.coding.toll_claims:
        yield {"id": text.id, "report_id": None, "claims": to_json(done.coding.toll_claims)}
    yield from done.problems
