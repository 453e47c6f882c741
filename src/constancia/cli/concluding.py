"""What `run` and `rebuild` do of a record last: it is linked and summed up."""

from __future__ import annotations

import click
from rich.console import Console

from constancia.cli.issues import Issues, issues_path
from constancia.cli.progress import progress
from constancia.cli.summary import print_summary
from constancia.config import Settings
from constancia.flow.intake import Intake
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.page_tasks import VERSION
from constancia.flow.summary import summarize
from constancia.store import Store


def conclude(settings: Settings, issues_end: int, intake: Intake | None = None) -> int:
    """Link the record, sum it up, and give the exit code; the issues behind `issues_end` are those of its pages.

    An `intake` holds what was taken in of the record while its pages were made.
    """
    with Store(settings.db) as store, Issues(issues_path(settings), issues_end) as issues:
        with progress("linking", ""):
            for problem in bring_up_to_date(store, settings.jobs, intake):
                issues.file(problem)
        print_summary(summarize(store), Console(stderr=True))
        _tell_of_older_pages(store)
        return issues.exit_code()


def _tell_of_older_pages(store: Store) -> None:
    if older := store.count_made_by_others(VERSION):
        click.echo(f"{older:,} pages were made by another version: `constancia rebuild` makes them anew", err=True)
