"""`constancia judge`: a person's decision in, a judgement added to the record out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.codec import dumps
from constancia.flow.judging import Decision, judge
from constancia.vocabulary import Verdict


@click.command("judge")
@click.argument("verdict", type=click.Choice([verdict.value for verdict in Verdict]))
@click.argument("subjects", nargs=-1, required=True, metavar="ID...")
@click.option("--by", required=True, help="Pseudonym of who decides; it never leaves the project.")
@click.option("--field", help="The field that is corrected.")
@click.option("--value", help="Its right value.")
@click.option("--note", help="Why.")
@setting_options("db")
def command(
    verdict: str,
    subjects: tuple[str, ...],
    by: str,
    field: str | None,
    value: str | None,
    note: str | None,
    **flags: Any,
) -> None:
    """Add a decision about reports, claims or events: accept, reject, correct, same, different or unsure.

    `same` and `different` take two ids or more. Decisions are only ever added; a later one on the same matter
    counts. They keep the words they are about, and hold after a rebuild.
    """
    decision = Decision(subjects, Verdict(verdict), by, field, value, note)
    with open_existing(settings_from(flags)) as store:
        judgement = judge(store, decision, dt.datetime.now(dt.UTC).replace(microsecond=0))
    click.echo(dumps(judgement))
