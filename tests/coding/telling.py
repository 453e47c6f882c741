"""Read and code a sentence as the product does, for the tests of this room."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Mode

PUBLISHED = dt.date(2023, 7, 20)


def reports_of(text: str, language: str = "en", title_end: int = 0) -> list[Report]:
    reading = read_text(Text("t", text, language=language, published=PUBLISHED, title_end=title_end))
    return list(code_reading(reading).reports)


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(report.type.value, report.status.value) for report in reports_of(text, language)]


def of(reports: list[Report], type_: EventType, form: Form | None = None, mode: Mode | None = None) -> Report:
    """Give the one report of a type, and of a form or mode where one is given."""
    found = [
        report
        for report in reports
        if report.type is type_ and form in (None, report.form) and mode in (None, report.mode)
    ]
    assert len(found) == 1, found
    return found[0]
