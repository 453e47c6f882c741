"""`constancia toll`: a record in; its tolls drawn, on a terminal or as a picture with its sources, out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.codec import dumps
from constancia.errors import UsageError
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.release import StoredRecord, policy_of, public_tables
from constancia.publish import toll_picture, toll_terminal
from constancia.publish.png import png_of
from constancia.publish.toll_series import TollChoice, TollSeries, toll_series
from constancia.vocabulary import Measure

_MEASURES = [measure.value for measure in Measure]
_ROWS_A_PICTURE = 20


@click.command("toll")
@click.option("--measure", type=click.Choice(_MEASURES), help="Only tolls of this measure.")
@click.option("--place", help="Only tolls of this place, by its name in the record.")
@click.option("--since", help="Only tolls since this year, month or day.")
@click.option("--svg", type=click.Path(path_type=Path), help="Write the drawing to this SVG file.")
@click.option(
    "--png", type=click.Path(path_type=Path), help="Write the drawing to this PNG file (needs constancia[png])."
)
@click.option("--title", default="Tolls, claim by claim", show_default=True, help="Title inside the picture.")
@setting_options("db")
def command(measure: str | None, place: str | None, since: str | None, **flags: Any) -> None:
    """Draw the ledger's tolls: each claim as a bar from low to high, by as-of date and speaker.

    Pictures hold their title, their sources and the hash of every stored page. Without --svg or --png the drawing goes
    to the terminal; into a pipe, each toll is a JSON line with its claims and their sources.
    """
    pictures = {kind: path for kind in ("svg", "png") if (path := flags.pop(kind)) is not None}
    title = flags.pop("title")
    settings = settings_from(flags)
    with open_existing(settings) as store:
        bring_up_to_date(store)
        tables = public_tables(StoredRecord(store, policy_of(settings.policy)))
    series = toll_series(tables, TollChoice(measure, place, since))
    if not series:
        raise UsageError("the ledger has no such toll: `constancia tally` shows all of them")
    if pictures:
        _write(series, title, pictures)
    elif sys.stdout.isatty():
        console = Console()
        for one in series:
            console.print(*toll_terminal.draw(one), sep="\n")
    else:
        click.echo("\n".join(map(dumps, series)))


def _write(series: list[TollSeries], title: str, pictures: dict[str, Path]) -> None:
    if len(series) > _ROWS_A_PICTURE:
        raise UsageError(
            f"{len(series)} tolls are too many for one picture (at most {_ROWS_A_PICTURE}): "
            "choose with --measure, --place or --since"
        )
    svg = toll_picture.draw(series, title)
    drawn = {kind: png_of(svg) if kind == "png" else svg.encode() for kind in pictures}
    for kind, path in pictures.items():
        path.write_bytes(drawn[kind])
