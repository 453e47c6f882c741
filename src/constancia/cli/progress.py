"""Counts of work done in; a bar with counts and time left on a terminal's stderr out, and silence elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Advance = Callable[[int], None]


@contextlib.contextmanager
def progress(what: str, unit: str, count: Callable[[], int | None] | None = None) -> Iterator[Advance]:
    """Show how far a piece of work is; `count` gives how much there is, or None, and is asked only if it is shown."""
    if not sys.stderr.isatty():
        yield lambda _count: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(unit),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=count() if count else None)
        yield lambda count: bar.advance(task, count)
