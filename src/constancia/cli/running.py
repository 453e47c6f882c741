"""What `run` and `rebuild` do of a record: its pages made and kept; then it is linked and summed up."""

from __future__ import annotations

from functools import partial

import click
from rich.console import Console

from constancia.cli.collecting import captures_from, count_files
from constancia.cli.hands import Attempt
from constancia.cli.issues import Issues, issues_path
from constancia.cli.progress import progress
from constancia.cli.record import open_archive, open_existing
from constancia.cli.summary import print_summary
from constancia.config import Settings
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.page_tasks import VERSION
from constancia.flow.run import Run
from constancia.flow.summary import summarize
from constancia.store import Store


def run_inputs(settings: Settings, attempt: Attempt, *, inputs: tuple[str, ...], follow: bool) -> None:
    """Take the inputs into the record."""
    with (
        Store(settings.db) as store,
        open_archive(settings) as archive,
        _issues(settings, attempt.issues_end) as issues,
    ):
        run = Run(store, archive, attempt.options, attempt.hands)
        run.recover()
        with progress("pages", "done", partial(count_files, inputs)) as advance:
            for step in run.pages(captures_from(inputs, settings, follow=follow, archive=archive)):
                for problem in step.problems:
                    issues.file(problem)
                advance(1)


def rebuild_record(settings: Settings, attempt: Attempt) -> None:
    """Make all but snapshots and judgements anew."""
    with (
        open_existing(settings) as store,
        open_archive(settings) as archive,
        _issues(settings, attempt.issues_end) as issues,
    ):
        run = Run(store, archive, attempt.options, attempt.hands)
        run.recover()
        with progress("pages", "made", partial(store.count, "snapshots")) as advance:
            for step in run.rebuild(goes_on=attempt.goes_on):
                for problem in step.problems:
                    issues.file(problem)
                advance(1)


def conclude(settings: Settings, issues_end: int) -> int:
    """Link the record, sum it up, and give the exit code; the issues behind `issues_end` are those of its pages."""
    with Store(settings.db) as store, _issues(settings, issues_end) as issues:
        with progress("linking", ""):
            for problem in bring_up_to_date(store, settings.jobs):
                issues.file(problem)
        print_summary(summarize(store), Console(stderr=True))
        _tell_of_older_pages(store)
        return issues.exit_code()


def _issues(settings: Settings, issues_end: int) -> Issues:
    return Issues(issues_path(settings), issues_end)


def _tell_of_older_pages(store: Store) -> None:
    if older := store.count_made_by_others(VERSION):
        click.echo(f"{older:,} pages were made by another version: `constancia rebuild` makes them anew", err=True)
