"""Store -> the counts that a person wants to see at the end of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from constancia.flow.bundles import bundles
from constancia.flow.counts import MOST_TOLD, Counts, read_counts
from constancia.model import Event, Toll
from constancia.store import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record holds; the keys of the counters are kinds, languages and statuses.

    Of events it has how many there are of each kind, and those with the most sources.
    """

    pages: Counter[str]
    languages: Counter[str]
    passages: int
    copies: int
    reports: Counter[str]
    claims: int
    events: Counter[str]
    most_told: tuple[Event, ...]
    tolls: tuple[Toll, ...]
    problems: int


def summarize(store: Store) -> Summary:
    """Tell what the record holds: as it was counted when it was linked, or counted now if it changed since."""
    kept = store.counts() if store.ledger_version() else None
    counts = read_counts(kept) if kept else _count(store)
    names = [name for _, _, name in counts.most_told[:MOST_TOLD]]
    events = store.events_of(names)
    return Summary(
        pages=counts.pages,
        languages=counts.languages,
        passages=counts.passages,
        copies=counts.copies,
        reports=counts.reports,
        claims=counts.claims,
        events=counts.events,
        most_told=tuple(events[name] for name in names),
        tolls=tuple(store.tolls()),
        problems=store.count("problems"),
    )


def _count(store: Store) -> Counts:
    counts = Counts(copies=store.count("copies"))
    for bundle in bundles(store):
        counts.add_page(bundle.page, bundle.codings)
    counts.add_events(store.events())
    return counts
