"""`constancia VERB …` in; the verb's module, loaded only now, and an exit code out."""

from __future__ import annotations

import importlib
import keyword
import os
import sys
from collections.abc import Callable

import click

from constancia import __version__, compiled
from constancia.errors import ConstanciaError, InputError, UsageError

_VERBS = {
    "run": "Turn pages into a record: the main job.",
    "collect": "Store pages as snapshots, and no more.",
    "extract": "Give the text and passages of pages.",
    "read": "Find dates, numbers, places, actors and speakers in texts.",
    "code": "Turn texts into reports and claims.",
    "link": "Turn texts, or the record's reports, into events.",
    "explain": "Show why reports are held to be of one event.",
    "tally": "Show the ledger of tolls.",
    "toll": "Draw tolls, on the terminal or as a picture with its sources.",
    "matrix": "Link lists of named victims: who is on which list.",
    "estimate": "Estimate how many victims are on no list.",
    "export": "Write the record as tables, or in another codebook's columns.",
    "release": "Freeze the record under a name, and tell what changed since the last release.",
    "import": "Read another codebook's file, to compare it.",
    "compare": "Match two event files and tell what they agree on.",
    "score": "Tell how much of a gold coding was found.",
    "verify": "Check stored pages, and an export, against what was recorded.",
    "report": "Write one page that shows the record with its evidence.",
    "judge": "Add a person's decision to the record.",
    "rebuild": "Make everything but snapshots and judgements anew.",
    "config": "Show the settings and where they come from.",
    "lexicon": "Check lexicon files.",
    "gazetteer": "Add place names.",
}


# Nothing here multiplies matrices: the threads that numpy would start for it cost a quarter of a second each time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class _Verbs(click.Group):
    """The verbs, each loaded when it is called: `constancia --help` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _VERBS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"constancia.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="constancia")
def cli() -> None:
    """Turn news coverage of protest and repression into a record that can be defended.

    Data goes to stdout, progress and messages to stderr. Exit codes: 0 done, 1 failed, 2 usage or configuration,
    3 finished with issues, 130 interrupted.
    """


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    _tell_of_stale()
    return exit_code_of(lambda: cli.main(args=arguments, prog_name="constancia", standalone_mode=False))


def exit_code_of(work: Callable[[], object]) -> int:
    """Do some work; give its exit code, or that of the error that it ends with, which is told on stderr."""
    try:
        outcome = work()
    except click.exceptions.Abort:
        return 130
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (ConstanciaError, OSError) as error:
        return _failed(error)
    return outcome if isinstance(outcome, int) else 0


def _tell_of_stale() -> None:
    """Tell a developer at a terminal that the sources are run since what was compiled is older than they are."""
    if sys.stderr.isatty() and (why := compiled.why_stale()):
        click.echo(f"constancia: runs as plain Python, slower: {why} (make compile)", err=True)


def _failed(error: Exception) -> int:
    click.echo(f"constancia: {error}", err=True)
    if isinstance(error, UsageError):
        return 2
    return 3 if isinstance(error, InputError) else 1
