"""Read and code a sentence as the product does, for the tests of this room."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text

PUBLISHED = dt.date(2023, 7, 20)


def reports_of(text: str, language: str = "en", title_end: int = 0) -> list[Report]:
    reading = read_text(Text("t", text, language=language, published=PUBLISHED, title_end=title_end))
    return list(code_reading(reading).reports)


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(report.type.value, report.status.value) for report in reports_of(text, language)]
