"""An event file (the events table as CSV, JSON lines or Parquet, or ACLED's CSV) in; its rows as they compare out."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from constancia.errors import InputError, UsageError
from constancia.model import Problem
from constancia.publish.compare.acled_file import read_acled
from constancia.publish.rows import Row

TEXT_FIELDS = ("country", "admin1", "place_name", "acled_event_type", "acled_sub_event_type", "type", "mode", "form")
FIGURES = ("killed", "injured", "arrested", "participants")
_NEEDED = frozenset({"event_id", "date_from", "place_name", "lat", "lon", "type"})
_PARTS = ("low", "high", "best")


@dataclass(frozen=True, slots=True)
class FileEvent:
    """An event of a file: what there is to match it by, its texts and its figures as low, high and best."""

    event_id: str
    first: dt.date
    last: dt.date
    lat: float | None
    lon: float | None
    texts: dict[str, str | None]
    figures: dict[str, tuple[int | None, int | None, int | None]]


def read_events(path: Path) -> Iterator[FileEvent | Problem]:
    """Give the dated events of a file, and a problem for each row that cannot be used.

    Raises UsageError where there is no such file, InputError where it is no event file.
    """
    if path.is_dir():
        path = _events_of(path)
    if not path.exists():
        raise UsageError(f"there is no event file {path}")
    for at, row in enumerate(_rows(path), start=1):
        if isinstance(row, Problem):
            yield row
            continue
        try:
            event = _event(row)
        except (ValueError, TypeError, KeyError) as error:
            yield Problem("compare", f"{path.name}: event {at}", f"cannot be read: {error}")
            continue
        yield event or Problem("compare", f"{path.name}: {row['event_id']}", "has no date: it is compared with nothing")


def _events_of(folder: Path) -> Path:
    names = [*(f"events.{form}" for form in ("jsonl", "csv", "parquet")), "acled.csv"]
    found = [folder / name for name in names if (folder / name).exists()]
    if not found:
        raise UsageError(f"{folder} holds no events: give an export's folder or an event file")
    return found[0]


def _rows(path: Path) -> Iterator[Row | Problem]:
    if path.suffix == ".parquet":
        for batch in pq.ParquetFile(path).iter_batches(batch_size=2000):
            yield from batch.to_pylist()
    elif path.suffix == ".csv":
        yield from _csv_rows(path)
    else:
        yield from _json_rows(path)


def _csv_rows(path: Path) -> Iterator[Row | Problem]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.DictReader(file)
        if "event_id" in (reader.fieldnames or ()):
            _check(path, reader.fieldnames or ())
            yield from ({name: value or None for name, value in row.items() if name} for row in reader)
            return
    yield from read_acled(path)


def _json_rows(path: Path) -> Iterator[Row | Problem]:
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        for number, line in enumerate(file, start=1):
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                yield Problem("compare", f"{path.name}:{number}", "no JSON object")
                continue
            if number == 1:
                _check(path, row)
            yield row


def _check(path: Path, names: Any) -> None:
    missing = sorted(_NEEDED - set(names))
    if missing:
        raise InputError(f"{path} is no event file: it lacks the columns {', '.join(missing)}")


def _event(row: Row) -> FileEvent | None:
    first = _day(row["date_from"])
    if first is None:
        return None
    lat, lon = (None if row[name] in (None, "") else float(row[name]) for name in ("lat", "lon"))
    return FileEvent(
        event_id=str(row["event_id"]),
        first=first,
        last=_day(row.get("date_to")) or first,
        lat=lat,
        lon=lon,
        texts={name: row.get(name) or None for name in TEXT_FIELDS},
        figures={name: _figure(row, name) for name in FIGURES},
    )


def _figure(row: Row, measure: str) -> tuple[int | None, int | None, int | None]:
    low, high, best = (row.get(f"{measure}_{part}") for part in _PARTS)
    return _number(low), _number(high), _number(best)


def _number(value: Any) -> int | None:
    return None if value in (None, "") else int(value)


def _day(value: Any) -> dt.date | None:
    if value in (None, ""):
        return None
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
