"""Strikes, assemblies and pressure of unions: how often a text tells of one, and what is only said."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import ActorPart, EventType, Form, Measure, Mode, Status
from tests.coding.telling import reports_of, reports_read


def reports(text: str) -> tuple[Report, ...]:
    return code_reading(read_text(Text("t", text, "es", dt.date(2025, 3, 11)))).reports


def participants(text: str, language: str) -> list[int | None]:
    claims = [claim for report in reports_read(text, language) for claim in report.claims]
    return [claim.best for claim in claims if claim.measure is Measure.PARTICIPANTS]


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


def statuses(text: str) -> list[tuple[Form | None, Status]]:
    return [(report.form, report.status) for report in reports(text) if report.type is EventType.PROTEST]


def test_what_a_headline_only_names_is_as_the_story_tells_it():
    headline = "Paro de panaderos"
    text = f"{headline}\n\nLos panaderos harán un paro el jueves 13 de marzo en Rosario."
    reading = read_text(Text("t", text, "es", dt.date(2025, 3, 11), title_end=len(headline)))
    told = [(each.form, each.status) for each in code_reading(reading).reports if each.type is EventType.PROTEST]
    assert told == [(Form.STRIKE, Status.PLANNED)]


def test_those_who_demonstrate_are_no_strike():
    text = "Manifestantes cortaron ayer el paso en Rosario. Los manifestantes anunciaron un paro para el jueves."
    assert (Form.STRIKE, Status.PLANNED) in statuses(text)


def test_what_something_came_of_was():
    text = "Para evitar demoras, a raíz de la huelga de ayer, el puerto abrió otro muelle en Rosario."
    assert statuses(text) == [(Form.STRIKE, Status.OCCURRED)]


def test_a_wish_asserts_nothing():
    assert statuses("Los panaderos quieren marchar a Rosario.") == []


def test_an_intent_is_a_plan():
    assert statuses("Los panaderos planean marchar el jueves a Rosario.") == [(Form.MARCH, Status.PLANNED)]


def test_what_a_protest_is_held_for_is_no_second_event():
    types = [each.type for each in reports("Los panaderos pararon ayer en Rosario en reclamo de mejores sueldos.")]
    assert types == [EventType.PROTEST]


def test_what_strikers_go_on_to_demand_is_no_second_event():
    text = "Los panaderos cumplieron ayer un paro en Rosario.\n\nLos panaderos reclaman harina."
    assert [each.type for each in reports(text)] == [EventType.PROTEST]


def test_a_union_that_agrees_to_strike_makes_no_agreement():
    types = {each.type for each in reports("Los panaderos acordaron ayer iniciar un paro en Rosario.")}
    assert types == {EventType.PROTEST}


def test_a_petition_that_was_handed_in_is_a_demand():
    (report,) = reports("Los vecinos entregaron ayer un petitorio al intendente de Rosario.")
    assert (report.type, report.form) == (EventType.REQUEST, Form.PETITION)


def test_workers_who_stopped_are_on_strike_and_drivers_who_stopped_a_bus_are_not():
    assert statuses("Los choferes pararon ayer en Rosario.") == [(Form.STRIKE, Status.OCCURRED)]
    assert statuses("Los choferes pararon ayer el colectivo en Rosario.") == []


def test_a_trade_is_counted_among_those_who_strike():
    (report,) = reports("Unos 150 operarios iniciaron ayer un paro en Rosario.")
    assert [claim.best for claim in report.claims if claim.measure is Measure.PARTICIPANTS] == [150]


def test_a_deed_that_goes_on_is_of_its_own_day_and_no_other_day_of_the_sentence_before():
    text = (
        "Los vecinos cortaron anteayer la avenida en Rosario por el choque del domingo. "
        "Los vecinos repartieron volantes en la calle."
    )
    days = {each.date.from_ for each in reports(text) if each.type is EventType.PROTEST and each.date}
    assert days == {dt.date(2025, 3, 9)}


def test_who_had_called_a_march_that_was_is_told_of_that_march():
    text = "Los estudiantes marcharon ayer en Rosario. La movilización fue convocada por la federación."
    assert [status for _, status in statuses(text)] == [Status.OCCURRED]


def test_farmers_who_invade_a_city_occupy_it_and_troops_do_not():
    assert statuses("Los campesinos invadieron ayer la ciudad.") == [(Form.OCCUPATION, Status.OCCURRED)]
    assert statuses("Las tropas invadieron ayer la ciudad.") == []


def test_who_is_on_strike_is_so_whatever_else_they_did():
    assert (Form.STRIKE, Status.ONGOING) in statuses(
        "Los maestros, en huelga desde el lunes, marcharon ayer en Rosario."
    )


def test_a_strike_to_come_begins_on_the_weekday_ahead():
    (report,) = reports("El gremio suspenderá la producción desde el lunes.")
    assert report.date is not None
    assert (report.date.from_, report.date.to) == (dt.date(2025, 3, 17), None)


def test_a_march_that_had_been_banned_and_was_held_was():
    text = "La marcha, que había sido prohibida por el alcalde, se realizó ayer en Rosario."
    assert statuses(text) == [(Form.MARCH, Status.OCCURRED)]


def test_a_call_to_boycott_is_a_plan():
    assert statuses("Los vecinos hicieron un llamado a boicotear el mercado.") == [(Form.BOYCOTT, Status.PLANNED)]


def test_a_state_of_siege_is_there_once_it_is_decreed():
    told = [(each.type, each.status) for each in reports("El gobierno decretó ayer el estado de sitio en Rosario.")]
    assert told == [(EventType.COERCE, Status.OCCURRED)]


def test_who_does_a_thing_in_protest_protests():
    (report,) = reports("Los campesinos regalaron ayer leche en protesta por los precios.")
    assert any("campesinos" in (actor.text or "") for actor in report.actors)


def test_who_keeps_a_road_blocked_blocks_it_still():
    (report,) = reports("Los campesinos mantenían ayer bloqueadas las carreteras que llevan a Rosario.")
    assert (report.form, report.status) == (Form.BLOCKADE, Status.ONGOING)
    assert [(actor.part, actor.text) for actor in report.actors] == [(ActorPart.ACTOR, "campesinos")]


def test_what_is_done_in_protest_in_two_towns_is_no_third_deed():
    headline = "Docentes toman alcaldías en Honduras"
    text = f"{headline}\n\nLos docentes tomaron ayer las alcaldías de Choluteca y Nacaome en protesta por el atraso."
    reading = read_text(Text("t", text, "es", dt.date(2025, 3, 11), title_end=len(headline)))
    assert {each.form for each in code_reading(reading).reports} == {Form.OCCUPATION}


def test_who_keeps_up_a_block_despite_talks_does_not_talk():
    types = {each.type for each in reports("Los campesinos mantienen bloqueos en Rosario pese al diálogo.")}
    assert EventType.CONSULT not in types


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Los transportistas paralizaron Oruro el martes.", [Form.STRIKE]),
        ("La huelga paralizó Guayaquil el martes.", [Form.STRIKE]),
        ("Estalló el martes una huelga en Oruro.", [Form.STRIKE]),
        ("Los transportistas paralizaron las ventas el martes.", []),
    ],
)
def test_a_town_is_brought_to_a_halt_and_a_strike_breaks_out(text, forms):
    told = reports(text)
    assert [report.form for report in told] == forms
    assert all(report.place is not None and report.place.name in text for report in told)


def test_what_explodes_is_no_strike():
    (blast,) = reports("Una bomba estalló el martes en Oruro.")
    assert blast.mode is Mode.EXPLOSIVES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shops in Tela were shuttered on Monday by a 24-hour strike.\nThe wider stoppage is in its 24th day."),
        ("es", "La huelga de 48 horas vació el lunes las calles de Tela.\nEl paro agrario llegó a su día 30."),
    ],
)
def test_a_strike_of_a_day_is_not_the_one_in_its_fourth_week(language, text):
    strikes = [report for report in reports_of(text, language) if report.form is Form.STRIKE]
    assert [report.day_counter is None for report in strikes] == [True, False]


def test_a_strike_that_counts_its_first_day_may_be_of_a_day():
    text = "Shops in Tela were shuttered on Monday by a 48-hour strike.\nThe stoppage is in its second day."
    assert len([report for report in reports_of(text) if report.form is Form.STRIKE]) == 1


def test_who_demonstrated_is_no_strike_told_a_paragraph_later():
    text = "En Tela se manifestaron el lunes unas setecientas personas.\nMañana el paro cumple cuatro semanas."
    (protest,) = [report for report in reports_of(text, "es") if report.claims]
    assert protest.form is not Form.STRIKE


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "El paro en la molinera afecta desde ayer a 610 operarios en Tela.", 610),
        ("es", "La huelga de los hornos, que comprende a 90 obreros, empezó ayer en Tela.", 90),
        ("en", "The strike at the mill involves 610 workers in Ica.", 610),
        ("es", "Hubo paro en Tela: pararon ayer 700 agentes de la administración.", 700),
        ("es", "Siguen en huelga los molineros de Tela. Se trata de 45 trabajadores sin sueldo.", 45),
        ("en", "The nine hunger strikers were still in the mill at Ica on Tuesday.", 9),
    ],
)
def test_those_whose_work_a_strike_halts_take_part_in_it(language, text, wanted):
    assert wanted in participants(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El paro de trenes afectó ayer a 600 pasajeros en Tela."),
        ("en", "The rail strike affected 600 passengers in Ica on Tuesday."),
        ("es", "Hubo ayer un paro en la molinera de Tela. La planta ocupa a 610 personas."),
    ],
)
def test_whom_a_strike_leaves_waiting_and_whom_a_plant_employs_do_not(language, text):
    assert participants(text, language) == []
