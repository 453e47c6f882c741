"""`constancia release NAME`: a record in; a frozen export, with what changed since the one before, out."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.codec import dumps
from constancia.config import Settings, archive_folder
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.release import policy_of
from constancia.flow.releasing import ReleasePlan, release
from constancia.publish.writers import WRITERS


@click.command("release")
@click.argument("name")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder of releases.  [default: releases]"
)
@click.option("--since", help="The release to compare with.  [default: the latest]")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="csv", show_default=True, help="Of tables.")
@click.option("--texts", is_flag=True, help="Add the table texts: what all offsets refer to.")
@setting_options("db", "policy")
def command(name: str, out: Path | None, since: str | None, form: str, texts: bool, **flags: Any) -> None:
    """Freeze the record as the release NAME, in a folder that is made whole or not at all and never written again.

    It holds the tables, among them the changes since the release before (added, changed, merged, withdrawn, each with
    its reason); resolves.csv, where ids that are gone lead; the sensitivity table; and release.json, with the versions
    of code, data and codebook, the policy, and the digest of every file. The folder of releases lies beside the record.
    The sensitivity table is printed, or written as JSON lines when piped.
    """
    settings = settings_from(flags)
    releases = out or _beside(settings)
    made_at = dt.datetime.now(dt.UTC).replace(microsecond=0)
    plan = ReleasePlan(name, releases, policy_of(settings.policy), form, made_at, since, texts)
    with open_existing(settings) as store:
        bring_up_to_date(store)
        manifest, rows = release(store, plan)
    against = f"{manifest.n_changes:,} changes since {manifest.previous}" if manifest.previous else "the first release"
    click.echo(f"{releases / name}: {against}", err=True)
    if sys.stdout.isatty():
        Console().print(_table(rows))
    else:
        click.echo("".join(f"{dumps(row)}\n" for row in rows), nl=False)


def _beside(settings: Settings) -> Path:
    beside = archive_folder(settings) if "://" in settings.db else Path(settings.db)
    return beside.with_name("releases")


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table("measure", "policy", title="How much the rule matters", box=SIMPLE_HEAD, title_justify="left")
    numbers = ("n_events", "n_disagree", "total_low", "total_high", "total_best")
    for name in numbers:
        table.add_column(name.replace("_", " "), justify="right", no_wrap=True)
    for row in rows:
        cells = ("" if row[name] is None else f"{row[name]:,}" for name in numbers)
        table.add_row(str(row["measure"]), str(row["policy"]), *cells)
    return table
