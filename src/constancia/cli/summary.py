"""A summary in; what a person reads at the end of a run out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from constancia.flow.counts import kind_of
from constancia.flow.summary import Summary
from constancia.model import Event, Toll
from constancia.vocabulary import Scope, Status


def print_summary(summary: Summary, console: Console) -> None:
    """Print what a record holds."""
    lines = Table.grid(padding=(0, 2))
    lines.add_row("Pages", f"{summary.pages.total():,}", _listed(summary.pages, plural="s"))
    lines.add_row("Languages", "", _listed(summary.languages))
    lines.add_row("Passages", f"{summary.passages:,}", f"{summary.copies:,} of them repeat another")
    lines.add_row("Reports", f"{summary.reports.total():,}", _listed(summary.reports))
    lines.add_row("Claims", f"{summary.claims:,}", "figures, each with its sentence")
    lines.add_row("Events", f"{summary.events.total():,}", _listed(summary.events))
    lines.add_row("Tolls", f"{len(summary.tolls):,}", "rows of the ledger; none of these figures is in an event")
    lines.add_row("Issues", f"{summary.problems:,}", "see issues.jsonl" if summary.problems else "")
    console.print(lines)
    if summary.most_told:
        console.print(_events(summary))
    if summary.tolls:
        console.print(tolls_table(summary.tolls))


def _listed(counter: Counter[str], plural: str = "") -> str:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}{plural if count != 1 else ''}" for name, count in ranked)


def _events(summary: Summary) -> Table:
    shown = summary.most_told
    title = "Events" if summary.events.total() <= len(shown) else f"Events: the {len(shown)} with most sources"
    table = Table("day", "what", "where", "reports", title=title, box=SIMPLE_HEAD, title_justify="left")
    for event in sorted(shown, key=lambda one: (day_of(one), one.event_id)):
        _add(table, day_of(event), kind_of(event), place_of(event), str(len(event.report_ids)))
    return table


def day_of(event: Event) -> str:
    """Write the day or days of an event; of one that goes on, with no day told, that it does."""
    date = event.date
    if date is None or date.from_ is None:
        return "ongoing" if event.status is Status.ONGOING else "undated"
    if date.to is None:
        return f"since {date.from_}"
    return str(date.from_) if date.from_ == date.to else f"{date.from_} to {date.to}"


def place_of(event: Event) -> str:
    """Write the place of an event."""
    place = event.place
    if place is None:
        return ""
    return ", ".join(part for part in (place.name, place.country) if part)


def tolls_table(tolls: Sequence[Toll]) -> Table:
    """Lay out the ledger, running tolls first."""
    table = Table(
        "what", "who", title="Tolls", box=SIMPLE_HEAD, title_justify="left", collapse_padding=True, pad_edge=False
    )
    table.add_column("where", overflow="fold")
    for name in ("since", "lowest", "highest", "claims", "disputed"):
        table.add_column(name, no_wrap=True, justify="left" if name in ("since", "disputed") else "right")
    for toll in sorted(tolls, key=lambda one: (one.scope is not Scope.CUMULATIVE, -len(one.claim_ids), one.toll_id)):
        figures = (_figure(toll.lowest), _figure(toll.highest), str(len(toll.claim_ids)))
        who = toll.category or "all"
        disputed = "yes" if toll.disputed else ""
        _add(table, toll.measure, who, toll.place_name or "", toll.since or "", *figures, disputed)
    return table


def _figure(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _add(table: Table, *cells: str) -> None:
    """Add a row as it stands: square brackets in a name are no markup."""
    table.add_row(*map(Text, cells))
