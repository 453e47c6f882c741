"""Events to what TimeMap's server gives: events, sources, and the associations they are filtered by; all text."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.publish.codebooks.book import Book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, dated, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_EVENTS, _SOURCES, _ASSOCIATIONS = "events.json", "sources.json", "associations.json"
_MEASURES = ("killed", "injured", "arrested", "participants")


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write dated events as they come, then the pages they rest on and the words they are filtered by."""
    pages: dict[str, Row] = {}
    words: set[str] = set()
    for case in dated(chosen(cases, book, losses), losses):
        tell_figures(case, book, losses)
        pages |= case.pages
        words.update(_words(case))
        yield _EVENTS, _event(case, losses)
    for page_id, page in sorted(pages.items()):
        yield _SOURCES, _source(page_id, page)
    for word in sorted(words):
        yield _ASSOCIATIONS, {"id": word, "title": word, "desc": "", "mode": "FILTER", "filter_paths": [word]}


def _words(case: Case) -> list[str]:
    event = case.event
    return list(dict.fromkeys(word for word in (event["form"] or event["mode"], *case.issues()) if word))


def _event(case: Case, losses: Losses) -> Row:
    event = case.event
    lat, lon = point(case, losses)
    return {
        "id": case.event_id,
        "description": case.quote() or event["type"],
        "date": event["date_from"],
        "time": "",
        "time_precision": _precision(case),
        "location": event["place_name"] or "",
        "latitude": "" if lat is None else str(lat),
        "longitude": "" if lon is None else str(lon),
        "type": event["form"] or event["mode"] or event["type"],
        "category": event["type"],
        "associations": _words(case),
        "sources": list(case.pages),
        "comments": "; ".join(_bounds(case)),
    }


def _precision(case: Case) -> str:
    first, last = case.first_day, case.last_day
    if first is None or last is None or first == last:
        return "day"
    return f"{(last - first).days + 1} days, to {last}"


def _bounds(case: Case) -> Iterator[str]:
    for measure in _MEASURES:
        figure = case.figure(measure)
        known = [str(number) for number in (figure.low, figure.high) if number is not None]
        if known:
            yield f"{measure}: {' to '.join(dict.fromkeys(known))}"


def _source(page_id: str, page: Row) -> Row:
    return {
        "id": page_id,
        "title": page["title"] or "",
        "thumbnail": "",
        "paths": [],
        "type": "Article",
        "url": page["url"],
        "description": "",
        "parent": "",
        "author": page["publisher"] or "",
        "date": page["published"] or "",
        "notes": "",
    }
