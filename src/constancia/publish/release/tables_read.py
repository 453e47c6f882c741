"""A table of a release, in whatever format, in; its rows as text, nothing known as None, out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from constancia.codec import dumps, long_csv_rows

TextRow = dict[str, str | None]


def text_rows(folder: Path, table: str, form: str) -> Iterator[TextRow]:
    """Give the rows of a table; the same values give the same texts in every format."""
    path = folder / "tables" / f"{table}.{form}"
    for row in _rows(path, form):
        yield {name: _text(value) for name, value in row.items()}


def _rows(path: Path, form: str) -> Iterator[dict[str, Any]]:
    if form == "parquet":
        for batch in pq.ParquetFile(path).iter_batches(batch_size=2000):
            yield from batch.to_pylist()
        return
    with path.open(encoding="utf-8", newline="") as file:
        if form == "csv":
            yield from long_csv_rows(file)
        else:
            yield from map(json.loads, file)


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return dumps(value)
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)
