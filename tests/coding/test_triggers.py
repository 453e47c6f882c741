import datetime as dt

import pytest

from constancia.coding import code_reading, may_name_deed
from constancia.coding.deeds.candidates import find_candidates
from constancia.coding.deeds.known_words import MentionsByPlace, parse_sentence
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.deeds.triggers import triggers
from constancia.model import Text
from constancia.read import read_text
from constancia.words import load_lexicon
from tests.coding.telling import reports_of, told


def senses_in(text: str, language: str) -> set[str]:
    reading = read_text(Text("t", text, language=language))
    found, beside = find_candidates(reading), MentionsByPlace(reading.mentions)
    return {
        trigger.sense
        for index, rows in found.items()
        for trigger in triggers(rows, parse_sentence(reading, index, rows, beside), index, language)
    }


EXAMPLES = [
    (language, sense["id"], sense["example"])
    for language in ("en", "es")
    for sense in load_lexicon(language, "triggers")["sense"]
]


@pytest.mark.parametrize(("language", "sense", "example"), EXAMPLES)
def test_the_example_of_each_entry_is_found_by_it(language, sense, example):
    assert sense in senses_in(example, language)


@pytest.mark.parametrize(("language", "sense", "example"), EXAMPLES)
def test_the_gate_lets_every_example_pass(language, sense, example):
    assert may_name_deed(example, language)


@pytest.mark.parametrize("text", ["The bakery opens at nine.", "A new bakery opened beside the cinema."])
def test_the_gate_stops_a_text_without_triggers(text):
    assert not may_name_deed(text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shares rallied on Tuesday after the bank's report."),
        ("en", "The march of time spares no bakery."),
        ("en", "The option's strike price was set on Tuesday."),
        ("en", "The senate shot down the bakers' bill on Tuesday."),
        ("es", "El panadero sufrió un paro cardíaco el lunes."),
        ("es", "Huelga decir que el pan es caro."),
        ("es", "El camión dio marcha atrás el lunes."),
        ("es", "La toma de posesión de la alcaldesa fue el lunes."),
        ("es", "La ministra manifestó que el pan es barato."),
        ("es", "La asamblea de copropietarios eligió el lunes a su presidente."),
        ("es", "Los concejales abandonaron el plenario el lunes."),
        ("es", "El grueso de la harina se concentra en dos molinos."),
        ("es", "En agosto se manifestó una caída de las ventas en Azul."),
        ("es", "Diez panaderos manifestaron inconvenientes para cobrar el lunes."),
        ("es", "Los vecinos notaron el lunes una menor presencia policial."),
        ("es", "Dos artistas pintaron un mural en la panadería el lunes."),
        ("es", "Hay enfrentamientos verbales entre los dos panaderos desde el lunes."),
        ("es", "La explosión demográfica de Azul preocupa a la alcaldesa."),
        ("es", "El banco anotó dos cheques protestados el lunes."),
        ("es", "El embajador presentó el lunes una protesta formal."),
        ("es", "La caravana de la primavera pasó el lunes por Azul."),
    ],
)
def test_figures_of_speech_are_no_events(language, text):
    assert not [pair for pair in told(text, language) if pair[0] in ("PROTEST", "ASSAULT", "COERCE")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_class_that_an_entry_names_exists(language):
    table = lexicon(language)
    for sense in table.senses.values():
        named = {*sense.need, *sense.veto, *([sense.who] if sense.who and sense.who != "any" else [])}
        assert named <= set(table.classes), sense.id


def test_pressure_whose_form_is_not_told_is_no_demonstration():
    assert "plan-de-lucha" in senses_in("El gremio anunció medidas de fuerza.", "es")
    assert "protesta" in senses_in("El gremio anunció una jornada de protesta.", "es")


@pytest.mark.parametrize(
    "text",
    [
        "Police opened fire on bakers in Ica on Monday.",
        "The police fired to disperse bakers in Ica on Monday.",
        "Police fired in the air in Ica on Monday as bakers marched.",
    ],
)
def test_police_who_open_fire_are_who_fired(text):
    reading = read_text(Text("t", text, language="en", published=dt.date(2021, 3, 10)))
    fired = [report for report in code_reading(reading).reports if report.mode == "firearms"]
    assert [(actor.part, actor.role) for report in fired for actor in report.actors if actor.role == "police"]


def test_figures_of_speech_of_sport_and_markets_are_no_deeds():
    text = (
        "El Atlético marcha tercero tras empatar el partido. El portero detuvo dos remates, el delantero atacó por él "
        "y el técnico bloqueó la salida del jugador. El gol llegó en el minuto 80 del segundo tiempo en el estadio."
    )
    assert reports_of(text, "es") == []
    text = (
        "Shares rallied on Monday as miners led the index and traders struck a bullish note. Oil came under fire, "
        "bond yields rose and analysts said that the rally in equities would go on."
    )
    assert reports_of(text) == []


def test_a_deed_on_a_page_of_sport_that_police_are_on_is_one():
    text = (
        "Fans of the team clashed with police outside the stadium on Monday after the match. The game, final of the "
        "cup, was won with a goal of the club's striker, and the coach praised the players. Six people were arrested."
    )
    assert reports_of(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A vigil of bakers in Tela descended into chaos on Monday."),
        ("en", "A concert in Tela degenerated into violent scuffles on Monday."),
        ("es", "La caminata de los panaderos terminó el lunes en una batalla campal en Tela."),
        ("es", "La asamblea acabó en una gresca el lunes en Tela."),
    ],
)
def test_what_ends_in_blows_is_a_riot(language, text):
    assert "riot" in [report.mode for report in reports_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The district council building in Tela was partly burnt down on Saturday night."),
        ("en", "Two police stations were burned down in Tela on Saturday."),
        ("en", "Three police cars were burnt in Tela on Saturday."),
        ("es", "La sede de la gobernación fue quemada el sábado en Sucre."),
    ],
)
def test_seats_that_were_burnt_were_attacked(language, text):
    (report,) = reports_of(text, language)
    assert (report.mode, report.status.value) == ("destroy", "occurred")


