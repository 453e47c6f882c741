"""Figures that must not be taken for something else: ages, days of the month, the sum behind a day's count."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Coding, Text
from constancia.read import read_text
from constancia.vocabulary import Measure, Scope
from tests.coding.telling import claims_of


def coded(text: str, language: str) -> Coding:
    return code_reading(read_text(Text("t", text, language, dt.date(2024, 5, 21))))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Soldiers shot dead three people in Kumasi on Monday: welder Yaw Tutu (52), Abena Osei (17) and Kojo (63).",
        ),
        ("en", "Police shot dead two nurses in Kumasi on Monday, Yaw Tutu (52, a widower) and Abena Osei (aged 27)."),
        (
            "es",
            "La policía mató a dos personas el lunes en Tarija: el albañil Rufo Tejada (52) y Lidia Arce (27 años).",
        ),
    ],
)
def test_a_number_in_brackets_behind_a_name_is_an_age(language, text):
    found = [claim.best for claim in claims_of(text, language) if claim.measure is Measure.KILLED]
    assert found
    assert max(found) <= 3


def test_a_number_in_brackets_behind_a_town_counts_people():
    found = claims_of("El lunes murieron en la protesta 11 estudiantes, en Tarija (8) y Oruro (3).", "es")
    assert {8, 3} <= {claim.best for claim in found}


@pytest.mark.parametrize(
    ("language", "text", "of_the_day", "in_all"),
    [
        ("en", "Troops killed six dockers in Tema on Monday, taking the number of deaths since 2 March to 51.", 6, 51),
        ("en", "Police held 70 people in Tema on Monday, bringing the arrests since the strike began on 2 May to 210.",
         70, 210),
        ("es", "Militares mataron a seis mineros el lunes en Oruro, lo que eleva a 51 los muertos desde el 2 de marzo.",
         6, 51),
        ("es", "La policía detuvo a 70 mineros el lunes, con lo que suman 210 los detenidos desde el 2 de mayo.",
         70, 210),
    ],
)  # fmt: skip
def test_a_days_count_is_not_since_the_beginning_of_the_sum_behind_it(language, text, of_the_day, in_all):
    coding = coded(text, language)
    assert [(claim.best, claim.scope) for claim in coding.toll_claims] == [(in_all, Scope.CUMULATIVE)]
    of_events = [(claim.best, claim.scope) for report in coding.reports for claim in report.claims]
    assert of_events == [(of_the_day, Scope.INCIDENT)]


def test_what_belongs_to_an_official_is_not_the_official():
    text = "Police arrested 70 people in Tema on Monday, nine of them for defying the governor's order."
    assert [claim.best for claim in claims_of(text, "en")] == [70, 9]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Weavers rioted in Tema on Sunday. Police have registered cases against 700 residents."),
        ("en", "Weavers marched in Tema on Sunday to demand the rehiring of 1,300 workers."),
        ("en", "Weavers marched in Tema on Sunday against the sale of a clinic that serves 60,000 people."),
        ("en", "The federation, which represents 60,000 workers, held a march in Tema on Sunday."),
        ("es", "Tejedores marcharon el domingo en Oruro en rechazo al traslado de 1.300 maestros."),
        ("es", "Tejedores bloquearon el domingo la ruta en Oruro. Hay procesos abiertos contra 700 personas."),
    ],
)
def test_those_a_protest_is_about_and_those_who_are_sued_take_no_part(language, text):
    assert [claim.best for claim in claims_of(text, language) if claim.measure is Measure.PARTICIPANTS] == []


@pytest.mark.parametrize(
    ("language", "text", "crowd"),
    [
        ("en", "The march against the sale of the clinic in Tema drew 1,300 people on Sunday.", 1300),
        ("en", "Police used batons against a crowd of 700 demonstrators in Tema on Sunday.", 700),
        ("es", "En rechazo al traslado de su directora 700 padres bloquearon la ruta en Oruro el domingo.", 700),
    ],
)
def test_a_crowd_is_counted_behind_what_it_is_there_for(language, text, crowd):
    assert [claim.best for claim in claims_of(text, language) if claim.measure is Measure.PARTICIPANTS] == [crowd]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six people were shot dead in Kano on Monday, and the bodies were driven away in a private car."),
        ("en", "Six people were shot dead in Kano on Monday, a juvenile court heard."),
        ("es", "La detención de seis peones en Salto: la policía echó abajo con un ariete la puerta."),
        ("es", "Seis peones detenidos en Salto: la policía entró con un mazo."),
    ],
)
def test_a_kind_of_thing_and_a_tool_are_nobody(language, text):
    assert [claim.best for claim in claims_of(text, language)] == [6]


def test_a_kind_of_person_alone_is_one():
    assert [claim.best for claim in claims_of("A juvenile was shot dead in Kano on Monday.", "en")] == [1]
