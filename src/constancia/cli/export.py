"""`constancia export`: a record in, its tables as files out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.config import Settings, archive_folder
from constancia.errors import UsageError
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.release import StoredRecord, policy_of
from constancia.publish.codebooks import CODEBOOKS, export_codebook, policy_name
from constancia.publish.export import FORMATS, ExportOptions, export


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice([*FORMATS, *CODEBOOKS]), default="csv", show_default=True, help="File format."
)
@click.option("--texts", is_flag=True, help="Add the table texts: what all offsets refer to.")
@click.option("--restricted", is_flag=True, help="Add restricted_* tables with the rows that were masked, unmasked.")
@click.option("--all-statuses", is_flag=True, help="Add events that were planned, prevented, denied and so on.")
@setting_options("db", "archive", "policy")
def command(out: Path, form: str, texts: bool, restricted: bool, all_statuses: bool, **flags: Any) -> None:
    """Write the record as tables into the folder OUT, its events as GeoJSON into the file OUT, or as another codebook.

    The format of a codebook (acled, ccc, ucdp ...) writes that codebook's own columns into the folder OUT under its own
    rules, or under --policy where one is given, and lossiness.md, which tells what the columns could not hold.

    Private people's names are blacked out in every table but the restricted ones. An older export at OUT is replaced
    when the new one is whole.
    """
    has_own_policy = form in CODEBOOKS and flags["policy"] is None
    settings = settings_from(flags)
    policy = policy_of(policy_name(form) if has_own_policy else settings.policy)
    if form in CODEBOOKS and (texts or restricted or all_statuses):
        raise UsageError(f"--texts, --restricted and --all-statuses are for tables: {form} has its own columns")
    _refuse_within_archive(out, settings)
    with open_existing(settings) as store:
        bring_up_to_date(store)
        record = StoredRecord(store, policy)
        if form in CODEBOOKS:
            counts = export_codebook(record, out, form, policy)
        else:
            counts = export(record, out, form, ExportOptions(policy, texts, restricted, all_statuses))
    listed = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    click.echo(f"{out}: {listed or 'nothing'}", err=True)


def _refuse_within_archive(out: Path, settings: Settings) -> None:
    """Keep tables out of the folder that holds the pages as they were received.

    Raises UsageError.
    """
    if "://" in settings.db and not settings.archive:
        return
    archive = archive_folder(settings).resolve()
    if out.resolve().is_relative_to(archive):
        raise UsageError(f"{out} lies in the record's archive of pages, {archive.name}/: choose another folder")
