"""Towns told in turn have each its own number, and whom a verb takes in turn suffered the same."""

import pytest

from constancia.vocabulary import Measure
from tests.coding.telling import reports_of
from tests.coding.test_givers import claims_of, givers_of


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("es", "Hubo marchas con 700 personas en Tacna y en Ilo, 250.", {"Tacna": 700, "Ilo": 250}),
        ("es", "En Loja marcharon 640 panaderos y en Machala, 210, según los gremios.", {"Loja": 640, "Machala": 210}),
        ("es", "En Loja marcharon 640 panaderos y en Machala 210.", {"Loja": 640, "Machala": 210}),
        (
            "es",
            "En Loja marcharon 640 panaderos; en Machala, 210; y en Ambato, 90.",
            {"Loja": 640, "Machala": 210, "Ambato": 90},
        ),
        (
            "es",
            "En Loja fueron detenidas 30 personas, en Machala, 12, y en Ambato, ocho.",
            {"Machala": 12, "Ambato": 8},
        ),
        ("en", "In Kisumu 400 marched; in Eldoret, 160; in Kitale, 70.", {"Kisumu": 400, "Eldoret": 160, "Kitale": 70}),
        # A number behind the town is still of that town.
        ("es", "Marcharon 640 panaderos en Loja y 210 en Machala.", {"Loja": 640, "Machala": 210}),
    ],
)
def test_each_town_of_a_row_has_the_number_of_its_clause(language: str, text: str, counts: dict[str, int]) -> None:
    told = {
        report.place.name: claim.best
        for report in reports_of(text, language)
        for claim in report.claims
        if report.place is not None
    }
    assert {town: told.get(town) for town in counts} == counts


@pytest.mark.parametrize(
    ("text", "count", "measure"),
    [
        ("La policía arrestó a 12 huelguistas en Arica y a otros 30 en Iquique.", 30, Measure.ARRESTED),
        ("La policía detuvo a Elba Roncal y a otros tres dirigentes en Huánuco.", 3, Measure.ARRESTED),
        ("Una granada mató a un agente e hirió a otros cuatro y a dos transeúntes en Tumaco.", 2, Measure.INJURED),
    ],
)
def test_whom_a_verb_takes_in_turn_suffered_the_same(text: str, count: int, measure: Measure) -> None:
    assert {claim.measure for claim in claims_of(text, "es") if claim.best == count} == {measure}


@pytest.mark.parametrize(
    ("text", "count", "giver"),
    [
        ("El operativo terminó con 28 aprehendidos en Neuquén.", 28, None),
        ("Paro nacional: 4 muertos y 200 heridos en Lima", 4, None),
        (
            "La cifra de fallecidos en las protestas asciende a 23, según el Ministerio de Salud.",
            23,
            "Ministerio de Salud",
        ),
        # A name of two capitals is a body's all the same.
        ("Marcha Patriótica: 40 detenidos en Cali", 40, "Marcha Patriótica"),
    ],
)
def test_what_happened_gives_no_figure(text: str, count: int, giver: str | None) -> None:
    assert givers_of(text, "es").get(count, "no claim") == giver


def test_who_says_it_is_not_counted() -> None:
    text = "De los 37 detenidos en Maracay, 12 son menores de edad, dijo el abogado Saúl Marín."
    assert {claim.best for claim in claims_of(text, "es")} == {37, 12}
