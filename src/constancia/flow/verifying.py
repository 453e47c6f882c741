"""Archive, export, store -> verify: what is checked, and what the record itself would export today to check it with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from constancia.flow.release import StoredRecord, policy_of
from constancia.publish.export import ExportOptions, tagged_rows
from constancia.publish.tables import RESTRICTED
from constancia.store import Store
from constancia.verify import Finding, verify
from constancia.verify.against_record import RecordRow
from constancia.verify.export_tables import Export
from constancia.vocabulary import EVENT_STATUSES, Policy


def verify_record(archive: Path, export: Path | None, store: Store | None, counts: Counter[str]) -> Iterator[Finding]:
    """Give everything that is not as it was, the archive first; `counts` takes what was checked."""
    rows = _record_rows(store, _options_of(Export(export))) if store and export else None
    return verify(archive, export, record=rows, snapshots=store.snapshots() if store else (), counts=counts)


def _options_of(export: Export) -> ExportOptions:
    """Find out how an export was made, so that like is held against like."""
    names = set(export.tables())
    events = [row.values for row in export.rows("events")]
    return ExportOptions(
        policy=policy_of(str(events[0]["policy"])) if events else Policy.BOUNDS,
        has_texts="texts" in names,
        has_restricted=any(name.startswith(RESTRICTED) for name in names),
        has_all_statuses=any(row["status"] not in EVENT_STATUSES for row in events),
    )


def _record_rows(store: Store, options: ExportOptions) -> Iterator[RecordRow]:
    for spec, public, full in tagged_rows(StoredRecord(store, policy_of(options.policy)), options):
        yield spec.name, public
        if options.has_restricted and public is not full:
            yield RESTRICTED + spec.name, full
