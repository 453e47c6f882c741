"""`constancia estimate`: a capture matrix, or lists of named victims, in; how many there are in all out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from constancia.cli.lists import named_lists
from constancia.cli.streams import open_input, open_output
from constancia.codec import dumps
from constancia.errors import UsageError
from constancia.estimate import (
    Estimate,
    Estimation,
    Method,
    Options,
    Overlaps,
    estimate,
    link_persons,
    overlaps_of,
    read_matrix,
)

_SAID = {
    Method.CHAO: "Chao's lower bound",
    Method.CHAO_FEW_LISTS: "Chao's bound for few lists",
    Method.LOGLINEAR_AVERAGE: "log-linear, averaged",
    Method.LOGLINEAR: "log-linear",
    Method.GRAPH_AVERAGE: "decomposable graphs, averaged",
    Method.GRAPH: "decomposable graph",
}


@click.command("estimate")
@click.argument("sources", nargs=-1, required=True, metavar="MATRIX|LIST...")
@click.option("-o", "--output", "output_name", default="-", help="Estimates as JSON lines; - is stdout.  [default: -]")
@click.option(
    "--weights", "criterion", type=click.Choice(["bic", "aic"]), default="bic", show_default=True, help="Of models."
)
@click.option("--order", type=click.IntRange(2, 3), default=2, show_default=True, help="Most lists that interact.")
@click.option("--models", "shown", type=click.IntRange(0), default=5, show_default=True, help="Best models to show.")
def command(sources: tuple[str, ...], output_name: str, criterion: str, order: int, shown: int) -> None:
    """Estimate how many victims there are in all, those on no list among them.

    MATRIX is a CSV file with a column in_LIST of 0 and 1 for each of 2 to 5 lists and a row a person, or a row a
    pattern with its number in a column n. Two or more LISTs are linked first, as `constancia matrix` does. Chao's lower
    bound, Poisson log-linear models and their average, and the average over decomposable graphs, each with its 95
    percent interval: a table on a terminal; JSON lines when piped or written to a file.
    """
    found = estimate(_overlaps(sources), Options(criterion, order, shown))
    if output_name == "-" and sys.stdout.isatty():
        Console().print(_table(found))
    else:
        with open_output(output_name) as target:
            target.writelines(f"{dumps(_rounded(one))}\n" for one in found.estimates)
    for warning in found.warnings:
        click.echo(f"constancia: warning: {warning}", err=True)


def _overlaps(sources: tuple[str, ...]) -> Overlaps:
    if len(sources) > 1:
        return overlaps_of(link_persons(named_lists(sources)))
    if Path(sources[0]).is_dir():
        raise UsageError(f"{sources[0]} is a folder: one export is one list, and an estimate needs at least 2")
    with open_input(sources[0]) as lines:
        return read_matrix(lines)


def _rounded(one: Estimate) -> Estimate:
    """Keep the digits that every machine gives alike."""
    names = ("estimate", "low", "high", "aic", "bic")
    rounded = {name: round(value, 1) for name in names if (value := getattr(one, name)) is not None}
    return replace(one, **rounded, weight=None if one.weight is None else round(one.weight, 4))


def _table(found: Estimation) -> Table:
    title = f"{found.observed:,} persons on {len(found.lists)} lists; how many there are in all"
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left")
    table.add_column("method", no_wrap=True)
    table.add_column("model", overflow="fold")
    for name in ("estimate", "from", "to", "weight"):
        table.add_column(name, no_wrap=True, justify="right")
    for one in found.estimates:
        figures = (_figure(one.estimate), _figure(one.low), _figure(one.high))
        weight = "" if one.weight is None else f"{one.weight:.2f}"
        cells = (_SAID[one.method], one.model or "", *figures, weight)
        table.add_row(*map(Text, cells), style="bold" if one.weight is None else None)
    return table


def _figure(value: float | None) -> str:
    return "open" if value is None else f"{value:,.0f}"
