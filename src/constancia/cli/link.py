"""`constancia link`: texts in, or a record, and its events out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from constancia.cli.issues import Issues
from constancia.cli.progress import Advance, progress
from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.streams import open_input, open_output
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.lines import LineOptions, Lines
from constancia.flow.linking import link_lines, stored_event_lines


@click.command("link")
@click.option("-i", "--input", "input_name", help="Texts as JSON lines; - is stdin. Without it, the record is linked.")
@click.option("-o", "--output", "output_name", default="-", help="Events as JSON lines; - is stdout.  [default: -]")
@setting_options("db", "jobs", "page_timeout_s", "gazetteer")
def command(input_name: str | None, output_name: str, **flags: Any) -> int:
    """Find which reports are of one event, and write one event a line with its reports and their claims.

    Takes whole articles, as `read` does, and reads and codes them itself; or, without -i, the record.
    """
    settings = settings_from(flags)
    if input_name is None:
        with open_existing(settings) as store, open_output(output_name) as target:
            bring_up_to_date(store)
            target.writelines(f"{line}\n" for line in stored_event_lines(store))
        return 0
    options = LineOptions("link", settings.jobs, settings.page_timeout_s)
    issues_path = None if output_name == "-" else Path(output_name).with_name("issues.jsonl")
    with (
        open_input(input_name) as source,
        open_output(output_name) as target,
        Issues(issues_path) as issues,
        progress("link", "texts") as advance,
    ):
        for line in link_lines(source, options, lambda lines: _watch(lines, issues, advance)):
            target.write(line + "\n")
        return issues.exit_code()


def _watch(lines: Lines, issues: Issues, advance: Advance) -> None:
    for problem in lines.problems:
        issues.file(problem)
    advance(lines.texts)
