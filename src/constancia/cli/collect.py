"""`constancia collect`: pages in, snapshots in the archive and the record out."""

from __future__ import annotations

from typing import Any

import click

from constancia.cli.collecting import captures_from
from constancia.cli.inputs import COLLECT_SETTINGS, input_options, options_from
from constancia.cli.progress import progress
from constancia.cli.record import open_archive, open_issues
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.run import Run
from constancia.store import Store


@click.command("collect")
@input_options
@setting_options("db", "archive", "shard", *COLLECT_SETTINGS)
def command(inputs: tuple[str, ...], follow: bool, **flags: Any) -> int:
    """Store pages as snapshots, and no more; a later `run`, with no input, makes the record of them."""
    settings = settings_from(flags)
    with Store(settings.db) as store, open_archive(settings) as archive, open_issues(settings) as issues:
        run = Run(store, archive, options_from(settings))
        run.recover()
        with progress("pages", "stored") as advance:
            for step in run.collect(captures_from(inputs, settings, follow=follow, archive=archive)):
                for problem in step.problems:
                    issues.file(problem)
                advance(1)
        click.echo(f"{store.count('snapshots'):,} snapshots, {store.count_pending():,} not worked on yet", err=True)
        return issues.exit_code()
