"""Rows of a table to a file: CSV, Parquet or JSON lines; the same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from constancia.codec import dumps
from constancia.publish.rows import Row
from constancia.publish.tables import Kind, TableSpec

_PARQUET_ROWS = 10_000  # rows held before they are written: some ten megabytes of the widest table


class Writer(Protocol):
    """Writes the rows of one table."""

    def write(self, row: Row) -> None:
        """Write a row."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


class JsonLinesWriter:
    """One JSON object a line, every column in it."""

    def __init__(self, path: Path, spec: TableSpec) -> None:
        del spec
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, row: Row) -> None:
        """Write a row."""
        self._file.write(dumps(row) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class CsvWriter:
    """RFC 4180 with a header; lists and objects as JSON text, null as an empty field."""

    def __init__(self, path: Path, spec: TableSpec) -> None:
        self._names = spec.names()
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        self._csv.writerow(self._names)

    def write(self, row: Row) -> None:
        """Write a row."""
        self._csv.writerow([_cell(row[name]) for name in self._names])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return dumps(value) if isinstance(value, list | dict) else value


_ARROW: dict[Kind, Any] = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.TIME: pa.timestamp("us", tz="UTC"),
    Kind.JSON: pa.string(),
}

_FROM_JSON: dict[Kind, Callable[[Any], Any]] = {
    Kind.DATE: dt.date.fromisoformat,
    Kind.TIME: dt.datetime.fromisoformat,
    Kind.JSON: lambda value: dumps(value) if isinstance(value, list | dict) else value,
}


class ParquetWriter:
    """Typed columns; lists and objects as JSON text."""

    def __init__(self, path: Path, spec: TableSpec) -> None:
        self._columns = spec.columns
        self._schema = pa.schema([pa.field(column.name, _ARROW[column.kind]) for column in spec.columns])
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Write a row."""
        self._rows.append(row)
        if len(self._rows) >= _PARQUET_ROWS:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        arrays = [
            pa.array([_typed(column.kind, row[column.name]) for row in self._rows], _ARROW[column.kind])
            for column in self._columns
        ]
        self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


def _typed(kind: Kind, value: Any) -> Any:
    convert = _FROM_JSON.get(kind)
    return value if convert is None or value is None else convert(value)


WRITERS: dict[str, Callable[[Path, TableSpec], Writer]] = {
    "csv": CsvWriter,
    "parquet": ParquetWriter,
    "jsonl": JsonLinesWriter,
}
"""The writer of each format; the format is also the ending of its files."""
