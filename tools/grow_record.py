"""Time what one page more costs a record of so many generated reports: `python tools/grow_record.py REPORTS [PAGES]`.

Prints the CPU time of linking the whole, of each page that is added after it, and of the summary that a run prints.
The record is written as a run does, but for collecting, extracting and coding.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from generate_reports import generate

from constancia import identity
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.summary import summarize
from constancia.model import Appearance, Coding, Page, Passage
from constancia.store import PageRows, PageWork, Store, page_rows
from constancia.vocabulary import PageKind

_AT_ONCE = 2_000


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
    pages: Iterator[PageRows] = (page_of(one) for one, _ in generate(chosen.reports + chosen.pages, seed=2))
    with tempfile.TemporaryDirectory() as folder, Store(str(Path(folder) / "record.db")) as store:
        left = chosen.reports
        while some := list(itertools.islice(pages, min(left, _AT_ONCE))):
            store.add_pages(some)
            left -= len(some)
        print(f"{chosen.reports} reports linked in {_spent(bring_up_to_date, store):.1f} CPU s", flush=True)
        for page in pages:
            store.add_pages([page])
            linked, summed = (1000 * _spent(work, store) for work in (bring_up_to_date, summarize))
            print(f"one page more: {linked:.0f} ms, the summary {summed:.0f} ms", flush=True)


def _spent(work: Callable[[Store], object], store: Store) -> float:
    started = time.process_time()
    work(store)
    return time.process_time() - started


if __name__ == "__main__":
    main()
