"""Figures of another town or another time than the deed told before them are not that deed's."""

import pytest

from tests.coding.test_grave_figures import coded


def of_reports(text, language):
    return [(claim.measure.value, claim.best) for report in coded(text, language).reports for claim in report.claims]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "es",
            "Unos 900 panaderos marcharon el lunes en Tarija. En Yacuiba, tres albañiles murieron en la obra.",
            [("participants", 900)],
        ),
        (
            "es",
            "Los 900 panaderos marcharon el lunes en Tarija.\n\nMientras tanto, en Yacuiba, 400 vecinos hicieron cola.",
            [("participants", 900)],
        ),
        (
            "en",
            "About 900 bakers marched in Kumasi on Monday. In Tamale, three builders died at a site.",
            [("participants", 900)],
        ),
    ],
)
def test_what_a_sentence_tells_of_another_town_is_not_of_the_march(language, text, wanted):
    assert of_reports(text, language) == wanted


def test_what_a_sentence_tells_of_the_same_town_is():
    text = "Unos 900 panaderos marcharon el lunes en Tarija. En Tarija hubo además tres heridos."
    assert ("injured", 3) in of_reports(text, "es")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Marcharon 900 panaderos el lunes en Tarija, más del doble que los 400 de la semana pasada.", 900),
        ("es", "Marcharon 900 panaderos el lunes en Tarija. Fueron menos que los 1.400 panaderos de enero.", 900),
        ("en", "On Monday 900 bakers marched in Kumasi, far more than the 400 protesters of last week.", 900),
    ],
)
def test_a_crowd_that_another_is_held_against_took_no_part(language, text, wanted):
    assert of_reports(text, language) == [("participants", wanted)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Unos 900 panaderos marcharon en Tarija. Fue tranquila, a diferencia de la primera, que dejó 31 heridos.",
        ),
        (
            "en",
            "Some 900 bakers marched in Kumasi on Monday. It was calm, unlike the first, which left 31 people injured.",
        ),
        ("es", "Unos 900 panaderos marcharon el lunes en Tarija contra los homicidios, que fueron 260 en 2022."),
        ("es", "El lunes marcharon 900 panaderos en Tarija. Fue la mayor marcha desde 2019, cuando murieron 10."),
        ("es", "Unos 900 panaderos marcharon en Tarija. El comité elevó a 1.161 el total de presos del país."),
    ],
)
def test_harm_that_a_march_is_held_against_is_not_done_at_it(language, text):
    assert of_reports(text, language) == [("participants", 900)]


def test_the_dead_of_an_earlier_clash_are_not_of_one_without_a_day():
    text = (
        "El gremio cuenta 64 heridos.\n\nLos enfrentamientos de Tarija son los más graves desde noviembre de 2019, "
        "cuando en Yacuiba murieron 10 panaderos y en Bermejo otros 10 civiles."
    )
    assert ("killed", 10) not in of_reports(text, "es")


def test_what_a_year_left_is_a_toll_of_that_year():
    coding = coded("Unos 900 panaderos marcharon el lunes en Tarija por los homicidios, que fueron 260 en 2022.", "es")
    assert [(claim.best, claim.scope.value, claim.since) for claim in coding.toll_claims] == [
        (260, "cumulative", "2022")
    ]
