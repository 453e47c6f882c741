"""What Spanish pages of many countries tell: who halts work, which bodies only speak, whom a title's holder is not."""

import pytest

from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Form, Role
from tests.coding.telling import reports_of


def _events(text, type_, language="es"):
    return [each for each in reports_of(text, language) if each.type is type_ and each.status in EVENT_STATUSES]


@pytest.mark.parametrize(
    "text",
    [
        "El gobernador suspendió las clases el lunes en Tacna.",
        "La rectora del colegio, Marta Sosa, suspendió las clases el lunes en Tacna.",
    ],
)
def test_those_in_charge_who_halt_work_do_not_strike(text):
    assert not _events(text, EventType.PROTEST)


def test_teachers_who_halt_work_strike():
    (strike,) = _events("Los maestros suspendieron las clases el lunes en Tacna.", EventType.PROTEST)
    assert strike.form is Form.STRIKE


def test_an_assembly_that_speaks_is_a_body():
    text = "La asamblea de vecinos de Tilcara denunció el lunes que el agua llega turbia."
    assert not _events(text, EventType.PROTEST)
    held = "Los vecinos de Tilcara hicieron una asamblea el lunes contra la mina."
    assert [each.form for each in _events(held, EventType.PROTEST)] == [Form.ASSEMBLY]


def test_bridges_to_a_rival_are_blown_up_in_words_only():
    assert not _events("El ministro dinamitó el lunes los puentes con los sindicatos en Quito.", EventType.ASSAULT)
    assert _events("La guerrilla dinamitó el lunes los puentes del Arauca.", EventType.ASSAULT)


def test_cargo_that_is_held_up_is_under_no_arrest():
    assert not _events("La huelga mantuvo detenidos los embarques el lunes en Callao.", EventType.COERCE)


def test_a_building_taken_in_protest_is_occupied():
    text = "Los alumnos se habían tomado el lunes el recinto en protesta por las goteras en Arica."
    assert [each.form for each in _events(text, EventType.PROTEST)] == [Form.OCCUPATION]


def test_who_speaks_with_an_office_behind_the_name_is_not_who_shot():
    text = (
        "Según el general Raúl Matta, jefe de zona de la Policía, al menos ocho individuos armados "
        "entraron el lunes al predio y realizaron disparos al aire en Contulmo."
    )
    (shots,) = _events(text, EventType.ASSAULT)
    assert [each.role for each in shots.actors if each.part is ActorPart.PERPETRATOR] == [Role.UNIDENTIFIED_ARMED]


def test_at_least_so_many_are_the_subject():
    (riot,) = _events("Por lo menos ocho hombres lanzaron piedras el lunes en Arica.", EventType.PROTEST)
    assert [each.text for each in riot.actors] == ["Por lo menos ocho hombres"]