def test_force_that_something_was_done_with_is_a_deed():
    text = "Agentes replegaron a los jóvenes con palos y gas lacrimógeno el lunes en Chilpancingo."
    assert ("ASSAULT", "occurred") in [(report.type.value, report.status.value) for report in reports_of(text, "es")]


def test_a_crowd_that_faces_police_clashes():
    text = "Una multitud se enfrentó el lunes durante horas con antidisturbios en Masaya."
    assert [(report.type.value, report.mode) for report in reports_of(text, "es")] == [("PROTEST", "riot")]


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("es", "La Policía Militar tomó el control de la cárcel de Tela el domingo.", "seize"),
        ("es", "Los presos tomaron el control de la cárcel de Tela el domingo.", "obstruct"),
        ("en", "The army retook control of the prison in Tela on Sunday.", "seize"),
        ("es", "Los panaderos pararon dos días en Tela.", "strike"),
        ("es", "Las enfermeras pararon sus labores el martes en Salto.", "strike"),
        ("es", "Vecinos prendieron velas frente al juzgado de Tunja el lunes.", "demo"),
        ("en", "Mobile data has been suspended in Quetta since Tuesday.", "withhold"),
        ("es", "El internet fue suspendido en Tela el lunes.", "withhold"),
        ("en", "Bakers block Hanover road over water woes.", "obstruct"),
    ],
)
def test_who_did_it_and_to_what_says_what_it_was(language, text, mode):
    assert [report.mode for report in reports_of(text, language)] == [mode]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Asamblea Permanente de Derechos Humanos habló de veinte casos en Sucre."),
        ("es", "El Comité de Familiares de Detenidos Desaparecidos publicó un libro en Tela el lunes."),
        ("en", "The Movement for Land Occupation published a book in Reno on Monday."),
    ],
)
def test_a_word_within_the_name_of_a_body_is_no_deed(language, text):
    assert not [report for report in reports_of(text, language) if report.type in ("PROTEST", "COERCE")]
