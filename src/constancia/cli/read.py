"""`constancia read`: texts in, their mentions out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from constancia.cli.explained import explain_html_option, explain_option, explain_texts, is_drawn
from constancia.cli.line_stage import run_line_stage
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.explaining import explain_read
from constancia.flow.lines import LineOptions
from constancia.flow.reading import read_lines, read_lines_explained


@click.command("read")
@click.option("-i", "--input", "input_name", default="-", help="Texts as JSON lines; - is stdin.  [default: -]")
@click.option("-o", "--output", "output_name", default="-", help="Mentions as JSON lines; - is stdout.  [default: -]")
@explain_option
@explain_html_option
@setting_options("jobs", "page_timeout_s", "gazetteer")
def command(input_name: str, output_name: str, explain: bool, page: Path | None, **flags: Any) -> int:
    """Find dates, quantities, places, actors and speakers in texts.

    A text is one JSON object a line: {"id", "text"} and, where known, "language", "published", "place", "url",
    "publisher". A line that cannot be used becomes an issue, and the others go on.
    """
    settings = settings_from(flags)
    options = LineOptions("read", settings.jobs, settings.page_timeout_s)
    if page is not None or is_drawn(output_name, explain=explain):
        return explain_texts(explain_read, input_name, options, page)
    return run_line_stage(read_lines_explained if explain else read_lines, input_name, output_name, options)
