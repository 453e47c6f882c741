"""Words of protest and repression from all Spanish-speaking countries, each in a sentence of our own."""

import pytest

from constancia.vocabulary import ActorPart, EventType, Form, Status
from tests.coding.telling import reports_of

PROTESTS = [
    ("Los comuneros iniciaron una minga hacia Popayán el lunes.", Form.MARCH),
    ("La minga indígena llegó a Cali el lunes.", Form.MARCH),
    ("Los cañeros hicieron el lunes una marcha de sacrificio hacia La Paz.", Form.MARCH),
    ("Miles desfilaron el lunes contra la reforma.", Form.MARCH),
    ("Los transportistas hicieron una tranca en la autopista el lunes.", Form.BLOCKADE),
    ("Los pobladores rodearon la alcaldía el lunes.", Form.BLOCKADE),
    ("Los normalistas liberaron las casetas de peaje el lunes.", Form.BLOCKADE),
    ("La comunidad mantiene bloqueado el ingreso a la mina.", Form.BLOCKADE),
    ("Los manifestantes prendieron una fogata el lunes en la avenida.", Form.BLOCKADE),
    ("Los médicos iniciaron el plan tortuga el lunes.", Form.STRIKE),
    ("Cientos de docentes salieron el lunes a las calles de Tela.", Form.MARCH),
    ("La oposición se volcó otra vez a las calles el lunes.", Form.MARCH),
    ("Los inspectores hicieron huelga de celo el lunes.", Form.STRIKE),
    ("El gremio realizó un cese de 24 horas.", Form.STRIKE),
    ("Los soldados se acuartelaron el lunes en demanda de sueldos.", Form.STRIKE),
    ("El sindicato paralizó la refinería el lunes.", Form.STRIKE),
    ("Los jubilados se tapiaron en la oficina el lunes.", Form.SIT_IN),
    ("Tres madres se encadenaron el lunes a las rejas.", Form.SIT_IN),
    ("Los docentes hicieron un mandilazo el lunes.", Form.RALLY),
    ("Los vecinos hicieron un pitazo el lunes.", Form.RALLY),
    ("Hicieron una olla común frente al congreso el lunes.", Form.RALLY),
    ("Las alumnas hicieron un tendedero de denuncias el lunes.", Form.RALLY),
    ("Los ciudadanos lavaron la bandera frente al palacio el lunes.", Form.RALLY),
    ("Los activistas desplegaron una pancarta el lunes.", Form.RALLY),
    ("Los alumnos llamaron a una evasión masiva en el metro el lunes.", Form.RALLY),
    ("La central organizó una pueblada el lunes.", None),
    ("Los sin tierra ocuparon el latifundio el lunes.", Form.OCCUPATION),
    ("Los choferes no salieron a trabajar el lunes en Iquique.", Form.STRIKE),
    ("Los comuneros tomaron la carretera el lunes a la altura de Sicuani.", Form.BLOCKADE),
    ("Los normalistas retuvieron el lunes quince autobuses en Tixtla.", Form.BLOCKADE),
    ("Los pescadores se manifestaron el lunes en Vieques contra la base.", None),
    ("Los porteros cesaron el lunes en sus tareas.", Form.STRIKE),
    ("Los obreros abandonaron el lunes sus puestos de trabajo.", Form.STRIKE),
    ("Los tamberos suspendieron el lunes la entrega de leche.", Form.STRIKE),
    ("Los comuneros llegaron el lunes en caminata a Quito.", Form.MARCH),
    ("Los colonos peregrinaron el lunes a Asunción en reclamo de tierras.", Form.MARCH),
    ("Los vecinos escracharon el lunes a un diputado.", None),
]

ATTACKS = [
    "Matan a balazos a un periodista en Ica.",
    "La masacre dejó ocho muertos en Ica.",
    "Estalló un artefacto explosivo el lunes.",
    "Una granada fue lanzada el lunes contra la sede del gremio.",
    "Tropas del Ejército dieron de baja a dos panaderos el lunes.",
    "Un campesino pisó una mina el lunes en Tame.",
    "Una bomba explota en la sede de un banco de Tandil el lunes.",
    "Un campesino resultó herido el lunes luego que pisara una mina en Tame.",
    "Los rebeldes anunciaron el lunes el secuestro de un panadero en Tame.",
    "Soldados hirieron el lunes a tres panaderos en Ica.",
    "Hombres armados se llevaron por la fuerza a tres jóvenes el lunes.",
    "Un panadero murió de tres balazos el lunes en Ica.",
    "Paramilitares ejecutaron el lunes de varios disparos a un panadero.",
    "Un panadero fue ejecutado el lunes por paramilitares en Tame.",
    "La ejecución de tres panaderos por soldados ocurrió el lunes en Tame.",
]

