"""Who a person is told to be, and what is told by its numbers, adds nobody to a count."""

import pytest

from tests.coding.test_claims import claims_of


def _counts(text: str, language: str) -> list[tuple[str, int | None]]:
    return [(str(claim.measure), claim.best) for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Omar Lazo, de 51 años y padre de tres hijas, murió el lunes de dos disparos en Tela."),
        ("es", "Inés Lazo, madre de cuatro niños, fue asesinada por soldados en Tela."),
        ("en", "Omar Lazo, 51, a father of three, was shot dead by soldiers in Tela."),
        ("en", "Inés Lazo, a mother of four children, was shot dead by soldiers in Tela."),
    ],
)
def test_the_children_of_one_who_died_are_not_dead(language, text):
    assert _counts(text, language) in ([("killed", 1)], [])


def test_the_children_of_a_mother_who_mourns_them_are_counted():
    text = "La madre de dos niños asesinados por soldados en Tela pidió justicia."
    assert _counts(text, "es") == [("killed", 2)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "A baker, Omar Lazo, was shot dead by soldiers in Tela.", [("killed", 1)]),
        ("es", "Una panadera, Inés Lazo, fue asesinada por soldados en Tela.", [("killed", 1)]),
        (
            "en",
            "Omar Lazo, a baker and a nurse were shot dead by soldiers in Tela.",
            [("killed", 1), ("killed", 1), ("killed", 1), ("killed", 3)],
        ),
    ],
)
def test_a_name_and_who_that_is_are_one_person(language, text, told):
    assert sorted(_counts(text, language)) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los panaderos cortan las rutas 7 y 40 desde el lunes y 15 personas fueron arrestadas."),
        ("en", "Bakers blocked highways 7 and 40 on Monday and 15 people were arrested."),
        ("en", "Bakers blocked routes 7, 40 and 52 and 15 people were arrested."),
    ],
)
def test_a_row_of_numbers_that_name_roads_counts_nobody(language, text):
    assert _counts(text, language) == [("arrested", 15)]
