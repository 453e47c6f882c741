"""Figures of people whom something else befell, and of things, beside those who were killed, held or there."""

import pytest

from tests.coding.test_grave_figures import claims_of


def told(text, language):
    return [(claim.measure.value, claim.best) for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "La policía detuvo a 14 panaderos y liberó a 32 el lunes en Tarija.", [("arrested", 14)]),
        ("es", "La bomba mató a cinco panaderos y dejó atrapados a 50 el lunes en Tarija.", [("killed", 5)]),
        ("es", "Soldados rescataron a 12 niños y mataron a tres panaderos el lunes en Tarija.", [("killed", 3)]),
        ("es", "Murieron tres panaderos en el ataque y 40 personas fueron evacuadas en Tarija.", [("killed", 3)]),
        ("en", "Police arrested 14 bakers and freed 32 in Kumasi on Monday.", [("arrested", 14)]),
        ("en", "The bomb killed five bakers and left 50 trapped in Kumasi on Monday.", [("killed", 5)]),
        ("en", "Gunmen killed three bakers and infected water sickened 40 in Kumasi on Monday.", [("killed", 3)]),
        ("en", "Gunmen killed three bakers and 40 people were evacuated in Kumasi on Monday.", [("killed", 3)]),
    ],
)
def test_whom_something_else_befell_is_not_counted_with_those_harmed(language, text, wanted):
    assert told(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "El molino despidió a 300 panaderos, que marcharon el lunes en Tarija.", [("participants", 300)]),
        ("en", "The mill fired 300 bakers, who marched in Kumasi on Monday.", [("participants", 300)]),
        (
            "es",
            "La policía detuvo a 20 panaderos el lunes en Tarija y luego liberó a 12 de ellos.",
            [("arrested", 20), ("arrested", 12)],
        ),
    ],
)
def test_what_is_told_of_them_behind_still_counts_them(language, text, wanted):
    assert told(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Los paros del lunes en Tarija dejaron 22 detenidos en cinco comisarías.", [("arrested", 22)]),
        ("es", "La policía detuvo a nueve panaderos y secuestró 120 petardos en Tarija.", [("arrested", 9)]),
        (
            "en",
            "Police arrested nine bakers on Monday and took them to five police stations in Kumasi.",
            [("arrested", 9)],
        ),
    ],
)
def test_offices_and_weapons_are_no_people(language, text, wanted):
    assert told(text, language) == wanted
