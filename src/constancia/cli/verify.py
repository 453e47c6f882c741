"""`constancia verify`: a record and an export of it in, everything that is not as it was out."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from constancia.cli.settings import setting_options, settings_from
from constancia.codec import dumps
from constancia.config import Settings, archive_folder
from constancia.errors import UsageError
from constancia.flow.verifying import verify_record
from constancia.store import Store

FAILED = 1


@click.command("verify")
@click.argument("export", type=click.Path(path_type=Path), required=False)
@setting_options("db", "archive")
def command(export: Path | None, **flags: Any) -> int:
    """Hash every stored page and the chain over them anew; with EXPORT, seek every value of it in the stored pages.

    The words are sought in the visible text of the stored bytes, not in what extraction made of them. Each thing that
    is not as it was is named with its file and value, and the exit code is 1.
    """
    settings = settings_from(flags)
    archive = archive_folder(settings)
    if not archive.is_dir():
        raise UsageError(f"there is no archive {archive}: name the record by --db, or its archive by --archive")
    counts: Counter[str] = Counter()
    failures = 0
    with _record(settings) as store:
        for finding in verify_record(archive, export, store, counts):
            failures += 1
            click.echo(str(finding) if sys.stdout.isatty() else dumps(finding))
    checked = ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items()))
    verdict = f"NOT as it was: {failures:,} findings" if failures else "as it was"
    click.echo(f"{verdict} (checked: {checked or 'nothing'})", err=True)
    return FAILED if failures else 0


def _record(settings: Settings) -> contextlib.AbstractContextManager[Store | None]:
    """Open the record if there is one: an archive can be checked without."""
    if "://" in settings.db or Path(settings.db).exists():
        return Store(settings.db)
    return contextlib.nullcontext()
