"""Rows of public tables in; cases by event out: kept in a temporary database file, so that memory stays flat."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from constancia.codec import dumps
from constancia.publish.codebooks.case import Case
from constancia.publish.rows import Row
from constancia.publish.tables import TableSpec

_KEYS = {"events": "event_id", "pages": "page_id", "tolls": "toll_id", "campaigns": "campaign_id"}
_KEYS |= {
    "sources": "source_id",
    "passages": "passage_id",
    "reports": "report_id",
    "claims": "claim_id",
    "snapshots": "snapshot_id",
}
_GROUPS = {"events": "parent_id", "reports": "event_id", "claims": "event_id"}
_DEPTH = 1  # parts of parts are cases of their own, not told again within their whole


class Shelf:
    """Holds the rows that codebooks need, and gives each event with what belongs to it."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a file of its own, gone when closed
        self._db.execute("CREATE TABLE rows (kind TEXT, id TEXT, grp TEXT, body TEXT, PRIMARY KEY (kind, id))")
        self._db.execute("CREATE INDEX groups ON rows (kind, grp)")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def fill(self, tagged: Iterable[tuple[TableSpec, Row]]) -> None:
        """Take the rows of the tables that a codebook draws on; others are passed over."""
        wanted = ((spec.name, row) for spec, row in tagged if spec.name in _KEYS and _matters(spec.name, row))
        self._db.executemany(
            "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)",
            ((name, row[_KEYS[name]], row.get(_GROUPS.get(name, "")), dumps(row)) for name, row in wanted),
        )

    def rows(self, kind: str) -> Iterator[Row]:
        """Give every row of a table in the order of its ids."""
        for (body,) in self._db.execute("SELECT body FROM rows WHERE kind = ? ORDER BY id", (kind,)):
            yield json.loads(body)

    def cases(self) -> Iterator[Case]:
        """Give every event, of every status, in the order of ids."""
        for event in self.rows("events"):
            yield self._case(event, 0)

    def _case(self, event: Row, depth: int) -> Case:
        reports = tuple(sorted(self._group("reports", event["event_id"]), key=self._order))
        copies = {one["report_id"] for one in reports if self._is_copy(one)}
        claims = (one for one in self._group("claims", event["event_id"]) if one["report_id"] not in copies)
        parts = self._group("events", event["event_id"]) if depth < _DEPTH else ()
        campaign = self._one("campaigns", event["campaign_id"])
        return Case(
            event=event,
            reports=reports,
            claims=tuple(claims),
            pages={one["page_id"]: self._page(one["page_id"]) for one in reports},
            campaign=campaign["name"] if campaign else None,
            parts=tuple(self._case(part, depth + 1) for part in parts),
        )

    def _order(self, report: Row) -> tuple[bool, str, str]:
        page = self._one("pages", report["page_id"]) or {}
        return self._is_copy(report), page.get("published") or "9999", report["report_id"]

    def _is_copy(self, report: Row) -> bool:
        passage = self._one("passages", report["passage_id"]) or {}
        return bool(passage.get("copy_of")) and passage.get("copy_kind") != "updated"

    def _page(self, page_id: str) -> Row:
        page = self._one("pages", page_id) or {"url": page_id, "published": None, "publisher_id": None, "title": None}
        source = self._one("sources", page["publisher_id"])
        snapshot = self._one("snapshots", page.get("snapshot_id")) or {}
        return {
            **page,
            "publisher": source["name"] if source else None,
            "fetched_at": snapshot.get("fetched_at"),
        }

    def _group(self, kind: str, group: str) -> list[Row]:
        found = self._db.execute("SELECT body FROM rows WHERE kind = ? AND grp = ? ORDER BY id", (kind, group))
        return [json.loads(body) for (body,) in found.fetchall()]

    def _one(self, kind: str, key: str | None) -> Row | None:
        found = self._db.execute("SELECT body FROM rows WHERE kind = ? AND id = ?", (kind, key)).fetchone()
        return json.loads(found[0]) if found else None


def _matters(table: str, row: Row) -> bool:
    return table != "sources" or row["kind"] == "publisher"
