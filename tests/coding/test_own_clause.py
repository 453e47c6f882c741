"""What a clause of its own says of people keeps them out of a crowd, and out of the harm told before them."""

import pytest

from tests.coding.test_other_fates import told

ES, EN = "Los panaderos marcharon el lunes en Tarija. ", "Bakers marched in Kumasi on Monday. "


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", ES + "El informe dice que 62 personas denunciaron amenazas."),
        ("es", ES + "Más de 452 personas fueron despojadas de su vivienda."),
        ("es", ES + "Hay en el país 1.061 presos políticos, según el comité."),
        ("es", "Los panaderos ocupan desde el lunes el molino de Tarija por el despido de 65 empleados."),
        ("es", ES + "Tres personas murieron este mes por inhalar humo."),
        ("es", ES + "Los homicidios bajaron de 31 a 26 por cada 100 mil habitantes."),
        ("en", EN + "Some 452 people have been stripped of their homes."),
        ("en", EN + "There are 1,061 political prisoners in the country, the committee said."),
        ("en", EN + "Three people died after inhaling fumes from a stove."),
    ],
)
def test_who_does_or_suffers_something_else_is_not_counted(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "es",
            "Seis panaderos fueron capturados el lunes en Tarija y dos agentes fueron trasladados a casa.",
            [("arrested", 6), ("deployed", 2)],
        ),
        ("es", "La guardia negó que hubiera arrestos y dijo que habló con unos 30 vecinos el lunes en Tarija.", []),
        (
            "es",
            "El lunes murieron 11 panaderos y seis policías en el tiroteo de Tarija.",
            [("killed", 11), ("killed", 6)],
        ),
        (
            "es",
            "El lunes murieron 11 panaderos y seis policías custodiaban la plaza de Tarija.",
            [("killed", 11), ("deployed", 6)],
        ),
    ],
)
def test_the_verb_nearest_in_their_own_clause_says_what_befell_them(language, text, wanted):
    assert told(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", ES + "Unas 620 personas corearon consignas.", [("participants", 620)]),
        ("es", "Unos 200 panaderos cortaron la ruta el lunes en Tarija.", [("participants", 200)]),
        ("es", "Tres panaderos murieron el lunes en Tarija por inhalar gas lacrimógeno.", [("killed", 3)]),
        ("en", EN + "Some 620 people sang.", [("participants", 620)]),
    ],
)
def test_crowds_and_their_dead_are_still_counted(language, text, wanted):
    assert [(measure, best) for measure, best in told(text, language)] == wanted
