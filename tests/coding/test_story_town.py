"""A story that tells of one town puts there what it names no place for."""

import pytest

from constancia.vocabulary import EventType, Feature, Mode
from tests.coding.telling import reports_of


def place_of(text, mode, language="en"):
    found = [each for each in reports_of(text, language, title_end=text.index("\n")) if each.mode is mode]
    assert len(found) == 1, found
    return found[0].place


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        (
            (
                "Bakers march in Eldoret\n\nBakers marched through Eldoret on Monday.\n\nThey want cheaper flour.\n\n"
                "The mill has not answered.\n\nIts owner was away.\n\nOn Tuesday, youths threw stones at officers."
            ),
            "en",
            "Eldoret",
        ),
        (
            (
                "Panaderos marchan en Jauja\n\nPanaderos marcharon el lunes en Jauja.\n\nPiden harina más barata.\n\n"
                "El molino calla.\n\nSu dueño no estaba.\n\nEl martes, unos jóvenes lanzaron piedras a los agentes."
            ),
            "es",
            "Jauja",
        ),
    ],
)
def test_a_deed_told_without_a_place_is_in_the_one_town_of_the_story(text, language, town):
    place = place_of(text, Mode.RIOT, language)
    assert place is not None
    assert (place.name, text[place.start : place.end]) == (town, town)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Bakers march in Eldoret\n\nBakers marched through Eldoret on Monday.\n\nThe mill in Kitale is shut.\n\n"
            "Its owner was away.\n\nNobody knows why.\n\nOn Tuesday, youths threw stones at officers."
        ),
        (
            "Bakers and their flour\n\nFlour is dear.\n\nThe mill in Eldoret is shut.\n\nIts owner was away.\n\n"
            "Nobody knows why.\n\nOn Tuesday, youths threw stones at officers."
        ),
    ],
)
def test_another_town_or_a_town_of_the_background_gives_no_place(text):
    place = place_of(text, Mode.RIOT)
    assert place is None or place.feature is Feature.COUNTRY


def test_a_strike_may_be_of_the_whole_country():
    text = (
        "Bakers march in Eldoret\n\nBakers marched through Eldoret on Monday.\n\nThey want cheaper flour.\n\n"
        "The mill has not answered.\n\nTeachers went on strike on Tuesday."
    )
    place = place_of(text, Mode.STRIKE)
    assert place is None or place.feature is Feature.COUNTRY


def test_the_sentence_before_gives_the_place_of_its_deed_rather_than_another():
    text = "In Eldoret, whose bread goes to Kitale, bakers marched on Monday. Police beat several of them."
    other = "Bread from Kitale was dear, so bakers marched in Eldoret on Monday. Police beat several of them."
    for each in (text, other):
        blows = next(report for report in reports_of(each) if report.type is EventType.ASSAULT)
        assert blows.place.name == "Eldoret"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Riders blocked a bridge in Tarma on Monday. In 2019, soldiers shot dead ten people at a march.", "en"),
        ("Choferes bloquearon un puente en Tarma el lunes. En 2019, los soldados mataron a diez personas.", "es"),
    ],
)
def test_what_a_bygone_year_saw_is_not_put_where_the_sentence_before_was(text: str, language: str) -> None:
    told = [report for report in reports_of(text, language) if report.date and report.date.precision == "year"]
    assert told
    assert all(report.place is None or report.place.name != "Tarma" for report in told)
