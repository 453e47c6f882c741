"""The ids that earlier releases gave, and the changes of this one, in; where each id that is gone leads to now out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from constancia.publish.release.tables_read import TextRow

FILE = "resolves.csv"
COLUMNS = ("table", "id", "resolves_to", "release")
_GONE = ("merged", "withdrawn")


def resolve_rows(earlier: Iterable[TextRow], changed: Iterable[TextRow], release: str) -> list[TextRow]:
    """Give a row for every id that was ever released and is gone: the id that took its place, None where none did.

    An id whose heir is gone too leads to the heir's heir; one that came back is gone no more.
    """
    now = list(changed)
    heirs = {(row["table"], row["id"]): row["new"] for row in now if row["change"] in _GONE}
    back = {(row["table"], row["id"]) for row in now if row["change"] == "added"}
    rows = [
        {**row, "resolves_to": heirs.get((row["table"], row["resolves_to"]), row["resolves_to"])}
        for row in earlier
        if (row["table"], row["id"]) not in back
    ]
    rows += [
        {"table": table, "id": key, "resolves_to": heir, "release": release} for (table, key), heir in heirs.items()
    ]
    return sorted(rows, key=lambda row: (row["table"] or "", row["id"] or ""))


def read_resolves(folder: Path) -> list[TextRow]:
    """Read where the ids of a release's forerunners lead."""
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]


def write_resolves(folder: Path, rows: Iterable[TextRow]) -> None:
    """Write where the ids that are gone lead."""
    with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
