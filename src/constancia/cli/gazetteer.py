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
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--country", help="ISO 3166-1 alpha-2 code, for a table that names no country.")
def add(source: Path, out: Path, country: str | None) -> None:
    """Make the gazetteer file OUT of SOURCE: a GeoNames country file, an ubigeo table, or any CSV of places.

    Name OUT by --gazetteer, or `gazetteer` in constancia.toml, and the readers know its places.
    """
    if not source.is_file():
        raise UsageError(f"there is no file {source}")
    count = add_to_gazetteer(source, out, default_gazetteer(), country)
    click.echo(f"{out}: {count:,} places", err=True)
