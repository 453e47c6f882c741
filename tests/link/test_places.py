"""How places lie to one another."""

from itertools import product

import numpy as np

from constancia.link.places import NO_PLACE, PlaceBook, Relation
from constancia.model import ReportPlace
from constancia.vocabulary import Feature


def place(name: str, feature: Feature, country: str | None, point: tuple[float, float] | None) -> ReportPlace:
    lat, lon = point or (None, None)
    return ReportPlace(name, feature, None, lat, lon, country)


def test_one_pair_of_places_lies_as_it_does_among_many() -> None:
    book = PlaceBook()
    codes = [NO_PLACE] + [
        book.code(one)
        for one in (
            place("Callao", Feature.CITY, "PE", (-12.06, -77.15)),
            place("Lima", Feature.CITY, "PE", (-12.05, -77.04)),
            place("Puno", Feature.CITY, "PE", (-15.84, -70.02)),
            place("Peru", Feature.COUNTRY, "PE", None),
            place("the square", Feature.SITE, None, None),
        )
    ]
    pairs = list(product(codes, codes))
    ones, others = (np.array(side, np.int32) for side in zip(*pairs, strict=True))
    atlas = book.atlas()
    assert [atlas.relation(*pair) for pair in pairs] == atlas.relations(ones, others, atlas.km(ones, others)).tolist()


def test_one_name_in_two_countries_speaks_neither_for_nor_against() -> None:
    book = PlaceBook()
    panama = book.code(place("Santiago", Feature.CITY, "PA", (8.1, -80.98)))
    chile = book.code(place("Santiago", Feature.CITY, "CL", (-33.45, -70.65)))
    david = book.code(place("David", Feature.CITY, "PA", (8.43, -82.43)))
    peru = book.code(place("Santiago", Feature.CITY, "PE", (-14.19, -75.71)))
    other = book.code(place("Santiago", Feature.CITY, "PE", (-13.15, -72.05)))
    atlas = book.atlas()

    assert atlas.relation(panama, chile) is Relation.UNKNOWN
    assert atlas.relation(david, chile) is Relation.APART
    assert atlas.relation(peru, other) is Relation.APART
