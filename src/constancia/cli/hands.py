"""Work on a record in; its pages made by one process, or by several, the record linked, and an exit code out."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from constancia.cli.coders import chosen_coder
from constancia.cli.inputs import options_from
from constancia.cli.issues import issues_path
from constancia.cli.main import exit_code_of
from constancia.config import Settings
from constancia.flow.guard import Aside, Desk, can_guard, guarded
from constancia.flow.page_tasks import PageHands, RunOptions, page_crew, page_loner


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who works on the pages, and how; one that `goes_on` takes up what another could not finish.

    `issues_end` is where the issues end that were filed before the first attempt.
    """

    options: RunOptions
    hands: PageHands
    issues_end: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A function of `cli.running` by its name, and what it is told; `can_repeat`: it may be begun anew at any point."""

    name: str
    settings: Settings
    told: Mapping[str, Any] = field(default_factory=dict)
    can_repeat: bool = True

    def do(self) -> int:
        """Do it: the pages, by one process where no more are asked for and a crash would cost no more than its page.

        Then, when whoever made them is gone with all that they held, link the record.
        """
        settings = self.settings
        issues_end = _size(issues_path(settings))
        if settings.jobs == 1 and settings.coder == "rules" and self.can_repeat and can_guard():
            code = guarded(_Guarded(self, issues_end), settings.page_timeout_s, meanwhile=_concluding)
            if code:
                return code
        else:
            with chosen_coder(settings) as coder:
                options = options_from(settings, coder)
                with page_crew(options) as crew:
                    _concluding()  # beside what workers load: later it would hold up their pages
                    self.attempt(Attempt(options, crew, issues_end))
        concluded: int = _concluding().conclude(settings, issues_end)
        return concluded

    def attempt(self, attempt: Attempt) -> None:
        """Try to make the pages."""
        getattr(_running(), self.name)(self.settings, attempt, **self.told)


def _running() -> Any:
    """Load what opens records, once workers are hired: they load what they need meanwhile."""
    return importlib.import_module("constancia.cli.running")


def _concluding() -> Any:
    """Load what links records and sums them up."""
    return importlib.import_module("constancia.cli.concluding")


@dataclass(frozen=True, slots=True)
class _Guarded:
    job: Job
    issues_end: int

    def __call__(self, desk: Desk, aside: Aside) -> int:
        options = options_from(self.job.settings)
        attempt = Attempt(options, page_loner(options, desk, aside), self.issues_end, goes_on=bool(aside))
        return exit_code_of(lambda: self.job.attempt(attempt))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
