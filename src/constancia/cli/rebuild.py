"""`constancia rebuild`: a record in, the same record made anew from its snapshots and judgements out."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console

from constancia.cli.coders import CODER_SETTINGS, chosen_coder, time_limit_s
from constancia.cli.progress import progress
from constancia.cli.record import open_archive, open_existing, open_issues
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.summary import print_summary
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.run import Run, RunOptions
from constancia.flow.summary import summarize


@click.command("rebuild")
@setting_options("db", "archive", "jobs", "page_timeout_s", "gazetteer", *CODER_SETTINGS)
def command(**flags: Any) -> int:
    """Make everything but snapshots and judgements anew: pages, reports, claims, events, tolls.

    The same program gives the same record to the byte. A rebuild that was stopped is finished by `run`.
    """
    settings = settings_from(flags)
    with (
        open_existing(settings) as store,
        chosen_coder(settings) as coder,
        open_archive(settings) as archive,
        open_issues(settings) as issues,
    ):
        run = Run(store, archive, RunOptions(settings.jobs, time_limit_s(settings), coder=coder))
        run.recover()
        with progress("pages", "made", store.count("snapshots")) as advance:
            for step in run.rebuild():
                for problem in step.problems:
                    issues.file(problem)
                advance(1)
        for problem in bring_up_to_date(store):
            issues.file(problem)
        print_summary(summarize(store), Console(stderr=True))
        return issues.exit_code()
