"""A codebook's name in; its columns, policy and word lists, as data/codebooks has them, out."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = "codebooks"


@dataclass(frozen=True, slots=True)
class Book:
    """What a codebook's data file says: `files` has the columns of each file, `lists` whatever else it keeps."""

    name: str
    policy: str
    statuses: frozenset[str]
    measures: frozenset[str]
    has_single_number: bool
    not_held: tuple[str, ...]
    files: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, Any]


@cache
def load_book(name: str) -> Book:
    """Read a codebook's data file."""
    table = tomllib.loads(_text(f"{name}.toml"))
    return Book(
        name=name,
        policy=table["policy"],
        statuses=frozenset(table["statuses"]),
        measures=frozenset(table["measures"]),
        has_single_number=table["single_number"],
        not_held=tuple(table["not_held"]),
        files={file: tuple(one["columns"]) for file, one in table["files"].items()},
        lists=table,
    )


@dataclass(frozen=True, slots=True)
class Country:
    """The codes of a country; None where a list has none for it."""

    iso2: str
    iso3: str
    iso_numeric: int | None
    fips: str | None
    name: str
    acled_region: str | None
    ged_region: str | None
    cow: int | None
    gw: int | None


@cache
def _countries() -> dict[str, Country]:
    return {row["iso2"]: _country(row) for row in csv.DictReader(_text("countries.csv").splitlines())}


def _country(row: dict[str, str]) -> Country:
    numbers = {name: int(row[name]) if row[name] else None for name in ("iso_numeric", "cow", "gw")}
    words = {name: row[name] or None for name in ("fips", "acled_region", "ged_region")}
    return Country(iso2=row["iso2"], iso3=row["iso3"], name=row["name"], **numbers, **words)  # type: ignore[arg-type]


def country(code: str | None) -> Country | None:
    """Give the country of an ISO 3166-1 alpha-2 code."""
    return _countries().get(code or "")


def country_named(name: str) -> Country | None:
    """Give the country of an English name."""
    return _by_name().get(name.casefold())


@cache
def _by_name() -> dict[str, Country]:
    return {one.name.casefold(): one for one in _countries().values()}


@cache
def roles() -> dict[str, dict[str, str]]:
    """Give, for each role of ours, what others call it."""
    return {row["role"]: row for row in csv.DictReader(_text("roles.csv").splitlines())}


def _text(name: str) -> str:
    return files("constancia.data").joinpath(_FOLDER, name).read_text(encoding="utf-8")
