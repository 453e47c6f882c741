"""Places of reports to codes, and pairs of places to how they lie: the same, near, one inside the other, apart."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import IntEnum
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from constancia.identity import digest
from constancia.model import ReportPlace
from constancia.vocabulary import Feature, PlacePrecision
from constancia.words import fold

SAME_KM = 4.0
"""Two points closer than this are one place: gazetteers put one town up to some kilometres apart."""

NEAR_KM = 25.0
"""A site or suburb may be told as its city up to this far; beyond it two points are two places."""

NO_PLACE = 0

MARKS = np.dtype([("country", np.int64), ("admin1", np.int64), ("name", np.int64)])

_EARTH_KM = 12742.0
_LEVELS = {
    PlacePrecision.COUNTRY: 0,
    PlacePrecision.REGION: 1,
    PlacePrecision.ADMIN1: 2,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.CITY: 4,
    PlacePrecision.SITE: 5,
}
_POINT_LEVEL = 4
_FEATURES = {
    Feature.COUNTRY: PlacePrecision.COUNTRY,
    Feature.ADMIN1: PlacePrecision.ADMIN1,
    Feature.ADMIN2: PlacePrecision.ADMIN2,
    Feature.CITY: PlacePrecision.CITY,
    Feature.SITE: PlacePrecision.SITE,
    Feature.REGION: PlacePrecision.REGION,
    Feature.OTHER: PlacePrecision.REGION,
}


class Relation(IntEnum):
    """How two places lie to one another."""

    UNKNOWN = 0
    SAME = 1
    NEAR = 2
    INSIDE = 3
    APART = 4


def precision_of(place: ReportPlace) -> PlacePrecision:
    """Give how finely a place is known, from its feature where the coder left it open."""
    return place.precision or _FEATURES[place.feature]


_WORDS = ("text", "start", "end")
_values = attrgetter(*(each.name for each in fields(ReportPlace) if each.name not in _WORDS))


def bare(place: ReportPlace) -> ReportPlace:
    """Give a place without the words that named it, so that one place is one value."""
    return replace(place, text=None, start=None, end=None)


@dataclass(slots=True)
class PlaceBook:
    """Every place of the record once; code 0 is no place."""

    places: list[ReportPlace | None] = field(default_factory=lambda: [None])
    _codes: dict[tuple[object, ...], int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=lambda: {"": 0})
    _rows: list[tuple[int, int, int, int, float, float, int]] = field(
        default_factory=lambda: [(0, 0, 0, -1, float("nan"), float("nan"), 0)]
    )

    def code(self, place: ReportPlace | None) -> int:
        """Give the code of a place, entering it when it is new."""
        if place is None:
            return NO_PLACE
        key = _values(place)
        known = self._codes.get(key)
        if known is not None:
            return known
        code = self._codes[key] = len(self.places)
        place = bare(place)
        self.places.append(place)
        self._rows.append(self._row(place))
        return code

    def _row(self, place: ReportPlace) -> tuple[int, int, int, int, float, float, int]:
        country = self._word(place.country or "")
        admin1 = self._word(f"{place.country}|{fold(place.admin1)}" if place.admin1 else "")
        name = self._word("n|" + (place.gazetteer_id or fold(place.name)))
        level = _LEVELS[precision_of(place)]
        lat = float("nan") if place.lat is None else place.lat
        lon = float("nan") if place.lon is None else place.lon
        return country, admin1, name, level, lat, lon, self._word("w|" + fold(place.name))

    def _word(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))

    def atlas(self) -> Atlas:
        """Give the places as columns, their words numbered by spelling: the same in whatever order they came."""
        rank = np.argsort(np.argsort(np.array(list(self._words), dtype=np.str_)))
        country, admin1, name, level, lat, lon, written = zip(*self._rows, strict=True)
        return Atlas(
            country=rank[list(country)].astype(np.int32),
            admin1=rank[list(admin1)].astype(np.int32),
            name=rank[list(name)].astype(np.int32),
            written=rank[list(written)].astype(np.int32),
            level=np.array(level, np.int32),
            lat=np.radians(np.array(lat, np.float64)),
            lon=np.radians(np.array(lon, np.float64)),
            marks=self._marks(),
        )

    def _marks(self) -> npt.NDArray[np.void]:
        """Give each word a number by its letters, the same in every record."""
        known = np.array([int(digest("place", word), 16) >> 1 for word in self._words], np.int64)
        marks = np.zeros(len(self._rows), MARKS)
        for column, name in enumerate(("country", "admin1", "name")):
            marks[name] = known[[int(row[column]) for row in self._rows]]
        return marks


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places as columns, by code: coded country, first division and name, level (0 country to 5 site), radians.

    `name` tells namesakes apart where the gazetteer does; `written` is the name alone.

    The codes hold for one record; `marks` number the same words alike in every record.
    """

    country: npt.NDArray[np.int32]
    admin1: npt.NDArray[np.int32]
    name: npt.NDArray[np.int32]
    written: npt.NDArray[np.int32]
    level: npt.NDArray[np.int32]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    marks: npt.NDArray[np.void]

    def km(self, one: npt.NDArray[np.int32], two: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """Give the distances of pairs of places: 0 from a place to itself, not a number where one has no point."""
        km = np.zeros(len(one))
        apart = np.flatnonzero(one != two)
        here, there = one[apart], two[apart]
        lat1, lat2 = self.lat.take(here), self.lat.take(there)
        bow = (
            np.sin((lat2 - lat1) / 2) ** 2
            + np.cos(lat1) * np.cos(lat2) * np.sin((self.lon.take(there) - self.lon.take(here)) / 2) ** 2
        )
        km[apart] = _EARTH_KM * np.arcsin(np.sqrt(np.minimum(1, bow)))
        return km

    def relations(
        self, one: npt.NDArray[np.int32], two: npt.NDArray[np.int32], km: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.int8]:
        """Give how pairs of places lie, by how far apart they are; null never matches null."""
        country1, country2 = self.country.take(one), self.country.take(two)
        same_country = (country1 == country2) & (country1 != 0)
        same_name = (self.name.take(one) == self.name.take(two)) & same_country
        level1, level2 = self.level.take(one), self.level.take(two)
        points = (level1 >= _POINT_LEVEL) & (level2 >= _POINT_LEVEL)
        close, near = points & (km <= SAME_KM), points & (km <= NEAR_KM)
        admin1, admin2 = self.admin1.take(one), self.admin1.take(two)
        may_hold = ((admin1 == admin2) | (admin1 == 0) | (admin2 == 0)) & ~((level1 == 3) & (level2 == 3))
        result = np.full(len(one), Relation.APART, np.int8)
        result[same_country & (~points | np.isnan(km)) & may_hold] = Relation.INSIDE
        # A square that no gazetteer and no text places may be anywhere.
        result[(country1 == 0) | (country2 == 0)] = Relation.UNKNOWN
        # One name in two countries is oftener one place that a text without its country left to chance.
        written = (self.written.take(one) == self.written.take(two)) & (level1 > 0) & (level2 > 0)
        result[written & (country1 != country2)] = Relation.UNKNOWN
        result[near] = Relation.NEAR
        result[close | (one == two) | (same_name & (level1 == level2) & ~(km > NEAR_KM))] = Relation.SAME
        result[(one == NO_PLACE) | (two == NO_PLACE)] = Relation.UNKNOWN
        return result

    def relation(self, one: int, two: int) -> Relation:
        """Give how one pair of places lies; most pairs of one passage are one place."""
        if one == two:
            return Relation.UNKNOWN if one == NO_PLACE else Relation.SAME
        pair = np.array([one]), np.array([two])
        return Relation(int(self.relations(*pair, self.km(*pair))[0]))
