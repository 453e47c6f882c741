"""`constancia rebuild`: a record in, the same record made anew from its snapshots and judgements out."""

from __future__ import annotations

import importlib
from typing import Any

import click

from constancia.cli.coders import CODER_SETTINGS, chosen_coder
from constancia.cli.inputs import options_from
from constancia.cli.settings import setting_options, settings_from
from constancia.flow.page_tasks import page_crew


@click.command("rebuild")
@setting_options("db", "archive", "jobs", "page_timeout_s", "gazetteer", *CODER_SETTINGS)
def command(**flags: Any) -> int:
    """Make everything but snapshots and judgements anew: pages, reports, claims, events, tolls.

    The same program gives the same record to the byte. A rebuild that was stopped is finished by `run`.
    """
    settings = settings_from(flags)
    with chosen_coder(settings) as coder:
        options = options_from(settings, coder)
        with page_crew(options) as crew:
            running = importlib.import_module("constancia.cli.running")  # while the workers load what they need
            code: int = running.rebuild_record(settings, options, crew)
            return code
