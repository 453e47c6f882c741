"""The day tied to a deed's own noun is that deed's, and no other's."""

import datetime as dt

import pytest

from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After May's protests in Tarma, students occupied a school in Ica yesterday."),
        ("es", "Tras las protestas de mayo en Tarma, estudiantes tomaron ayer un liceo en Ica."),
    ],
)
def test_what_was_before_keeps_its_month(language: str, text: str) -> None:
    days = {
        report.place.name: report.date.from_ for report in reports_of(text, language) if report.place and report.date
    }
    assert days == {"Tarma": dt.date(2023, 5, 1), "Ica": dt.date(2023, 7, 19)}


def test_a_massacre_remembered_is_not_of_the_day_that_remembers_it() -> None:
    found = reports_of("A year to the day after the Tarma massacre, relatives held a vigil in Ica on 14 July.")
    assert {report.type.value: report.status.value for report in found} == {
        "ASSAULT": "background",
        "PROTEST": "occurred",
    }


def test_police_who_arrest_are_not_arrested() -> None:
    found = reports_of("Delhi police arrested in Agra two men accused of Friday's attack in Mathura.")
    (arrest,) = [report for report in found if report.type == "COERCE"]
    assert [actor.part for actor in arrest.actors if "police" in (actor.text or "")] == ["actor"]
