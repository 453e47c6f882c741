"""`constancia lexicon check`: lexicon files in, what breaks their rules out."""

from __future__ import annotations

from pathlib import Path

import click

from constancia.errors import LexiconError
from constancia.read.lexicon_rules import rule_faults
from constancia.words import LEXICONS, check_lexicon

_READ = frozenset({"en", "es"})


@click.group("lexicon")
def command() -> None:
    """Check lexicon files: the words and rules that a linguist may extend."""


@command.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> None:
    """Check TOML lexicons: the files named, or all that the program ships with."""
    paths = sorted(files or LEXICONS.glob("*/*.toml"))
    faults = [f"{path}: {fault}" for path in paths for fault in check_lexicon(path)]
    if not faults:
        faults = [f"{language}/{fault}" for language in _languages(paths) for fault in rule_faults(language)]
    for fault in faults:
        click.echo(fault)
    if faults:
        raise LexiconError(f"{len(faults)} faults in {len(paths)} lexicons")
    click.echo(f"{len(paths)} lexicons, no fault", err=True)


def _languages(paths: list[Path]) -> list[str]:
    """Give the languages that shipped lexicons among the files are of: readers have rules of their own for them."""
    shipped = {path.parent.name for path in paths if path.parent.parent.resolve() == LEXICONS.resolve()}
    return sorted(shipped & _READ)
