"""Events to POLECAT's tab-separated columns: PLOVER's types with one named actor on each side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from constancia.publish.codebooks.book import Book, country, load_book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, dated, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.codebooks.plover import entities
from constancia.publish.rows import Row

_FILE = "polecat.tsv"


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every dated event as one row."""
    for case in dated(chosen(cases, book, losses), losses):
        tell_figures(case, book, losses)
        yield _FILE, _row(case, book, losses)


def _row(case: Case, book: Book, losses: Losses) -> Row:
    event = case.event
    if case.last_day != case.first_day:
        losses.add("date", "several days told by the first", case.event_id)
    quad = load_book("plover").lists["quad_code"][event["type"]]
    first = case.pages[case.reports[0]["page_id"]] if case.reports else {}
    return {
        "Event ID": case.event_id,
        "Event Date": event["date_from"],
        "Event Type": event["type"],
        "Event Mode": event["mode"],
        "Quad Code": book.lists["quad_code"][str(quad)],
        "Contexts": "; ".join(case.issues()),
        "Source": first.get("publisher") or first.get("url"),
        "Publication Date": first.get("published"),
        "Story Organizations": "; ".join(case.names("actor", "organiser", "perpetrator", "recipient")),
        "Language": first.get("language"),
        "Version": book.lists["version"],
        **_side("Actor", entities(case, is_source=True), case, losses),
        **_side("Recipient", entities(case, is_source=False), case, losses),
        **_place(case, losses),
    }


def _side(side: str, found: list[dict[str, Any]], case: Case, losses: Losses) -> Row:
    if not found:
        return {}
    if len(found) > 1:
        losses.add("flattened", f"more than one {side.lower()}", case.event_id)
    first = found[0]
    where = country(case.event["country"])
    is_here = where is not None and first.get("code") == where.iso3
    return {
        f"{side} Name": first["entity_text"],
        f"{side} Country": first.get("code"),
        f"{side} COW": where.cow if where and is_here else None,
        f"Primary {side} Sector": first.get("sector"),
        f"{side} Sectors": "; ".join(dict.fromkeys(one["sector"] for one in found if one.get("sector"))),
        f"{side} Name Raw": first["entity_text"],
    }


def _place(case: Case, losses: Losses) -> Row:
    event = case.event
    lat, lon = point(case, losses)
    where = country(event["country"])
    report = next((one for one in case.reports if one["place_text"]), None)
    return {
        "Placename": event["place_name"],
        "City": event["place_name"] if event["place_precision"] == "city" else None,
        "District": event["admin2"],
        "Province": event["admin1"],
        "Country": where.iso3 if where else None,
        "Latitude": lat,
        "Longitude": lon,
        "GeoNames ID": report["gazetteer_id"] if report and str(report["gazetteer_id"]).isdigit() else None,
        "Raw Placename": report["place_text"] if report else None,
        "Feature Type": event["place_precision"],
    }
