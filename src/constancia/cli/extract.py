"""`constancia extract`: pages in, their passages as texts out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from constancia.cli.collecting import captures_from
from constancia.cli.inputs import COLLECT_SETTINGS, input_options
from constancia.cli.issues import Issues
from constancia.cli.progress import progress
from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.streams import open_output
from constancia.flow.extraction import extract_captures, stored_texts


@click.command("extract")
@input_options
@click.option("-o", "--output", "output_name", default="-", help="Texts as JSON lines; - is stdout.  [default: -]")
@setting_options("db", "jobs", "page_timeout_s", *COLLECT_SETTINGS)
def command(inputs: tuple[str, ...], follow: bool, output_name: str, **flags: Any) -> int:
    """Give the passages of pages as texts, one a line, for `read`, `code` and `link`.

    With inputs (as `run` takes them) nothing is stored; without, the passages are those of the record.
    """
    settings = settings_from(flags)
    issues_path = None if output_name == "-" else Path(output_name).with_name("issues.jsonl")
    with open_output(output_name) as target, Issues(issues_path) as issues, progress("extract", "pages") as advance:
        if not inputs:
            with open_existing(settings) as store:
                target.writelines(f"{line}\n" for line in stored_texts(store))
            return 0
        captures = captures_from(inputs, settings, follow=follow)
        for lines, problems in extract_captures(captures, settings.jobs, settings.page_timeout_s):
            target.writelines(f"{line}\n" for line in lines)
            for problem in problems:
                issues.file(problem)
            advance(1)
        return issues.exit_code()
