"""Rows of a list of named victims in; persons, checked, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from constancia.errors import InputError
from constancia.estimate.csv_rows import CsvRows
from constancia.words import fold

# Headings under which lists give what is asked for, folded.
_HEADINGS = {
    "name": ("name", "full name", "victim", "nombre", "nombre completo", "nombres y apellidos", "victima"),
    "given": ("given name", "given names", "first name", "nombres", "nombre de pila"),
    "family": ("surname", "family name", "last name", "apellidos", "apellido", "apellido paterno"),
    "second_family": ("second surname", "apellido materno", "segundo apellido"),
    "id": ("id", "identifier", "codigo", "no", "n"),
    "date": ("date", "date of death", "death date", "fecha", "fecha de muerte", "fecha de defuncion", "fecha muerte"),
    "place": (
        "place",
        "place of death",
        "municipality",
        "lugar",
        "lugar de muerte",
        "lugar de los hechos",
        "municipio",
    ),
    "age": ("age", "edad"),
}
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a list. `date` is a year, a month or a day in ISO 8601; `line` is where the row stands."""

    list_name: str
    line: int
    name: str
    date: str | None = None
    place: str | None = None
    age: int | None = None

    @property
    def row(self) -> str:
        """Name the row without naming the person."""
        return f"{self.list_name}:{self.line}"

    def content(self) -> tuple[str, ...]:
        """Give what the row says: the same row gives the same, wherever it stands in its list."""
        return (self.list_name, fold(self.name), self.date or "", fold(self.place or ""), str(self.age or ""))


def read_list(list_name: str, lines: Iterable[str]) -> tuple[Person, ...]:
    """Read a list in CSV: a column of names, and if there are any of dates, places and ages, in English or Spanish.

    Raises InputError, naming list and line, for a list without names, an empty name, an id that stands twice, a date
    or an age that is none.
    """
    rows = CsvRows(lines, f"list {list_name}")
    columns = _columns(list_name, rows)
    persons: list[Person] = []
    ids: dict[str, int] = {}
    for line, cells in rows:
        found = {key: cells[heading] for key, heading in columns.items()}
        where = f"list {list_name}, line {line}"
        _refuse_seen(found.get("id"), where, line, ids)
        persons.append(_person(list_name, line, found, where))
    if not persons:
        raise InputError(f"list {list_name} has no rows")
    return tuple(persons)


def _columns(list_name: str, rows: CsvRows) -> dict[str, str]:
    by_fold = {fold(heading).replace("_", " "): heading for heading in rows.header}
    found = {}
    for key, headings in _HEADINGS.items():
        known = next((heading for heading in headings if heading in by_fold), None)
        if known is not None:
            found[key] = by_fold[known]
    if "name" not in found and "family" not in found:
        raise InputError(
            f"list {list_name} has no column of names: call it name or nombre (or surname and given name); "
            f"its columns are {rows.shown_header()}"
        )
    return found


def _refuse_seen(row_id: str | None, where: str, line: int, ids: dict[str, int]) -> None:
    if not row_id:
        return
    if row_id in ids:
        raise InputError(f"{where}: the id {row_id} stands on line {ids[row_id]} already")
    ids[row_id] = line


def _person(list_name: str, line: int, found: dict[str, str], where: str) -> Person:
    parts = (found.get(key, "") for key in ("given", "family", "second_family"))
    name = found.get("name") or " ".join(part for part in parts if part)
    if not any(character.isalpha() for character in name):
        raise InputError(f"{where}: the name is empty; leave out rows without a name, they cannot be linked")
    return Person(
        list_name,
        line,
        name,
        _date(found.get("date"), where),
        found.get("place") or None,
        _age(found.get("age"), where),
    )


def _date(value: str | None, where: str) -> str | None:
    if not value:
        return None
    if first := _DAY_FIRST.fullmatch(value):
        day, month, year = (int(part) for part in first.groups())
    elif iso := _DAY.fullmatch(value):
        year, month, day = (int(part) if part else 0 for part in iso.groups())
    else:
        raise InputError(f"{where}: {value!r} is no date; write 2023-01-09 (or 09/01/2023, 2023-01, 2023)")
    if month > 12 or day > 31:
        raise InputError(f"{where}: {value!r} is no date: there is no such month or day")
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _age(value: str | None, where: str) -> int | None:
    if not value:
        return None
    if not value.isascii() or not value.isdigit() or int(value) > _OLDEST:
        raise InputError(f"{where}: {value!r} is no age in whole years")
    return int(value)
