"""A record and a codebook's name in; a folder with that codebook's files and the report of what was lost out."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from constancia.errors import UsageError
from constancia.publish.bundle import Record
from constancia.publish.codebooks import acled, ccc, countlove, ftm, gdelt, mm, mmad, plover, polecat, timemap, ucdp
from constancia.publish.codebooks.book import Book, load_book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.files import FileWriter, open_file
from constancia.publish.codebooks.interface import RowsOf
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.codebooks.shelf import Shelf
from constancia.publish.export import ExportOptions, tagged_rows
from constancia.publish.whole_folder import whole_folder

CODEBOOKS: Mapping[str, RowsOf] = {
    "acled": acled.rows,
    "ccc": ccc.rows,
    "ucdp": ucdp.rows,
    "mm": mm.rows,
    "mmad": mmad.rows,
    "plover": plover.rows,
    "polecat": polecat.rows,
    "gdelt": gdelt.rows,
    "countlove": countlove.rows,
    "timemap": timemap.rows,
    "ftm": ftm.rows,
}
"""Every codebook with what writes its rows."""

_REPORT = "lossiness.json"


def policy_name(codebook: str) -> str:
    """Give the policy that a codebook's own rules amount to."""
    return load_book(codebook).policy


def export_codebook(record: Record, out: Path, codebook: str, policy: str) -> dict[str, int]:
    """Write the record into the folder `out` as a codebook has it, whole or not at all; give the rows by file.

    `record` draws its figures under `policy`. Raises UsageError where `out` holds anything but such an export.
    """
    _refuse_foreign(out)
    book = load_book(codebook)
    with Shelf() as shelf, whole_folder(out) as folder:
        options = ExportOptions(policy=policy, has_all_statuses=True)
        shelf.fill((spec, public) for spec, public, _ in tagged_rows(record, options))
        return _write(shelf, folder, book, policy)


def _write(shelf: Shelf, folder: Path, book: Book, policy: str) -> dict[str, int]:
    losses, watch = Losses(), _Watch()
    for toll in shelf.rows("tolls"):
        losses.add("toll", toll["measure"], toll["toll_id"])
    with _open_files(folder, book) as files:
        counts = dict.fromkeys(files, 0)
        for name, row in CODEBOOKS[book.name](watch.seen(shelf.cases()), book, losses):
            files[name].write(row)
            counts[name] += 1
    head = {
        "codebook": book.name,
        "policy": policy,
        "rows": counts,
        "events": watch.events,
        "events_exported": watch.events - _left_out(losses),
    }
    losses.write(folder, head, book.not_held)
    return counts


class _Watch:
    """Counts the cases as they go by."""

    def __init__(self) -> None:
        self.events = 0

    def seen(self, cases: Iterator[Case]) -> Iterator[Case]:
        for case in cases:
            self.events += 1
            yield case


def _left_out(losses: Losses) -> int:
    gone = Counter(loss["kind"] for loss in losses.report() for _ in loss["ids"])
    return gone["status"] + gone["event"]


@contextlib.contextmanager
def _open_files(folder: Path, book: Book) -> Iterator[dict[str, FileWriter]]:
    with contextlib.ExitStack() as stack:
        files = {name: open_file(folder / name, columns) for name, columns in book.files.items()}
        for file in files.values():
            stack.callback(file.close)
        yield files


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError(f"{out} is a file: give a folder for this export")
    if any(out.iterdir()) and not (out / _REPORT).exists():
        raise UsageError(f"{out} holds files that are no such export: give a new folder")
