"""Events to PLOVER's objects: who did what to whom, when and where, with the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from constancia.publish.codebooks.book import Book, country, roles
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, dated, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.privacy import BLACK
from constancia.publish.rows import Row

_FILE = "plover.jsonl"
_SOURCE_PARTS = frozenset({"actor", "organiser", "perpetrator"})
_SIZES = {"dead": "killed", "injured": "injured", "arrested": "arrested"}


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every dated event as one object."""
    for case in dated(chosen(cases, book, losses), losses):
        tell_figures(case, book, losses)
        yield _FILE, _object(case, book, losses)


def _object(case: Case, book: Book, losses: Losses) -> Row:
    event = case.event
    report = case.reports[0] if case.reports else None
    return {
        "id": case.event_id,
        "has_event": True,
        "date": event["date_from"],
        "enddate": event["date_to"] if event["date_to"] != event["date_from"] else None,
        "actor": entities(case, is_source=True),
        "recipient": entities(case, is_source=False),
        "event": [{"code": event["type"], **_size(case)}],
        "event_loc": _location(case, book, losses),
        "event_text": report["trigger"]["text"] if report else None,
        "quad_code": book.lists["quad_code"][event["type"]],
        "mode": [event["mode"]] if event["mode"] else [],
        "context": list(case.issues()),
        "link": list(case.urls()),
        "text": case.quote() or None,
        "text_info": _text_info(report),
        "cite_info": _citation(case, report, book),
        "coder": report["coder"] if report else None,
        "comment": f"policy {event['policy']}; {event['n_reports']} reports",
    }


def _size(case: Case) -> dict[str, Any]:
    size = {name: case.figure(measure).best for name, measure in _SIZES.items()}
    known = {name: number for name, number in size.items() if number is not None}
    return {"size": known} if known else {}


def entities(case: Case, *, is_source: bool) -> list[dict[str, Any]]:
    """Give those on one side as PLOVER's entities; a private person is a sector alone."""
    found = []
    for actor in case.event["actors"]:
        if (actor["part"] in _SOURCE_PARTS) is is_source:
            name = None if actor.get("is_private") else actor["name"] or actor.get("organisation")
            where = country(actor.get("nation") or case.event["country"])
            entity = {
                "code": where.iso3 if where else None,
                "sector": roles()[actor["role"]]["sector"],
                "entity_text": name if name and BLACK not in name else actor["role"],
            }
            found.append({key: value for key, value in entity.items() if value})
    return [entity for at, entity in enumerate(found) if entity not in found[:at]]


def _location(case: Case, book: Book, losses: Losses) -> dict[str, Any]:
    event = case.event
    lat, lon = point(case, losses)
    precision = event["place_precision"]
    where = country(event["country"])
    location = {
        "extracted_place": next((one["place_text"] for one in case.reports if one["place_text"]), None),
        "resolved_place": event["place_name"],
        "lat": lat,
        "lon": lon,
        "city": event["place_name"] if precision == "city" else None,
        "district": event["admin2"],
        "province": event["admin1"],
        "country": where.name if where else None,
        "country_code": where.iso3 if where else None,
        "resolution": book.lists["resolution"].get(precision),
    }
    return {name: value for name, value in location.items() if value is not None}


def _text_info(report: Row | None) -> dict[str, Any]:
    return {"start": report["start"], "end": report["end"]} if report else {}


def _citation(case: Case, report: Row | None, book: Book) -> dict[str, Any]:
    if report is None:
        return {}
    page = case.pages[report["page_id"]]
    cite = {"url": page["url"], "title": page["title"], "publication": page["publisher"]}
    cite |= {"language": page.get("language"), "codebook": book.lists["version"], "coder": report["coder"]}
    return {name: value for name, value in cite.items() if value}
