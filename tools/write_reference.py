"""Write docs/reference from the code: tables.md, record.schema.json, cli.md, settings.md.

python tools/write_reference.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from constancia.cli.main import cli
from constancia.config import Settings, describe
from constancia.publish.schema import record_schema
from constancia.publish.tables import TABLES

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
_GENERATED = "<!-- Written by tools/write_reference.py from the code; do not edit. -->"


def pages() -> dict[str, str]:
    """Give every generated page by its file name."""
    return {
        "tables.md": tables_page(),
        "record.schema.json": json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n",
        "cli.md": cli_page(),
        "settings.md": settings_page(),
    }


def tables_page() -> str:
    parts = ["# Tables of an export", _GENERATED, _TABLES_INTRO]
    for spec in TABLES:
        rows = [f"| {column.name} | {column.kind} | {column.doc} |" for column in spec.columns]
        parts += [f"## {spec.name}", spec.doc, "\n".join(["| column | holds | meaning |", "|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


_TABLES_INTRO = """\
`constancia export --format csv|parquet|jsonl OUT` writes one file a table. A value that is not known is null (in CSV an
empty field), never "", 0 or -1. `json` columns hold lists and objects; in CSV and Parquet they are JSON text. Offsets
count Unicode code points from 0, end exclusive, in the page's text (table `texts`). Names of private people are blacked
out (█) with their length kept; `--restricted` adds, in tables named `restricted_*`, the rows that this changed,
unmasked.
`record.schema.json` beside this page describes each row for programs."""


def settings_page() -> str:
    default = Settings()
    rows = [
        f"| {name} | CONSTANCIA_{name.upper()} | {getattr(default, name) or ''} | {doc} |"
        for name, doc in describe().items()
    ]
    head = ["| setting | environment | default | meaning |", "|---|---|---|---|"]
    intro = (
        "From the strongest to the weakest: flag (`--name-with-dashes`), environment, TOML file (`--config FILE`,\n"
        "else `./constancia.toml`), default. `constancia config show` prints each value and where it came from."
    )
    return "\n\n".join(["# Settings", _GENERATED, intro, "\n".join([*head, *rows])]) + "\n"


def cli_page() -> str:
    parts = ["# Command line", _GENERATED]
    parts += [f"## {title}\n\n```text\n{text}\n```" for title, text in _helps(cli, "constancia", None)]
    return "\n\n".join(parts) + "\n"


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=100, help_option_names=["-h", "--help"]
    )
    title = context.command_path
    yield title, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from _helps(found, child, context)


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
