"""Places: what is one, what is none, what kind it is, and where it lies."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.model import Mention, PlaceValue, Text
from constancia.read import document_of, read_text
from constancia.read.places import find_places
from constancia.vocabulary import Feature
from constancia.words import fold
from constancia.words.gazetteer import Gazetteer, GazetteerBuilder, PlaceRow
from tests.shared_data import shared_path


def places(words: str, language: str | None = None, **more: str) -> list[Mention]:
    return find_places(document_of(Text("t", words, language, **more)))


def names(words: str, language: str | None = None) -> list[str]:
    return [mention.text for mention in places(words, language)]


def value(words: str, name: str, **more: str) -> PlaceValue:
    found = [mention.value for mention in places(words, **more) if mention.text == name]
    assert found, f"{name} was not found"
    assert isinstance(found[0], PlaceValue)
    return found[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Farmers blocked the bridge in Ilave, Puno, on Monday.", ["Ilave", "Puno"]),
        ("Los comuneros de Cotabambas, en Apurímac, levantaron el paro.", ["Cotabambas", "Apurímac"]),
        (
            "Unions marched in La Paz, Cochabamba and Santa Cruz de la Sierra.",
            ["La Paz", "Cochabamba", "Santa Cruz de la Sierra"],
        ),
        ("The strike reached Peoria, Ill., and Fargo, N.D.", ["Peoria", "Ill", "Fargo", "N.D."]),
        ("EE.UU. y Brasil pidieron calma en Nueva York.", ["EE.UU.", "Brasil", "Nueva York"]),
        ("A Bogota-based group marched from Cali to Medellin.", ["Bogota", "Cali", "Medellin"]),
        ("Dos heridos en Côte d'Ivoire y uno en Perú.", ["Côte d'Ivoire", "Perú"]),
        ("Gunmen raided La Quimera on Friday.", []),
        ("Homes burned in New Orleans, La., on Friday.", ["New Orleans", "La"]),
        ("La huelga paralizó Guayaquil durante dos días.", ["Guayaquil"]),
        ("Hubo barricadas en las calles de Santiago y de Valencia.", ["Santiago", "Valencia"]),
        ("Los vecinos de Cañete y los pobladores de Lota marcharon.", ["Cañete", "Lota"]),
        ("El paro alcanzó los puertos de Talcahuano y Coronel, dijo el coronel.", ["Talcahuano", "Coronel"]),
        ("Una multitud recorrió la Alameda.", []),
        ("CHILPANCINGO, Gro.- Los maestros marcharon en Acapulco del Asta al muelle.", ["CHILPANCINGO", "Acapulco"]),
        ("A strike of porters paralysed Kumasi for two days.", ["Kumasi"]),
    ],
)
def test_places_are_found_in_both_languages(words: str, expected: list[str]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Washington Post published the letter on Thursday.",
        "Students of the Universidad de Lima read a statement.",
        "Mr. Lima denied the charge.",
        "El general San Martín ordenó el repliegue.",
        "Santiago Arriola Quiñe and Jordan Whitcombe spoke to reporters.",
        "The Peruvian and Bolivian delegates met Argentine unions.",
        "Reading books is nice, May said on Sunday.",
        "La Defensoría del Pueblo y la Guardia Nacional no respondieron en mayo.",
        "The hosts beat Real Madrid in a friendly.",
        "Los pescadores de la bahía de Paita y del golfo de Guayaquil repararon las redes.",
    ],
)
def test_people_organisations_demonyms_and_common_words_are_no_places(words: str) -> None:
    assert names(words) == []


@pytest.mark.parametrize(
    ("words", "name", "feature", "country"),
    [
        ("The march crossed the Puno region.", "Puno", Feature.ADMIN1, "PE"),
        ("The march reached Puno.", "Puno", Feature.CITY, "PE"),
        ("El paro en el departamento de San Martín continúa.", "San Martín", Feature.ADMIN1, "PE"),
        ("Hubo marchas en la provincia de Chumbivilcas.", "Chumbivilcas", Feature.ADMIN2, "PE"),
        ("Hubo protestas en el norte del Perú.", "Perú", Feature.REGION, "PE"),
        ("Protests spread across northern Chile.", "Chile", Feature.REGION, "CL"),
        ("Leaders of Latin America met.", "Latin America", Feature.REGION, None),
        ("Miles marcharon por los Andes.", "Andes", Feature.REGION, None),
        ("Two died in Paraguay.", "Paraguay", Feature.COUNTRY, "PY"),
    ],
)
def test_a_place_has_the_kind_that_its_words_say(words: str, name: str, feature: Feature, country: str | None) -> None:
    found = value(words, name)
    assert (found.feature, found.country) == (feature, country)


@pytest.mark.parametrize(
    ("words", "name", "country", "admin1"),
    [
        ("Police in Trujillo, Peru, arrested six.", "Trujillo", "PE", "La Libertad"),
        ("Police in Trujillo, Honduras, arrested six.", "Trujillo", "HN", "Colón"),
        ("A vigil was held in Paris, Texas.", "Paris", "US", "Texas"),
        ("A vigil was held in Paris.", "Paris", "FR", "Île-de-France"),
        ("Crowds in Caracas and Valencia blocked streets, Venezuelan unions said.", "Valencia", "VE", "Carabobo"),
        (
            "Crowds in Madrid and Valencia blocked streets, Spanish unions said.",
            "Valencia",
            "ES",
            "Comunitat Valenciana",
        ),
        ("Crowds in Ontario, between Toronto and London, blocked roads.", "London", "CA", "Ontario"),
        ("Bloqueos en San Lorenzo, Luque y Asunción.", "San Lorenzo", "PY", "Central"),
    ],
)
def test_namesakes_are_told_apart_by_the_text(words: str, name: str, country: str, admin1: str) -> None:
    found = value(words, name)
    assert (found.country, found.admin1) == (country, admin1)


def test_a_unit_named_after_its_town_is_the_unit_and_a_bare_name_is_the_town() -> None:
    (_, unit) = places("Farmers blocked the bridge in Ilave, Puno.")
    assert isinstance(unit.value, PlaceValue)
    assert unit.value.feature is Feature.ADMIN1
    found = places("The march crossed the Puno region and reached Puno on Sunday.")
    assert [each.value.feature for each in found if isinstance(each.value, PlaceValue)] == [
        Feature.ADMIN1,
        Feature.CITY,
    ]


def test_a_plural_is_over_all_the_names_after_it() -> None:
    found = places("Hubo cortes en los departamentos de San Pedro y Caaguazú, informó la patrulla paraguaya.")
    values = [each.value for each in found if isinstance(each.value, PlaceValue)]
    assert [(each.feature, each.country) for each in values] == [(Feature.ADMIN1, "PY"), (Feature.ADMIN1, "PY")]


@pytest.mark.parametrize(
    ("words", "name", "feature", "country"),
    [
        ("Hubo cortes en varias ciudades de Colombia.", "Colombia", Feature.COUNTRY, "CO"),
        ("Roads were cut in several towns of Bolivia.", "Bolivia", Feature.COUNTRY, "BO"),
        ("Hubo cortes en municipios de Oaxaca.", "Oaxaca", Feature.ADMIN1, "MX"),
        ("Hubo cortes en las ciudades de Lima y Cusco.", "Lima", Feature.CITY, "PE"),
    ],
)
def test_what_towns_are_of_holds_them(words: str, name: str, feature: Feature, country: str) -> None:
    found = value(words, name)
    assert (found.feature, found.country) == (feature, country)


def test_the_bridge_of_a_town_names_the_town() -> None:
    assert names("Vecinos bloquearon el puente de Desaguadero.") == ["Desaguadero"]


def test_a_name_that_goes_on_is_not_cut_to_a_namesake() -> None:
    found = value("Two died near Santa Rosa del Quebrantal, Paraguay.", "Santa Rosa del Quebrantal", language="en")
    assert (found.lat, found.country) == (None, "PY")


def test_the_place_that_comes_with_the_text_decides_between_namesakes() -> None:
    words = "Hubo un bloqueo en Trujillo."
    assert value(words, "Trujillo", place="Caracas, Venezuela").country == "VE"
    assert value(words, "Trujillo", place="Lima").country == "PE"


def test_a_square_named_after_a_place_is_a_site_of_its_town() -> None:
    found = places("Miles marcharon a la Plaza San Martín, en Lima.")
    assert [(each.text, each.value.feature) for each in found if isinstance(each.value, PlaceValue)] == [
        ("Plaza San Martín", Feature.SITE),
        ("Lima", Feature.CITY),
    ]
    site, town = (each.value for each in found)
    assert isinstance(site, PlaceValue)
    assert isinstance(town, PlaceValue)
    assert (site.lat, site.country) == (town.lat, "PE")


def test_a_highway_has_no_point() -> None:
    found = value("Un bloqueo en la ruta Ñandubay, cerca de Coronel Oviedo.", "ruta Ñandubay")
    assert (found.feature, found.lat, found.lon) == (Feature.SITE, None, None)


def test_an_embassy_stands_where_it_stands() -> None:
    assert names("A crowd gathered at the embassy of Peru in Washington.") == ["Washington"]
    assert names("A crowd gathered at the US Embassy in Lima.") == ["Lima"]


def test_a_village_that_no_gazetteer_has_gets_a_name_and_no_point() -> None:
    found = value("A blockade in the village of Zorrolandia Chica, Peru, was lifted.", "Zorrolandia Chica")
    assert (found.name, found.lat, found.lon, found.gazetteer_id) == ("Zorrolandia Chica", None, None, None)


def test_a_small_namesake_abroad_is_not_taken_for_a_village_of_the_country() -> None:
    words = "Vecinos del distrito de Tres Cruces, en Caaguazú, Paraguay, marcharon a Asunción."
    assert value(words, "Tres Cruces").lat is None


def test_texts_in_capitals_are_read() -> None:
    assert names("GUNMEN KILLED TWO FARMERS IN AYACUCHO, PERU, THE ARMY REPORTED.") == ["AYACUCHO", "PERU"]


def test_a_text_without_capitals_is_read() -> None:
    assert names("vecinos de asunción marcharon ayer hasta el congreso") == ["asunción"]


def test_the_reason_names_the_candidate_and_the_parts_of_its_score() -> None:
    (mention, *_) = places("Farmers blocked the bridge in Ilave, Puno.")
    assert mention.why is not None
    assert "geonames:3938451" in mention.why
    assert "context" in mention.why


def test_a_gazetteer_of_the_user_is_asked() -> None:
    builder = GazetteerBuilder()
    builder.add(
        [
            PlaceRow("XX", "Xandria", Feature.COUNTRY, 1, 1, geoname=1, code="XX", country="XX"),
            PlaceRow("2", "Vorkel", Feature.CITY, 2, 2, geoname=2, country="XX", population=50_000),
        ]
    )
    document = document_of(Text("t", "A march was held in Vorkel, Xandria.", "en"))
    found = [mention.value for mention in find_places(document, Gazetteer([builder.tables()]))]
    assert [(each.name, each.country) for each in found if isinstance(each, PlaceValue)] == [
        ("Vorkel", "XX"),
        ("Xandria", "XX"),
    ]


@pytest.mark.shared
def test_the_places_of_the_patterns_are_found_with_their_country() -> None:
    rows = map(json.loads, shared_path("patterns/cases.jsonl").read_text(encoding="utf-8").splitlines())
    missed = [row["case"] for row in rows if not _has_expected_places(row)]
    assert len(missed) <= 2, missed


def _has_expected_places(row: dict[str, Any]) -> bool:
    reports = row["expect"].get("reports", []) if isinstance(row["input"], dict) else []
    wanted = [report["place"] for report in reports if isinstance(report.get("place", {}).get("name"), str)]
    found = places(row["input"]["text"], row["input"].get("language")) if wanted else []
    values = [mention.value for mention in found if isinstance(mention.value, PlaceValue)]
    return all(
        any(
            fold(each.name) == fold(place["name"]) and each.country == place.get("country", each.country)
            for each in values
        )
        for place in wanted
    )


PIECES = """\
Lima Puno, en in the San Martín plaza Peru de la Mr. marched Santiago St. . North U.S. Embassy of distrito Paz
Río""".split()  # noqa: SIM905 -- words read best as words
WORDS = st.lists(st.sampled_from([*PIECES, "Lima-based", "Trujillo", "(", ")", "«", "\n"]), max_size=25).map(" ".join)


@settings(max_examples=150)
@given(WORDS)
def test_spans_hold_their_words_and_points_are_whole(words: str) -> None:
    last = 0
    for mention in places(words, "es"):
        assert words[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end
        assert isinstance(mention.value, PlaceValue)
        assert (mention.value.lat is None) == (mention.value.lon is None)


@settings(max_examples=60)
@given(WORDS, st.integers(1, 30))
def test_blank_space_before_a_text_only_shifts_its_places(words: str, shift: int) -> None:
    moved = [(m.start - shift, m.end - shift, m.value) for m in places("\n" * shift + words, "es")]
    assert moved == [(m.start, m.end, m.value) for m in places(words, "es")]


@pytest.mark.parametrize(
    ("url", "publisher", "country"),
    [
        ("https://paper.example/america/panama/2024/paro", None, "PA"),
        ("https://paper.example/2024/paro", "Correo de Panamá", "PA"),
    ],
)
def test_the_country_that_an_address_or_outlet_names_settles_namesakes(url, publisher, country):
    found = find_places(
        document_of(Text("t", "Los estibadores marcharon en Colón.", "es", url=url, publisher=publisher))
    )

    assert [mention.value.country for mention in found] == [country]


def test_the_bare_name_beside_the_city_named_in_full_is_the_country_s() -> None:
    text = "PANAMA CITY (Wire) - Two men were hurt in western Panama. Panama has been calm."
    values = [each.value for each in read_text(Text("t", text, "en")).mentions if each.text == "Panama"]
    assert {value.feature.value for value in values if isinstance(value, PlaceValue)} == {"region", "country"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Hubo una marcha en San Juan Nogueras y otra en San Juan.", ["San Juan"]),
        ("Police fired tear gas in San Francisco Monday night.", ["San Francisco"]),
        ("Hubo cortes en la carretera del Litoral.", []),
    ],
)
def test_a_saint_that_opens_a_longer_name_is_not_the_town_of_that_saint(words, wanted):
    found = find_places(document_of(Text("t", words, None)))
    assert [m.text for m in found if m.value.feature is not Feature.SITE] == wanted


def test_the_words_of_one_country_tell_namesakes_apart() -> None:
    assert value("Carabineros despejó el acceso a San Antonio.", "San Antonio", language="es").country == "CL"
    assert value("Pagaron en lempiras en Santa Bárbara.", "Santa Bárbara", language="es").country == "HN"
    assert value("Pagaron en Santa Bárbara.", "Santa Bárbara", language="es").country != "HN"
