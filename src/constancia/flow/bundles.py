"""Store -> pages with all that was made of each, in the order of their ids, a batch in memory at a time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from constancia.model import Page
from constancia.publish.bundle import PageBundle
from constancia.store import Store

_BATCH = 200


def bundles(store: Store, tolls: Mapping[str, str] | None = None, *, is_full: bool = False) -> Iterator[PageBundle]:
    """Give every page with its codings; with mentions, copies and events too when `is_full`.

    `tolls` tells the row of the ledger that a claim stands in.
    """
    yield from bundles_of(store, store.pages(), tolls, is_full=is_full)


def bundles_of(
    store: Store, pages: Iterator[Page], tolls: Mapping[str, str] | None = None, *, is_full: bool = False
) -> Iterator[PageBundle]:
    """Give some pages as `bundles` does."""
    while batch := tuple(itertools.islice(pages, _BATCH)):
        yield from _bundled(store, batch, tolls or {}, is_full=is_full)


def _bundled(store: Store, batch: tuple[Page, ...], tolls: Mapping[str, str], *, is_full: bool) -> Iterator[PageBundle]:
    passage_ids = [passage.passage_id for page in batch for passage in page.passages]
    codings = store.codings_of(passage_ids)
    readings = store.readings_of(passage_ids) if is_full else {}
    copies = store.copies_of(passage_ids) if is_full else {}
    report_ids = [report.report_id for coding in codings.values() for report in coding.reports]
    links = store.links_of(report_ids) if is_full else {}
    events = {report_id: link.event_id for report_id, link in links.items()}
    mentions = {passage_id: reading.mentions for passage_id, reading in readings.items()}
    for page in batch:
        yield PageBundle(page, mentions, codings, copies, events, tolls)
