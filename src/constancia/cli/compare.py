"""`constancia compare A B`: two event files in, what they agree on out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from constancia.cli.issues import Issues
from constancia.cli.streams import open_output
from constancia.codec import dumps
from constancia.model import Problem
from constancia.publish.compare import Comparison, Nearness, Pair, compare, read_events
from constancia.publish.compare.event_files import FileEvent


@click.command("compare")
@click.argument("a", type=click.Path(path_type=Path))
@click.argument("b", type=click.Path(path_type=Path))
@click.option("--days", type=click.IntRange(0, 31), default=1, show_default=True, help="How many days apart at most.")
@click.option("--km", type=click.FloatRange(0, 500), default=25.0, show_default=True, help="How far apart at most.")
@click.option("--pairs", "pairs_name", help="Also write the matched pairs here, as JSON lines.")
def command(a: Path, b: Path, days: int, km: float, pairs_name: str | None) -> int:
    """Match the events of two files by day, place and type, and tell how often the matched rows agree on each field.

    A and B are events tables (CSV, JSON lines, Parquet, or an export's folder) or CSV files in ACLED's columns. Each
    event is matched once at most; without a point, places match by name. Figures agree where their bounds overlap. A
    table on a terminal, a JSON object when piped.
    """
    with Issues(None) as issues:
        result = compare(_read(a, issues), _read(b, issues), Nearness(days, km))
        if pairs_name:
            with open_output(pairs_name) as target:
                target.writelines(f"{dumps(_pair(pair))}\n" for pair in result.pairs)
        if sys.stdout.isatty():
            Console().print(_table(result, a.name, b.name))
        else:
            click.echo(dumps(_object(result)))
        return issues.exit_code()


def _read(path: Path, issues: Issues) -> list[FileEvent]:
    return list(_usable(path, issues))


def _usable(path: Path, issues: Issues) -> Iterator[FileEvent]:
    for event in read_events(path):
        if isinstance(event, Problem):
            issues.file(event)
        else:
            yield event


def _pair(pair: Pair) -> dict[str, Any]:
    km = None if pair.km is None else round(pair.km, 1)
    return {"a": pair.a.event_id, "b": pair.b.event_id, "days": pair.days, "km": km}


def _object(result: Comparison) -> dict[str, Any]:
    names = ("field", "n_both", "n_agree", "share", "n_only_a", "n_only_b")
    fields = [{name: getattr(field, name) for name in names} for field in result.fields]
    return {"events_a": result.n_a, "events_b": result.n_b, "matched": len(result.pairs), "fields": fields}


def _table(result: Comparison, a: str, b: str) -> Table:
    title = f"{len(result.pairs):,} events in both; {a} has {result.n_a:,}, {b} has {result.n_b:,}"
    table = Table("field", title=title, box=SIMPLE_HEAD, title_justify="left")
    for name in ("in both", "agree", "share", "only A", "only B"):
        table.add_column(name, justify="right", no_wrap=True)
    for field in result.fields:
        share = "" if field.share is None else f"{field.share:.3f}"
        counts = (field.n_both, field.n_agree, share, field.n_only_a, field.n_only_b)
        table.add_row(field.field, *map(str, counts))
    return table
