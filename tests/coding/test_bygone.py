"""What a text recalls of years before is not of the deed that it tells of."""

import pytest

from constancia.vocabulary import Measure
from tests.coding.telling import reports_of


def _dead_and_hurt(text: str, language: str) -> list[int | None]:
    return [
        claim.best
        for report in reports_of(text, language)
        for claim in report.claims
        if claim.measure in (Measure.KILLED, Measure.INJURED)
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Soldados dispararon el martes contra una marcha en Ica. En octubre de 2019 murieron 22 panaderos.", []),
        ("es", "Cientos marcharon el martes en Ica. Entre mayo de 2019 y marzo de 2020 hubo 31 muertes.", []),
        ("en", "Soldiers fired on a march in Ica on Tuesday. In October 2020 eleven bakers died and 30 were hurt.", []),
        ("en", "Soldiers fired on a march in Ica on Tuesday. Eleven bakers died and 30 were hurt.", [11, 30]),
        ("es", "Soldados dispararon el martes contra una marcha en Ica. Ese día murieron 22 panaderos.", [22]),
        ("en", "On 4 May 2012 soldiers fired on a march in Ica. In May 2012 eleven bakers died.", [11]),
    ],
)
def test_a_toll_of_years_before_is_in_no_report_of_today(language, text, told):
    assert _dead_and_hurt(text, language) == told


def test_the_dead_of_years_before_are_no_victims_of_today():
    text = "Soldiers fired on a march in Ica on Tuesday and hurt two nurses. In October 2019 eleven bakers died."
    victims = {actor.text for report in reports_of(text, "en") for actor in report.actors if actor.part == "victim"}
    assert victims == {"nurses"}


@pytest.mark.parametrize(
    ("language", "text", "status", "year"),
    [
        ("es", "Los panaderos marcharon en Ica contra la ley aprobada en marzo de 2021.", "occurred", 2023),
        ("es", "Cientos marcharon en Ica en memoria de las panaderas abatidas el 9 de mayo de 2020.", "occurred", 2023),
        ("en", "Bakers marched in Ica against the law passed in March 2021.", "occurred", 2023),
        ("en", "Bakers gathered in Ica for a march held in March 2021.", "background", 2021),
        ("es", "Los panaderos marcharon en Ica en marzo de 2021.", "background", 2021),
    ],
)
def test_the_day_of_an_older_act_dates_no_deed_of_today(language, text, status, year):
    protests = [report for report in reports_of(text, language) if report.type == "PROTEST"]
    assert [(str(each.status), each.date.from_.year) for each in protests] == [(status, year)]
