"""A time since which nothing like a deed had been seen is not the deed's."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType
from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police held nine weavers on Monday. The killings are the deadliest since 1994, when 30 people died."),
        ("en", "Police held nine weavers on Monday. The killings are the worst since 1994, when 30 people died."),
    ],
)
def test_the_worst_since_a_year_is_not_of_that_year(language, text):
    attacks = [report for report in reports_of(text, language) if report.type is EventType.ASSAULT]
    assert attacks
    assert all(report.date is None or report.date.from_ != dt.date(1994, 1, 1) for report in attacks)


def test_what_goes_on_since_a_day_begins_on_it():
    (report,) = reports_of("The weavers of Tema have been on strike since 3 July.", "en")
    assert report.date is not None
    assert (report.date.from_, report.date.to) == (dt.date(2023, 7, 3), None)
