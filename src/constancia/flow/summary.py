"""Store -> the counts that a person wants to see at the end of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from constancia.model import Event, Toll
from constancia.store import Store
from constancia.vocabulary import EVENT_STATUSES


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record holds; the keys of the counters are kinds, languages and statuses."""

    pages: Counter[str]
    languages: Counter[str]
    passages: int
    copies: int
    reports: Counter[str]
    claims: int
    events: tuple[Event, ...]
    tolls: tuple[Toll, ...]
    problems: int


def summarize(store: Store) -> Summary:
    """Count what the record holds."""
    pages, languages = store.count_pages()
    reports, claims = store.count_reports()
    return Summary(
        pages=pages,
        languages=languages,
        passages=store.count("passages"),
        copies=store.count("copies"),
        reports=reports,
        claims=claims,
        events=tuple(event for event in store.events() if event.status in EVENT_STATUSES),
        tolls=tuple(store.tolls()),
        problems=store.count("problems"),
    )
