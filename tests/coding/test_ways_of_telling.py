"""Crowds told of by everyday words and pictures: who does it, where and for what makes the protest."""

import pytest

from tests.coding.telling import reports_of, told


def deeds_in(text: str, language: str) -> set[tuple[str, str | None, str | None]]:
    found = reports_of(text, language)
    return {(r.type, r.mode, r.form) for r in found if r.status in ("occurred", "ongoing")}


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "Bakers walked out at midnight on Monday over a pay dispute.", ("PROTEST", "strike", "strike")),
        (
            "en",
            "Bakers parked their vans and carts across the bridge in protest on Monday.",
            ("PROTEST", "obstruct", "blockade"),
        ),
        ("en", "Bakers dug a trench across the mill road in Kisumu on Monday.", ("PROTEST", "obstruct", "blockade")),
        ("en", "The square was packed on Monday with teachers demanding cheaper bread.", ("PROTEST", "demo", "rally")),
        ("en", "Dismissed bakers seized control of the mill on Monday.", ("PROTEST", "obstruct", "occupation")),
        ("en", "Nine bakers were led away in handcuffs on Monday.", ("COERCE", "arrest", None)),
        ("en", "Police unleashed pepper spray on bakers on Monday.", ("ASSAULT", "crowd-control", None)),
        ("es", "Los panaderos abrieron zanjas en la carretera el lunes.", ("PROTEST", "obstruct", "blockade")),
        ("es", "Obreros despedidos se apoderaron de la fábrica el lunes.", ("PROTEST", "obstruct", "occupation")),
        (
            "es",
            "Unas noventa vecinas colmaron las gradas del juzgado el lunes para exigir agua.",
            ("PROTEST", "demo", "rally"),
        ),
        (
            "es",
            "Los antimotines arremetieron contra los maestros el lunes.",
            ("ASSAULT", "crowd-control", None),
        ),
        ("es", "Los panaderos hicieron sonar las ollas el lunes por la noche.", ("PROTEST", "demo", "pot-banging")),
    ],
)
def test_an_everyday_word_tells_a_deed_by_who_does_it_and_where(language, text, deed):
    assert deed in deeds_in(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A waiter walked out of the kitchen with two plates on Monday."),
        ("en", "Bakers stayed home on Monday because of the holiday."),
        ("en", "Workers dug a trench across the road on Tuesday to lay pipes."),
        ("en", "Shoppers packed the hall on Friday to buy bread."),
        ("en", "The mill burned to the ground on Monday after a gas leak."),
        ("en", "Two boxers traded blows for twelve rounds on Saturday."),
        ("es", "Los obreros abrieron una zanja en la avenida el martes para tender tuberías."),
        ("es", "Los alumnos se sentaron en el piso del patio el lunes para escuchar un cuento."),
        ("es", "Los panaderos dejaron de atender a las seis, como cada lunes."),
        ("es", "Las escuelas permanecieron cerradas el lunes por la nevada."),
        ("es", "La avenida lució repleta de gente en el carnaval del lunes."),
        ("es", "Un incendio redujo a cenizas el molino el lunes."),
    ],
)
def test_the_same_words_of_everyday_things_tell_none(language, text):
    assert not {deed for deed in deeds_in(text, language) if deed[0] in ("PROTEST", "ASSAULT", "COERCE")}


def test_dockers_plan_to_strike_is_a_plan() -> None:
    assert told("Dockers plan to strike from Monday in Ica.") == [("PROTEST", "planned")]


def test_who_had_gathered_before_an_office_gathered_there() -> None:
    assert told("Las enfermeras se habían reunido frente al ministerio en Ica.", "es") == [("PROTEST", "occurred")]
