"""Events and tolls of an export against its claims: a figure that is drawn from claims is one that a claim gives."""

from __future__ import annotations

from collections.abc import Iterator

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
        shelf.put_claim(owner, values["claim_id"])
        for part in _PARTS:
            if values.get(part) is not None:
                shelf.put_figure(owner, values["measure"], values[part])


def event_findings(shelf: Shelf, row: ExportedRow) -> Iterator[Finding]:
    """Check the figures of an event."""
    if row.values.get("policy") in _GIVES_OWN_NUMBERS:
        return
    for measure in _MEASURES:
        for part in _PARTS:
            name = f"{measure}_{part}"
            yield from _unsaid(shelf, row, str(row.values["event_id"]), measure, name)


def toll_findings(shelf: Shelf, row: ExportedRow) -> Iterator[Finding]:
    """Check the bounds of a toll and the number of its claims."""
    toll, n_claims = str(row.values["toll_id"]), int(row.values["n_claims"])
    for name in ("lowest", "highest"):
        yield from _unsaid(shelf, row, toll, str(row.values["measure"]), name)
    if n_claims != (held := shelf.n_claims(toll)):
        reason = f"the table of claims holds {held} of this toll"
        yield Finding(row.file, reason, row.row, toll, "n_claims", str(n_claims))


def _unsaid(shelf: Shelf, row: ExportedRow, owner: str, measure: str, name: str) -> Iterator[Finding]:
    value = row.values.get(name)
    if value is not None and int(value) not in shelf.figures(owner, measure):
        yield Finding(row.file, "no claim gives this figure", row.row, owner, name, str(value))
