"""What workers are asked of pages, and the crew that does it; nothing here loads the rooms that only workers need."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from typing import Any

from constancia.flow.coder_choice import RULES, CoderChoice
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


def page_crew(options: RunOptions) -> PageCrew:
    """Hire the workers of a run: they load readers, coder and words at once, each for itself."""
    work = partial(_Named("work_page"), choice=options.coder)
    return Crew(work, options.jobs, options.page_timeout_s, _Named("load_words"))


@dataclass(frozen=True, slots=True)
class _Named:
    """A function of `flow.pages`, loaded where it is called: in the worker, and never in the process that hires it."""

    name: str

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return getattr(importlib.import_module("constancia.flow.pages"), self.name)(*arguments, **named)


def failed_page(snapshot: Snapshot, problem: Problem) -> PageRows:
    """Give the rows of a snapshot of which nothing could be made."""
    return page_rows(PageWork(snapshot.snapshot_id, VERSION, None, problems=(problem,)))
