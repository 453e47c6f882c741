"""`constancia explain`: an event in; why each of its reports is held to be of it, out."""

from __future__ import annotations

import sys
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from constancia.cli.record import open_existing
from constancia.cli.settings import setting_options, settings_from
from constancia.cli.streams import open_output
from constancia.cli.summary import day_of, place_of
from constancia.codec import dumps
from constancia.flow.counts import kind_of
from constancia.flow.event_links import EventLinks, LinkedReport, links_of_event
from constancia.flow.ledger import bring_up_to_date


@click.command("explain")
@click.argument("name", metavar="EVENT")
@click.option("-o", "--output", "output_name", default="-", help="Links as JSON lines; - is stdout.  [default: -]")
@setting_options("db")
def command(name: str, output_name: str, **flags: Any) -> None:
    """Show why reports are held to be of one event: each link with its score and the parts of it.

    EVENT is the id of an event or of a report, or the first letters of one. Text on a terminal; JSON lines, one link a
    line, when piped or written to a file. Parts are log-odds: above 0 they speak for one event, below against it.
    """
    with open_existing(settings_from(flags)) as store:
        bring_up_to_date(store)
        found = links_of_event(store, name)
    if output_name == "-" and sys.stdout.isatty():
        _show(found, Console())
        return
    with open_output(output_name) as target:
        target.writelines(f"{dumps(told.link)}\n" for told in found.reports)


def _show(found: EventLinks, console: Console) -> None:
    event = found.event
    head = [event.event_id, kind_of(event), str(event.status), day_of(event), place_of(event)]
    console.print(Text("  ".join(part for part in head if part), style="bold"))
    if event.parent_id is not None:
        console.print(f"a part of {event.parent_id}")
    for told in found.reports:
        console.print(_link(told))


def _link(told: LinkedReport) -> Table:
    """Draw one report with its page and words, and the parts of its link, those that weigh most first."""
    rows = Table.grid(padding=(0, 2))
    rows.add_row("")
    rows.add_row(told.link.report_id, Text(" ".join(told.report.quote.split())))
    rows.add_row("", Text(told.page.title or told.page.url or told.page.page_id, style="dim"))
    parts = sorted(told.link.parts, key=lambda part: (-abs(part[1]), part[0]))
    said = ", ".join(f"{name.replace('_', ' ')} {value:+.2g}" for name, value in parts)
    rows.add_row(f"score {told.link.score:.2f}", f"{said or 'alone'} ({told.link.by})")
    return rows
