"""What workers are asked of pages, and the crew that does it; nothing here loads the rooms that only workers need."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from typing import Any

from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.guard import Alone, Aside, Desk
from constancia.flow.workers import Crew
from constancia.model import Problem, Snapshot
from constancia.store import PageRows, PageWork, page_rows
from constancia.version import extractor_version

VERSION = extractor_version()
"""What made a page's rows: this package and the library that finds main text; `rebuild` brings all to one version."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """A snapshot and its bytes."""

    snapshot: Snapshot
    body: bytes

    def __reduce__(self) -> tuple[object, ...]:
        """Cross to a worker as plain values, which takes a third of the time of a noun within a noun."""
        return _page_task, (*_snapshot_values(self.snapshot), self.body)


_snapshot_values = attrgetter(*(field.name for field in fields(Snapshot)))


def _page_task(*values: Any) -> PageTask:
    *of_snapshot, body = values
    return PageTask(Snapshot(*of_snapshot), body)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes about its pages; `shard` (i, n) takes the i-th of n parts of all URLs."""

    jobs: int = 1
    page_timeout_s: float = 60.0
    shard: tuple[int, int] | None = None
    coder: CoderChoice = RULES


PageCrew = Crew[PageTask, PageRows]
PageHands = PageCrew | Alone[PageTask, PageRows]


def page_crew(options: RunOptions) -> PageCrew:
    """Hire the workers of a run: they load readers, coder and words at once, each for itself."""
    return Crew(_work_of(options), options.jobs, options.page_timeout_s, _Named("load_words"))


def page_loner(options: RunOptions, desk: Desk, aside: Aside) -> Alone[PageTask, PageRows]:
    """Let the process that keeps pages make them too; what it loads for that, it loads before its first page."""
    return Alone(_work_of(options), attrgetter("snapshot.snapshot_id"), _Named("load_words"), desk, aside)


def _work_of(options: RunOptions) -> Callable[[PageTask], PageRows]:
    return partial(_Named("work_page"), choice=options.coder)


@dataclass(frozen=True, slots=True)
class _Named:
    """A function of `flow.pages`, loaded where it is called: in the worker, and never in the process that hires it."""

    name: str

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return getattr(importlib.import_module("constancia.flow.pages"), self.name)(*arguments, **named)


def failed_page(snapshot: Snapshot, problem: Problem) -> PageRows:
    """Give the rows of a snapshot of which nothing could be made."""
    return page_rows(PageWork(snapshot.snapshot_id, VERSION, None, problems=(problem,)))
