"""`constancia gazetteer add`: a table of places in, a gazetteer file that the readers can take out."""

from __future__ import annotations

from pathlib import Path

import click

from constancia.errors import UsageError
from constancia.words.gazetteer import add_to_gazetteer, default_gazetteer


@click.group("gazetteer")
def command() -> None:
    """Add place names to those that the program ships with."""


@command.command("add")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path), required=False)
@click.option("--country", help="ISO 3166-1 alpha-2 code, for a table that names no country.")
def add(source: Path, out: Path | None, country: str | None) -> None:
    """Make the gazetteer file OUT of SOURCE: a GeoNames country file, an ubigeo table, or any CSV of places.

    Without OUT it lies beside SOURCE and ends in .gaz. Name it by --gazetteer, or `gazetteer` in constancia.toml, and
    the readers know its places.
    """
    out = out or source.with_suffix(".gaz")
    if not source.is_file():
        raise UsageError(f"there is no file {source}")
    count = add_to_gazetteer(source, out, default_gazetteer(), country)
    click.echo(f"{out}: {count:,} places; name it by --gazetteer {out}", err=True)
