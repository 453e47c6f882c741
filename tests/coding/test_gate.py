"""The gate of a page: what tells of no deed is not read."""

import pytest

from constancia.coding import tells_of_deed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 300 bakers marched in Danlí on Monday."),
        ("en", "A court freed the nine people arrested in May."),
        ("en", "Seven people have died since the crisis began."),
        ("es", "Unos 300 panaderos marcharon el lunes en Danlí."),
        ("es", "Los vecinos cortaron la ruta durante cuatro horas."),
        ("es", "Ya son siete los muertos, dijo la Defensoría."),
        ("es", "La rectora fue amenazada en su casa."),
        ("es", "Los vecinos exigen agua potable."),
        ("en", "The rector was threatened at home."),
    ],
)
def test_a_text_with_a_deed_or_a_toll_passes(language, text):
    assert tells_of_deed(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council opened a new reading room near the station last month."),
        ("en", "Stocks rallied on Friday after a week of losses."),
        ("es", "La biblioteca abrió el martes una sala de lectura junto a la estación."),
        ("es", "El alcalde sufrió un paro cardíaco y permanece internado."),
    ],
)
def test_a_text_without_one_is_left_unread(language, text):
    assert not tells_of_deed(text, language)
