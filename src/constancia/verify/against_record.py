"""Archive and export against the record: captures that the archive lost, and values that differ from today's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from constancia.codec import to_json
from constancia.model import Snapshot
from constancia.verify.export_tables import Export, ExportedRow, same
from constancia.verify.finding import Finding
from constancia.verify.shelf import Shelf
from constancia.verify.stored import MANIFEST

RecordRow = tuple[str, Mapping[str, Any]]
"""The name of a table and a row of it, as it would be exported now."""


def check_snapshots(snapshots: Iterable[Snapshot], shelf: Shelf) -> Iterator[Finding]:
    """Check that the archive still holds each capture that the record knows: a chain cut short is sound in itself."""
    for snapshot in snapshots:
        held = shelf.captured(snapshot.chain)
        if held is None:
            reason = "the archive's chain does not hold this capture of the record"
            yield Finding(MANIFEST, reason, None, snapshot.snapshot_id, "chain", snapshot.chain)
            continue
        for name, value in to_json(snapshot).items():
            if value != held[name]:
                yield Finding(MANIFEST, f"the record has {value!r}", None, snapshot.url, name, str(held[name]))


def check_against_record(export: Export, rows: Iterable[RecordRow]) -> Iterator[Finding]:
    """Compare row by row; both sides come in the order of an export, each table for itself."""
    exported = {name: export.rows(name) for name in export.tables()}
    is_off: set[str] = set()
    for name, values in rows:
        if name in is_off or name not in exported:
            continue
        row = next(exported[name], None)
        if row is None:
            yield Finding(name, "the record holds more rows than the export", value=_first(values))
            is_off.add(name)
            continue
        finding = _difference(row, values)
        if finding is not None:
            yield finding
            # From here on rows may be off by one: further differences would say the same again.
            is_off.add(name)
    for name, left in exported.items():
        row = next(left, None) if name not in is_off else None
        if row is not None:
            yield Finding(row.file, "the record holds no such row", row.row, _first(row.values))


def _difference(row: ExportedRow, values: Mapping[str, Any]) -> Finding | None:
    for name, value in values.items():
        if not same(row.values.get(name), value):
            shown = row.values.get(name)
            subject = _first(row.values)
            return Finding(row.file, f"the record has {value!r}", row.row, subject, name, str(shown))
    return None


def _first(values: Mapping[str, Any]) -> str | None:
    first = next(iter(values.values()), None)
    return None if first is None else str(first)
