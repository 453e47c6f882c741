"""Nouns to the rows of `tables.py`: plain JSON values by column, offsets in the page's text, nothing masked yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from constancia.codec import to_json
from constancia.identity import source_id
from constancia.model import Claim, Event, Mention, Page, Passage, PlaceValue, Report, ReportDate, ReportPlace, Toll
from constancia.publish import tables
from constancia.publish.bundle import Figure, PageBundle
from constancia.publish.policy_columns import FIGURE_MEASURES
from constancia.publish.tables import TableSpec
from constancia.vocabulary import PlacePrecision

Row = dict[str, Any]

WITHOUT_A_POINT = frozenset({PlacePrecision.ADMIN1, PlacePrecision.REGION, PlacePrecision.COUNTRY})
"""Places known only as an area: a point would say more than the source did."""


def plain_row(spec: TableSpec, noun: object, **others: Any) -> Row:
    """Write a noun as a row: a column takes its value from `others`, else from the noun's field of that name."""
    return {name: others[name] if name in others else to_json(getattr(noun, name, None)) for name in spec.names()}


def page_row(page: Page) -> Row:
    """Write a page."""
    publisher = source_id("publisher", page.publisher) if page.publisher else None
    return plain_row(tables.PAGES, page, publisher_id=publisher)


def passage_rows(bundle: PageBundle) -> Iterator[Row]:
    """Write a page's passages."""
    for passage in bundle.page.passages:
        copy = bundle.copies.get(passage.passage_id)
        yield plain_row(
            tables.PASSAGES,
            passage,
            copy_of=copy.copy_of if copy else passage.copy_of,
            copy_kind=copy.kind if copy else None,
        )


def mention_rows(bundle: PageBundle) -> Iterator[Row]:
    """Write the mentions of a page."""
    for passage in bundle.page.passages:
        for mention in bundle.shifted_mentions(passage.passage_id, passage.start):
            yield _mention_row(mention, passage)


def _mention_row(mention: Mention, passage: Passage) -> Row:
    return plain_row(
        tables.MENTIONS, mention, page_id=passage.page_id, passage_id=passage.passage_id, id=passage.passage_id
    )


def report_rows(bundle: PageBundle) -> Iterator[Row]:
    """Write the reports of a page."""
    for passage in bundle.page.passages:
        for report in bundle.shifted_reports(passage.passage_id, passage.start):
            yield _report_row(report, bundle, passage)


def _report_row(report: Report, bundle: PageBundle, passage: Passage) -> Row:
    return plain_row(
        tables.REPORTS,
        report,
        page_id=passage.page_id,
        passage_id=passage.passage_id,
        event_id=bundle.events.get(report.report_id),
        **_date_columns(report.date),
        **_place_columns(report.place),
    )


def claim_rows(bundle: PageBundle) -> Iterator[Row]:
    """Write the claims of a page: those of its reports, and those that belong to no one event."""
    for passage in bundle.page.passages:
        for report in bundle.shifted_reports(passage.passage_id, passage.start):
            for claim in report.claims:
                yield _claim_row(claim, bundle, passage)
        for claim in bundle.shifted_toll_claims(passage.passage_id, passage.start):
            yield _claim_row(claim, bundle, passage)


def _claim_row(claim: Claim, bundle: PageBundle, passage: Passage) -> Row:
    return plain_row(
        tables.CLAIMS,
        claim,
        page_id=passage.page_id,
        passage_id=passage.passage_id,
        event_id=bundle.events.get(claim.report_id) if claim.report_id else None,
        toll_id=bundle.tolls.get(claim.claim_id),
        place=_claim_place(claim.place),
    )


def _claim_place(place: PlaceValue | None) -> Any:
    return None if place is None else {name: value for name, value in to_json(place).items() if name != "score"}


def _date_columns(date: ReportDate | None) -> Row:
    if date is None:
        return dict.fromkeys(f"date_{part}" for part in ("from", "to", "precision", "text", "start", "end"))
    written = to_json(date)
    return {f"date_{part}": value for part, value in written.items()}


def _place_columns(place: ReportPlace | None) -> Row:
    if place is None:
        return {}
    written = to_json(place)
    if place.precision in WITHOUT_A_POINT:
        written["lat"] = written["lon"] = None
    renamed = {"name": "place_name", "precision": "place_precision", "text": "place_text"}
    renamed |= {"start": "place_start", "end": "place_end"}
    kept = ("lat", "lon", "country", "admin1", "admin2", "gazetteer_id")
    return {renamed.get(name, name): value for name, value in written.items() if name in renamed or name in kept}


def event_row(event: Event, figures: Mapping[str, Figure], policy: str) -> Row:
    """Write an event with its figures under a policy."""
    values: Row = {"policy": policy, "n_reports": len(event.report_ids)}
    for measure in FIGURE_MEASURES:
        figure = figures.get(measure)
        for part in ("low", "high", "best"):
            values[f"{measure}_{part}"] = getattr(figure, part) if figure else None
    date, place = _date_columns(event.date), _place_columns(event.place)
    return plain_row(tables.EVENTS, event, **values, **date, **place, actors=_event_actors(event))


def _event_actors(event: Event) -> list[Row]:
    kept = ("part", "role", "name", "organisation", "nation", "is_private")
    return [{name: to_json(getattr(actor, name)) for name in kept} for actor in event.actors]


def toll_row(toll: Toll) -> Row:
    """Write a row of the ledger."""
    return plain_row(tables.TOLLS, toll, n_claims=len(toll.claim_ids))
