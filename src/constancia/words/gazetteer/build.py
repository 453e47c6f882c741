"""Places with their names in, the tables of a gazetteer file out; the same places in any order give the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from constancia.data.gazetteer_file import DEGREE, GazetteerTables
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
        names = [row.name.encode()[:_LONGEST] for row in rows]
        return GazetteerTables(
            geoname=np.array([row.geoname for row in rows], np.uint32),
            code=np.array([code_number[row.code] for row in rows], np.uint32),
            lat=np.array([round(row.lat * DEGREE) for row in rows], np.int32),
            lon=np.array([round(row.lon * DEGREE) for row in rows], np.int32),
            population=np.array([row.population for row in rows], np.uint32),
            feature=np.array([FEATURES.index(row.feature) for row in rows], np.uint8),
            rank=np.array([row.rank for row in rows], np.uint8),
            country=_parents(number, [row.country for row in rows]),
            admin1=_parents(number, [row.admin1 for row in rows]),
            admin2=_parents(number, [row.admin2 for row in rows]),
            name_lengths=np.array([len(name) for name in names], np.uint8),
            names=_bytes(b"".join(names)),
            codes=_bytes("\n".join(codes).encode()),
            **self._name_columns(rows),
        )

    def _name_columns(self, rows: list[PlaceRow]) -> dict[str, Any]:
        postings: dict[bytes, dict[int, NameKind]] = {}
        for index, row in enumerate(rows):
            for name, kind in _names(row):
                key = name_key(name).encode()
                if 1 < len(key) <= _LONGEST:
                    postings.setdefault(key, {}).setdefault(index, kind)
        keys = sorted(postings, key=lambda key: (crc32(key), key))
        found = [sorted(postings[key].items()) for key in keys]
        traits = [self.traits.get(key.decode(), Trait(0)) for key in keys]
        return {
            "hashes": np.array([crc32(key) for key in keys], np.uint32),
            "key_lengths": np.array([len(key) for key in keys], np.uint8),
            "keys": _bytes(b"".join(keys)),
            "traits": np.array(traits, np.uint8),
            "posting_counts": np.array([len(each) for each in found], np.uint16),
            "postings": np.array([row for each in found for row, _ in each], np.int32),
            "kinds": np.array([kind for each in found for _, kind in each], np.uint8),
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


def _parents(number: Mapping[str, int], ids: list[str | None]) -> npt.NDArray[np.int32]:
    return np.array([number.get(each, -1) if each else -1 for each in ids], np.int32)


def _bytes(text: bytes) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text, np.uint8)
