"""What `run`, `collect` and `extract` are given: the inputs and limits as options; how a run goes about its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from constancia.cli.coders import time_limit_s
from constancia.config import Settings, parse_shard
from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.page_crew import RunOptions

F = TypeVar("F", bound=Callable[..., Any])
COLLECT_SETTINGS = ("delay_s", "max_bytes", "max_pages")


def input_options(function: F) -> F:
    """Add the inputs and `--follow` to a verb."""
    follow = click.option("--follow", is_flag=True, help="Fetch the pages that a feed links to as well.")
    return click.argument("inputs", nargs=-1, metavar="[INPUT]...")(follow(function))


def options_from(settings: Settings, coder: CoderChoice = RULES) -> RunOptions:
    """Give the options of a run."""
    return RunOptions(settings.jobs, time_limit_s(settings), parse_shard(settings.shard), coder)
