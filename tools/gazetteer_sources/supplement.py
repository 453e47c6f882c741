"""The CSV files beside the gazetteer (aliases, points, regions) to rows and changes to rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow, Rank, name_key
from gazetteer_sources.cities import Town


def aliases(path: Path) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Read (feature, country, key of the name) -> more names."""
    return {
        (row["feature"], row["country"], name_key(row["name"])): tuple(row["aliases"].split("|")) for row in _rows(path)
    }


# Two towns of one name nearer than this (degrees) are one town.
_NEAR = 0.2


@dataclass(frozen=True, slots=True)
class Supplement:
    """What goes before what the packages say, by GeoNames code ("PE", "PE.21"): points, and names of admin units."""

    points: dict[str, tuple[float, float]]
    unit_names: dict[str, str]


def read(folder: Path) -> Supplement:
    """Read points and names."""
    return Supplement(
        points={row["code"]: (float(row["lat"]), float(row["lon"])) for row in _rows(folder / "points.csv")},
        unit_names={row["code"]: row["name"] for row in _rows(folder / "unit_names.csv")},
    )


def regions(path: Path) -> list[PlaceRow]:
    """Read regions, seas, rivers, mountains and the like, which no package holds."""
    rows = []
    for row in _rows(path):
        code = "region:" + name_key(row["name"]).replace(" ", "-")
        rows.append(
            PlaceRow(
                id=code,
                name=row["name"],
                feature=Feature(row["feature"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                code=code,
                population=int(row["weight"] or 0),
                country=row["country"] or None,
                other_names=tuple(filter(None, row["aliases"].split("|"))),
            )
        )
    return rows


def towns(path: Path, known: list[Town]) -> list[Town]:
    """Read towns that the packages lack; a town's units are those of the nearest known town of its country."""
    found = []
    for row in _rows(path):
        lat, lon = float(row["lat"]), float(row["lon"])
        near = min(
            (town for town in known if town.country == row["country"] and town.admin1[-1] != "."),
            key=lambda town: (town.lat - lat) ** 2 + (town.lon - lon) ** 2,
        )
        town = Town(
            geoname=0,
            name=row["name"],
            lat=lat,
            lon=lon,
            population=int(row["population"]),
            country=row["country"],
            admin1=near.admin1,
            admin2="",
            rank=Rank.NONE,
            other_names=tuple(filter(None, row["aliases"].split("|"))),
        )
        if not any(_is_same(town, each) for each in known):
            found.append(town)
    return found


def _is_same(one: Town, other: Town) -> bool:
    is_near = abs(one.lat - other.lat) < _NEAR and abs(one.lon - other.lon) < _NEAR
    return is_near and one.country == other.country and name_key(one.name) == name_key(other.name)


def with_aliases(rows: list[PlaceRow], more: dict[tuple[str, str, str], tuple[str, ...]]) -> list[PlaceRow]:
    """Give the rows with the names of the supplement; of namesakes in a country the most populous gets them."""
    best: dict[tuple[str, str, str], PlaceRow] = {}
    for row in rows:
        for name in {row.name, *row.short_names}:
            key = (row.feature.value, row.country or "", name_key(name))
            if key in more and (key not in best or row.population > best[key].population):
                best[key] = row
    missing = sorted(set(more) - set(best))
    if missing:
        raise SystemExit(f"aliases.csv names places that the packages lack: {missing}")
    added: dict[str, tuple[str, ...]] = {}
    for key, row in best.items():
        added[row.id] = added.get(row.id, ()) + more[key]
    return [replace(row, short_names=(*row.short_names, *added.get(row.id, ()))) for row in rows]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))
