"""`constancia matrix`: lists of named victims in, the capture matrix out."""

from __future__ import annotations

from pathlib import Path

import click

from constancia.cli.lists import named_lists
from constancia.cli.streams import open_output
from constancia.codec import dumps
from constancia.estimate import LinkedLists, link_persons, matrix_lines


@click.command("matrix")
@click.argument("lists", nargs=-1, required=True, metavar="LIST...")
@click.option("-o", "--output", "output_name", default="-", help="The matrix as CSV; - is stdout.  [default: -]")
@click.option("--links", type=click.Path(path_type=Path), help="Every pair found alike, with its score, as JSON lines.")
@click.option("--restricted", is_flag=True, help="Add names, dates, places, ages and rows: restricted data.")
def command(lists: tuple[str, ...], output_name: str, links: Path | None, restricted: bool) -> None:
    """Link lists of named victims by person, and write who stands on which list.

    A LIST is a CSV file with a column of names, and if there are any of dates, places and ages; or the folder of an
    export made with --restricted. NAME=LIST names it, else its file does. A row of the matrix is one person, under an
    id made of what the lists say: a column in_NAME of 0 or 1 for each list, as LCMCR, dga and verdata read them, and
    flags for what a person should look at.
    """
    linked = link_persons(named_lists(lists))
    with open_output(output_name) as target:
        target.writelines(matrix_lines(linked, is_restricted=restricted))
    if links is not None:
        with open_output(str(links)) as target:
            target.writelines(f"{dumps(link)}\n" for link in linked.links)
    click.echo(f"constancia: {_counted(linked)}", err=True)


def _counted(linked: LinkedLists) -> str:
    rows = sum(len(one.rows) for one in linked.individuals)
    shared = sum(len(one.rows) > 1 for one in linked.individuals)
    flagged = sum(bool(one.flags) for one in linked.individuals)
    return (
        f"{rows:,} rows of {len(linked.lists)} lists, {len(linked.individuals):,} persons, "
        f"{shared:,} on more than one list, {flagged:,} flagged"
    )
