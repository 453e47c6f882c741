"""`constancia code`: texts in, their reports and claims out."""

from __future__ import annotations

from typing import Any

import click

from constancia.cli.line_stage import run_line_stage
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.coding import code_lines, code_lines_explained
from constancia.flow.lines import LineOptions


@click.command("code")
@click.option("-i", "--input", "input_name", default="-", help="Texts as JSON lines; - is stdin.  [default: -]")
@click.option("-o", "--output", "output_name", default="-", help="Reports as JSON lines; - is stdout.  [default: -]")
@click.option("--explain", is_flag=True, help="Add to each report the rules behind it (why).")
@setting_options("jobs", "page_timeout_s", "gazetteer")
def command(input_name: str, output_name: str, explain: bool, **flags: Any) -> int:
    """Turn texts into reports and claims, one report a line.

    Takes the same texts as `read`, and reads them itself. Toll claims that belong to no one event come as one line a
    text whose report_id is null.
    """
    settings = settings_from(flags)
    options = LineOptions("code", settings.jobs, settings.page_timeout_s)
    return run_line_stage(code_lines_explained if explain else code_lines, input_name, output_name, options)
