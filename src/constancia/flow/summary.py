"""Store -> the counts that a person wants to see at the end of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from constancia.flow.bundles import bundles
from constancia.model import Event, Toll
from constancia.store import Store
from constancia.vocabulary import EVENT_STATUSES


@dataclass(slots=True)
class Summary:
    """What a record holds; each counter has its words as keys."""

    pages: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    passages: int = 0
    copies: int = 0
    reports: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    events: list[Event] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    problems: int = 0


def summarize(store: Store) -> Summary:
    """Count what the record holds."""
    summary = Summary(copies=store.count("copies"), problems=store.count("problems"))
    for bundle in bundles(store):
        page = bundle.page
        summary.pages[page.kind] += 1
        summary.languages[page.language or "unknown"] += 1
        summary.passages += len(page.passages)
        for passage in page.passages:
            coding = bundle.codings.get(passage.passage_id)
            if coding is not None:
                summary.reports.update(report.status for report in coding.reports)
                summary.claims += len(coding.toll_claims) + sum(len(report.claims) for report in coding.reports)
    summary.events = [event for event in store.events() if event.status in EVENT_STATUSES]
    summary.tolls = list(store.tolls())
    return summary
