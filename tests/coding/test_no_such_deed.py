"""What is killed in speech alone, or was not forbidden, is no deed; who is harmed to death is dead."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType
from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The guild's head said in Gulu on Monday that the mayor had murdered hope."),
        ("en", "The home side slaughtered their rivals in Gulu on Monday."),
        ("es", "El gremio dijo el lunes en Cusco que la alcaldesa mató la democracia."),
        ("es", "El fallo asesinó la esperanza en Cusco el lunes."),
    ],
)
def test_hope_and_democracy_are_killed_in_speech_alone(language, text):
    assert all(report.type is not EventType.ASSAULT for report in reports_of(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They are killing us slowly, a baker said in Gulu on Monday."),
        ("es", "Nos están matando, gritó una panadera el lunes en Cusco."),
        ("es", "El alcalde dijo el lunes en Cusco que los están matando de hambre."),
        ("es", "Nos matan a pedazos, dijo el panadero el lunes en Cusco."),
    ],
)
def test_a_cry_against_hardship_is_no_attack(language, text):
    assert all(report.type is not EventType.ASSAULT for report in reports_of(text, language))


def test_killings_that_go_on_are_attacks():
    text = "Los paramilitares están matando a los panaderos en Cusco desde el lunes."
    assert any(report.type is EventType.ASSAULT for report in reports_of(text, "es"))


def test_a_baker_is_killed_in_earnest():
    assert any(report.type is EventType.ASSAULT for report in reports_of("Guards murdered a baker in Gulu on Monday."))


@pytest.mark.parametrize("text", ["Marches were not banned in Gulu on Monday.", "Rallies in Gulu were not cancelled."])
def test_what_was_not_forbidden_was_not_therefore_held(text):
    assert reports_of(text) == []


def test_a_day_that_was_only_going_to_be_is_ahead():
    text = "The guild said that a ruling would be given on Friday. Bakers in Gulu were cut off from the internet."
    days = {report.date.from_ for report in reports_of(text) if report.date}
    assert all(day >= dt.date(2023, 7, 19) for day in days)


def test_shots_into_the_air_burnt_nobody():
    text = "Three bakers were burnt alive in Gulu. On Tuesday soldiers fired into the air in Gulu to stop some youths."
    burnt = next(report for report in reports_of(text) if report.trigger.text == "burnt alive")
    assert [claim.perpetrator_role for claim in burnt.claims] == [None]


def test_the_stabbing_of_one_day_is_not_the_bombing_of_another():
    text = "A bakery was petrol-bombed in Gulu.\n\nIt followed the stabbing on 3 July of two millers in Gulu."
    bombed = next(report for report in reports_of(text) if report.trigger.text == "petrol-bombed")
    assert bombed.date.from_ == dt.date(2023, 7, 19)


def test_the_day_on_which_police_tell_of_a_murder_is_not_its_own():
    text = "The river rose in May. Two men are held since the murder of a baker in Gulu, police said on Monday."
    murder = next(report for report in reports_of(text) if report.trigger.text == "murder")
    assert murder.date is None or murder.date.from_ != dt.date(2023, 7, 17)
