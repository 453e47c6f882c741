"""Read and code a sentence as the product does, for the tests of this room."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Claim, Report, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Mode

PUBLISHED = dt.date(2023, 7, 20)


def reports_of(text: str, language: str = "en", title_end: int = 0) -> list[Report]:
    reading = read_text(Text("t", text, language=language, published=PUBLISHED, title_end=title_end))
    return list(code_reading(reading).reports)


def reports_read(text: str, language: str = "en") -> list[Report]:
    """Give the reports of a text that tells of a deed: where none is read, a figure left out proves nothing."""
    reports = reports_of(text, language)
    assert reports, text
    return reports


def claims_of(text: str, language: str = "en", published: dt.date = PUBLISHED) -> list[Claim]:
    """Give all claims of a text in their order, those of no event among them."""
    coding = code_reading(read_text(Text("t", text, language, published)))
    found = [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]
    return sorted(found, key=lambda claim: claim.start)


def attack(text: str, language: str = "en") -> Report:
    """Give the one attack of a text."""
    return of(reports_of(text, language), EventType.ASSAULT)


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
