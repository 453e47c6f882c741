"""`constancia score GOLD CODED`: two files of coded lines in, how much of the gold was found out."""

from __future__ import annotations

import sys
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from constancia.cli.streams import open_input
from constancia.codec import dumps
from constancia.publish.compare import Found, score_lines


@click.command("score")
@click.argument("gold")
@click.argument("coded", default="-")
def command(gold: str, coded: str) -> int:
    """Score coded texts against GOLD: how many reports and claims were found, and what the found ones agree on.

    Both are JSON lines as `constancia code` writes them, GOLD put right by a person; - is stdin. Texts that GOLD does
    not name do not count. A report is found where one of its type has its trigger in the same words, a claim where one
    of its measure and bounds stands there. A table on a terminal, JSON lines when piped.
    """
    with open_input(gold) as wanted, open_input(coded) as made:
        results = score_lines(wanted, made)
    if sys.stdout.isatty():
        for found in results:
            Console().print(_table(found))
    else:
        for found in results:
            click.echo(dumps(_object(found)))
    return 0


def _object(found: Found) -> dict[str, Any]:
    counts = {"what": found.what, "gold": found.n_gold, "coded": found.n_coded, "found": found.n_matched}
    shares = {name: _rounded(getattr(found, name)) for name in ("precision", "recall", "f")}
    return {**counts, **shares, "agree": dict(found.agreeing)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _table(found: Found) -> Table:
    shares = " ".join(f"{name} {_shown(getattr(found, name))}" for name in ("precision", "recall", "f"))
    title = f"{found.what}: {found.n_matched:,} of {found.n_gold:,} found, {found.n_coded:,} coded; {shares}"
    table = Table("of those found", "agree", "share", title=title, box=SIMPLE_HEAD, title_justify="left")
    for name, count in found.agreeing:
        table.add_row(name, f"{count:,}", _shown(count / found.n_matched if found.n_matched else None))
    return table


def _shown(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
