"""What a worker is asked of a page, and what is kept of a page of which nothing could be made."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

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


def failed_page(snapshot: Snapshot, problem: Problem) -> PageRows:
    """Give the rows of a snapshot of which nothing could be made."""
    return page_rows(PageWork(snapshot.snapshot_id, VERSION, None, problems=(problem,)))
