"""An export against the stored pages: each row of each table to what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from constancia.errors import VerifyError
from constancia.verify.export_tables import RESTRICTED, Export, ExportedRow, same
from constancia.verify.figures import Figure, unexplained
from constancia.verify.finding import Finding
from constancia.verify.ids import wrong_ids
from constancia.verify.page_words import BLACK, PageWords, stands_in
from constancia.verify.pieces import PageText, pieces_of
from constancia.verify.shelf import Shelf
from constancia.verify.spans import words_of
from constancia.verify.stored import read_body
from constancia.verify.views import event_findings, lay_by_figures, lay_by_link, report_findings, toll_findings

_OF_PAGES = ("passages", "mentions", "reports", "claims", "texts")
_OF_SNAPSHOTS = (
    "url", "fetched_at", "media_type", "sha256", "bytes", "warc", "warc_offset", "chain", "final_url", "http_status",
    "charset", "published",
)  # fmt: skip
_OWN_ID = {"mentions": "passage_id", "texts": "page_id"}


@dataclass(slots=True)
class _OnePage:
    """A page at hand: its words, its language, where its passages begin, the events of its reports, its text so far."""

    words: PageWords
    language: str | None
    passages: dict[str, int] = field(default_factory=dict)
    events: dict[str, str | None] = field(default_factory=dict)
    text: PageText = field(default_factory=PageText)


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
    for row in export.rows("links"):
        lay_by_link(shelf, row)
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
        yield from _row_findings(own, page, shelf, counts)


def _passages_first(rows: list[ExportedRow]) -> list[ExportedRow]:
    return sorted(rows, key=lambda row: _OF_PAGES.index(row.table) if row.table != "texts" else 1)


def _row_findings(row: ExportedRow, page: _OnePage, shelf: Shelf, counts: Counter[str]) -> Iterator[Finding]:
    values = row.values
    if row.table == "passages":
        page.passages[values["passage_id"]] = values["start"]
    begin = page.passages.get(values.get("passage_id") or "")
    if begin is None and row.table != "texts":
        yield _finding(row, "passage_id", "the page has no such passage")
        return
    yield from _belonging_findings(row, page)
    if row.table == "reports":
        yield from report_findings(shelf, row)
    yield from _id_findings(row, begin or 0)
    yield from _word_findings(row, page, counts)
    for piece in pieces_of(row):
        wrong = page.text.contradiction(piece)
        if wrong is not None:
            yield _finding(row, piece.field, wrong, piece.text)
    if row.table in ("claims", "mentions"):
        yield from _figure_findings(row, page.language)


def _belonging_findings(row: ExportedRow, page: _OnePage) -> Iterator[Finding]:
    values = row.values
    if row.table == "reports":
        page.events[values["report_id"]] = values["event_id"]
    if row.table in ("reports", "mentions") and values["id"] != values["passage_id"]:
        yield _finding(row, "id", "the text that was read is not the passage")
    if row.table == "claims" and values["report_id"]:
        if values["report_id"] not in page.events:
            yield _finding(row, "report_id", "the page has no such report")
        elif values["event_id"] != page.events[values["report_id"]]:
            yield _finding(row, "event_id", "its report is of another event")


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
        if not _asked(name, page.words)(words):
            yield _finding(row, name, "these words are not on the stored page", words)


def _asked(name: str, words: PageWords) -> Callable[[str], bool]:
    """Choose how words are sought: a title may stand in attributes, and a counted noun is kept in lower case."""
    if name == "title":
        return words.tells
    return words.holds_folded if name.endswith("noun") else words.holds


def _figure_findings(row: ExportedRow, language: str | None) -> Iterator[Finding]:
    values = row.values
    text, quote = str(values["text"] or ""), str(values.get("quote") or values["text"] or "")
    if not stands_in(text, quote):
        yield _finding(row, "text", "the figure's words are not in its quote")
    said = values if row.table == "claims" else values["value"]
    if BLACK in text or values.get("kind", "quantity") != "quantity":
        return
    wrong = unexplained(Figure(said["modifier"], said["low"], said["high"], said["best"], text, quote), language)
    if wrong is not None:
        yield _finding(row, wrong, f"it does not follow from the words {text!r}", str(said[wrong]))


def _finding(row: ExportedRow, name: str, reason: str, value: str | None = None) -> Finding:
    subject = row.values.get(_OWN_ID.get(row.table, f"{row.table.removesuffix('s')}_id"))
    shown = row.values.get(name) if value is None else value
    return Finding(row.file, reason, row.row, str(subject), name, None if shown is None else str(shown))
