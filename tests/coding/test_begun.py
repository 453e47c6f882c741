"""Strikes that had begun, are to come, are joined or only called so; days of what is said; who signs and who calls."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Measure, Status
from tests.coding.telling import reports_of


def strikes(text: str, language: str) -> list[tuple[Status, dt.date | None]]:
    found = [report for report in reports_of(text, language) if report.form is Form.STRIKE]
    return [(report.status, report.date.from_ if report.date else None) for report in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los panaderos de Tela acordaron ayer suspender la huelga que mantenían hace una semana."),
        ("es", "El gremio decidió levantar el paro."),
        ("en", "The union decided to suspend the strike that it had held for a week."),
    ],
)
def test_a_strike_that_is_ended_had_begun(language, text):
    ((status, _),) = strikes(text, language)
    assert status in (Status.OCCURRED, Status.ONGOING)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El gremio decidió suspender el paro previsto para mañana."),
        ("en", "The union called off the strike planned for Saturday."),
    ],
)
def test_a_strike_to_come_that_is_suspended_is_cancelled(language, text):
    ((status, _),) = strikes(text, language)
    assert status is Status.CANCELLED


def test_a_strike_that_will_be_carried_out_is_planned():
    ((status, _),) = strikes("La huelga se cumplirá mañana en los juzgados de Tela.", "es")
    assert status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "La central convocó a un paro para el viernes.\n\nLos docentes de Tela adhirieron al paro.",
        "Los docentes de Tela adhirieron al paro.\n\nEl paro de 24 horas fue convocado para el viernes.",
    ],
)
def test_who_has_joined_a_strike_to_come_has_not_struck_yet(text):
    assert strikes(text, "es") == [(Status.PLANNED, dt.date(2023, 7, 21))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", 'El director calificó de "paro salvaje" la reunión.'),
        ("es", "El director calificó la reunión como un paro."),
        ("en", "The director described the meeting as a strike."),
    ],
)
def test_what_something_is_called_is_no_deed(language, text):
    assert strikes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El martes hubo un paro en Tela.\n\nUn asesor dijo en el paro que el decreto rige desde el 1 de mayo."),
        ("es", "Ayer se inició un paro en Tela.\n\nTodos se plegaron al paro, y se prevé que mañana el gremio decida."),
    ],
)
def test_the_day_of_what_is_said_makes_no_other_strike(language, text):
    assert len(strikes(text, language)) == 1


def test_a_strike_has_the_day_that_a_clause_on_it_gives():
    text = "El juez prohibió el paro que los gremios habían convocado para el viernes."
    assert [day is not None and day.isoweekday() for _, day in strikes(text, "es")] == [5]


def test_who_attended_an_assembly_that_had_been_scheduled_was_there():
    (report,) = reports_of("Unos 500 bananeros concurrieron ayer a la asamblea prevista al alba en Tela.", "es")
    assert report.status is Status.OCCURRED
    assert [(c.measure, c.best) for c in report.claims] == [(Measure.PARTICIPANTS, 500)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "Más de 1.500 personas firmaron ayer un petitorio contra el basural de Tela.", EventType.REQUEST),
        ("es", "Unos 250 afiliados se entrevistaron ayer con el ministro en Tela.", EventType.CONSULT),
        ("en", "Forty nurses handed in a petition on Monday in Leeds.", EventType.REQUEST),
    ],
)
def test_who_signs_or_calls_on_an_office_takes_part(language, text, kind):
    found = [claim.measure for report in reports_of(text, language) if report.type is kind for claim in report.claims]
    assert found == [Measure.PARTICIPANTS]
