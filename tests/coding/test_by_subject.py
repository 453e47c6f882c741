"""What rain, missiles, states and lorries are told to do, and protests told apart from the one before."""

import pytest

from constancia.vocabulary import EventType, Form, Status
from tests.coding.telling import reports_of, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La lluvia bloqueó la ruta 11 en Formosa el lunes."),
        ("es", "Un alud cortó la carretera ayer en Mérida."),
        ("es", "El huracán rompió ventanas el lunes en Tela."),
        ("es", "El camión rompió la vidriera del local el lunes en Tela."),
        ("es", "Hubo un choque entre dos camionetas el lunes en Tela."),
        ("en", "The rain blocked the highway on Monday in Leeds."),
        ("en", "Several homes were destroyed by the flood on Monday in Leeds."),
    ],
)
def test_what_water_earth_and_vehicles_do_nobody_did(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los vecinos bloquearon la ruta 11 en Formosa el lunes por las inundaciones."),
        ("en", "Farmers blocked the highway on Monday in Leeds despite the rain."),
    ],
)
def test_who_blocks_a_road_in_the_rain_blocks_it(language, text):
    assert (EventType.PROTEST.value, Status.OCCURRED.value) in told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los misiles destruyeron el lunes varias instalaciones del campamento en Tela."),
        ("es", "Una bomba destrozó el edificio de la alcaldía el lunes en Tela."),
        ("en", "The missiles destroyed several buildings on Monday in Leeds."),
    ],
)
def test_what_a_weapon_destroys_is_an_attack_and_no_riot(language, text):
    assert {report.type for report in reports_of(text, language)} == {EventType.ASSAULT}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La marina chilena protestó el jueves por una nota de prensa."),
        ("es", "En mayo Chile canceló la visita para protestar por el arancel."),
        ("es", "Perú dejó la mesa en señal de protesta."),
        ("es", "El acto de protesta en las redes sociales fue el lunes; la marcha virtual será el jueves."),
        ("es", "El candidato canceló su visita por temor a las protestas."),
        ("es", "La Asamblea Permanente por los Derechos del Río recordó el lunes su fundación."),
        ("es", "Se guardó un minuto de silencio el lunes en Tela."),
        ("en", "Activists will hold a virtual march on Monday against the war."),
        ("en", "The candidate cancelled his visit for fear of protests."),
        ("en", "A minute of silence was held on Monday in Leeds."),
    ],
)
def test_words_fears_screens_and_ceremonies_are_no_protest(language, text):
    reports = reports_of(text, language)
    assert [r for r in reports if r.type is EventType.PROTEST and "acto" not in r.trigger.text.lower()] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Una célula separatista hizo estallar una bomba el lunes en Tela para protestar por el censo."),
        ("en", "A separatist cell set off a bomb on Monday in Leeds to protest the census."),
    ],
)
def test_what_a_bomb_is_set_off_for_is_no_protest(language, text):
    assert {report.type for report in reports_of(text, language)} == {EventType.ASSAULT}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Unas 200 personas marcharon el lunes en Ica.\n\nTras la marcha, unas 70 formaron una cadena humana."),
        ("es", "Miles marcharon el lunes en Ica.\n\nAparte, una manifestación distinta juntó a 90 vecinos."),
        ("es", "Hubo marchas el lunes en Ica.\n\nEn otras localidades la marcha fue chica."),
        ("en", "Some 200 people marched on Monday in Leeds.\n\nAfter the march, some 70 blocked the bridge."),
        ("en", "Thousands marched on Monday in Leeds.\n\nA separate march drew hundreds of residents."),
    ],
)
def test_a_protest_told_apart_from_the_one_before_is_another(language, text):
    assert sum(report.type is EventType.PROTEST for report in reports_of(text, language)) == 2


def test_demonstrators_of_a_union_that_will_strike_are_not_on_strike():
    text = "Protesta ante el ministro\n\nUnos 400 manifestantes lo esperaron ayer en Tela. Harán un paro el 28."
    forms = {report.form for report in reports_of(text, "es", 25) if "manifestantes" in report.trigger.text}
    assert forms == {None}


def test_a_strike_that_a_headline_only_names_is_what_the_story_says():
    text = (
        "Paro de los molineros\n\nEl gremio se reunió ayer en Tela. La sede está cerca del río. Habrá un paro el lunes."
    )
    strikes = {report.status for report in reports_of(text, "es", 21) if report.form is Form.STRIKE}
    assert strikes == {Status.PLANNED}
