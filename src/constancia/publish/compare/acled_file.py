"""A CSV in ACLED's columns in; rows of the events table, and a problem for every row that cannot be used, out."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from constancia.errors import InputError
from constancia.model import Problem
from constancia.publish import tables
from constancia.publish.codebooks.book import country_named, load_book
from constancia.publish.rows import Row
from constancia.vocabulary import AcledEventType, AcledSubEventType

NEEDED = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "country", "location", "fatalities")
_ID = "event_id_cnty"
_POINTS = {"latitude": 90.0, "longitude": 180.0}
_PRECISION = {"1": "day", "2": "week", "3": "month"}
_DAYS = {"1": 1, "2": 7, "3": 31}
_PLACES = {"1": "city", "2": "admin2", "3": "admin1"}
_DAY_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d-%b-%Y", "%d/%m/%Y")
Numbered = tuple[int, list[str]]


def read_acled(path: Path) -> Iterator[Row | Problem]:
    """Give an events row for every row of the file that can be used, and a problem for every other; memory stays flat.

    The file is gone over twice, the first time for ids that stand in it more than once: of those the first row counts.
    Raises InputError, before anything is given, where the head lacks a column that is needed.
    """
    repeated, seen = _repeated(path), set[str]()
    with _opened(path) as (head, lines):
        for line, cells in lines:
            try:
                row = _row(head, cells)
            except ValueError as error:
                yield Problem("import", f"{path.name}:{line}", str(error))
                continue
            key = row["event_id"]
            if _key(key) in repeated:
                if key in seen:
                    yield Problem("import", f"{path.name}:{line}", f"duplicate id {key}: the first row of it counts")
                    continue
                seen.add(key)
            yield row


@contextmanager
def _opened(path: Path) -> Iterator[tuple[list[str], Iterator[Numbered]]]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        first = file.readline()
        delimiter = ";" if first.count(";") > first.count(",") else ","
        head = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
        missing = [name for name in NEEDED if name not in head]
        if missing:
            raise InputError(f"{path} is no ACLED file: it lacks the columns {', '.join(missing)}")
        twice = sorted({name for name in head if head.count(name) > 1})
        if twice:
            raise InputError(f"{path} has the column {twice[0]} twice: take one of them out")
        reader = csv.reader(file, delimiter=delimiter)
        yield head, _lines(reader)


def _lines(reader: Any) -> Iterator[Numbered]:
    """Give the rows with the line that each ends on; a row that csv refuses comes empty, to be filed as a problem."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["\ufffd"]
        if cells:
            yield reader.line_num + 1, cells


def _repeated(path: Path) -> frozenset[int]:
    keys = array("Q")
    with _opened(path) as (head, lines):
        at = head.index(_ID)
        for _, cells in lines:
            if at < len(cells):
                keys.append(_key(cells[at].strip()))
    ordered = np.sort(np.frombuffer(keys, dtype=np.uint64)) if keys else np.empty(0, np.uint64)
    return frozenset(int(key) for key in np.unique(ordered[1:][ordered[1:] == ordered[:-1]]))


def _key(event_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(event_id.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _row(head: Sequence[str], cells: Sequence[str]) -> Row:
    """Read a row; raises ValueError, saying which column and what is wrong with it."""
    given = _given(head, cells)
    event_type, sub_type = _types(given)
    first = _day(given["event_date"])
    precision = given.get("time_precision") or "1"
    if precision not in _PRECISION:
        raise ValueError(f"time_precision {precision!r} is none of 1, 2, 3")
    lat, lon = (_coordinate(given, name) for name in _POINTS)
    killed = _count(given["fatalities"])
    where = country_named(given["country"])
    known = load_book("acled").lists["read_back"]
    kind, *mode = known.get(sub_type) or known[event_type]
    values: Row = {
        "event_id": given[_ID],
        "type": kind,
        "mode": mode[0] if mode else None,
        "acled_event_type": event_type,
        "acled_sub_event_type": sub_type,
        "status": "occurred",
        "date_from": first.isoformat(),
        "date_to": (first + dt.timedelta(_DAYS[precision] - 1)).isoformat(),
        "date_precision": _PRECISION[precision],
        "place_name": given["location"] or None,
        "lat": lat,
        "lon": lon,
        "country": where.iso2 if where else None,
        "admin1": given.get("admin1") or None,
        "admin2": given.get("admin2") or None,
        "place_precision": _PLACES.get(given.get("geo_precision") or "1"),
        "actors": [],
        **{f"killed_{part}": killed for part in ("low", "high", "best")},
        "policy": "acled",
    }
    return {name: values.get(name) for name in tables.EVENTS.names()}


def _given(head: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Give a row's cells by their columns; raises ValueError where they do not fit."""
    if len(cells) != len(head):
        raise ValueError(f"{len(cells)} fields where the head has {len(head)}")
    if any("\udc80" <= letter <= "\udcff" for cell in cells if not cell.isascii() for letter in cell):
        raise ValueError("bytes that are no UTF-8")
    given = {name: cell.strip() for name, cell in zip(head, cells, strict=True)}
    if not given[_ID]:
        raise ValueError(f"{_ID} is empty")
    return given


def _types(given: dict[str, str]) -> tuple[str, str]:
    for column, known in (("event_type", AcledEventType), ("sub_event_type", AcledSubEventType)):
        if given[column] not in set(known):
            raise ValueError(f"{column} {given[column]!r} is none of ACLED's")
    return given["event_type"], given["sub_event_type"]


def _day(text: str) -> dt.date:
    if len(text) == len("2024-05-06") and text[4] == "-":  # the usual form, ten times as fast to read
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    for form in _DAY_FORMS:
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise ValueError(f"event_date {text!r} is no date")


def _coordinate(given: dict[str, str], name: str) -> float | None:
    text = given.get(name)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{name} {text!r} is no number") from None
    if not abs(value) <= _POINTS[name]:
        raise ValueError(f"{name} {text!r} lies outside the world")
    return value


def _count(text: str) -> int:
    if not text.isdecimal() or not text.isascii():
        raise ValueError(f"fatalities {text!r} is no whole number")
    return int(text)
