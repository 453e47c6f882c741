"""Figures of lists ("Heridos: 34") and of tables are claims of whoever the page says that the bulletin is of."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Coding, Text
from constancia.read import read_text
from constancia.vocabulary import Category, Measure, Modifier, Role, Scope


def coded(text: str, language: str = "es", publisher: str | None = None) -> Coding:
    return code_reading(read_text(Text("t", text, language, dt.date(2024, 5, 21), publisher=publisher)))


def claims_of(text: str, language: str = "es", publisher: str | None = None) -> list[Claim]:
    coding = coded(text, language, publisher)
    found = [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]
    return sorted(found, key=lambda claim: claim.start)


def counts(claims: list[Claim]) -> list[tuple[Measure, int | None]]:
    return [(claim.measure, claim.best) for claim in claims]


LIST = """Parte de la Dirección de Salud de Yoro sobre el choque en la aduana.

Los hechos ocurrieron el lunes, durante el desalojo de una protesta en El Progreso.

Fallecidos: 2

Policías heridos: 6

Vehículos quemados: 3"""


def test_labels_say_what_is_counted_and_the_introduction_whose_figures_they_are():
    claims = claims_of(LIST)
    assert counts(claims) == [(Measure.KILLED, 2), (Measure.INJURED, 6), (Measure.PROPERTY, 3)]
    assert {claim.according_to.role for claim in claims if claim.according_to} == {Role.GOVERNMENT}
    assert claims[1].category is Category.POLICE
    assert claims[1].noun == "Policías heridos"


def test_a_list_of_one_dated_deed_is_of_that_deed():
    assert {claim.scope for claim in claims_of(LIST)} == {Scope.INCIDENT}
    assert {claim.report_id is None for claim in claims_of(LIST) if claim.measure is not Measure.PROPERTY} == {False}


def test_a_list_that_counts_up_to_a_day_is_a_toll_and_never_an_events():
    text = """Reporte de la Procuraduría sobre el paro nacional, con corte al 20 de mayo.

    El lunes hubo un choque en El Progreso durante una protesta.

    - Personas fallecidas: 12
    - Personas detenidas: 1.445"""
    claims = claims_of(text)
    assert counts(claims) == [(Measure.KILLED, 12), (Measure.ARRESTED, 1445)]
    assert {(claim.scope, claim.report_id) for claim in claims} == {(Scope.CUMULATIVE, None)}


def test_a_list_that_nobody_signs_is_not_read():
    text = "Choque en la aduana el lunes\n\nFallecidos: 2\n\nHeridos: 6"
    assert claims_of(text) == []
    assert counts(claims_of(text, publisher="Radio Yoro")) == [(Measure.KILLED, 2), (Measure.INJURED, 6)]


@pytest.mark.parametrize(
    "line", ["Heridos: 34 (12 mujeres)", "• Heridos - 34", "Heridos 34", "3) Personas heridas: 34.", "HERIDOS: 34"]
)
def test_labels_and_numbers_are_written_in_many_ways(line: str):
    text = f"Boletín del Hospital Regional de Tela\n\n{line}\n\nDetenidos: 5"
    assert counts(claims_of(text)) == [(Measure.INJURED, 34), (Measure.ARRESTED, 5)]


def test_a_rough_number_of_a_list_is_rough():
    claims = claims_of("Parte de la Policía Nacional\n\nManifestantes: 1.200 aprox.\n\nDetenidos: 5")
    assert [(claim.best, claim.low, claim.modifier) for claim in claims][-1:] == [(5, 5, Modifier.EXACT)]
    assert (1200, None, Modifier.ABOUT) in [(claim.best, claim.low, claim.modifier) for claim in claims]


def test_rows_of_a_table_are_parts_of_its_total():
    text = """Injured people attended to, county health department

Facility Dead Injured

Lodwar Referral 2 15

Kakuma Mission 1 4

Total 3 19

The clash broke out on Monday, 20 May 2024, at a protest in Lodwar."""
    claims = claims_of(text, "en", "County Health Department")
    assert counts(claims)[-2:] == [(Measure.KILLED, 3), (Measure.INJURED, 19)]
    whole = {claim.measure: claim.claim_id for claim in claims[-2:]}
    assert [claim.part_of for claim in claims[:-2]] == [whole[claim.measure] for claim in claims[:-2]]


def test_a_row_with_more_numbers_than_headings_is_not_guessed_at():
    text = "Health department bulletin\n\nFacility Dead Injured\n\nLodwar 2 15 7\n\nKakuma 1 4 9"
    assert claims_of(text, "en", "Health Department") == []


def test_a_town_before_a_colon_gives_no_figures_but_whoever_introduces_the_list():
    text = "Casualties so far, by the Health Directorate:\nDhaka: 38 dead\nSylhet: 5 dead"
    claims = claims_of(text, "en")
    assert counts(claims) == [(Measure.KILLED, 38), (Measure.KILLED, 5)]
    assert {claim.according_to.role if claim.according_to else None for claim in claims} == {Role.GOVERNMENT}


@pytest.mark.parametrize("text", ["Ingresos: 34\n\nEgresos: 12", "Goles: 3\n\nTiros: 12", "Familias desplazadas: 30"])
def test_labels_of_other_things_are_no_claims(text: str):
    assert claims_of(f"Boletín del Ministerio de Salud\n\n{text}", publisher="Ministerio") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We counted 12 road blocks by drivers on 15 May.\n\nKilled since 6 May: 3.\n\nInjured since 6 May: 41."),
        (
            "es",
            "Contamos 12 cortes el 15 de mayo.\n\nMuertos desde el 6 de mayo: 3.\n\nHeridos desde el 6 de mayo: 41.",
        ),
    ],
)
def test_a_label_that_says_since_when_counts_a_toll_of_whoever_publishes(language, text):
    claims = [claim for claim in claims_of(text, language, "Casa del Puente") if claim.measure is not Measure.BLOCKADES]
    assert counts(claims) == [(Measure.KILLED, 3), (Measure.INJURED, 41)]
    assert {(claim.scope, claim.since, claim.according_to) for claim in claims} == {
        (Scope.CUMULATIVE, "2024-05-06", None)
    }
