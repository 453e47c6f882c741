"""How places lie to one another."""

from itertools import product

import numpy as np

from constancia.link.places import NO_PLACE, PlaceBook
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
