"""What was counted over months or years is in the ledger; what a sum by the way counts does not reach on."""

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import Scope
from tests.coding.telling import PUBLISHED


def coded(text, language="en"):
    return code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))


def tolls(text, language="en"):
    return {(claim.measure.value, claim.best) for claim in coded(text, language).toll_claims}


def of_events(text, language="en"):
    return {(claim.measure.value, claim.best) for report in coded(text, language).reports for claim in report.claims}


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The guild says 136 bakers were killed in Acholi between December 2021 and March 2022.", 136),
        ("en", "Raiders killed 852 bakers across the country in 2022.", 852),
        ("en", "Some 51 murders of bakers had been committed in 2022, six fewer than in 2021.", 51),
        ("es", "El gremio registró 49 muertes de panaderos entre diciembre de 2021 y marzo de 2022.", 49),
    ],
)
def test_a_count_over_months_is_a_toll(language, text, count):
    assert [best for _, best in tolls(text, language)] == [count]
    assert of_events(text, language) == set()


def test_one_deed_of_a_bygone_year_keeps_its_dead():
    assert ("killed", 3) in of_events("In 1987 guards shot dead three bakers in Gulu. Bakers marched there on Monday.")


def test_a_figure_put_behind_the_hurt_of_one_deed_is_of_that_deed():
    text = "At least 33 bakers were hurt in clashes in Gulu on Wednesday, police said. The guild put the figure at 52."
    assert ("injured", 52) in of_events(text)


def test_arrests_so_far_told_behind_a_toll_are_of_the_toll():
    text = (
        "The guild says fifty bakers have been killed in Acholi since the protests began on 18 June. "
        "Some 682 have been arrested, it said."
    )
    assert ("arrested", 682) in tolls(text)


def test_who_did_it_and_where_makes_a_deed_behind_a_toll():
    text = (
        "The guild says 136 bakers were killed in Acholi between December 2021 and March 2022. "
        "In a separate incident, soldiers killed eight raiders in Gulu."
    )
    assert ("killed", 8) in of_events(text)


def test_what_was_counted_before_is_no_count_of_today():
    text = "Police arrested 90 bakers at a march in Leeds on Monday, compared with 12 last year."
    assert of_events(text) == {("arrested", 90)}


def test_what_a_riot_left_is_the_riots():
    text = "Bakers recalled the 1992 riots, which left 63 people dead after two guards were acquitted of a beating."
    claims = [*coded(text).toll_claims, *(claim for report in coded(text).reports for claim in report.claims)]
    assert [(claim.best, claim.perpetrator_role) for claim in claims] == [(63, None)]


def test_the_scope_of_a_toll_of_years_is_cumulative():
    claim = coded("Raiders killed 852 bakers across the country in 2022.").toll_claims[0]
    assert (claim.scope, claim.since) == (Scope.CUMULATIVE, "2022")


@pytest.mark.parametrize(
    ("text", "count", "since"),
    [
        ("Some 22 guards of the city have been killed this year.", 22, "2023"),
        ("In 2020-21, about 750 bakers died during a long strike in Acholi.", 750, "2020"),
    ],
)
def test_a_count_of_this_year_or_of_two_is_a_toll(text, count, since):
    assert [(claim.best, claim.since) for claim in coded(text).toll_claims] == [(count, since)]


def test_a_toll_of_the_year_is_of_no_deed_and_the_last_years_is_no_count():
    text = (
        "Raiders killed five bakers in Gulu on Sunday. The murder toll for the year stood at 623, against 577 in 2022."
    )
    assert tolls(text) == {("killed", 623)}
    assert of_events(text) == {("killed", 5)}


def test_whom_a_day_hurt_is_not_of_all_days_since():
    text = "The strike began on 1 July and turned violent on Monday, when 400 bakers were hurt in Gulu."
    assert tolls(text) == set()


def test_murders_up_to_a_day_are_of_no_shooting():
    text = "Three bakers were shot in Gulu on Saturday. The police recorded 822 murders up to 15 July."
    assert ("killed", 822) in tolls(text)
    assert ("killed", 822) not in of_events(text)
