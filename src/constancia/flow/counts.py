"""What a record holds, counted while it is linked and kept beside its ledger: a page more changes a few numbers."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import orjson

from constancia.model import Coding, Event, Page
from constancia.vocabulary import EVENT_STATUSES

Rank = tuple[int, int, str]
"""An event's place among those most told, the lowest first: sources and reports, counted down, and its id."""

MOST_TOLD = 12
_HELD = 128
"""So many of the events most told are held: those that a page more takes away leave others in their place."""


@dataclass(slots=True)
class Counts:
    """Pages by kind and by language, reports by status, and the events that took place by kind.

    `most_told` are the first of all these events by rank; `is_cut` where there are others behind them.
    """

    pages: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    reports: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    passages: int = 0
    claims: int = 0
    copies: int = 0
    most_told: list[Rank] = field(default_factory=list)
    is_cut: bool = False

    def add_page(self, page: Page, codings: Mapping[str, Coding]) -> None:
        """Count a page and what was coded of its passages."""
        self.pages[page.kind.value] += 1
        self.languages[page.language or "unknown"] += 1
        self.passages += len(page.passages)
        for passage in page.passages:
            coding = codings.get(passage.passage_id)
            if coding is not None:
                self.reports.update(report.status.value for report in coding.reports)
                self.claims += len(coding.toll_claims) + sum(len(report.claims) for report in coding.reports)

    def add_events(self, events: Iterable[Event]) -> None:
        """Count all events of a record."""
        ranks = heapq.nsmallest(_HELD + 1, self._ranked(events))
        self.most_told, self.is_cut = ranks[:_HELD], len(ranks) > _HELD

    def _ranked(self, events: Iterable[Event]) -> Iterator[Rank]:
        """Give the ranks of the events that took place, each counted by its kind; none of them is held."""
        for event in events:
            if event.status in EVENT_STATUSES:
                self.events[kind_of(event)] += 1
                yield _rank_of(event)

    def change_events(self, gone: Iterable[Event], new: Iterable[Event]) -> bool:
        """Take events away and put others in; tell whether enough of those most told are still known."""
        gone_ids = set()
        for event in gone:
            if event.status in EVENT_STATUSES:
                self.events[kind_of(event)] -= 1
                gone_ids.add(event.event_id)
        last = self.most_told[-1] if self.is_cut and self.most_told else None
        kept = [rank for rank in self.most_told if rank[2] not in gone_ids]
        kept += [rank for rank in self._ranked(new) if last is None or rank < last]
        kept.sort()
        self.most_told, self.is_cut = kept[:_HELD], self.is_cut or len(kept) > _HELD
        self.events = +self.events
        return not self.is_cut or len(self.most_told) >= MOST_TOLD

    def written(self) -> str:
        """Write them as one line of JSON, the same in whatever order the pages came."""
        return orjson.dumps(self, option=orjson.OPT_SORT_KEYS).decode()


def read_counts(line: str) -> Counts:
    """Read counts that were written."""
    told = orjson.loads(line)
    for name in ("pages", "languages", "reports", "events"):
        told[name] = Counter(told[name])
    told["most_told"] = [(sources, reports, name) for sources, reports, name in told["most_told"]]
    return Counts(**told)


def _rank_of(event: Event) -> Rank:
    return -event.n_independent, -len(event.report_ids), event.event_id


def kind_of(event: Event) -> str:
    """Name what an event is: its form, else its mode, else its type."""
    return str(event.form or event.mode or event.type.lower())
