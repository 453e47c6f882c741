"""`constancia tally`: a record in, its ledger of tolls out."""

from __future__ import annotations

import sys
from typing import Any

import click
from rich.console import Console

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.streams import open_output
from constancia.cli.summary import tolls_table
from constancia.codec import dumps
from constancia.flow.ledger import bring_up_to_date


@click.command("tally")
@click.option("-o", "--output", "output_name", default="-", help="Tolls as JSON lines; - is stdout.  [default: -]")
@setting_options("db")
def command(output_name: str, **flags: Any) -> None:
    """Show the ledger: all claims of one measure and scope side by side.

    A table on a terminal; JSON lines, one toll a line with the ids of its claims, when piped or written to a file.
    """
    with open_existing(settings_from(flags)) as store:
        bring_up_to_date(store)
        if output_name == "-" and sys.stdout.isatty():
            Console().print(tolls_table(tuple(store.tolls())))
            return
        with open_output(output_name) as target:
            target.writelines(f"{dumps(toll)}\n" for toll in store.tolls())
