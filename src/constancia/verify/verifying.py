"""An archive, and an export of its record, to everything about them that is not as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from constancia.errors import VerifyError
from constancia.model import Snapshot
from constancia.verify.against_record import RecordRow, check_against_record, check_snapshots
from constancia.verify.export_tables import Export
from constancia.verify.exported import check_export
from constancia.verify.finding import Finding
from constancia.verify.shelf import Shelf
from constancia.verify.stored import Held, check_archive


def verify(
    archive: Path,
    export: Path | None = None,
    *,
    record: Iterable[RecordRow] | None = None,
    snapshots: Iterable[Snapshot] = (),
    counts: Counter[str] | None = None,
) -> Iterator[Finding]:
    """Give what is wrong, in the order in which it is met: the archive first, then the export, then the record.

    `snapshots` are those that the record knows. `record` gives the rows that it would export now, in an export's order.
    `counts` takes what was checked. Raises UsageError if `export` is no folder of an export.
    """
    counts = Counter() if counts is None else counts
    exported = Export(export) if export is not None else None
    with Shelf() as shelf:
        for item in check_archive(archive):
            if isinstance(item, Held):
                counts["captures"] += 1
                shelf.put_snapshot(item.snapshot)
            else:
                yield item
        yield from check_snapshots(snapshots, shelf)
        if exported is None:
            return
        try:
            yield from check_export(archive, exported, shelf, counts)
            if record is not None:
                yield from check_against_record(exported, record)
        except VerifyError as error:
            yield Finding(exported.folder.name, str(error))
