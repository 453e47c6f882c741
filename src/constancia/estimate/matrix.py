"""Linked lists in; the rows of the capture matrix, under pseudonyms unless names are asked for, out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from constancia.errors import UsageError
from constancia.estimate.linking import Individual, LinkedLists
from constancia.estimate.overlaps import IN, Overlaps, check_number_of_lists
from constancia.identity import digest

_NAMED = ("name", "date", "place", "age", "rows")


def matrix_lines(linked: LinkedLists, *, is_restricted: bool = False) -> Iterator[str]:
    """Give the matrix as lines of CSV, by id: `id`, an `in_` column of 0 and 1 for each list, and `flags`.

    The columns that name a person and the rows they come from stand in it only when it is restricted.
    """
    header = ["id", *(IN + name for name in linked.lists), "flags", *(_NAMED if is_restricted else ())]
    rows = sorted(zip(_ids(linked), linked.individuals, strict=True), key=lambda row: row[0])
    yield _line(header)
    for person_id, one in rows:
        on = {row.list_name for row in one.rows}
        cells = [person_id, *(str(int(name in on)) for name in linked.lists), " ".join(one.flags)]
        yield _line([*cells, *(_named(one) if is_restricted else ())])


def overlaps_of(linked: LinkedLists) -> Overlaps:
    """Count the individuals by the lists that they stand on."""
    check_number_of_lists(len(linked.lists))
    counts = [0] * 2 ** len(linked.lists)
    for one in linked.individuals:
        on = {row.list_name for row in one.rows}
        counts[sum(1 << bit for bit, name in enumerate(linked.lists) if name in on)] += 1
    return Overlaps(linked.lists, tuple(counts))


def check_lists(names: list[str]) -> None:
    """Raise UsageError for fewer than two lists, and for two of one name."""
    if len(names) < 2:
        raise UsageError("a matrix needs at least 2 lists")
    if len(set(names)) < len(names):
        raise UsageError(f"two lists have one name among {', '.join(names)}: name them NAME=FILE")


def _ids(linked: LinkedLists) -> list[str]:
    """Make each id of what the rows say; rows that say the very same are told apart by their number."""
    seen: Counter[str] = Counter()
    ids = []
    for one in linked.individuals:
        content = digest(*(part for row in sorted(row.content() for row in one.rows) for part in row))
        ids.append("v" + digest("victim", content, seen[content]))
        seen[content] += 1
    return ids


def _named(one: Individual) -> list[str]:
    longest = max(one.rows, key=lambda row: (len(row.name), row.name))
    dates = [row.date for row in one.rows if row.date]
    places = [row.place for row in one.rows if row.place]
    ages = [str(row.age) for row in one.rows if row.age is not None]
    firsts = [max(dates, key=len) if dates else "", places[0] if places else "", ages[0] if ages else ""]
    return [longest.name, *firsts, " ".join(row.row for row in one.rows)]


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
