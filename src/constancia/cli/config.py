"""`constancia config show`: every setting with its value and where that came from out."""

from __future__ import annotations

import sys
from dataclasses import fields
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from constancia.cli.settings import loaded_from, setting_options
from constancia.codec import dumps
from constancia.config import Settings, describe

_NAMES = tuple(entry.name for entry in fields(Settings))


@click.group("config")
def command() -> None:
    """Show the settings: flag, then environment (CONSTANCIA_*), then TOML file, then default."""


@command.command("show")
@setting_options(*_NAMES)
def show(**flags: Any) -> None:
    """Show every setting, its value and where it came from: a table on a terminal, JSON lines when piped."""
    loaded = loaded_from(flags)
    rows = [(name, getattr(loaded.settings, name), loaded.origins[name]) for name in _NAMES]
    if not sys.stdout.isatty():
        for name, value, origin in rows:
            click.echo(dumps({"setting": name, "value": value, "origin": origin}))
        return
    table = Table("setting", "value", "origin", "meaning", box=SIMPLE_HEAD)
    for name, value, origin in rows:
        table.add_row(*map(Text, (name, "" if value is None else str(value), origin, describe()[name])))
    Console().print(table)
