"""Places with their names in, the tables of a gazetteer file out; the same places in any order give the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from constancia.data.gazetteer_file import DEGREE, GazetteerTables, column, ends, packed
from constancia.vocabulary import Feature
from constancia.words.gazetteer.keys import name_key
from constancia.words.gazetteer.rows import FEATURES, NameKind, Rank, Trait

_LONGEST = 255


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place to be put into a gazetteer; `country`, `admin1`, `admin2` are the ids of the units that hold it.

    `code` is what names it where it has no GeoNames id: "PE" of a country, "geonames-admin1:PE.21", "ubigeo:210501".
    """

    id: str
    name: str
    feature: Feature
    lat: float
    lon: float
    geoname: int = 0
    code: str = ""
    population: int = 0
    rank: Rank = Rank.NONE
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    other_names: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    is_listed: bool = True
    """Whether its names can be looked up; a row that only holds others up is not listed."""


@dataclass(slots=True)
class GazetteerBuilder:
    """Gathers places; `traits` tells what else a key is (a common word, a surname)."""

    traits: Mapping[str, Trait] = field(default_factory=dict)
    _rows: dict[str, PlaceRow] = field(default_factory=dict)

    def add(self, places: Iterable[PlaceRow]) -> None:
        """Take places; of two with one id the first is kept."""
        for place in places:
            self._rows.setdefault(place.id, place)

    def tables(self) -> GazetteerTables:
        """Build the columns."""
        rows = sorted(self._rows.values(), key=_order)
        number = {row.id: index for index, row in enumerate(rows)}
        codes = sorted({row.code for row in rows} | {""})
        code_number = {code: index for index, code in enumerate(codes)}
        names, name_ends = packed(row.name.encode() for row in rows)
        texts, code_ends = packed(code.encode() for code in codes)
        return GazetteerTables(
            geoname=column(row.geoname for row in rows),
            code=column(code_number[row.code] for row in rows),
            lat=column((round(row.lat * DEGREE) for row in rows), "i"),
            lon=column((round(row.lon * DEGREE) for row in rows), "i"),
            population=column(row.population for row in rows),
            feature=column(FEATURES.index(row.feature) for row in rows),
            rank=column(row.rank for row in rows),
            country=_parents(number, [row.country for row in rows]),
            admin1=_parents(number, [row.admin1 for row in rows]),
            admin2=_parents(number, [row.admin2 for row in rows]),
            names=names,
            name_ends=name_ends,
            codes=texts,
            code_ends=code_ends,
            **self._name_columns(rows),
        )

    def _name_columns(self, rows: list[PlaceRow]) -> dict[str, memoryview]:
        postings: dict[bytes, dict[int, NameKind]] = {}
        for index, row in enumerate(rows):
            for name, kind in _names(row):
                key = name_key(name).encode()
                if 1 < len(key) <= _LONGEST:
                    postings.setdefault(key, {}).setdefault(index, kind)
        keys = sorted(postings, key=lambda key: (crc32(key), key))
        found = [sorted(postings[key].items()) for key in keys]
        texts, key_ends = packed(keys)
        return {
            "hashes": column((crc32(key) for key in keys), "I"),
            "keys": texts,
            "key_ends": key_ends,
            "traits": column(self.traits.get(key.decode(), Trait(0)) for key in keys),
            "postings": column((row for each in found for row, _ in each), "I"),
            "posting_ends": column(ends(len(each) for each in found), "I"),
            "kinds": column(kind for each in found for _, kind in each),
        }


def _order(row: PlaceRow) -> tuple[int, str, str, str, int, str]:
    """Order rows so that neighbours are alike: larger units first, then by where they lie."""
    feature = FEATURES.index(row.feature)
    return feature, row.country or "", row.admin1 or "", row.admin2 or "", row.geoname, row.id


def _names(row: PlaceRow) -> Iterator[tuple[str, NameKind]]:
    if row.is_listed:
        yield row.name, NameKind.MAIN
        yield from ((name, NameKind.SHORT) for name in row.short_names)
        yield from ((name, NameKind.OTHER) for name in row.other_names)


def _parents(number: Mapping[str, int], ids: list[str | None]) -> memoryview:
    return column(number.get(each, -1) + 1 if each else 0 for each in ids)
