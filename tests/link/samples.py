"""Reports and appearances of an invented crisis, for the tests of linking."""

import datetime as dt

from constancia.identity import claim_id, report_id
from constancia.model import Appearance, Claim, Coding, Report, ReportDate, ReportPlace, Span
from constancia.vocabulary import (
    Certainty,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    Modifier,
    PlacePrecision,
    Precision,
    Scope,
    Status,
)

LORETA = ReportPlace("Villa Loreta", Feature.CITY, PlacePrecision.CITY, -12.0, -75.0, "PE", "Junín")
SAN_BRUNO = ReportPlace("San Bruno", Feature.CITY, PlacePrecision.CITY, -14.5, -71.2, "PE", "Cusco")
JUNIN = ReportPlace("Junín", Feature.ADMIN1, PlacePrecision.ADMIN1, country="PE", admin1="Junín")
PERU = ReportPlace("Peru", Feature.COUNTRY, PlacePrecision.COUNTRY, country="PE")

ENGLISH = "Some 400 members of the Quellay water league marched through Villa Loreta against the Ancas dam."
SPANISH = "Unos 400 socios de la liga de agua Quellay marcharon por Villa Loreta contra la represa Ancas."


def day(text):
    return dt.date.fromisoformat(text)


def claim(text_id, number, measure=Measure.PARTICIPANTS, at=0):
    return Claim(
        claim_id(text_id, at, at + 3, measure), None, measure, str(number), None, Modifier.EXACT, number, number,
        number,
        Scope.INCIDENT, None, None, None, None, None, None, None, Certainty.ASSERTED, None, at, at + 3, str(number),
    )  # fmt: skip


def report(text_id, date="2031-03-04", place=LORETA, **changes):
    at = changes.pop("at", 0)
    kind = changes.pop("type", EventType.PROTEST)
    fields = {
        "quote": ENGLISH,
        "mode": Mode.DEMO,
        "form": Form.MARCH,
        "status": Status.OCCURRED,
        "is_plural": False,
        "plural_low": None,
        "acled_event_type": None,
        "acled_sub_event_type": None,
        "date": ReportDate(day(date), day(date), Precision.DAY) if date else None,
        "place": place,
        **changes,
    }
    return Report(
        report_id=report_id(text_id, at, at + 7, kind),
        id=text_id,
        start=at,
        end=at + len(fields["quote"]),
        trigger=Span(at, at + 7, "marched"),
        type=kind,
        **fields,
    )


def appearance(text_id, *reports, text=ENGLISH, published="2031-03-05", **changes):
    fields = {"url": f"https://news.example/{text_id}", "publisher": f"Paper {text_id}", "language": "en", **changes}
    return Appearance(
        passage_id=text_id,
        page_id=f"page-{text_id}",
        published=day(published) if published else None,
        text=text,
        coding=Coding(text_id, tuple(reports), ()),
        **fields,
    )


def sets(linking):
    """The events of a linking as sets of report ids."""
    return {frozenset(event.report_ids) for event in linking.events}
