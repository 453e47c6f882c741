"""Who makes pages: a crew of workers, or the process that keeps them; nothing here loads the rooms that makers need."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.guard import Alone, Aside, Desk
from constancia.flow.page_tasks import PageTask
from constancia.flow.workers import Crew
from constancia.store import PageRows


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
