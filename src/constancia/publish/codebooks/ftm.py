"""Events to FollowTheMoney statements: one row a value of an Event or of a named organisation in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from constancia.identity import digest
from constancia.publish.codebooks.book import Book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.privacy import BLACK
from constancia.publish.rows import Row

_FILE = "statements.csv"
_EVENT, _ORGANISATION = "Event", "Organization"
Value = tuple[str, str]
"""A property and one value of it."""


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every event, and every named organisation once."""
    told: set[str] = set()
    for case in chosen(cases, book, losses):
        tell_figures(case, book, losses)
        if case.event["lat"] is not None:
            losses.add("claim", "coordinates", case.event_id)
        organisations = _organisations(case, book)
        values = [*_values(case), *(("involved", key) for key, _, _ in organisations)]
        yield from _statements(case, book, (case.event_id, _EVENT), values)
        for key, schema, name in organisations:
            if key not in told:
                told.add(key)
                yield from _statements(case, book, (key, schema), [("name", name)])


def _values(case: Case) -> Iterator[Value]:
    event = case.event
    what = event["form"] or event["mode"] or event["type"].lower()
    named = (what.capitalize(), event["place_name"], event["date_from"])
    yield "name", ", ".join(part for part in named if part)
    if event["date_from"] == event["date_to"] and event["date_from"]:
        yield "date", event["date_from"]
    for prop, column in (("startDate", "date_from"), ("endDate", "date_to")):
        if event[column]:
            yield prop, event[column]
    if event["place_name"]:
        yield "location", event["place_name"]
    if event["country"]:
        yield "country", event["country"].lower()
    if case.quote():
        yield "summary", case.quote()
    yield from (("keywords", word) for word in dict.fromkeys((event["type"], what, event["status"], *case.issues())))
    yield from (("sourceUrl", url) for url in case.urls() if url.startswith(("http://", "https://")))
    yield from (("publisher", name) for name in case.outlets())


def _organisations(case: Case, book: Book) -> list[tuple[str, str, str]]:
    """Give the named organisations: key, schema, name; people, who bear the name in other roles, are none of them."""
    found: dict[str, tuple[str, str, str]] = {}
    for actor in case.event["actors"]:
        is_body = actor["role"] in book.lists["bodies"]
        name = actor.get("organisation") or (actor["name"] if is_body else None)
        if name and BLACK not in name and not actor.get("is_private"):
            key = "o" + digest("organisation", name)
            found[key] = (key, book.lists["schemas"].get(actor["role"], _ORGANISATION), name)
    return list(found.values())


def _statements(case: Case, book: Book, entity: tuple[str, str], values: list[Value]) -> Iterator[FileRow]:
    key, schema = entity
    dataset = book.lists["dataset"]
    page = case.pages[case.reports[0]["page_id"]] if case.reports else {}
    seen = sorted(one["published"] for one in case.pages.values() if one["published"])
    for prop, value in dict.fromkeys([("id", key), *values]):
        row: Row = {
            "id": _statement_id(dataset, key, prop, value),
            "entity_id": key,
            "canonical_id": key,
            "prop": prop,
            "schema": schema,
            "value": value,
            "dataset": dataset,
            "lang": _LANGUAGES.get(page.get("language") or "") if prop == "summary" else None,
            "external": "f",
            "first_seen": seen[0] if seen else None,
            "last_seen": seen[-1] if seen else None,
            "origin": page.get("url"),
        }
        yield _FILE, row


_LANGUAGES = {"en": "eng", "es": "spa"}


def _statement_id(dataset: str, key: str, prop: str, value: str) -> str:
    """Name a statement by its parts, as FollowTheMoney does."""
    return hashlib.sha1(f"{dataset}.{key}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
