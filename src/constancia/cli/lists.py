"""Names of lists of victims on the command line in; the lists, read, out."""

from __future__ import annotations

import re
from pathlib import Path

from constancia.cli.streams import open_input
from constancia.estimate import Person, check_lists, read_list

# R would rename columns that hold anything else.
_NO_LETTER = re.compile(r"\W+")


def named_lists(arguments: tuple[str, ...]) -> list[tuple[str, tuple[Person, ...]]]:
    """Read each LIST: FILE.csv or the folder of a restricted export, called by its stem or as NAME=FILE says."""
    named = [_named(argument) for argument in arguments]
    check_lists([name for name, _ in named])
    return [(name, _read(name, where)) for name, where in named]


def _named(argument: str) -> tuple[str, str]:
    name, equals, where = argument.partition("=")
    if not equals or not name or Path(argument).exists():
        name, where = Path(argument).stem, argument
    return _NO_LETTER.sub("_", name), where


def _read(name: str, where: str) -> tuple[Person, ...]:
    if Path(where).is_dir():
        from constancia.flow.victims import read_victims  # noqa: PLC0415 - Parquet is slow to load, and seldom asked for

        return read_victims(name, Path(where))
    with open_input(where) as lines:
        return read_list(name, lines)
