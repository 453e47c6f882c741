"""A curfew that was lifted is no new one, bodies pulled from rubble are under no arrest, "so far" parts no verb."""

import pytest

from constancia.vocabulary import EventType, Measure, Mode
from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The curfew in Gulu was lifted on Monday."),
        ("en", "The state of emergency was lifted in Quito on Monday."),
        ("es", "El toque de queda fue levantado el lunes en Quito."),
        ("es", "El estado de excepción fue levantado el lunes en Quito."),
        ("es", "El gobierno flexibilizó el lunes el toque de queda en Quito."),
    ],
)
def test_what_was_lifted_was_not_imposed(language, text):
    assert all(report.type is not EventType.COERCE for report in reports_of(text, language))


def test_a_curfew_that_was_imposed_stays():
    assert [report.mode for report in reports_of("A curfew was imposed in Gulu on Monday.")] == [Mode.CURFEW]


@pytest.mark.parametrize(
    "text",
    [
        "Policemen pulled out four bodies from the debris of the mill in Gulu on Monday.",
        "Police pulled three survivors from the rubble in Gulu on Monday.",
    ],
)
def test_who_is_pulled_from_rubble_is_under_no_arrest(text):
    assert all(report.mode is not Mode.ARREST for report in reports_of(text))


def test_who_is_dragged_from_home_is_held():
    reports = reports_of("Soldiers dragged two students from their homes in Gulu on Monday.")
    assert Mode.ARREST in {report.mode for report in reports}


def test_those_arrested_so_far_over_a_protest_are_not_its_crowd():
    reports = reports_of("Eleven people have so far been arrested over the protest in Nairobi on Monday.")
    assert all(claim.measure is not Measure.PARTICIPANTS for report in reports for claim in report.claims)
