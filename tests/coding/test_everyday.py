"""What fills roads and squares every day is no protest: works, races, shopping, weather, outings (E4)."""

import pytest

from constancia.vocabulary import EventType, Form
from tests.coding.telling import reports_of

EVERYDAY = [
    ("es", "La empresa cerró sus puertas el lunes tras 40 años."),
    ("es", "El tránsito estará cortado el domingo por la maratón en la avenida Colón."),
    ("es", "El municipio cerró la calle por obras el lunes."),
    ("es", "El camión volcó y bloqueó la autopista el lunes."),
    ("es", "La tormenta provocó destrozos en el centro el lunes."),
    ("es", "La caravana de autos clásicos llegó el domingo a Tela."),
    ("es", "Los hinchas colmaron las calles para festejar el título."),
    ("es", "Vecinos se reunieron el sábado para limpiar la plaza."),
    ("es", "La concentración de ozono subió el lunes."),
    ("es", "El choque dejó tres heridos en la ruta 3."),
    ("es", "El paro de motores demoró el vuelo."),
    ("es", "La vigilia pascual se celebró el sábado."),
    ("es", "Los chicos acamparon el fin de semana en Tela."),
    ("en", "The road will be closed on Sunday for the marathon."),
    ("en", "A lorry overturned and blocked the motorway on Monday."),
    ("en", "Residents gathered on Saturday to clean the park."),
    ("en", "Crowds gathered outside the store to buy tickets on Monday."),
    ("en", "The candidate held a campaign rally on Saturday in Ohio."),
    ("en", "The bridge has been closed for repairs since Monday."),
]
PROTESTS = [
    ("es", "Los camiones bloquearon la autopista el lunes en reclamo de mejores tarifas."),
    ("es", "Los vecinos cortaron la calle el lunes por las obras sin terminar."),
    ("es", "Una caravana de autos contra la reforma recorrió Tela el lunes."),
    ("es", "Los chicos acamparon el lunes frente al ministerio en Tela."),
    ("es", "Hubo choques el lunes en Tela."),
    ("es", "Los vecinos se reunieron el sábado para exigir la limpieza de la plaza."),
    ("en", "Residents gathered on Saturday to demand that the park be cleaned."),
    ("en", "Lorries blocked the motorway on Monday in protest at the toll."),
]


@pytest.mark.parametrize(("language", "text"), EVERYDAY)
def test_everyday_life_is_no_protest(language, text):
    assert [report for report in reports_of(text, language) if report.type is EventType.PROTEST] == []


@pytest.mark.parametrize(("language", "text"), PROTESTS)
def test_the_same_roads_and_crowds_with_a_cause_are_protests(language, text):
    assert [report for report in reports_of(text, language) if report.type is EventType.PROTEST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Asamblea ratificó el lunes la ley de puertos."),
        ("es", "Ayer la Asamblea eligió a tres magistrados en Tela."),
        ("en", "The Assembly passed a law on ports on Monday."),
    ],
)
def test_a_chamber_by_its_capital_is_no_crowd(language, text):
    assert [report for report in reports_of(text, language) if report.type is EventType.PROTEST] == []


def test_an_assembly_of_nurses_is_one():
    (report,) = reports_of("Las enfermeras realizaron el lunes una asamblea en Tela contra la reforma.", "es")
    assert report.form is Form.ASSEMBLY