NOTHING = [
    "La ejecución de la obra comenzó el lunes.",
    "La alcaldesa ejecutó el presupuesto el lunes.",
    "La reunión se llevó a cabo con los vecinos el lunes.",
    "La moto en que se movilizaba el panadero quedó en la vía.",
    "El cabildo sesionó el lunes.",
    "Existe inquietud por la marcha del gasoducto desde el lunes.",
    "El tren siguió su marcha y llegó el lunes a Tandil.",
    "El chofer dejó el lunes de cortar boletos en Tandil.",
    "El Congreso tomó la protesta al nuevo concejo el lunes.",
    "El mes de ayuno termina el lunes en Rabat.",
    "Los turistas tomaron la carretera hacia Sicuani el lunes.",
    "Hablaron el lunes los dirigentes piqueteros.",
    "La lista azul retuvo el lunes la presidencia del club.",
    "Se advierte un cambio en el clima.",
    "El estado de emergencia es una figura de la ley.",
]


@pytest.mark.parametrize(("text", "form"), PROTESTS)
def test_each_country_s_words_for_protest_are_read(text, form):
    protests = [report for report in reports_of(text, "es") if report.type is EventType.PROTEST]
    assert [report.form for report in protests] == [form]
    assert protests[0].status in (Status.OCCURRED, Status.ONGOING, Status.PLANNED)


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_are_read_whatever_their_wording(text):
    assert [report.type for report in reports_of(text, "es")] == [EventType.ASSAULT]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_deeds_are_left(text):
    assert reports_of(text, "es") == []


def test_who_steps_on_a_mine_is_its_victim():
    report = reports_of("Un campesino pisó una mina el lunes en Tame.", "es")[0]
    assert [actor.part for actor in report.actors] == [ActorPart.VICTIM]


def test_who_died_of_shots_did_not_fire_them():
    report = reports_of("Tres panaderos murieron el lunes en Ica por disparos de la policía.", "es")[0]
    assert ("Tres panaderos", ActorPart.PERPETRATOR) not in [(actor.text, actor.part) for actor in report.actors]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La policía anunció el lunes la captura de dos panaderos en Ica.", Status.OCCURRED),
        ("El sindicato anunció una marcha en Ica.", Status.PLANNED),
        ("El partido organiza una marcha en Ica.", Status.PLANNED),
        ("El partido organizó una marcha en Ica.", Status.OCCURRED),
        ("Los vecinos se retiraron el lunes tras bloquear la ruta.", Status.OCCURRED),
        ("Los vecinos mantienen bloqueada la ruta a Ica.", Status.ONGOING),
        ("Continúa el bloqueo en la ruta 12 a Ica.", Status.ONGOING),
        ("Familiares de desaparecidos protestan frente a la fiscalía.", Status.OCCURRED),
    ],
)
def test_verbs_that_carry_a_deed_decide_its_status(text, status):
    assert [report.status for report in reports_of(text, "es")] == [status]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("La policía retuvo el lunes a doce jóvenes en Ica.", EventType.COERCE),
        ("Unos encapuchados retuvieron el lunes a doce jóvenes en Ica.", EventType.ASSAULT),
        ("Despojaron de sus tierras a 30 familias el lunes.", EventType.COERCE),
        ("Les dieron 24 horas para abandonar el pueblo.", EventType.THREATEN),
        ("Denuncian amenazas contra docentes de Ica.", EventType.THREATEN),
        ("Un grupo de vecinos se apostó el lunes frente al municipio.", EventType.PROTEST),
    ],
)
def test_the_words_of_rights_notes_have_their_types(text, type_):
    assert type_ in [report.type for report in reports_of(text, "es")]


def test_what_is_forbidden_by_nobody_named_is_prevented():
    reports = reports_of("Prohíben manifestaciones en el centro de Ica.", "es")
    assert [report.status for report in reports if report.type is EventType.PROTEST] == [Status.PREVENTED]


def test_the_last_word_of_a_name_is_no_verb() -> None:
    text = (
        "El paro contra el dique de Cerro Cobre y los precios del pan, que empezó el lunes,"
        " dejó sin pan a Puno y Tacna."
    )
    strikes = [r for r in reports_of(text, "es") if r.form == "strike"]

    assert {strike.status for strike in strikes} <= {"occurred", "background"}
