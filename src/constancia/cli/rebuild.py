"""`constancia rebuild`: a record in, the same record made anew from its snapshots and judgements out."""

from __future__ import annotations

from typing import Any

import click

from constancia.cli.coders import CODER_SETTINGS
from constancia.cli.hands import Job
from constancia.cli.settings import setting_options, settings_from


@click.command("rebuild")
@setting_options("db", "archive", "jobs", "page_timeout_s", "gazetteer", *CODER_SETTINGS)
def command(**flags: Any) -> int:
    """Make everything but snapshots and judgements anew: pages, reports, claims, events, tolls.

    The same program gives the same record to the byte. A rebuild that was stopped is finished by `run`.
    """
    return Job("rebuild_record", settings_from(flags)).do()
