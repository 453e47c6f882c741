"""Store and an event's or report's id -> the event with each of its reports, and why that is held to be of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from constancia.errors import UsageError
from constancia.flow.bundles import bundles
from constancia.model import Event, Link, Page, Report
from constancia.store import Store

_LEAST_OF_ID = 4


@dataclass(frozen=True, slots=True)
class LinkedReport:
    """A report of an event: its link, with the score and its parts, and the page that tells it."""

    link: Link
    report: Report
    page: Page


@dataclass(frozen=True, slots=True)
class EventLinks:
    """An event and its reports, the surest link first."""

    event: Event
    reports: tuple[LinkedReport, ...]


def links_of_event(store: Store, name: str) -> EventLinks:
    """Give the event that an id, or the first letters of one, names; a report's id names the event it is linked to.

    Raises UsageError when there is none, or more than one.
    """
    event = _event(store, name)
    links = store.links_of(event.report_ids)
    told = sorted(_told(store, links), key=lambda one: (-one.link.score, one.report.report_id))
    return EventLinks(event, tuple(told))


def _event(store: Store, name: str) -> Event:
    if len(name) < _LEAST_OF_ID:
        raise UsageError(f"{name} is too short for an id: give {_LEAST_OF_ID} letters of it or more")
    named = {link.event_id for link in store.links() if link.report_id.startswith(name)}
    found = [event for event in store.events() if event.event_id.startswith(name) or event.event_id in named]
    if not found:
        raise UsageError(f"the record holds no event or report {name}")
    if len(found) > 1:
        raise UsageError(f"{name} may be {', '.join(sorted(event.event_id for event in found))}: give more of the id")
    return found[0]


def _told(store: Store, links: dict[str, Link]) -> Iterator[LinkedReport]:
    for bundle in bundles(store):
        codings = (bundle.codings.get(passage.passage_id) for passage in bundle.page.passages)
        for report in (report for coding in codings if coding for report in coding.reports):
            if report.report_id in links:
                yield LinkedReport(links[report.report_id], report, bundle.page)
