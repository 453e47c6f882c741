"""`constancia import acled FILE.csv`: a codebook's file in; its events as the events table has them out."""

from __future__ import annotations

from pathlib import Path

import click

from constancia.cli.issues import Issues
from constancia.cli.streams import open_output
from constancia.codec import dumps
from constancia.model import Problem
from constancia.publish.compare.acled_file import read_acled


@click.group("import")
def command() -> None:
    """Read another codebook's file as an event file, to compare it with `constancia compare`.

    Nothing of it enters a record: what is imported has no sentence behind it.
    """


@command.command("acled")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--output", "output_name", default="-", help="Events as JSON lines; - is stdout.  [default: -]")
def acled(file: Path, output_name: str) -> int:
    """Read a CSV in ACLED's columns; rows that cannot be used become issues, and of a repeated id the first row counts.

    The output takes its name only when all is read. A file that lacks columns is refused whole.
    """
    issues_path = None if output_name == "-" else Path(output_name).with_name("issues.jsonl")
    with Issues(issues_path) as issues, open_output(output_name) as target:
        for row in read_acled(file):
            if isinstance(row, Problem):
                issues.file(row)
            else:
                target.write(dumps(row) + "\n")
        return issues.exit_code()
