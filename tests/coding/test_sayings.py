"""Demands, threats and accusations: who must have said them, and what only stands inside another deed."""

import pytest

from constancia.vocabulary import ActorPart, EventType, Role, Status
from tests.coding.telling import reports_of


def types_of(text, language="es"):
    return [report.type for report in reports_of(text, language)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Exigen rebaja del pasaje al gobierno.", EventType.REQUEST),
        ("Honduras rechazó el martes la oferta de los acreedores.", EventType.REJECT),
        ("La directora de la escuela fue amenazada el lunes.", EventType.THREATEN),
        ("La población demanda mejoras en el agua potable.", EventType.REQUEST),
    ],
)
def test_a_saying_needs_no_role_where_the_sentence_tells_who(text, type_):
    assert type_ in types_of(text)


def test_a_country_that_speaks_is_its_government():
    report = reports_of("Honduras rechazó el martes la oferta de los acreedores.", "es")[0]
    assert [(actor.part, actor.role, actor.nation) for actor in report.actors] == [
        (ActorPart.ACTOR, Role.GOVERNMENT, "HN")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Los panaderos marcharon el lunes en Danlí para exigir que el alcalde derogue la ordenanza.",
        "Los panaderos pidieron el lunes que renuncie el alcalde.",
    ],
)
def test_what_is_demanded_has_not_been_done(text):
    assert not {EventType.CONCEDE, EventType.RETREAT} & set(types_of(text))


def test_a_verb_that_only_reports_a_deed_is_no_accusation():
    assert types_of("Unos soldados golpearon el lunes a dos panaderos en Ica, denunció el gremio.") == [
        EventType.ASSAULT
    ]
    assert EventType.ACCUSE in types_of("El gremio denunció el lunes a la empresa por los despidos.")


def test_a_warning_behind_a_quotation_is_no_threat():
    assert types_of('"Habrá lluvia en el valle", advirtió el lunes el sindicato.') == []


def test_a_plural_verb_without_a_subject_tells_of_no_giving_way():
    assert EventType.CONCEDE not in types_of("Hay tres cortes en Villarrica; suspenden la marcha de mujeres de Areguá.")


def test_to_stop_a_process_is_no_arrest():
    assert types_of("La lluvia detuvo el lunes el avance del incendio en Ilave.") == []


def test_repudiating_is_rejecting():
    assert types_of("El sindicato repudió el martes el decreto.") == [EventType.REJECT]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Guerrilleros bloquearon el lunes la carretera a Mocoa.", EventType.COERCE),
        ("Los campesinos bloquearon el lunes la carretera a Mocoa.", EventType.PROTEST),
        ("Los estudiantes ingresaron el lunes por la fuerza a la sede del partido.", EventType.PROTEST),
        ("La policía ingresó el lunes por la fuerza a la sede del partido.", EventType.COERCE),
        ("Los campesinos atacaron el lunes a la patrulla en Ilave.", EventType.PROTEST),
        ("Los sicarios atacaron el lunes a la patrulla en Ilave.", EventType.ASSAULT),
        ("El gremio acordó una huelga en Ilave.", EventType.PROTEST),
        ("La policía detuvo el lunes a un panadero en Ilave.", EventType.COERCE),
        ("El Senado protestó el lunes por el fallo del tribunal.", EventType.ACCUSE),
        ("Los jubilados protestaron el lunes por el fallo del tribunal.", EventType.PROTEST),
    ],
)
def test_the_doer_tells_what_a_deed_is(text, type_):
    assert types_of(text) == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Los productores derramaron leche en la ruta en protesta.",
        "Los comerciantes cerraron sus tiendas en protesta por los robos.",
        "Los estudiantes hicieron una jornada de protesta.",
    ],
)
def test_what_is_done_in_protest_is_a_protest_that_was(text):
    assert [(report.type, report.status) for report in reports_of(text, "es")] == [(EventType.PROTEST, Status.OCCURRED)]


def test_who_calls_for_a_strike_demands_nothing_else():
    text = "A general strike has been called for by the miners' federation."
    assert types_of(text, "en") == [EventType.PROTEST]


@pytest.mark.parametrize(("words", "country"), [("The US-backed", None), ("In the United States, the", "US")])
def test_a_country_that_is_half_of_a_word_is_no_place(words, country):
    (report,) = reports_of(f"{words} junta jailed twelve students on Monday.")
    assert (report.place.country if report.place else None) == country


def test_the_call_for_a_mobilization_is_no_demand():
    text = "The mobilization was called for by two unions in Tela on Monday."
    assert not [report for report in reports_of(text) if report.type is EventType.REQUEST]


def test_what_bishops_call_for_is_a_demand():
    text = "A new vote was called for by the bishops of Tela on Monday."
    assert [report.type for report in reports_of(text)] == [EventType.REQUEST]
