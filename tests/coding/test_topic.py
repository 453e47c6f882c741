"""Loose words are coded where a long text is about a conflict, and left out where it is about something else."""

import datetime as dt

from constancia.coding import code_reading
from constancia.coding.events.topic import topic_facts
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Status

MEETING = "Los socios fueron convocados a una asamblea para el jueves en la sede."
CLUB = (
    "El club de ajedrez renueva su comisión directiva. "
    "En el orden del día figuran la memoria, el balance y el inventario del ejercicio. "
    "Se elegirán cargos de tesorero, vocales suplentes y revisores de cuentas, según el estatuto. "
    "El padrón de asociados puede verse en la biblioteca, donde además hay cursos y talleres de música. "
    "La cena de aniversario será a beneficio de la escuela de teatro, con una rifa y la actuación de una banda. "
    "Habrá también un torneo juvenil, un concierto y la inauguración de una muestra de pintura del artista local."
)
FACTORY = (
    "El sindicato de la fábrica de vidrio reclama el pago de salarios adeudados. "
    "Los trabajadores exigen la reincorporación de doce despedidos y rechazan las suspensiones. "
    "El gremio denunció el incumplimiento del convenio y no descarta un paro si la patronal no da respuesta. "
    "Los delegados pidieron la solidaridad de los vecinos y de las organizaciones de derechos humanos. "
    "La empresa ofreció pagar los sueldos en cuotas, y los obreros repudiaron la propuesta. "
    "El conflicto lleva tres semanas y el ministerio de Trabajo convocó a una audiencia de conciliación."
)


def reports(text: str, language: str = "es") -> tuple[Report, ...]:
    return code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 11)))).reports


def assemblies(text: str) -> list[Report]:
    return [report for report in reports(text) if report.form is Form.ASSEMBLY]


def test_an_assembly_counts_in_a_text_of_conflict_and_not_in_a_club_s_notice():
    assert assemblies(f"{FACTORY} {MEETING}")
    assert not assemblies(f"{CLUB} {MEETING}")


def test_a_text_too_short_to_show_its_topic_is_coded():
    assert assemblies(MEETING)


def test_a_march_that_is_told_stays_whatever_the_text_is_about():
    told = reports(f"{CLUB} El lunes, cientos de panaderos marcharon por el centro de Rosario contra la ordenanza.")
    assert [report.form for report in told if report.type is EventType.PROTEST] == [Form.MARCH]


def test_a_blow_with_its_wounded_stays_and_a_burglar_s_threat_goes():
    crime = (
        "La comisaría investiga un robo. El delincuente, armado con un revólver, huyó en un automóvil con el botín. "
        "El fiscal pidió el allanamiento de una vivienda y el juez ordenó la captura del sospechoso. "
        "La víctima del asalto dejó el banco y la moto del prófugo fue hallada en la ruta por un patrullero. "
        "El homicida tenía condena por hurto, y en la autopsia del cadáver de su socio se halló un calibre poco común. "
        "El tribunal penal lo había absuelto por la venta de drogas y por la violación de una tregua con otra banda."
    )
    told = [report.type for report in reports(f"{crime} El ladrón golpeó a la cajera.")]
    assert EventType.ASSAULT not in told
    hurt = [report.type for report in reports(f"{crime} El lunes el ladrón baleó a tres cajeros, que murieron.")]
    assert EventType.ASSAULT in hurt


def test_facts_weigh_topics_by_share_and_by_the_opening():
    plain = ["palabra"] * 60
    facts = topic_facts(["sindicato", *plain], "es")
    assert facts["opens with labour"] > 0
    assert facts["labour"] > topic_facts(["sindicato", *plain * 4], "es")["labour"]
    assert "opens with labour" not in topic_facts([*plain, "sindicato"], "es")


def test_a_march_of_no_day_and_place_goes_where_the_text_is_of_something_else():
    told = reports(f"{CLUB} El tesorero agradeció a quienes organizaron la marcha.")
    assert not [report for report in told if report.type is EventType.PROTEST]


def test_a_lawsuit_stays_only_beside_a_deed():
    text = FACTORY.replace(" y no descarta un paro si la patronal no da respuesta", "")
    text += " Los delegados dijeron además que los vecinos del barrio y los jubilados del gremio los acompañan."
    suit = "Un accionista inició ayer un juicio contra la empresa."
    march = "Los obreros marcharon ayer por el centro de Rosario."
    assert Status.LEGAL not in {report.status for report in reports(f"{text} {suit}")}
    assert Status.LEGAL in {report.status for report in reports(f"{text} {suit} {march}")}


def test_talks_stay_only_beside_a_deed():
    text = FACTORY.replace(" y no descarta un paro si la patronal no da respuesta", "")
    text += " Los delegados dijeron además que los vecinos del barrio y los jubilados del gremio los acompañan."
    talks = "La ministra se reunió ayer con los delegados."
    march = "Los obreros marcharon ayer por el centro de Rosario."
    assert EventType.CONSULT not in {report.type for report in reports(f"{text} {talks}")}
    assert EventType.CONSULT in {report.type for report in reports(f"{text} {talks} {march}")}
