"""Events to Count Love's two lists, articles and events, each naming the other; what is planned is future."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.publish.codebooks.book import Book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, dated, number_of, protests, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_FILE = "countlove.json"
_PLANNED = "planned"


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write protests as they come, and then the articles that tell of them."""
    articles: dict[str, Row] = {}
    for case in dated(protests(chosen(cases, book, losses), losses), losses):
        tell_figures(case, book, losses)
        _tell(case, losses)
        yield _FILE, {"events": _event(case)}
        for page_id, page in case.pages.items():
            article = articles.setdefault(page_id, _article(page))
            article["events"].append({"event_id": number_of(case.event_id), "future": _is_future(case)})
    for _, article in sorted(articles.items()):
        yield _FILE, {"articles": article}


def _tell(case: Case, losses: Losses) -> None:
    if case.last_day != case.first_day:
        losses.add("date", "several days told by the first", case.event_id)
    if case.event["place_name"] is None:
        losses.add("point", "no place", case.event_id)


def _is_future(case: Case) -> bool:
    return bool(case.event["status"] == _PLANNED)


def _event(case: Case) -> Row:
    event = case.event
    names = (event["place_name"], event["admin1"], event["country"])
    urls = case.urls()
    return {
        "event_id": number_of(case.event_id),
        "event_date": event["date_from"],
        "event_location": ", ".join(dict.fromkeys(name for name in names if name)) or None,
        "event_attendees": case.figure("participants").best,
        "event_tags": list(case.issues()),
        "event_primary_url": urls[0] if urls else None,
        "articles": [{"article_id": number_of(key), "future": _is_future(case)} for key in case.pages],
    }


def _article(page: Row) -> Row:
    return {
        "article_id": number_of(page["page_id"]),
        "test_set": False,
        "date_crawled": page.get("fetched_at"),
        "origin": page["publisher"],
        "url": page["url"],
        "events": [],
    }
