"""What `run` and `rebuild` do of a record first: its pages made and kept."""

from __future__ import annotations

from functools import partial

from constancia.cli.attempt import Attempt
from constancia.cli.collecting import captures_from, count_files
from constancia.cli.issues import Issues, issues_path
from constancia.cli.progress import progress
from constancia.cli.record import open_archive, open_existing
from constancia.config import Settings
from constancia.flow.run import Run
from constancia.store import Store


def run_inputs(settings: Settings, attempt: Attempt, *, inputs: tuple[str, ...], follow: bool) -> None:
    """Take the inputs into the record."""
    with (
        Store(settings.db) as store,
        open_archive(settings) as archive,
        _issues(settings, attempt.issues_end) as issues,
    ):
        run = Run(store, archive, attempt.options, attempt.hands, attempt.tell)
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
        run = Run(store, archive, attempt.options, attempt.hands, attempt.tell)
        run.recover()
        with progress("pages", "made", partial(store.count, "snapshots")) as advance:
            for step in run.rebuild(goes_on=attempt.goes_on):
                for problem in step.problems:
                    issues.file(problem)
                advance(1)


def _issues(settings: Settings, issues_end: int) -> Issues:
    return Issues(issues_path(settings), issues_end)
