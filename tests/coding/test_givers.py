"""Who gives a figure: whoever stands before the verb of giving, and nobody who only stands near."""

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Text
from constancia.read import read_text
from constancia.vocabulary import Measure
from tests.coding.telling import PUBLISHED


def claims_of(text: str, language: str) -> list[Claim]:
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    return [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]


def givers_of(text: str, language: str) -> dict[int | None, str | None]:
    return {claim.best: claim.according_to and claim.according_to.text for claim in claims_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "given"),
    [
        # What is inserted behind whoever speaks does not speak.
        ("en", "The Red Cross, which sent six medics, said 40 people were hurt in the raid in Jos.", {40: "Red Cross"}),
        (
            "en",
            "Mayor Ada Brill, who marched with the students, said nine people were injured.",
            {9: "Mayor Ada Brill"},
        ),
        ("es", "La vocera, que llegó con dos periodistas, reportó 17 heridos en la represión.", {17: "vocera"}),
        ("es", "El obispo, quien visitó a los policías, dijo que hubo seis muertos en el desalojo.", {6: "obispo"}),
        # Nor does whom the verb before it takes as its object.
        ("en", "The minister contradicted the ombudsman and insisted that the dead were five.", {5: "minister"}),
        ("es", "La gobernadora desmintió al sindicato y aseguró que los muertos son dos.", {2: "gobernadora"}),
        # Who is counted does not count.
        ("es", "Los heridos suman 51 desde enero, informó la Contraloría.", {51: "la Contraloría"}),
        # What is done before a colon is no one's word; who corrects or admits before it is.
        ("en", "Police fire on crowd in Jos: 12 dead", {12: None}),
        ("es", "Militares entran en Huanta: ocho muertos", {8: None}),
        # Nor does a crowd that somebody's name stands behind.
        ("en", "A protest in front of the High Court drew 300 people.", {300: None}),
        ("es", "Estudiantes toman la rectoría: 30 heridos en León", {30: None}),
        ("es", "Contraloría corrige cifra: 21 heridos en Huanta", {21: "Contraloría"}),
        ("es", "La Contraloría rectifica a la baja: 21 heridos en Huanta", {21: "La Contraloría"}),
        # "We" is whoever is quoted.
        ("en", '"We counted 33 arrests," said Ada Brill, a lawyer.', {33: "Ada Brill, a lawyer"}),
    ],
)
def test_who_gives_a_figure(language: str, text: str, given: dict[int, str | None]) -> None:
    found = givers_of(text, language)
    assert {count: found.get(count, "no claim") for count in given} == given


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two bakers shot by police during Monday's march in Ica have died, the hospital said."),
        ("es", "Dos panaderos baleados por la policía durante la marcha del lunes en Ica murieron."),
    ],
)
def test_who_died_of_their_wounds_were_killed(language: str, text: str) -> None:
    assert [(claim.measure.value, claim.best) for claim in claims_of(text, language)] == [("killed", 2)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Students from three universities and five parties marched in Ica on Monday."),
        ("es", "Estudiantes de tres universidades y cinco centrales marcharon el lunes en Ica."),
    ],
)
def test_bodies_are_no_participants(language: str, text: str) -> None:
    assert claims_of(text, language) == []


def test_whom_soldiers_beat_is_no_soldier() -> None:
    claims = claims_of("A baker who was beaten by soldiers in Ica died on Sunday.", "en")
    assert [claim.category for claim in claims if claim.measure is Measure.KILLED] == [None]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Los soldados mataron al menos a 40 personas en Ica.", (40, None)),
        ("Detuvieron hasta a 30 personas en Ica.", (None, 30)),
    ],
)
def test_a_preposition_may_stand_between_a_bound_and_its_number(
    text: str, bounds: tuple[int | None, int | None]
) -> None:
    assert [(claim.low, claim.high) for claim in claims_of(text, "es")] == [bounds]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Candles burned outside the Paraguayan embassy in Buenos Aires. The union counts eight dead since 9 July.",
        ),
        (
            "es",
            "Hubo una vigilia ante el consulado paraguayo en Buenos Aires. La Central cuenta ocho muertos desde julio.",
        ),
        ("en", "Buenos Aires kept vigil for Paraguay's dead on Sunday. The union counts eight killed since 9 July."),
    ],
)
def test_a_toll_told_abroad_is_of_the_country_whose_dead_are_mourned(language: str, text: str) -> None:
    (toll,) = [claim for claim in claims_of(text, language) if claim.best == 8]
    assert toll.place is not None
    assert toll.place.country == "PY"


@pytest.mark.parametrize(
    ("language", "text", "given"),
    [
        # Who holds on to a figure gives it, and who has the dead.
        ("en", "Six people died in the raid in Multan. The union stuck to nine dead.", {6: None, 9: "union"}),
        ("en", "Two people were shot dead in Jos. The police have not moved from three dead.", {2: None, 3: "police"}),
        ("en", "Two people were shot dead in Jos. The clinic has four dead on its books.", {2: None, 4: "clinic"}),
        ("es", "Murieron dos peones en Oruro. La policía se mantiene en tres muertos.", {2: None, 3: "policía"}),
        # Those of no name who count for a living.
        ("en", "Demographers on a roof came up with 9,000 marchers in Accra.", {9000: "Demographers"}),
        ("es", "El conteo de un laboratorio arrojó 9.000 asistentes a la marcha.", {9000: "un laboratorio"}),
        # A ministry by its branch alone.
        ("es", "La Red cuenta cinco muertos desde el 5 de junio. Interior reconoce dos.", {5: "Red", 2: "Interior"}),
        ("es", "Desde mayo los muertos son cuatro para Interior, 15 para la Red.", {4: "Interior", 15: "la Red"}),
        # Behind "and" with a comma the speaker goes on.
        (
            "es",
            "Para la Red del Agua los muertos son tres y los heridos, 12 desde mayo.",
            {3: "Red del Agua", 12: "Red del Agua"},
        ),
        # The outlet itself is nobody.
        ("en", "This newspaper's own estimate was that 500 people were at the rally.", {500: None}),
        # A list behind a colon.
        ("en", "The dead since May, by source: police five, Bakers' Union 14.", {5: "police", 14: "Bakers' Union"}),
    ],
)
def test_who_gives_a_figure_in_other_words(language: str, text: str, given: dict[int | None, str | None]):
    assert givers_of(text, language) == given


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Police management confirmed three deaths in the raid in Jos.", "police"),
        (
            "es",
            "Una veintena de heridos llegó al hospital. Los lesionados llegan a 31, según el mismo recinto.",
            "health",
        ),
    ],
)
def test_who_stands_for_a_body_has_its_role(language: str, text: str, role: str):
    (claim,) = [each for each in claims_of(text, language) if each.according_to is not None]
    assert claim.according_to is not None
    assert claim.according_to.role is not None
    assert claim.according_to.role.value == role
