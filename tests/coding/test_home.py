"""The place that came with a text speaks for its country, and is the town that the text calls ours."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text


def report_of(text: str, place: str | None, language: str = "es") -> Report:
    return code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 11), place))).reports[0]


def test_our_town_is_the_town_that_the_text_came_from():
    text = "Los panaderos marcharon ayer por las calles de nuestra ciudad."
    place = report_of(text, "Tandil, Argentina").place
    assert place is not None
    assert (place.name, place.country) == ("Tandil", "AR")
    assert text[place.start : place.end] == place.text


def test_this_town_is_no_town_where_the_text_came_with_none():
    place = report_of("Bakers marched in this town on Monday.", None, "en").place
    assert place is None or place.name is None or place.lat is None


def test_this_city_of_a_name_is_that_city():
    place = report_of("Los panaderos marcharon ayer en esta ciudad de Cusco.", "Tandil, Argentina").place
    assert place is not None
    assert place.name == "Cusco"


def test_a_deed_without_a_place_is_of_the_country_that_the_text_came_from():
    text = "Los panaderos cumplieron ayer un paro de 24 horas. El viento sopló del lado de la calle Bristol."
    place = report_of(text, "Tandil, Argentina").place
    assert place is not None
    assert (place.country, place.feature) == ("AR", "country")


def test_what_a_text_says_of_its_country_is_louder_than_where_it_came_from():
    text = "Los panaderos hicieron ayer un paro. Bolivia se detuvo: en La Paz, Potosí, Oruro y Sucre no hubo pan."
    place = report_of(text, "Tandil, Argentina").place
    assert place is not None
    assert place.country == "BO"


def test_a_hamlet_known_only_abroad_lies_in_the_country_that_the_text_came_from():
    place = report_of("Los vecinos cortaron ayer la ruta en Vertientes.", "Tandil, Argentina").place
    assert place is not None
    assert place.country == "AR"


def test_a_suburb_of_no_gazetteer_lies_in_the_country_of_two_towns_beside_it():
    text = (
        "Bakers marched in Sfax on Monday, and in Tunis on Sunday. "
        "On Friday, a crowd threw stones at police in the suburb of Chott Mellaha."
    )
    reports = code_reading(read_text(Text("t", text, "en", dt.date(2025, 3, 11)))).reports
    place = next(report.place for report in reports if report.mode == "riot")
    assert (place.name, place.country) == ("Chott Mellaha", "TN")


def test_gaza_is_in_palestine_unless_the_text_is_of_mozambique():
    far = report_of("Some 200 people were killed in Gaza on Monday.", None, "en").place
    near = report_of("Bakers marched in Gaza province, Mozambique, on Monday.", None, "en").place
    assert (far.country, near.country) == ("PS", "MZ")
