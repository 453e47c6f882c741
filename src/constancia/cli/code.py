"""`constancia code`: texts in, their reports and claims out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from constancia.cli.coders import CODER_SETTINGS, chosen_coder, time_limit_s
from constancia.cli.explained import explain_html_option, explain_option, explain_texts, is_drawn
from constancia.cli.line_stage import run_line_stage
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.coding import code_lines, code_lines_explained
from constancia.flow.explaining import explain_code
from constancia.flow.lines import LineOptions


@click.command("code")
@click.option("-i", "--input", "input_name", default="-", help="Texts as JSON lines; - is stdin.  [default: -]")
@click.option("-o", "--output", "output_name", default="-", help="Reports as JSON lines; - is stdout.  [default: -]")
@explain_option
@explain_html_option
@setting_options("jobs", "page_timeout_s", "gazetteer", *CODER_SETTINGS)
def command(input_name: str, output_name: str, explain: bool, page: Path | None, **flags: Any) -> int:
    """Turn texts into reports and claims, one report a line.

    Takes the same texts as `read`, and reads them itself. Toll claims that belong to no one event come as one line a
    text whose report_id is null.
    """
    settings = settings_from(flags)
    options = LineOptions("code", settings.jobs, time_limit_s(settings))
    with chosen_coder(settings) as coder:
        if page is not None or is_drawn(output_name, explain=explain):
            return explain_texts(partial(explain_code, choice=coder), input_name, options, page)
        stage = partial(code_lines_explained if explain else code_lines, choice=coder)
        return run_line_stage(stage, input_name, output_name, options)
