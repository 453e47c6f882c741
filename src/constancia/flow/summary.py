"""Store -> the counts that a person wants to see at the end of a run."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from constancia.model import Event, Toll
from constancia.store import Store
from constancia.vocabulary import EVENT_STATUSES

_MOST_TOLD = 12


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
    """Count what the record holds."""
    pages, languages = store.count_pages()
    reports, claims = store.count_reports()
    kinds: Counter[str] = Counter()
    most_told = heapq.nsmallest(_MOST_TOLD, _counted(store, kinds), key=_few_sources)
    return Summary(
        pages=pages,
        languages=languages,
        passages=store.count("passages"),
        copies=store.count("copies"),
        reports=reports,
        claims=claims,
        events=kinds,
        most_told=tuple(most_told),
        tolls=tuple(store.tolls()),
        problems=store.count("problems"),
    )


def _counted(store: Store, kinds: Counter[str]) -> Iterator[Event]:
    """Give the events that took place, each counted by its kind; none of them is held."""
    for event in store.events():
        if event.status in EVENT_STATUSES:
            kinds[kind_of(event)] += 1
            yield event


def _few_sources(event: Event) -> tuple[int, int, str]:
    return -event.n_independent, -len(event.report_ids), event.event_id


def kind_of(event: Event) -> str:
    """Name what an event is: its form, else its mode, else its type."""
    return event.form or event.mode or event.type.lower()
