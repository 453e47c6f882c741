"""`constancia report`: a record in, one page that shows it with its evidence, and opens offline, out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.streams import open_output
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.release import StoredRecord, policy_of, public_tables
from constancia.publish.report import render


@click.command("report")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--title", default="Record", show_default=True, help="Title of the page.")
@setting_options("db", "policy")
def command(out: Path, title: str, **flags: Any) -> None:
    """Write the page OUT: events by date, tolls as bars from low to high, and behind every figure its sentence.

    Private people's names are blacked out, as in an export.
    """
    settings = settings_from(flags)
    policy = policy_of(settings.policy)
    with open_existing(settings) as store:
        bring_up_to_date(store)
        tables = public_tables(StoredRecord(store, policy))
    page = render(tables, title=title, made_at=dt.datetime.now(dt.UTC).replace(microsecond=0), policy=policy)
    with open_output(str(out)) as file:
        file.write(page)
