"""Rows of a codebook's file to bytes: CSV, tab-separated text with or without a head, JSON lines, JSON."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from constancia.codec import dumps
from constancia.publish.rows import Row


class FileWriter(Protocol):
    """Writes the rows of one file."""

    def write(self, row: Row) -> None:
        """Write a row."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


class _Csv:
    """RFC 4180 with a head; what is not known is an empty field."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self._columns = columns
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        self._csv.writerow(columns)

    def write(self, row: Row) -> None:
        self._csv.writerow([_cell(row.get(name)) for name in self._columns])

    def close(self) -> None:
        self._file.close()


class _Tabs:
    """Fields between tabs, nothing quoted: white space within a field is one space each."""

    def __init__(self, path: Path, columns: Sequence[str], *, has_head: bool) -> None:
        self._columns = columns
        self._file = path.open("w", encoding="utf-8", newline="\n")
        if has_head:
            self._file.write("\t".join(columns) + "\n")

    def write(self, row: Row) -> None:
        cells = (" ".join(str(_cell(row.get(name))).split()) for name in self._columns)
        self._file.write("\t".join(cells) + "\n")

    def close(self) -> None:
        self._file.close()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return dumps(value) if isinstance(value, list | dict) else value


class _JsonLines:
    """One object a line; what is not known is left out, as PLOVER does."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, row: Row) -> None:
        self._file.write(dumps({name: value for name, value in row.items() if value not in (None, [], {})}) + "\n")

    def close(self) -> None:
        self._file.close()


class _Json:
    """One list of objects, one a line."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._before = "["

    def write(self, row: Row) -> None:
        self._file.write(self._before + dumps(row))
        self._before = ",\n"

    def close(self) -> None:
        self._file.write("]\n" if self._before != "[" else "[]\n")
        self._file.close()


class _Lists:
    """One object of lists: each row has one key, the list it is an item of."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._path = path
        self._lists: dict[str, list[Any]] = {name: [] for name in names}

    def write(self, row: Row) -> None:
        for name, item in row.items():
            self._lists[name].append(item)

    def close(self) -> None:
        self._path.write_text(dumps(self._lists) + "\n", encoding="utf-8")


_WRITERS: dict[str, Callable[[Path, Sequence[str]], FileWriter]] = {
    ".csv": _Csv,
    ".tsv": lambda path, columns: _Tabs(path, columns, has_head=True),
    ".tab": lambda path, columns: _Tabs(path, columns, has_head=False),
    ".jsonl": lambda path, _: _JsonLines(path),
    ".json": lambda path, _: _Json(path),
}


def open_file(path: Path, columns: Sequence[str]) -> FileWriter:
    """Open a file for rows, in the form that its ending names; columns without an id are lists of a JSON object."""
    if path.suffix == ".json" and "id" not in columns:
        return _Lists(path, columns)
    return _WRITERS[path.suffix](path, columns)
