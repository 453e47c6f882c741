"""How the names of one text speak for each other's candidates."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.read.places.agreement import near_pairs, near_votes, shares, unit_votes, units_of
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, NameKind, Rank

NEAR_KM = 75.0


def place(lat: float, lon: float, feature: Feature = Feature.CITY) -> Candidate:
    nothing = (None, None, None, None, None, None)
    return Candidate("x", "X", feature, lat, lon, 0, Rank.NONE, NameKind.MAIN, *nothing)


def test_two_places_some_way_apart_are_near_by_their_distance() -> None:
    (pair,) = near_pairs([place(-12.0, -77.0), place(-13.0, -77.0)], [0, 1], NEAR_KM)
    assert pair.nearness == pytest.approx(math.exp(-111.2 / NEAR_KM), rel=1e-3)


def test_degrees_of_longitude_are_shorter_away_from_the_equator() -> None:
    (there,) = near_pairs([place(0, 0), place(0, 1)], [0, 1], NEAR_KM)
    (north,) = near_pairs([place(60, 0), place(60, 1)], [0, 1], NEAR_KM)
    assert math.log(north.nearness) == pytest.approx(math.log(there.nearness) / 2, rel=1e-3)


def test_neither_candidates_of_one_name_nor_whole_countries_are_near_each_other() -> None:
    assert near_pairs([place(0, 0), place(0, 0)], [3, 3], NEAR_KM) == []
    assert near_pairs([place(0, 0), place(0, 0, Feature.COUNTRY)], [0, 1], NEAR_KM) == []
    assert near_pairs([place(0, 0), place(30, 0)], [0, 1], NEAR_KM) == []


def test_votes_are_those_of_the_other_names() -> None:
    pairs = near_pairs([place(0, 0), place(0, 0), place(0, 0)], [0, 0, 1], NEAR_KM)
    assert near_votes([0.25, 0.5, 1.0], pairs) == [1.0, 1.0, 0.75]
    assert unit_votes([0.25, 0.5, 1.0, 8.0], units_of(["PE", "PE", "PE", None], [0, 0, 1, 2])) == [1.0, 1.0, 0.75, 0.0]


@given(st.lists(st.tuples(st.floats(-700, 700), st.integers(0, 3)), min_size=1))
def test_the_shares_of_a_name_add_up_to_one(scored: list[tuple[float, int]]) -> None:
    groups = [group for _, group in scored]
    found = shares([score for score, _ in scored], groups)
    for group in set(groups):
        assert sum(share for share, own in zip(found, groups, strict=True) if own == group) == pytest.approx(1)
