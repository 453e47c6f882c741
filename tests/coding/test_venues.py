"""The square, corner or building that a sentence names becomes the words of its deed's place."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import Feature
from tests.coding.telling import reports_of


def report_of(text: str, language: str = "es") -> Report:
    reports = code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 11)))).reports
    assert reports
    return reports[0]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Los panaderos marcharon ayer hasta el Ministerio de Trabajo.", "Ministerio de Trabajo"),
        ("Los panaderos se concentraron ayer frente al Banco Agrario.", "Banco Agrario"),
        (
            "Los enfermeros harán mañana una asamblea en la sede gremial de la calle Belgrano 1520.",
            "sede gremial de la calle Belgrano 1520",
        ),
        ("El lunes hubo una protesta en la intersección de Colón y Uruguay.", "intersección de Colón y Uruguay"),
        ('Los vecinos hicieron ayer una sentada en la escuela "Las Acacias".', 'escuela "Las Acacias"'),
        ("Los docentes protestaron ayer a las puertas de la planta.", "puertas de la planta"),
        ("Los obreros harán hoy una asamblea en la plaza 12 de Octubre.", "plaza 12 de Octubre"),
        ("Los obreros harán hoy una asamblea en la sede sindical sita en el centro.", "sede sindical"),
        ("Los obreros harán hoy una asamblea en Mitre 2346.", "Mitre 2346"),
        ("El paro se cumplió ayer en los juzgados.", "juzgados"),
        ("El paro se sintió ayer en la mayoría de las escuelas primarias.", "escuelas primarias"),
        ("El acto de protesta se hizo ayer en el estadio ecuestre del Álamo Alto.", "estadio ecuestre del Álamo Alto"),
        ("El paro se sintió ayer en los colegios privados.", "colegios privados"),
    ],
)
def test_a_site_without_a_town_is_the_place(text: str, site: str):
    place = report_of(text).place
    assert place is not None
    assert (place.text, place.feature, place.lat) == (site, Feature.SITE, None)
    assert text[place.start : place.end] == site


@pytest.mark.parametrize(
    ("text", "site", "town", "language"),
    [
        ("Cientos de docentes marcharon ayer en Rosario hasta el Teatro Olimpo.", "Teatro Olimpo", "Rosario", "es"),
        ("Teachers rallied outside the Ministry of Labour in Lima on Monday.", "Ministry of Labour", "Lima", "en"),
        ("Nurses rallied outside Northern Mills in Leeds on Monday.", "Northern Mills", "Leeds", "en"),
    ],
)
def test_a_town_that_is_named_with_a_site_stays_the_name(text: str, site: str, town: str, language: str):
    place = report_of(text, language).place
    assert place is not None
    assert place.name == town
    assert place.text is not None
    assert place.text.startswith(site)


@pytest.mark.parametrize(
    "text",
    [
        "Los panaderos fueron convocados ayer a un paro por la empresa.",
        "Los panaderos protestaron ayer con el Frente Agrario.",
        "Los panaderos protestaron ayer en la sala.",
    ],
)
def test_doers_parties_and_bare_rooms_are_no_sites(text: str):
    place = report_of(text).place
    assert place is None or place.feature is not Feature.SITE


def test_a_street_corner_is_no_list_of_towns_and_no_day():
    text = "Los maestros de Mar del Plata se concentrarán el jueves en la esquina de San Juan y 12 de Octubre."
    reports = code_reading(read_text(Text("t", text, "es", dt.date(2025, 3, 11)))).reports
    assert [report.place.name for report in reports if report.place] == ["Mar del Plata"]
    assert reports[0].date is not None
    assert reports[0].date.from_ == dt.date(2025, 3, 13)


def test_a_union_s_letters_are_no_town():
    place = report_of("La ATE cumplió ayer un paro de 24 horas.").place
    assert place is None or place.name != "Ate"


@pytest.mark.parametrize(
    "text",
    [
        "Los panaderos harán una asamblea el jueves en Catamarca 1845.",
        "Los panaderos harán una asamblea el jueves en La Habana 615, con abogados.",
    ],
)
def test_a_street_by_its_number_is_no_town(text: str):
    place = report_of(text).place
    assert place is None or place.name not in ("Catamarca", "La Habana", "Havana")


@pytest.mark.parametrize(
    "text",
    [
        "La asamblea de ayer se hizo en la escuela técnica (3 de Abril y Olmos).",
        "La asamblea de ayer se hizo en el hall del palacio, Sarmiento 2060.",
    ],
)
def test_the_day_or_year_of_a_street_dates_nothing(text: str):
    date = report_of(text).date
    assert date is not None
    assert date.from_ == dt.date(2025, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Los manifestantes marcharon ayer por las calles.",
        "Los manifestantes marcharon ayer en la planta.",
        "En Puno 300 docentes marcharon ayer.",
    ],
)
def test_streets_and_plants_without_a_name_are_no_site(text: str):
    place = report_of(text).place
    assert place is None or place.feature is not Feature.SITE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 22 people arrested on Monday, seven are still in the prison of Tela."),
        ("es", "De los 22 arrestados el lunes, siete siguen en la cárcel de Tela."),
    ],
)
def test_nobody_was_arrested_where_the_arrested_are_held(language, text):
    (arrest, *_) = reports_of(text, language)
    assert arrest.place is None or "Tela" not in (arrest.place.name, arrest.place.text)
