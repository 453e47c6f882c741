"""`constancia run`: pages in, a record and its summary out."""

from __future__ import annotations

import importlib
from typing import Any

import click

from constancia.cli.coders import CODER_SETTINGS, chosen_coder
from constancia.cli.inputs import COLLECT_SETTINGS, input_options, options_from
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.page_tasks import page_crew


@click.command("run")
@input_options
@setting_options("db", "archive", "jobs", "shard", "page_timeout_s", "gazetteer", *COLLECT_SETTINGS, *CODER_SETTINGS)
def command(inputs: tuple[str, ...], follow: bool, **flags: Any) -> int:
    """Turn pages into a record: collect, extract, read, code, link and tally.

    An input is a file, a folder, a URL, a feed, a sitemap or a WARC archive; - reads a list of them from stdin. A run
    that was stopped goes on where it stood, and no page is worked on twice.
    """
    settings = settings_from(flags)
    with chosen_coder(settings) as coder:
        options = options_from(settings, coder)
        with page_crew(options) as crew:
            # Loaded only now, while the workers load what they need: neither half waits for the other.
            running = importlib.import_module("constancia.cli.running")
            code: int = running.run_inputs(inputs, settings, options, crew, follow=follow)
            return code
