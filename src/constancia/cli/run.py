"""`constancia run`: pages in, a record and its summary out."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console

from constancia.cli.coders import CODER_SETTINGS, chosen_coder
from constancia.cli.collecting import COLLECT_SETTINGS, captures_from, count_files, input_options, options_from
from constancia.cli.progress import progress
from constancia.cli.record import open_archive, open_issues
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.summary import print_summary
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.pages import VERSION
from constancia.flow.run import Run
from constancia.flow.summary import summarize
from constancia.store import Store


@click.command("run")
@input_options
@setting_options("db", "archive", "jobs", "shard", "page_timeout_s", "gazetteer", *COLLECT_SETTINGS, *CODER_SETTINGS)
def command(inputs: tuple[str, ...], follow: bool, **flags: Any) -> int:
    """Turn pages into a record: collect, extract, read, code, link and tally.

    An input is a file, a folder, a URL, a feed, a sitemap or a WARC archive; - reads a list of them from stdin. A run
    that was stopped goes on where it stood, and no page is worked on twice.
    """
    settings = settings_from(flags)
    with (
        chosen_coder(settings) as coder,
        Store(settings.db) as store,
        open_archive(settings) as archive,
        open_issues(settings) as issues,
    ):
        run = Run(store, archive, options_from(settings, coder))
        run.recover()
        with progress("pages", "done", count_files(inputs)) as advance:
            for step in run.pages(captures_from(inputs, settings, follow=follow, archive=archive)):
                for problem in step.problems:
                    issues.file(problem)
                advance(1)
        with progress("linking", ""):
            for problem in bring_up_to_date(store):
                issues.file(problem)
        print_summary(summarize(store), Console(stderr=True))
        _tell_of_older_pages(store)
        return issues.exit_code()


def _tell_of_older_pages(store: Store) -> None:
    older = sum(count for version, count in store.versions().items() if version != VERSION)
    if older:
        click.echo(f"{older:,} pages were made by another version: `constancia rebuild` makes them anew", err=True)
