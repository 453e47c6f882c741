"""The day and town that stand in a deed's own phrase, behind the verb that held it, or with who tells of it."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Mode, Status
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


def test_the_night_goes_on_from_the_last_deed_and_not_from_a_span_named_since():
    text = (
        "Dos panaderos murieron baleados en Potosí el miércoles.\n\nLas muertes siguen a una semana de protestas que"
        " empezó el 10 de julio.\n\nPor la noche se dictó el toque de queda en la ciudad."
    )
    curfew = of(reports_of(text, "es"), EventType.COERCE)
    assert (curfew.date.from_, curfew.place.name) == (dt.date(2023, 7, 19), "Potosí")


def test_a_bare_spanish_weekday_before_a_noun_is_the_day_of_its_verb():
    text = (
        "La policía baleó a dos hombres el sábado en Nebaj. Al día siguiente los enterraron y el lunes jóvenes quemaron"
        " la alcaldía."
    )
    assert of(reports_of(text, "es"), EventType.PROTEST).date.from_ == dt.date(2023, 7, 17)


def test_the_largest_since_a_month_when_many_marched_goes_on_since_no_month():
    text = "Bakers marched in Leeds on Saturday. It was the largest since January 2017, when 300,000 rallied in York."
    rally = of(reports_of(text), EventType.PROTEST, Form.RALLY)
    assert rally.status is Status.BACKGROUND


def test_a_state_house_is_no_village():
    text = "Bakers marched in Lusaka on Tuesday.\n\nPolice stopped them near the State House and arrested three."
    arrests = [report for report in reports_of(text) if report.mode is Mode.ARREST]
    assert [report.place.name for report in arrests] == ["Lusaka"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Four bakers were arrested in Leeds on Monday, hours before a rally they were to address in York.", "en"),
        ("Un panadero fue detenido el lunes en Ica, horas antes de un mitin que iba a encabezar en Tacna.", "es"),
    ],
)
def test_a_rally_that_somebody_was_held_before_is_not_told_as_held(text, language):
    found = reports_of(text, language)
    assert [report.mode for report in found if report.status is Status.OCCURRED] == [Mode.ARREST]
