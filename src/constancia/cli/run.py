"""`constancia run`: pages in, a record and its summary out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from constancia.cli.coders import CODER_SETTINGS
from constancia.cli.hands import Job
from constancia.cli.inputs import COLLECT_SETTINGS, input_options
from constancia.cli.settings import setting_options, settings_from


@click.command("run")
@input_options
@setting_options("db", "archive", "jobs", "shard", "page_timeout_s", "gazetteer", *COLLECT_SETTINGS, *CODER_SETTINGS)
def command(inputs: tuple[str, ...], follow: bool, **flags: Any) -> int:
    """Turn pages into a record: collect, extract, read, code, link and tally.

    An input is a file, a folder, a URL, a feed, a sitemap or a WARC archive; - reads a list of them from stdin. A run
    that was stopped goes on where it stood, and no page is worked on twice.
    """
    settings = settings_from(flags)
    is_here = all(Path(name).exists() for name in inputs)
    told = {"inputs": inputs, "follow": follow}
    return Job("run_inputs", settings, told, can_repeat=is_here and not follow).do()
