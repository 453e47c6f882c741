"""A day of the sentence before is a deed's only where it can be (D9)."""

import pytest

from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Bakers met in Ica on Tuesday. Guards clashed with them.", ["2023-07-18"]),
        ("en", "Prices have risen since 7 June in Ica. Bakers clashed with guards.", [None]),
        ("es", "Los precios suben desde el 7 de junio en Ica. Los panaderos se enfrentaron con la policía.", [None]),
        ("en", "More talks were called for July 27th in Ica. Bakers clashed with guards.", [None]),
    ],
)
def test_a_beginning_and_a_day_to_come_date_no_later_deed(language, text, days):
    clashes = [report for report in reports_of(text, language) if report.mode == "riot"]
    assert [str(report.date.from_) if report.date else None for report in clashes] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bakers marched in Ica on Tuesday.\n\nPolice fired tear gas at them in the afternoon."),
        ("es", "Los panaderos marcharon el martes en Ica.\n\nLa policía les lanzó gases lacrimógenos por la tarde."),
    ],
)
def test_a_part_of_the_day_is_of_the_day_told_before(language, text):
    days = [str(report.date.from_) for report in reports_of(text, language) if report.type == "ASSAULT" and report.date]
    assert days == ["2023-07-18"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bakers chained themselves to a gate in Ica and announced a hunger strike from Saturday."),
        ("es", "Los panaderos se encadenaron a una reja en Ica y anunciaron un paro para el sábado."),
    ],
)
def test_the_day_of_what_was_announced_is_not_that_of_the_deed_before(language, text):
    days = {report.status: report.date and str(report.date.from_) for report in reports_of(text, language)}
    assert days["planned"] == "2023-07-22"
    assert days["occurred"] != "2023-07-15"


def test_what_is_threatened_for_a_weekday_lies_ahead():
    reports = reports_of("The union threatened to strike from Monday in Ica unless it is paid.", "en")
    assert [str(report.date.from_) for report in reports if report.status == "threatened"] == ["2023-07-24"]
