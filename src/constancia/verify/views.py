"""Events and tolls of an export against its claims: a figure that is drawn from claims is one that a claim gives."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.identity import event_id
from constancia.verify.export_tables import ExportedRow
from constancia.verify.finding import Finding
from constancia.verify.shelf import Shelf
from constancia.vocabulary import Policy

_PARTS = ("low", "high", "best")
_MEASURES = ("killed", "injured", "arrested", "participants")
# Codebooks of others give vague words numbers of their own, which no claim holds.
_GIVES_OWN_NUMBERS = frozenset({Policy.ACLED, Policy.CCC, Policy.COUNTLOVE, Policy.UCDP})


def lay_by_figures(shelf: Shelf, row: ExportedRow) -> None:
    """Keep what a claim gives to its event and its toll."""
    values = row.values
    for owner in (values.get("event_id"), values.get("toll_id")):
        if not owner:
            continue
        shelf.put_claim(owner, values["claim_id"], values.get("as_of"))
        for part in _PARTS:
            if values.get(part) is not None:
                shelf.put_figure(owner, values["measure"], values[part])


def lay_by_link(shelf: Shelf, row: ExportedRow) -> None:
    """Keep which report is of which event."""
    shelf.put_link(str(row.values["event_id"]), str(row.values["report_id"]))


def event_findings(shelf: Shelf, row: ExportedRow) -> Iterator[Finding]:
    """Check the id and the figures of an event."""
    event, reports = str(row.values["event_id"]), shelf.reports(str(row.values["event_id"]))
    if not reports or event_id(reports) != event:
        yield Finding(row.file, "the id is not made from the reports linked to it", row.row, event, "event_id", event)
    elif row.values.get("n_reports") != len(reports):
        found = str(row.values.get("n_reports"))
        yield Finding(row.file, f"{len(reports)} reports are linked to it", row.row, event, "n_reports", found)
    if row.values.get("policy") in _GIVES_OWN_NUMBERS:
        return
    for measure in _MEASURES:
        for part in _PARTS:
            name = f"{measure}_{part}"
            yield from _unsaid(shelf, row, str(row.values["event_id"]), measure, name)


def report_findings(shelf: Shelf, row: ExportedRow) -> Iterator[Finding]:
    """Check that a report is of the event that it is linked to."""
    event, report = row.values.get("event_id"), str(row.values["report_id"])
    if event is not None and report not in shelf.reports(str(event)):
        yield Finding(row.file, "no link holds it to be of this event", row.row, report, "event_id", str(event))


def toll_findings(shelf: Shelf, row: ExportedRow) -> Iterator[Finding]:
    """Check the bounds of a toll and the number of its claims."""
    toll, n_claims = str(row.values["toll_id"]), int(row.values["n_claims"])
    for name in ("lowest", "highest"):
        yield from _unsaid(shelf, row, toll, str(row.values["measure"]), name)
    for name in ("first_as_of", "last_as_of"):
        day = row.values.get(name)
        if day is not None and day not in shelf.days(toll):
            yield Finding(row.file, "no claim of this toll holds for this day", row.row, toll, name, day)
    if n_claims != (held := shelf.n_claims(toll)):
        reason = f"the table of claims holds {held} of this toll"
        yield Finding(row.file, reason, row.row, toll, "n_claims", str(n_claims))


def _unsaid(shelf: Shelf, row: ExportedRow, owner: str, measure: str, name: str) -> Iterator[Finding]:
    value = row.values.get(name)
    if value is not None and int(value) not in shelf.figures(owner, measure):
        yield Finding(row.file, "no claim gives this figure", row.row, owner, name, str(value))
