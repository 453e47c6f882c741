"""A country file of GeoNames, an ubigeo table or any table of places in, a gazetteer file of the user's own out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from constancia.data.gazetteer_file import write_tables
from constancia.errors import LexiconError
from constancia.vocabulary import Feature
from constancia.words.folding import fold
from constancia.words.gazetteer.build import GazetteerBuilder, PlaceRow
from constancia.words.gazetteer.keys import name_key
from constancia.words.gazetteer.lookup import Candidate, Gazetteer
from constancia.words.gazetteer.rows import Rank

_GEONAMES_COLUMNS = 19
_RANKS = {
    "PPLC": Rank.CAPITAL,
    "PPLG": Rank.CAPITAL,
    "PPLA": Rank.ADMIN1_SEAT,
    "PPLA2": Rank.ADMIN2_SEAT,
    "PPLA3": Rank.SEAT,
    "PPLX": Rank.SECTION,
}
# Third and lower units (districts, parishes) are places of their own in the record, which has two levels of units.
_UNITS = {"ADM1": Feature.ADMIN1, "ADM2": Feature.ADMIN2, "ADM3": Feature.CITY, "ADM4": Feature.CITY}
_HEADINGS = {
    "name": ("distrito", "centro poblado", "nombre", "name", "place", "localidad", "municipio", "nomccpp"),
    "admin1": ("departamento", "region", "estado", "admin1", "nombdep", "desc_dep", "dpto"),
    "admin2": ("provincia", "admin2", "nombprov", "desc_prov", "municipality"),
    "lat": ("latitud", "latitude", "lat", "y"),
    "lon": ("longitud", "longitude", "lon", "lng", "long", "x"),
    "code": ("ubigeo", "inei", "ubigeo_inei", "codigo", "code", "id", "idccpp"),
    "population": ("poblacion", "population", "habitantes"),
    "country": ("pais", "country", "iso2"),
}


@dataclass(frozen=True, slots=True)
class _Units:
    """The countries and first units of a gazetteer, and its second units by their parent and key."""

    countries: Mapping[str, Candidate]
    firsts: Mapping[tuple[str, str], Candidate]
    seconds: Mapping[tuple[str, str], Candidate]


def add_to_gazetteer(source: Path, out: Path, base: Gazetteer, country: str | None = None) -> int:
    """Make a gazetteer file of the places in `source` and count them; `country` (ISO code) is for tables without one.

    Raises LexiconError when `source` is neither a GeoNames country file nor a table with known headings.
    """
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    is_geonames = bool(lines) and lines[0].count("\t") == _GEONAMES_COLUMNS - 1
    units = _units_of(base)
    places = list(_geonames(lines, units) if is_geonames else _table(lines, units, country, source))
    if not places:
        raise LexiconError(f"{source}: no place in it; see docs/how-to/gazetteer.md for what may be loaded")
    builder = GazetteerBuilder()
    builder.add(places)
    builder.add(_parents(places, units))
    write_tables(builder.tables(), out)
    return len(places)


def _units_of(base: Gazetteer) -> _Units:
    countries: dict[str, Candidate] = {}
    firsts: dict[tuple[str, str], Candidate] = {}
    seconds: dict[tuple[str, str], Candidate] = {}
    for unit in base.units():
        if unit.feature is Feature.COUNTRY:
            countries[unit.country or ""] = unit
        elif unit.feature is Feature.ADMIN1:
            firsts[unit.country or "", name_key(unit.name)] = unit
        else:
            seconds[unit.admin1_id or "", name_key(unit.name)] = unit
    return _Units(countries, firsts, seconds)


def _parents(places: Iterable[PlaceRow], units: _Units) -> Iterator[PlaceRow]:
    """Give the units that the places lie in, so that the file stands by itself; their names are not listed again."""
    wanted = {parent for place in places for parent in (place.country, place.admin1, place.admin2)}
    for unit in (*units.countries.values(), *units.firsts.values(), *units.seconds.values()):
        own = (unit.country or "") if unit.feature is Feature.COUNTRY else unit.id
        if own in wanted:
            yield PlaceRow(
                id=own,
                name=unit.name,
                feature=unit.feature,
                lat=unit.lat,
                lon=unit.lon,
                geoname=int(unit.id.partition(":")[2]) if unit.feature is Feature.COUNTRY else 0,
                code=own,
                country=unit.country,
                admin1=unit.admin1_id,
                admin2=unit.admin2_id,
                is_listed=False,
            )


def _geonames(lines: list[str], units: _Units) -> Iterator[PlaceRow]:
    known = {unit.id for unit in (*units.firsts.values(), *units.seconds.values())}
    for line in lines:
        cells = line.split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            continue
        kind, code, country = cells[6], cells[7], cells[8]
        feature = Feature.CITY if kind == "P" else _UNITS.get(code)
        if feature is None:
            continue
        first = f"geonames-admin1:{country}.{cells[10]}"
        second = f"geonames-admin2:{country}.{cells[10]}.{cells[11]}"
        own = {Feature.ADMIN1: first, Feature.ADMIN2: second}.get(feature)
        yield PlaceRow(
            id=own or cells[0],
            name=cells[1],
            feature=feature,
            lat=float(cells[4]),
            lon=float(cells[5]),
            geoname=0 if own else int(cells[0]),
            code=own or "",
            population=int(cells[14] or 0),
            rank=_RANKS.get(code, Rank.NONE),
            country=country,
            admin1=first if first in known else None,
            admin2=second if second in known or own == second else None,
            other_names=tuple(name for name in cells[3].split(",") if len(name) > 2 and not name.isupper()),
        )


def _table(lines: list[str], units: _Units, country: str | None, source: Path) -> Iterator[PlaceRow]:
    dialect = csv.Sniffer().sniff(lines[0], ",;\t|") if lines else csv.excel
    rows = csv.DictReader(lines, dialect=dialect)
    columns = _columns(rows.fieldnames or ())
    if "name" not in columns:
        raise LexiconError(f"{source}: no column with a place's name; one of {', '.join(_HEADINGS['name'])} is wanted")
    for number, row in enumerate(rows):
        cells = {what: (row[column] or "").strip() for what, column in columns.items()}
        place = _place(cells, units, country, f"{source.stem}:{cells.get('code') or number}")
        if place is not None:
            yield place


def _columns(headings: Iterable[str]) -> dict[str, str]:
    by_key = {fold(heading).strip(): heading for heading in headings}
    found = {what: next((name for name in names if name in by_key), None) for what, names in _HEADINGS.items()}
    return {what: by_key[name] for what, name in found.items() if name is not None}


def _place(cells: dict[str, str], units: _Units, country: str | None, own: str) -> PlaceRow | None:
    """Give the place of a row; without a point of its own it lies in the middle of its unit."""
    code = (cells.get("country") or country or "").upper()
    first = units.firsts.get((code, name_key(cells.get("admin1", ""))))
    second = units.seconds.get((first.id, name_key(cells.get("admin2", "")))) if first else None
    unit = second or first
    if not cells["name"] or code not in units.countries:
        return None
    if cells.get("lat") and cells.get("lon"):
        point = float(cells["lat"].replace(",", ".")), float(cells["lon"].replace(",", "."))
    elif unit is not None:
        point = unit.lat, unit.lon
    else:
        return None
    name = cells["name"]
    return PlaceRow(
        id=own,
        name=name.title() if name.isupper() else name,
        feature=Feature.CITY,
        lat=point[0],
        lon=point[1],
        code=own,
        population=int(cells.get("population") or 0),
        country=code,
        admin1=first.id if first else None,
        admin2=second.id if second else None,
    )
