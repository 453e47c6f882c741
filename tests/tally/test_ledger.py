"""Rows hold the claims that count one thing; disputed is only what cannot both be true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.model import PlaceValue, Speaker
from constancia.tally import tally
from constancia.vocabulary import Certainty, Feature, Measure, Modifier, Role, Scope
from tests.tally.samples import MINISTRY, UNION, entry


def row(*entries):
    (toll,) = tally(entries)
    return toll


def test_a_claim_on_an_event_is_no_toll():
    assert list(tally([entry("a", 3, report_id="r1")])) == []


def test_claims_of_one_measure_place_and_start_lie_in_one_row():
    toll = row(entry("a", 4, 1), entry("b", 7, 5), entry("c", 9, 9))
    assert toll.claim_ids == ("a", "b", "c")
    assert (toll.lowest, toll.highest, toll.disputed) == (4, 9, False)
    assert (toll.first_as_of.day, toll.last_as_of.day) == (1, 9)


def test_deaths_and_arrests_are_two_rows():
    assert len(list(tally([entry("a", 4), entry("b", 40, measure=Measure.ARRESTED)]))) == 2


def test_a_country_is_one_place_in_two_languages():
    spanish = PlaceValue("Perú", Feature.COUNTRY, country="PE")
    assert len(row(entry("a", 4), entry("b", 5, 3, place=spanish)).claim_ids) == 2


def test_a_start_given_as_a_month_joins_its_day():
    toll = row(entry("a", 4, since="2031-02"), entry("b", 5, 3))
    assert toll.since == "2031-02-01"


def test_no_start_joins_the_one_start_there_is():
    assert row(entry("a", 4, 2, since=None), entry("b", 5, 3)).since == "2031-02-01"


def test_no_start_stays_alone_where_there_are_two():
    tolls = list(tally([entry("a", 4, 9, since=None), entry("b", 5, 3), entry("c", 80, 3, since="2021-01")]))
    assert len(tolls) == 3


def test_figures_of_one_wide_area_on_two_occasions_are_two_rows():
    tolls = list(tally([entry(n, 4, d, scope=Scope.PLACE, since=None) for n, d in (("a", 1), ("b", 20))]))
    assert len(tolls) == 2


def test_a_later_higher_figure_of_another_speaker_is_growth():
    assert not row(entry("a", 4, 1, according_to=MINISTRY), entry("b", 9, 5, according_to=UNION)).disputed


def test_two_figures_on_one_day_are_disputed():
    assert row(entry("a", 4, 5, according_to=MINISTRY), entry("b", 9, 5, according_to=UNION)).disputed


def test_a_later_lower_figure_of_another_speaker_is_disputed_and_said():
    toll = row(entry("a", 9, 1, according_to=UNION), entry("b", 4, 5, according_to=MINISTRY))
    assert toll.disputed
    assert any(check.startswith("falls without a correction: 9") for check in toll.checks)


def test_a_speaker_who_lowers_a_figure_corrects_it():
    toll = row(entry("a", 9, 1, according_to=UNION), entry("b", 8, 5, according_to=UNION))
    assert not toll.disputed
    assert any(check.startswith("lowered by the same speaker") for check in toll.checks)


@pytest.mark.parametrize(
    ("one", "two", "is_one"),
    [
        ("the ombudsman's office", "la Defensoría del Pueblo", True),
        ("Health Ministry", "la ministra de Salud", True),
        ("the Attorney General's Office", "Ministerio Público", True),
        ("the ombudsman's office", "Ministry of Health", False),
        ("Port Hospital", "Hospital del Puerto", False),
    ],
)
def test_an_office_is_one_speaker_in_two_languages(one, two, is_one):
    first = entry("a", 8, day=1, according_to=Speaker(Role.OTHER, one))
    second = entry("b", 7, day=3, according_to=Speaker(Role.OTHER, two))
    assert row(first, second).disputed is not is_one


def test_over_80_and_approximately_80_agree():
    over = entry("a", low=81, modifier=Modifier.OVER)
    about = entry("b", 80, 3, modifier=Modifier.ABOUT)
    hundred = entry("c", low=101, day=9, modifier=Modifier.OVER)
    seventy = entry("d", low=71, day=12, modifier=Modifier.OVER)
    assert not row(over, about, hundred, seventy).disputed


def test_copies_rumours_rhetoric_and_parts_dispute_nothing():
    toll = row(
        entry("a", 9, 5),
        entry("b", 4, 5, is_copy=True),
        entry("c", 5, 5, certainty=Certainty.UNCONFIRMED),
        entry("d", 60, 5, certainty=Certainty.RHETORICAL),
        entry("e", 2, 5, part_of="a"),
    )
    assert not toll.disputed
    assert (toll.lowest, toll.highest) == (9, 9)


def test_a_wider_count_that_names_the_smaller_as_its_part_does_not_dispute_it():
    toll = row(
        entry("a", 48, 5, according_to=MINISTRY),
        entry("b", 60, 5, according_to=UNION),
        entry("b1", 48, 5, part_of="b", start=1),
        entry("b2", 11, 5, part_of="b", start=2),
        entry("b3", 1, 5, part_of="b", start=3),
    )
    assert not toll.disputed
    assert "its parts add up: 48 + 11 + 1 = 60" in toll.checks
    assert any(check.startswith("explained by scope: 60") for check in toll.checks)


def test_parts_that_come_to_more_than_the_whole_are_said():
    toll = row(entry("b", 10, 5), entry("b1", 8, 5, part_of="b"), entry("b2", 7, 5, part_of="b", start=2))
    assert any(check.startswith("its parts do not add up: 8 + 7 = 15, not 10") for check in toll.checks)


def test_a_slip_of_digits_is_said():
    toll = row(entry("a", 9, 1), entry("b", 19, 2, publisher="The Gull"), entry("c", 9, 3))
    assert any(check.startswith("perhaps a slip of digits: 19") for check in toll.checks)
    swapped = row(entry("a", 39, 1), entry("b", 93, 2, publisher="The Gull"), entry("c", 39, 3))
    assert any(check.startswith("perhaps a slip of digits: 93") for check in swapped.checks)


FIGURES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(1, 28), st.sampled_from([None, UNION, MINISTRY])), max_size=7
)


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(figures, rng):
    claims = [entry(f"c{n}", best, day, according_to=who) for n, (best, day, who) in enumerate(figures)]
    assert list(tally(claims)) == list(tally(rng.sample(claims, len(claims))))


@given(FIGURES)
def test_every_claim_is_in_one_row_and_bounds_are_in_order(figures):
    claims = [entry(f"c{n}", best, day, according_to=who) for n, (best, day, who) in enumerate(figures)]
    tolls = list(tally(claims))
    assert sorted(name for toll in tolls for name in toll.claim_ids) == sorted(c.claim.claim_id for c in claims)
    assert all(toll.lowest <= toll.highest for toll in tolls)
    assert all(toll.first_as_of <= toll.last_as_of for toll in tolls)
    assert len({toll.toll_id for toll in tolls}) == len(tolls)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 28)), max_size=8))
def test_figures_that_only_grow_are_never_disputed(figures):
    grown = sorted(figures, key=lambda pair: pair[1])
    best, total, last, claims = 0, [], 0, []
    for number, (step, day) in enumerate(grown):
        best = best if day == last else best + step
        last = day
        claims.append(entry(f"c{number}", best, day))
        total.append(best)
    assert not any(toll.disputed for toll in tally(claims))
