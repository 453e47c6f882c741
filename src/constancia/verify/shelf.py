"""Rows and snapshots laid by and taken up again by page: kept on disk, so that no export need fit in memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

from constancia.verify.export_tables import ExportedRow

_SCHEMA = """
CREATE TABLE snapshot (chain TEXT PRIMARY KEY, id TEXT, body TEXT);
CREATE INDEX snapshot_id ON snapshot (id);
CREATE TABLE row (page TEXT, number INTEGER, file TEXT, place INTEGER, "table" TEXT, body TEXT);
CREATE TABLE figure (owner TEXT, measure TEXT, value INTEGER);
CREATE TABLE claim (owner TEXT, claim_id TEXT, as_of TEXT);
CREATE TABLE link (event TEXT, report TEXT);
"""
_INDEXES = "CREATE INDEX row_page ON row (page, number); CREATE INDEX figure_owner ON figure (owner, measure);"


class Shelf:
    """A database in a file that the system deletes when it is closed."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA} BEGIN;")
        self._number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def put_snapshot(self, snapshot: dict[str, Any]) -> None:
        """Lay a snapshot by, under its chain value and its id."""
        parts = (str(snapshot["chain"]), str(snapshot["snapshot_id"]), json.dumps(snapshot))
        self._base.execute("INSERT OR IGNORE INTO snapshot VALUES (?, ?, ?)", parts)

    def snapshot(self, snapshot_id: str) -> dict[str, Any] | None:
        """Take a snapshot up; of one captured twice the first."""
        return self._body("SELECT body FROM snapshot WHERE id = ? ORDER BY rowid", snapshot_id)

    def captured(self, chain: str) -> dict[str, Any] | None:
        """Take up the snapshot that bears a chain value."""
        return self._body("SELECT body FROM snapshot WHERE chain = ?", chain)

    def _body(self, query: str, key: str) -> dict[str, Any] | None:
        found = self._base.execute(query, (key,)).fetchone()
        return None if found is None else dict(json.loads(found[0]))

    def put_row(self, page: str, row: ExportedRow) -> None:
        """Lay a row by, under its page."""
        self._number += 1
        body = json.dumps(row.values, ensure_ascii=False)
        self._base.execute(
            "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)", (page, self._number, row.file, row.row, row.table, body)
        )

    def put_figure(self, owner: str, measure: str, value: int) -> None:
        """Lay by a number that a claim of an event or toll gives."""
        self._base.execute("INSERT INTO figure VALUES (?, ?, ?)", (owner, measure, value))

    def put_claim(self, owner: str, claim_id: str, as_of: str | None) -> None:
        """Lay by that a claim belongs to an event or toll, and the day it holds for."""
        self._base.execute("INSERT INTO claim VALUES (?, ?, ?)", (owner, claim_id, as_of))

    def put_link(self, event: str, report: str) -> None:
        """Lay by that a report is of an event."""
        self._base.execute("INSERT INTO link VALUES (?, ?)", (event, report))

    def index(self) -> None:
        """Make ready for taking up, once all is laid by."""
        self._base.executescript(
            _INDEXES + "CREATE INDEX claim_owner ON claim (owner); CREATE INDEX link_event ON link (event);"
        )

    def rows(self, page: str) -> Iterator[ExportedRow]:
        """Take up the rows of a page, in the order in which they were laid by, and leave none of them."""
        query = 'SELECT file, place, "table", body FROM row WHERE page = ? ORDER BY number'
        for file, place, table, body in self._base.execute(query, (page,)).fetchall():
            yield ExportedRow(file, place, table, json.loads(body))
        self._base.execute("DELETE FROM row WHERE page = ?", (page,))

    def left_rows(self) -> Iterator[ExportedRow]:
        """Give the rows that no page took up."""
        for file, place, table, body in self._base.execute(
            'SELECT file, place, "table", body FROM row ORDER BY number'
        ):
            yield ExportedRow(file, place, table, json.loads(body))

    def figures(self, owner: str, measure: str) -> frozenset[int]:
        """Take up the numbers that the claims of an event or toll give."""
        query = "SELECT value FROM figure WHERE owner = ? AND measure = ?"
        return frozenset(value for (value,) in self._base.execute(query, (owner, measure)))

    def days(self, owner: str) -> frozenset[str]:
        """Take up the days for which the claims of an event or toll hold."""
        query = "SELECT as_of FROM claim WHERE owner = ? AND as_of IS NOT NULL"
        return frozenset(day for (day,) in self._base.execute(query, (owner,)))

    def reports(self, event: str) -> tuple[str, ...]:
        """Take up the reports that are linked to an event, sorted."""
        query = "SELECT DISTINCT report FROM link WHERE event = ? ORDER BY report"
        return tuple(report for (report,) in self._base.execute(query, (event,)))

    def n_claims(self, owner: str) -> int:
        """Count the claims of an event or toll."""
        query = "SELECT count(DISTINCT claim_id) FROM claim WHERE owner = ?"
        return int(self._base.execute(query, (owner,)).fetchone()[0])
