"""A day told by the way, at the end of something or of what a deed is moved to, is not the day of the deed."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Status
from tests.coding.telling import reports_of

# Every text is of Thursday 20 July 2023.


def days(text, language="en"):
    reports = reports_of(text, language)
    return {(each.type, each.status, each.date.from_ if each.date else None) for each in reports}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bakers in Gulu walked out over a wage, which was last raised in 2019."),
        ("en", "The mayor imposed a curfew on Gulu, where nine bakers were shot dead in March 2021."),
        ("es", "La alcaldesa impuso el toque de queda en Cusco, donde nueve panaderos murieron baleados en 2021."),
    ],
)
def test_what_an_aside_tells_of_long_ago_dates_no_deed_of_today(language, text):
    now = {day for _, status, day in days(text, language) if status is Status.OCCURRED}
    assert now
    assert all(day is None or day.year == 2023 for day in now)


def test_the_dead_of_an_aside_are_not_of_the_deed_before_it():
    text = "The mayor imposed a curfew on Gulu, where nine bakers died in floods of bullets in March 2021."
    claims = [claim for report in reports_of(text) for claim in report.claims if report.status is Status.OCCURRED]
    assert claims == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor extended a curfew in Gulu until 5 am on Friday."),
        ("es", "La alcaldesa extendió el toque de queda en Cusco hasta las 5 del viernes."),
    ],
)
def test_the_hour_at_which_a_curfew_ends_is_not_its_day(language, text):
    assert {day for _, _, day in days(text, language)} <= {None, dt.date(2023, 7, 19)}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The bakers' march in Gulu was shifted to Sunday.", dt.date(2023, 7, 23)),
        ("en", "A vigil for the bakers is held in Gulu on Sunday.", dt.date(2023, 7, 23)),
        ("en", "A rally for cheap flour takes place in Gulu on Saturday at noon.", dt.date(2023, 7, 22)),
        ("en", "The guild declared an indefinite strike in Gulu from Monday.", dt.date(2023, 7, 24)),
        ("es", "La marcha de los panaderos en Cusco fue trasladada al sábado.", dt.date(2023, 7, 22)),
        ("es", "Un plantón de panaderos se realiza el domingo en Cusco.", dt.date(2023, 7, 23)),
    ],
)
def test_a_weekday_that_is_set_is_to_come(language, text, day):
    assert (EventType.PROTEST, Status.PLANNED, day) in days(text, language)


def test_a_weekday_on_which_it_was_held_is_past():
    assert (EventType.PROTEST, Status.OCCURRED, dt.date(2023, 7, 16)) in days("A vigil was held in Gulu on Sunday.")


def test_the_day_of_an_order_against_a_strike_is_not_the_strikes():
    told = days("The mill obtained an interdict against the strike in Gulu on Tuesday.")
    assert all(status is not Status.OCCURRED for kind, status, _ in told if kind is EventType.PROTEST)


def test_what_was_done_since_a_year_dates_no_deed_told_before():
    text = "A reporter was shot in the leg in Gulu. A suspect confessed to killing nine women since 2019."
    shot = next(each for each in reports_of(text) if each.trigger.text == "shot")
    assert shot.date is None or shot.date.from_.year == 2023


def test_who_is_in_jail_was_not_taken_on_the_day_of_the_demand():
    told = reports_of("Bakers in Gulu demanded the release of jailed former mayors on Monday.")
    assert all(each.type is not EventType.COERCE for each in told)


def test_where_opens_behind_the_place_of_what_it_tells():
    text = (
        "Rallies were held in Leeds, where guards shot a baker on Monday, and in Cork, where police used pepper spray."
    )
    places = {each.trigger.text: each.place.name for each in reports_of(text) if each.place}
    assert places["shot"] == "Leeds"
    assert places["used pepper spray"] == "Cork"
