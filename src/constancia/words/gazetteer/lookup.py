"""A name key in, the places that bear the name out."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from zlib import crc32

from constancia.data.gazetteer_file import DEGREE, GazetteerTables, read_tables
from constancia.vocabulary import Feature
from constancia.words.gazetteer.rows import FEATURES, NameKind, Rank


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for; `unit` tells its country and admin units as far as they are known."""

    id: str
    name: str
    feature: Feature
    lat: float
    lon: float
    population: int
    rank: Rank
    kind: NameKind
    country: str | None
    admin1: str | None
    admin2: str | None
    country_id: str | None
    admin1_id: str | None
    admin2_id: str | None


_KINDS = tuple(NameKind)
_RANKS = tuple(Rank)


class _Table:
    """One file's columns, ready to be asked."""

    def __init__(self, tables: GazetteerTables) -> None:
        self._columns = tables
        self._hashes = tables.hashes
        self._keys = tables.keys
        self._key_ends = tables.key_ends

    def key_number(self, key: str) -> int:
        """Give the number of a key, -1 when no place has that name."""
        wanted = key.encode()
        hashed = crc32(wanted)
        number = bisect_left(self._hashes, hashed)
        while number < len(self._hashes) and self._hashes[number] == hashed:
            if self._keys[self._key_ends[number] : self._key_ends[number + 1]] == wanted:
                return number
            number += 1
        return -1

    def traits(self, number: int) -> int:
        return self._columns.traits[number]

    def candidates(self, number: int) -> list[Candidate]:
        columns = self._columns
        start, end = columns.posting_ends[number], columns.posting_ends[number + 1]
        return [self._candidate(columns.postings[place], _KINDS[columns.kinds[place]]) for place in range(start, end)]

    def units(self, smallest: Feature) -> Iterator[Candidate]:
        """Give countries and admin units, which stand first, down to a kind of unit."""
        last = bisect_right(self._columns.feature, FEATURES.index(smallest))
        return (self._candidate(row, NameKind.MAIN) for row in range(last))

    def ranked(self, rank: Rank) -> Iterator[Candidate]:
        """Give the seats of one rank: the capitals and seats of government of countries, those of their first units."""
        ranks = self._columns.rank.tobytes()
        wanted = bytes([_RANKS.index(rank)])
        row = ranks.find(wanted)
        while row >= 0:
            yield self._candidate(row, NameKind.MAIN)
            row = ranks.find(wanted, row + 1)

    def _candidate(self, row: int, kind: NameKind) -> Candidate:
        columns = self._columns
        country, admin1, admin2 = columns.country[row] - 1, columns.admin1[row] - 1, columns.admin2[row] - 1
        return Candidate(
            id=self._id(row),
            name=self._name(row),
            feature=FEATURES[columns.feature[row]],
            lat=columns.lat[row] / DEGREE,
            lon=columns.lon[row] / DEGREE,
            population=columns.population[row],
            rank=_RANKS[columns.rank[row]],
            kind=kind,
            country=self._code(country) if country >= 0 else None,
            admin1=self._name(admin1) if admin1 >= 0 else None,
            admin2=self._name(admin2) if admin2 >= 0 else None,
            country_id=self._id(country) if country >= 0 else None,
            admin1_id=self._id(admin1) if admin1 >= 0 else None,
            admin2_id=self._id(admin2) if admin2 >= 0 else None,
        )

    def _name(self, row: int) -> str:
        return _text(self._columns.names, self._columns.name_ends, row)

    def _code(self, row: int) -> str:
        return _text(self._columns.codes, self._columns.code_ends, self._columns.code[row])

    def _id(self, row: int) -> str:
        geoname = self._columns.geoname[row]
        return f"geonames:{geoname}" if geoname else self._code(row)


def _text(texts: memoryview, ends: memoryview, number: int) -> str:
    return texts[ends[number] : ends[number + 1]].tobytes().decode()


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a gazetteer knows of a name: the places that bear it, and what else its words are (bits of `Trait`)."""

    candidates: tuple[Candidate, ...]
    traits: int


_NOTHING = Entry((), 0)


class Gazetteer:
    """Places by name; later tables add to earlier ones, and a place that two tables hold is given once."""

    def __init__(self, tables: Sequence[GazetteerTables]) -> None:
        self._tables = [_Table(each) for each in tables]
        self._known: dict[str, Entry] = {}
        self._capitals: dict[str | None, Candidate] = {}
        self._seats: dict[tuple[str | None, str | None], Candidate] = {}

    def __contains__(self, key: str) -> bool:
        return any(table.key_number(key) >= 0 for table in self._tables)

    def find(self, key: str) -> tuple[Candidate, ...]:
        """Give the places whose name has this key (`name_key`), most populous first."""
        return self.entry(key).candidates

    def entry(self, key: str) -> Entry:
        """Give the places that have this key, and what else the words of the name are."""
        entry = self._known.get(key)
        if entry is None:
            entry = self._look_up(key)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = entry
        return entry

    def capital(self, country: str) -> Candidate | None:
        """Give the capital of a country, of two the more populous one."""
        if not self._capitals:
            found = chain.from_iterable(table.ranked(Rank.CAPITAL) for table in self._tables)
            self._capitals = {each.country: each for each in sorted(found, key=lambda each: each.population)}
        return self._capitals.get(country)

    def seat(self, country: str, admin1: str) -> Candidate | None:
        """Give the seat of a country's first unit by the unit's name, of two the more populous one."""
        if not self._seats:
            ranks = (Rank.ADMIN1_SEAT, Rank.CAPITAL)
            found = [each for rank in ranks for table in self._tables for each in table.ranked(rank)]
            found.sort(key=lambda each: each.population)
            self._seats = {(each.country, each.admin1): each for each in found}
        return self._seats.get((country, admin1))

    def units(self, smallest: Feature = Feature.ADMIN2) -> Iterator[Candidate]:
        """Give every country and admin unit, down to a kind of unit."""
        return chain.from_iterable(table.units(smallest) for table in self._tables)

    def _look_up(self, key: str) -> Entry:
        numbers = [(table, table.key_number(key)) for table in self._tables]
        if all(number < 0 for _, number in numbers):
            return _NOTHING
        traits = 0
        found: dict[str, Candidate] = {}
        for table, number in numbers:
            if number >= 0:
                traits |= table.traits(number)
                for candidate in table.candidates(number):
                    found.setdefault(candidate.id, candidate)
        order = sorted(found.values(), key=lambda each: (-each.population, each.kind, each.id))
        return Entry(tuple(order), traits)


# About 20,000 distinct capitalised runs cover a year of one newspaper; an entry takes some 300 bytes.
_REMEMBERED = 50_000


@cache
def default_gazetteer(*extra: Path) -> Gazetteer:
    """Load the package's gazetteer, and after it the files that the user made; each set of files once a process.

    The user's files are `extra` and those named by the setting `gazetteer` (environment CONSTANCIA_GAZETTEER).
    """
    package = files("constancia.data").joinpath("gazetteer")
    own = sorted((Path(str(each)) for each in package.iterdir() if each.name.endswith(".gaz")), key=os.fspath)
    named = (Path(name) for name in os.environ.get("CONSTANCIA_GAZETTEER", "").split(os.pathsep) if name)
    return Gazetteer([read_tables(path) for path in chain(own, named, extra)])
