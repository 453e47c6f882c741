"""The day and town that stand in a deed's own phrase, behind the verb that held it, or with who tells of it."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form
from tests.coding.telling import reports_of


def of(reports, type_, form=None):
    found = [report for report in reports if report.type is type_ and form in (None, report.form)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A vigil for the bakers shot in Tyre was held in Beirut on Sunday.", "en"),
        ("Una vigilia por los panaderos baleados en Tiro se celebró el domingo en Beirut.", "es"),
    ],
)
def test_a_vigil_is_where_it_was_held(text, language):
    assert of(reports_of(text, language), EventType.PROTEST, Form.VIGIL).place.name == "Beirut"


def test_the_day_that_ends_the_phrase_of_a_killing_is_its_own():
    text = "A curfew was imposed on Pataz on Monday following the killing of 13 bakers over the weekend."
    killing = of(reports_of(text), EventType.ASSAULT)
    assert (killing.date.from_, killing.date.to) == (dt.date(2023, 7, 15), dt.date(2023, 7, 16))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bakers who had occupied the mayor's office in Lira since 10 July left on Wednesday.", "en"),
        ("Los panaderos que ocupaban la alcaldía de Lira desde el 10 de julio se retiraron el miércoles.", "es"),
    ],
)
def test_a_day_before_the_next_verb_is_that_of_the_clause_before_it(text, language):
    occupation = of(reports_of(text, language), EventType.PROTEST)
    assert occupation.date.from_ == dt.date(2023, 7, 10)


def test_medics_elsewhere_lend_the_dead_no_town():
    text = "Soldiers killed six bakers in Kwaple on Tuesday, medics in Maiduguri said."
    assert {report.place.name for report in reports_of(text)} == {"Kwaple"}


def test_a_return_asked_for_is_no_place_of_a_march():
    text = "Refugees marched in Cox's Bazar on Tuesday to demand a safe return to Rakhine state."
    assert of(reports_of(text), EventType.PROTEST, Form.MARCH).place.name == "Cox's Bazar"
