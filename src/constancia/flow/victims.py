"""A restricted export in; the named people that it tells were killed, as a list of persons, out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from constancia.errors import UsageError
from constancia.estimate import Person
from constancia.verify.export_tables import RESTRICTED, Export, ExportedRow
from constancia.vocabulary import EVENT_STATUSES, Effect
from constancia.words import fold

_BLACK = "█"
# How much of a day is known where the report's first day is all there is.
_KNOWN = {"day": 10, "month": 7, "year": 4}


def read_victims(list_name: str, folder: Path) -> tuple[Person, ...]:
    """Read who was killed by name in the reports of an export: one row a name and event, however many reports say it.

    `line` is the row's number in the table of reports. A place is the report's, an age is never taken from it.
    Raises UsageError for an export whose names are blacked out, or that names nobody killed.
    """
    found: dict[tuple[str, str], Person] = {}
    for report in _reports(Export(folder)):
        for actor in _killed(report.values):
            event = str(report.values.get("event_id") or report.values["report_id"])
            person = _person(list_name, report, actor)
            found.setdefault((event, fold(person.name)), person)
    if not found:
        raise UsageError(f"{folder} names nobody who was killed: there is nothing to link")
    return tuple(found.values())


def _reports(export: Export) -> Iterator[ExportedRow]:
    """Give every report, unmasked where the export holds it so."""
    unmasked = {row.values["report_id"]: row.values for row in export.rows(RESTRICTED + "reports")}
    for row in export.rows("reports"):
        values = unmasked.get(row.values["report_id"], row.values)
        yield ExportedRow(row.file, row.row, row.table, values)


def _killed(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if report.get("status") not in EVENT_STATUSES:
        return
    for actor in report.get("actors") or ():
        if actor.get("effect") != Effect.KILLED or not actor.get("name"):
            continue
        if _BLACK in actor["name"]:
            raise UsageError("the names in this export are blacked out: write it with `constancia export --restricted`")
        yield actor


def _person(list_name: str, report: ExportedRow, actor: dict[str, Any]) -> Person:
    values = report.values
    day = str(values["date_from"]) if values.get("date_from") else None
    known = _KNOWN.get(str(values.get("date_precision")))
    is_one = values.get("date_from") == values.get("date_to") or known != 10
    date = day[:known] if day and known and is_one else None
    return Person(list_name, report.row, str(actor["name"]), date, values.get("place_name") or None)
