"""Strikes, assemblies and pressure of unions: how often a text tells of one, and what is only said."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Measure, Status


def reports(text: str) -> tuple[Report, ...]:
    return code_reading(read_text(Text("t", text, "es", dt.date(2025, 3, 11)))).reports


def forms(text: str) -> list[Form | None]:
    return [report.form for report in reports(text) if report.type is EventType.PROTEST]


def test_a_strike_named_again_in_another_paragraph_is_one():
    text = (
        "Los choferes cumplieron ayer un paro de 24 horas en Rosario.\n\n"
        "El intendente pidió paciencia a los usuarios.\n\n"
        "Las empresas dijeron que un paro así cuesta millones."
    )
    assert forms(text) == [Form.STRIKE]


def test_strikes_of_two_days_stay_two():
    text = (
        "Los choferes pararon el lunes 3 de marzo.\n\nLos choferes harán otro paro el viernes 14 de marzo en Rosario."
    )
    assert forms(text).count(Form.STRIKE) == 2


def test_an_assembly_and_what_it_decides_on_are_two():
    text = "El gremio hizo ayer una asamblea en Rosario. Los delegados votaron allí medidas de fuerza."
    assert forms(text).count(Form.ASSEMBLY) == 1
    assert None in forms(text)


def test_a_state_of_alert_and_standing_assembly_is_pressure_and_no_assembly():
    assert forms("El Sindicato del Vidrio está desde ayer en estado de alerta y asamblea permanente.") == [None]


def test_a_measure_of_hours_is_a_strike():
    assert forms("Los bancarios cumplieron ayer una medida de fuerza de 48 horas en Rosario.") == [Form.STRIKE]


def test_quotation_marks_do_not_part_a_phrase():
    text = 'La Unión Vecinal expresó ayer su "repudio a la tala" del parque.'
    assert [report.trigger.text for report in reports(text)] == ['expresó ayer su "repudio']


def test_who_voices_a_worry_does_not_demonstrate():
    assert forms("El delegado manifestó ayer su preocupación por los despidos.") == []


def test_those_of_a_march_are_counted_whatever_they_are_called():
    (report,) = reports("Ayer hubo una manifestación de unos 300 guardavidas en Rosario.")
    assert [(claim.measure, claim.best) for claim in report.claims] == [(Measure.PARTICIPANTS, 300)]


def test_mandatory_conciliation_stands_for_a_strike_that_an_authority_halted():
    told = reports("El ministerio dictó ayer la conciliación obligatoria en el pleito de los choferes de Rosario.")
    assert (Form.STRIKE, Status.PREVENTED) in [(report.form, report.status) for report in told]


def test_the_words_of_a_measure_s_name_are_no_doers():
    (report,) = (
        each for each in reports("Los empleados iniciaron ayer una medida de fuerza.") if each.type is EventType.PROTEST
    )
    assert all("fuerza" not in (actor.text or "") for actor in report.actors)
