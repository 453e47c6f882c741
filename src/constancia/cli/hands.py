"""Work on a record in; its pages made by one process, or by several, the record linked, and an exit code out."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from constancia.cli.attempt import Attempt
from constancia.cli.coders import chosen_coder
from constancia.cli.inputs import options_from
from constancia.cli.issues import issues_path
from constancia.cli.main import exit_code_of
from constancia.config import Settings
from constancia.flow.following import Following, Notes
from constancia.flow.guard import Aside, Desk, can_guard, guarded
from constancia.flow.page_crew import page_crew, page_loner


@dataclass(frozen=True, slots=True)
class Job:
    """A function of `cli.running` by its name, and what it is told; `can_repeat`: it may be begun anew at any point."""

    name: str
    settings: Settings
    told: Mapping[str, Any] = field(default_factory=dict)
    can_repeat: bool = True

    def do(self) -> int:
        """Do it: the pages, by a process of their own where a crash would cost no more than its page.

        Then, when whoever made them is gone with all that they held, link the record; where several work, much of what
        linking needs is taken in while they do.
        """
        settings = self.settings
        issues_end = _size(issues_path(settings))
        if settings.coder == "rules" and self.can_repeat and can_guard():
            with Following(settings.db) if settings.jobs > 1 else nullcontext() as following:
                work = _Guarded(self, issues_end, following.notes if following else None)
                code = guarded(work, settings.page_timeout_s, _concluding, following)
                return code or self._concluded(issues_end, following.intake if following else None)
        with chosen_coder(settings) as coder:
            options = options_from(settings, coder)
            with page_crew(options) as crew:
                _concluding()  # beside what workers load: later it would hold up their pages
                self.attempt(Attempt(options, crew, issues_end))
        return self._concluded(issues_end, None)

    def _concluded(self, issues_end: int, intake: Any) -> int:
        code: int = _concluding().conclude(self.settings, issues_end, intake)
        return code

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
    """Pages made by the process that keeps them, or by workers that it hires; then notes tell which it kept."""

    job: Job
    issues_end: int
    notes: Notes | None

    def __call__(self, desk: Desk, aside: Aside) -> int:
        options = options_from(self.job.settings)
        if self.notes is None:
            loner = page_loner(options, desk, aside)
            return self._done(Attempt(options, loner, self.issues_end, goes_on=bool(aside)))
        with page_crew(options) as crew:
            return self._done(Attempt(options, crew, self.issues_end, tell=self.notes.write))

    def _done(self, attempt: Attempt) -> int:
        return exit_code_of(lambda: self.job.attempt(attempt))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
