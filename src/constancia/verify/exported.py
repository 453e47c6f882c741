"""An export against the stored pages: each row of each table to what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from constancia.errors import VerifyError
from constancia.verify.export_tables import RESTRICTED, Export, ExportedRow, same
from constancia.verify.figures import Figure, unexplained
from constancia.verify.finding import Finding
from constancia.verify.ids import wrong_ids
from constancia.verify.page_words import BLACK, PageWords
from constancia.verify.shelf import Shelf
from constancia.verify.spans import words_of
from constancia.verify.stored import read_body
from constancia.verify.views import event_findings, lay_by_figures, toll_findings

_OF_PAGES = ("passages", "mentions", "reports", "claims", "texts")
_OF_SNAPSHOTS = (
    "url", "fetched_at", "media_type", "sha256", "bytes", "warc", "warc_offset", "chain", "final_url", "http_status",
    "charset", "published",
)  # fmt: skip
_OWN_ID = {"mentions": "passage_id", "texts": "page_id"}


@dataclass(slots=True)
class _OnePage:
    """A page at hand: its words, its language, and where its passages begin."""

    words: PageWords
    language: str | None
    passages: dict[str, int] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)


def check_export(archive: Path, export: Export, shelf: Shelf, counts: Counter[str]) -> Iterator[Finding]:
    """Check every row; the shelf holds the snapshots of the archive, `counts` takes the values checked by table."""
    for row in export.rows("snapshots"):
        counts["snapshots"] += 1
        yield from _snapshot_findings(row, shelf.snapshot(str(row.values.get("snapshot_id"))))
    _lay_by_page(export, shelf)
    yield from _pages_findings(archive, export, shelf, counts)
    for row in export.rows("events"):
        yield from event_findings(shelf, row)
    for row in export.rows("tolls"):
        yield from toll_findings(shelf, row)
    for row in export.rows("campaigns"):
        yield from _id_findings(row, 0)


def _lay_by_page(export: Export, shelf: Shelf) -> None:
    for name in export.tables():
        if name.removeprefix(RESTRICTED) in _OF_PAGES:
            for row in export.rows(name):
                shelf.put_row(str(row.values.get("page_id")), row)
                if name == "claims":
                    lay_by_figures(shelf, row)
    shelf.index()


def _pages_findings(archive: Path, export: Export, shelf: Shelf, counts: Counter[str]) -> Iterator[Finding]:
    for name in ("pages", RESTRICTED + "pages"):
        for row in export.rows(name):
            yield from _page_findings(archive, row, shelf, counts)
    for row in shelf.left_rows():
        yield _finding(row, "page_id", "no row of the table of pages is this page")


def _snapshot_findings(row: ExportedRow, held: dict[str, Any] | None) -> Iterator[Finding]:
    if held is None:
        yield _finding(row, "snapshot_id", "the archive holds no such capture")
        return
    for name in _OF_SNAPSHOTS:
        value = row.values.get(name)
        is_masked = isinstance(value, str) and BLACK in value
        if name in row.values and not is_masked and not same(value, held[name]):
            yield _finding(row, name, f"the archive has {held[name]!r}")


def _page_findings(archive: Path, row: ExportedRow, shelf: Shelf, counts: Counter[str]) -> Iterator[Finding]:
    counts["pages"] += 1
    snapshot = shelf.snapshot(str(row.values.get("snapshot_id")))
    if snapshot is None:
        yield _finding(row, "snapshot_id", "the archive holds no such capture")
        return
    try:
        body = read_body(archive, snapshot)
    except VerifyError as error:
        yield _finding(row, "snapshot_id", str(error))
        return
    page = _OnePage(PageWords(body, snapshot["charset"]), row.values.get("language"))
    yield from _id_findings(row, 0)
    yield from _word_findings(row, page, counts)
    # The masked row of a page takes up all that lies on it; its unmasked twin finds nothing more.
    for own in _passages_first(list(shelf.rows(str(row.values["page_id"])))):
        counts[own.table] += 1
        yield from _row_findings(own, page, counts)


def _passages_first(rows: list[ExportedRow]) -> list[ExportedRow]:
    return sorted(rows, key=lambda row: _OF_PAGES.index(row.table) if row.table != "texts" else 1)


def _row_findings(row: ExportedRow, page: _OnePage, counts: Counter[str]) -> Iterator[Finding]:
    values = row.values
    if row.table == "passages":
        page.passages[values["passage_id"]] = values["start"]
    begin = page.passages.get(values.get("passage_id") or "")
    if begin is None and row.table != "texts":
        yield _finding(row, "passage_id", "the page has no such passage")
        return
    if row.table == "reports":
        page.reports.add(values["report_id"])
    elif row.table == "claims" and values.get("report_id") and values["report_id"] not in page.reports:
        yield _finding(row, "report_id", "the page has no such report")
    yield from _id_findings(row, begin or 0)
    yield from _word_findings(row, page, counts)
    if row.table == "claims":
        yield from _claim_findings(row, page.language)


def _id_findings(row: ExportedRow, begin: int) -> Iterator[Finding]:
    try:
        wrong = list(wrong_ids(row.table, row.values, begin))
    except (KeyError, TypeError, ValueError) as error:
        yield Finding(row.file, f"the row is not whole: {error!r}", row.row)
        return
    for name, _ in wrong:
        yield _finding(row, name, "the id does not follow from the row: the id, a place or a kind was altered")


def _word_findings(row: ExportedRow, page: _OnePage, counts: Counter[str]) -> Iterator[Finding]:
    for name, words in words_of(row):
        counts["values"] += 1
        is_there = page.words.tells(words) if name == "title" else page.words.holds(words)
        if not is_there:
            yield _finding(row, name, "these words are not on the stored page", words)


def _claim_findings(row: ExportedRow, language: str | None) -> Iterator[Finding]:
    values = row.values
    text, quote = str(values.get("text") or ""), str(values.get("quote") or "")
    if BLACK not in text + quote and "".join(text.split()) not in "".join(quote.split()):
        yield _finding(row, "text", "the figure's words are not in its quote")
    if len(text) != values["end"] - values["start"]:
        yield _finding(row, "end", "the place is not as long as the figure's words")
    figure = Figure(values["modifier"], values["low"], values["high"], values["best"], text, quote)
    wrong = None if BLACK in text else unexplained(figure, language)
    if wrong is not None:
        yield _finding(row, wrong, f"it does not follow from the words {text!r}")


def _finding(row: ExportedRow, name: str, reason: str, value: str | None = None) -> Finding:
    subject = row.values.get(_OWN_ID.get(row.table, f"{row.table.removesuffix('s')}_id"))
    shown = row.values.get(name) if value is None else value
    return Finding(row.file, reason, row.row, str(subject), name, None if shown is None else str(shown))
