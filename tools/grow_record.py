"""Time what one page more costs a record of so many generated reports: `python tools/grow_record.py REPORTS [PAGES]`.

Prints the CPU time of writing the record and of linking the whole, its size and the peak memory; then the CPU time of
each page that is added after it, and of the summary that a run prints. The record is written as a run does, but for
collecting, extracting and coding. The pages added are news: some of the last days, of events that the record knows.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from generate_reports import FIRST_DAY, World, generate

from constancia import identity
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.summary import summarize
from constancia.model import Appearance, Coding, Page, Passage
from constancia.store import PageRows, PageWork, Store, page_rows
from constancia.vocabulary import PageKind

_AT_ONCE = 2_000
_NEWS_DAYS = 5
_ONE_IN = 7  # pages of the last days that come late: not all that tell of one event


def page_of(appearance: Appearance) -> PageRows:
    """Give the rows of a page that holds one appearance and nothing else."""
    snapshot = identity.snapshot_id(appearance.url or appearance.passage_id, "0")
    page_id = identity.page_id(snapshot)
    size = len(appearance.text)
    name = identity.passage_id(page_id, 0, size)
    page = Page(
        page_id, snapshot, appearance.url or "", PageKind.ARTICLE, None, appearance.published, None, None,
        appearance.language, appearance.publisher, None, appearance.text, "made", (Passage(name, page_id, 0, size, 0),),
    )  # fmt: skip
    reports = tuple(
        replace(report, report_id=identity.report_id(name, report.start, 5, report.type), id=name)
        for report in appearance.coding.reports
    )
    return page_rows(PageWork(snapshot, "made", page, (), (Coding(name, reports, ()),)))


def main() -> None:
    """Make the record, then add pages to it one by one."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reports", type=int)
    options.add_argument("pages", type=int, nargs="?", default=20)
    chosen = options.parse_args()
    late: list[PageRows] = []
    pages = (page_of(one) for one in _early(chosen.reports, chosen.pages, late))
    with tempfile.TemporaryDirectory() as folder, Store(str(Path(folder) / "record.db")) as store:
        written = 0.0
        while some := list(itertools.islice(pages, _AT_ONCE)):
            written += _spent(lambda store, some=some: store.add_pages(some), store)
        print(f"{chosen.reports:,} reports written in {written:.0f} CPU s, {_gigabytes()}", flush=True)
        linked = _spent(bring_up_to_date, store)
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e9
        print(f"linked in {linked:.0f} CPU s, {_gigabytes()}; {size:.2f} GB on disk", flush=True)
        for page in late:
            store.add_pages([page])
            linked, summed = (1000 * _spent(work, store) for work in (bring_up_to_date, summarize))
            print(f"one page more: {linked:.0f} ms, the summary {summed:.0f} ms", flush=True)


def _early(reports: int, pages: int, late: list[PageRows]) -> Iterator[Appearance]:
    """Give generated reports but for a few of the last days, which are put by as pages."""
    news = FIRST_DAY + dt.timedelta(days=World(reports + pages, 2, hot=False).days - _NEWS_DAYS)
    seen = 0
    for one, _ in generate(reports + pages, seed=2):
        seen += one.published is not None and one.published >= news
        if seen >= _ONE_IN and len(late) < pages:
            late.append(page_of(one))
            seen = 0
        else:
            yield one


def _gigabytes() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9:.2f} GB"


def _spent(work: Callable[[Store], object], store: Store) -> float:
    started = time.process_time()
    work(store)
    return time.process_time() - started


if __name__ == "__main__":
    main()
