"""The files of an export (JSON lines, CSV or Parquet) to rows of plain values, whichever format they are in."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from constancia.codec import long_csv_rows
from constancia.errors import UsageError, VerifyError

FORMATS = ("jsonl", "csv", "parquet")
RESTRICTED = "restricted_"
_JSON_COLUMNS = frozenset(
    "value trigger actors issue target instruments objects place according_to via parts subjects checks".split()  # noqa: SIM905
)
_NUMBER_COLUMNS = frozenset(
    {
        "start",
        "end",
        "title_end",
        "low",
        "high",
        "best",
        "bytes",
        "warc_offset",
        "http_status",
        "n_reports",
        "n_claims",
        "lowest",
        "highest",
    }
)
_BATCH_ROWS = 2000


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """One row of a table: `file` and `row` (from 1) say where it stands, `table` what it is, masked or not."""

    file: str
    row: int
    table: str
    values: dict[str, Any]


class Export:
    """A folder with one file a table."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder of an export: give the folder that `constancia export` wrote")
        self.folder = folder
        self._paths = {path.stem: path for form in FORMATS for path in sorted(folder.glob(f"*.{form}"))}
        if "pages" not in self._paths:
            raise UsageError(f"{folder} holds no table of pages: only CSV, Parquet and JSON lines can be verified")

    def tables(self) -> tuple[str, ...]:
        """Give the names of the tables, restricted ones among them."""
        return tuple(sorted(self._paths))

    def rows(self, name: str) -> Iterator[ExportedRow]:
        """Give the rows of a table, none if there is no such table; raise VerifyError where the file is damaged."""
        path = self._paths.get(name)
        if path is None:
            return
        table = name.removeprefix(RESTRICTED)
        try:
            for number, values in enumerate(_READERS[path.suffix](path), start=1):
                yield ExportedRow(path.name, number, table, values)
        except (OSError, ValueError, csv.Error, pa.ArrowException) as error:
            raise VerifyError(f"{path.name} cannot be read: {error}") from error


def _read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            values = json.loads(line)
            if not isinstance(values, dict):
                raise ValueError(f"a line is no object: {line[:40]!r}")  # noqa: TRY004 -- what is wrong is the file
            yield values


def _read_csv(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in long_csv_rows(lines, is_strict=True):
            yield {name: _from_text(name, value) for name, value in row.items()}


def _read_parquet(path: Path) -> Iterator[dict[str, Any]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_BATCH_ROWS):
            for row in batch.to_pylist():
                yield {name: _from_arrow(name, value) for name, value in row.items()}


_READERS = {".jsonl": _read_json_lines, ".csv": _read_csv, ".parquet": _read_parquet}


def _from_text(name: str, value: str | None) -> Any:
    if not value:
        return None
    if name in _JSON_COLUMNS and value[0] in "[{":
        return json.loads(value)
    return int(value) if name in _NUMBER_COLUMNS else value


def _from_arrow(name: str, value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return json.loads(value) if name in _JSON_COLUMNS and isinstance(value, str) and value[:1] in ("[", "{") else value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same, whatever format each was written in."""
    return one == other or _canonical(one) == _canonical(other)


def _canonical(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(float(value))
    if isinstance(value, list | dict):
        return json.dumps(value, sort_keys=True, ensure_ascii=False)
    return _canonical_text(str(value))


def _canonical_text(value: str) -> str:
    """Give a number or moment written as text one form: CSV has no types, and time zones are written in two ways."""
    try:
        return repr(float(value))
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(value).isoformat()
    except ValueError:
        return value
