"""Captures -> archive -> pages -> store: the main job over pages, which goes on where an earlier run was stopped."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from constancia.errors import StoreError, VerifyError
from constancia.flow.hiring import Failure
from constancia.flow.page_crew import PageHands, RunOptions, page_crew
from constancia.flow.page_tasks import PageTask, failed_page
from constancia.identity import digest, snapshot_id
from constancia.model import Capture, Problem, Snapshot
from constancia.store import PageRows, Store
from constancia.store.archive import Archive

_FLUSH_PAGES = 200  # pages a transaction: a commit costs as much as some ten pages' rows
_ASKED_FIRST = 20  # captures about which the record is asked one by one: a page or two need not know all its ids
_FLUSH_S = 2.0  # and at the latest after this long, so that a killed run has little to do again


@dataclass(frozen=True, slots=True)
class Step:
    """One page that is done with, or one input that failed."""

    subject: str
    problems: tuple[Problem, ...] = ()
    is_page: bool = True


class Run:
    """One run over a record; `pages` and `rebuild` give a step for each page as it is kept.

    Whoever is given works on the pages; else the run hires a crew of its own for the first of them. `tell` is told the
    ids of pages as they are kept.
    """

    def __init__(
        self,
        store: Store,
        archive: Archive,
        options: RunOptions,
        hands: PageHands | None = None,
        tell: Callable[[list[str]], object] = bool,
    ) -> None:
        self._store = store
        self._archive = archive
        self._options = options
        self._hands = hands
        self._tell = tell
        self._unsaved: dict[str, Snapshot] = {}
        self._rows: list[PageRows] = []
        self._failed: list[Problem] = []
        self._flushed_at = time.monotonic()
        # Hashes of the ids that were met: the record is asked about an id only where it may know it.
        self._stored: set[int] | None = None
        self._asked = 0

    def recover(self) -> int:
        """Take over what an earlier run archived and did not come to record; give how many snapshots that were."""
        self._archive.recover()
        last = self._store.last_snapshot()
        lost = list(self._archive.snapshots(after=last.chain if last else None))
        self._store.add_snapshots(lost)
        return len(lost)

    def collect(self, captures: Iterable[Capture | Problem]) -> Iterator[Step]:
        """Store captures as snapshots and do no more."""
        for task in self._arrivals(captures):
            yield from self._drained()
            yield Step(task.snapshot.url)
            if len(self._unsaved) >= _FLUSH_PAGES:
                self._flush()
        yield from self._drained()
        self._flush()

    def pages(self, captures: Iterable[Capture | Problem]) -> Iterator[Step]:
        """Finish what is pending, then store each capture and make its page."""
        yield from self._work(self._both(captures))

    def rebuild(self, *, goes_on: bool = False) -> Iterator[Step]:
        """Make every page anew from its stored bytes; only those left over, if this goes on with an earlier rebuild."""
        if not goes_on:
            self._store.clear_derived()
        yield from self._work(self._pending())

    def _both(self, captures: Iterable[Capture | Problem]) -> Iterator[PageTask]:
        yield from self._pending()
        yield from self._arrivals(captures)

    def _pending(self) -> Iterator[PageTask]:
        for snapshot in self._store.pending():
            try:
                yield PageTask(snapshot, self._archive.read(snapshot))
            except (StoreError, VerifyError) as error:
                problem = Problem("archive", snapshot.url, str(error))
                self._keep(failed_page(snapshot, problem))
                self._failed.append(problem)

    def _arrivals(self, captures: Iterable[Capture | Problem]) -> Iterator[PageTask]:
        for capture in captures:
            if isinstance(capture, Problem):
                self._store.add_problems([capture])
                self._failed.append(capture)
                continue
            sha256 = hashlib.sha256(capture.body).hexdigest()
            if in_shard(capture.url, self._options.shard) and not self._is_known(snapshot_id(capture.url, sha256)):
                try:
                    snapshot = self._archive.append(capture, sha256)
                except StoreError as error:  # most likely a full disk: no further page could be kept either
                    self._failed.append(Problem("collect", capture.url, str(error)))
                    return
                self._unsaved[snapshot.snapshot_id] = snapshot
                yield PageTask(snapshot, capture.body)

    def _is_known(self, key: str) -> bool:
        if self._stored is None and self._asked < _ASKED_FIRST:
            self._asked += 1
            return key in self._unsaved or self._store.snapshot(key) is not None
        if self._stored is None:
            self._stored = {hash(known) for known in chain(self._unsaved, self._store.ids("snapshots"))}
        if hash(key) not in self._stored:
            self._stored.add(hash(key))
            return False
        return key in self._unsaved or self._store.snapshot(key) is not None

    def _work(self, tasks: Iterator[PageTask]) -> Iterator[Step]:
        for task, result in self._worked(tasks):
            yield from self._drained()
            rows = _given_up(task, result) if isinstance(result, Failure) else result
            self._keep(rows)
            yield Step(task.snapshot.url, rows.problems)
        yield from self._drained()
        self._flush()

    def _worked(self, tasks: Iterator[PageTask]) -> Iterator[tuple[PageTask, PageRows | Failure]]:
        for first in tasks:
            hands = self._hands or page_crew(self._options)
            yield from hands.work_through(chain([first], tasks))

    def _keep(self, rows: PageRows) -> None:
        self._rows.append(rows)
        if len(self._rows) >= _FLUSH_PAGES or time.monotonic() - self._flushed_at > _FLUSH_S:
            self._flush()

    def _flush(self) -> None:
        """Record what is done: the archive first, since the record must never speak of bytes that are not there."""
        self._archive.sync()
        self._store.add_snapshots(self._unsaved.values())
        self._store.add_pages(self._rows)
        self._tell([row["page_id"] for rows in self._rows for row in rows.tables.get("pages", ())])
        self._unsaved.clear()
        self._rows.clear()
        self._flushed_at = time.monotonic()

    def _drained(self) -> Iterator[Step]:
        while self._failed:
            problem = self._failed.pop(0)
            yield Step(problem.subject, (problem,), is_page=False)


def _given_up(task: PageTask, failure: Failure) -> PageRows:
    return failed_page(task.snapshot, Problem("extract", task.snapshot.url, failure.reason, failure.detail))


def in_shard(url: str, shard: tuple[int, int] | None) -> bool:
    """Tell whether a URL falls into the i-th of n parts; the same on every machine."""
    if shard is None:
        return True
    part, whole = shard
    return int(digest("shard", url), 16) % whole == part - 1
