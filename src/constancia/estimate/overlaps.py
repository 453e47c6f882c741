"""Rows of a capture matrix in; how many persons stand on exactly which lists, checked, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from constancia.errors import InputError, UsageError
from constancia.estimate.csv_rows import CsvRows, Row

IN = "in_"
COUNT = "n"
MOST_LISTS = 5
_MOST_DIGITS = 9

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """How many persons stand on exactly which lists.

    `counts[cell]` is the number of persons on the lists whose bits are set in `cell` (the first list is bit 0);
    `counts[0]`, those on no list, is not known and held as 0.
    """

    lists: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def observed(self) -> int:
        """The number of persons on any list."""
        return sum(self.counts)

    def on_exactly(self, n_lists: int) -> int:
        """Count the persons who stand on exactly so many lists."""
        return sum(count for cell, count in enumerate(self.counts) if cell.bit_count() == n_lists)

    def table(self) -> Floats:
        """Give the counts as an array."""
        return np.array(self.counts, dtype=np.float64)


def read_matrix(lines: Iterable[str]) -> Overlaps:
    """Read a matrix in CSV: a row a person, or a row a pattern with how many persons show it (`n`).

    Raises InputError, naming the line, for what is no capture matrix; UsageError for too few or too many lists.
    """
    rows = CsvRows(lines, "the matrix")
    columns = _list_columns(rows)
    counts = [0] * 2 ** len(columns)
    ids: dict[str, int] = {}
    for line, row in rows:
        _refuse_seen(row.get("id"), line, ids)
        counts[_cell(row, columns, line)] += _count(row, line) if COUNT in row else 1
    if not sum(counts):
        raise InputError("the matrix has no rows: nobody stands on any list")
    return Overlaps(tuple(column.removeprefix(IN) for column in columns), tuple(counts))


def _list_columns(rows: CsvRows) -> list[str]:
    header = rows.header
    if len(set(header)) < len(header):
        raise InputError(f"the matrix names a column twice: {rows.shown_header()}")
    columns = [name for name in header if name.startswith(IN)]
    if not columns and COUNT in header:
        columns = [name for name in header if name != COUNT]
    if not columns:
        raise InputError(
            "the matrix has no list columns: name them in_LIST, or give patterns with their number in a column "
            f"{COUNT}; its columns are {rows.shown_header()}"
        )
    check_number_of_lists(len(columns))
    return columns


def check_number_of_lists(number: int) -> None:
    """Raise UsageError for one list, which tells nothing of those it misses, and for more than five."""
    if number < 2:
        raise UsageError("an estimate needs at least 2 lists, better 3 to 5: there is 1")
    if number > MOST_LISTS:
        raise UsageError(f"there are {number} lists; choose or merge them to at most {MOST_LISTS}")


def _refuse_seen(person: str | None, line: int, ids: dict[str, int]) -> None:
    if person is None:
        return
    if not person:
        raise InputError(f"line {line}: the id is empty")
    if person in ids:
        raise InputError(f"line {line}: the id {person} stands on line {ids[person]} already; a row is one person")
    ids[person] = line


def _cell(row: Row, columns: list[str], line: int) -> int:
    cell = 0
    for bit, column in enumerate(columns):
        value = row[column]
        if value not in ("0", "1"):
            said = f"is {value[:30]!r}" if value else "is empty"
            raise InputError(f"line {line}: {column} {said}; it must be 0 or 1")
        cell |= int(value) << bit
    if not cell:
        raise InputError(f"line {line}: a row that stands on no list; those are what is estimated")
    return cell


def _count(row: Row, line: int) -> int:
    value = row[COUNT]
    if not value.isascii() or not value.isdigit() or len(value) > _MOST_DIGITS:
        said = f"is {value[:30]!r}" if value else "is empty"
        raise InputError(f"line {line}: {COUNT} {said}; it must be a whole number below a thousand million")
    return int(value)
