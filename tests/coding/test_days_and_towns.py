"""Whose day and whose town: what was moved, what led to it, where a road leads, what a list of towns leaves out."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Measure, Mode, Status
from tests.coding.telling import of, reports_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bakers' march planned for Saturday in Lira has been put off to Monday.", "en"),
        ("Bakers postponed Saturday's march in Lira to Monday.", "en"),
        ("The march in Lira was brought forward from Tuesday to Monday.", "en"),
        ("La marcha del sábado en Lira se pospuso para el lunes.", "es"),
        ("La marcha fijada para el sábado en Lira fue trasladada al lunes por la lluvia.", "es"),
    ],
)
def test_what_is_moved_is_planned_for_the_day_to_which_it_is_moved(text, language):
    march = of(reports_of(text, language), EventType.PROTEST, Form.MARCH)
    assert march.status is Status.PLANNED
    assert march.date.from_ == dt.date(2023, 7, 24)


def test_what_brought_people_to_a_town_on_a_day_moves_no_protest():
    march = of(reports_of("A bakers' march brought a crowd to Lira on Monday."), EventType.PROTEST, Form.MARCH)
    assert march.status is not Status.PLANNED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police shot two men in Lira on Saturday night. The next morning bakers blocked the road to Gulu.", "en"),
        ("La noche del sábado la policía baleó a dos hombres en Lira. Al día siguiente cerraron la vía a Gulu.", "es"),
    ],
)
def test_the_next_day_is_that_after_a_night_and_a_road_is_not_where_it_leads(text, language):
    block = of(reports_of(text, language), EventType.PROTEST, Form.BLOCKADE)
    assert block.date.from_ == dt.date(2023, 7, 16)
    assert block.place.name == "Lira"


def test_that_night_is_of_no_month_and_no_bygone_day_named_since():
    text = "A crowd in Lira on Friday marked the fire of 3 May 2019. Later that night bakers marched to the town hall."
    assert of(reports_of(text), EventType.PROTEST, Form.MARCH).date.from_ == dt.date(2023, 7, 14)
    text = "Bakers in Lira rallied on Friday to recall the June 2019 fire. Later that night police arrested six men."
    assert of(reports_of(text), EventType.COERCE, mode=Mode.ARREST).date.from_ == dt.date(2023, 7, 14)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("After the murder of a baker on Sunday in Lira, neighbours blocked the road to Gulu on Monday.", "en"),
        ("Tras el asesinato de un panadero el domingo en Lira, vecinos cerraron la vía a Gulu el lunes.", "es"),
    ],
)
def test_the_day_of_what_led_to_a_deed_is_not_its_own(text, language):
    block = of(reports_of(text, language), EventType.PROTEST, Form.BLOCKADE)
    assert block.date.from_ == dt.date(2023, 7, 17)
    assert block.place.name == "Lira"


def test_who_is_held_in_the_march_of_a_day_is_held_on_it():
    text = "Seis panaderos fueron detenidos durante la marcha del viernes en Lira, informó la Policía el martes."
    assert of(reports_of(text, "es"), EventType.COERCE, mode=Mode.ARREST).date.from_ == dt.date(2023, 7, 14)


def test_the_month_that_ends_the_phrase_of_a_protest_is_its_own():
    text = "A court on Tuesday jailed a baker over the death of a man in a protest in Lira in March 2021."
    protest = of(reports_of(text), EventType.PROTEST)
    assert protest.date.from_ == dt.date(2021, 3, 1)


def test_a_quarter_with_the_name_of_a_town_is_not_that_town():
    text = "El lunes unos panaderos marcharon en el barrio Bolívar de Barranquilla."
    assert of(reports_of(text, "es"), EventType.PROTEST, Form.MARCH).place.name == "Barranquilla"


def test_the_end_of_a_strike_to_come_is_no_strike_to_come():
    text = "Bakers walked out in Lira on Monday. The strike will end on Friday."
    strike = of(reports_of(text), EventType.PROTEST, Form.STRIKE)
    assert strike.status in (Status.OCCURRED, Status.ONGOING)
    assert strike.date.from_ == dt.date(2023, 7, 17)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Monday 300 bakers marched in Leeds; in York, about 80.", "en"),
        ("In Leeds 300 bakers marched; in York, about 80.", "en"),
        ("In Leeds 300 bakers marched, and in York about 80.", "en"),
        ("En Leeds marcharon 300 panaderos y en York, unos 80.", "es"),
    ],
)
def test_a_town_with_a_count_alone_takes_on_the_verb_and_keeps_its_count(text, language):
    marches = {report.place.name: report for report in reports_of(text, language)}
    counts = {
        name: [claim.best for claim in report.claims if claim.measure is Measure.PARTICIPANTS]
        for name, report in marches.items()
    }
    assert counts == {"Leeds": [300], "York": [80]}


def test_a_town_with_a_verb_of_its_own_does_not_share_the_one_before():
    found = reports_of("In Leeds 300 bakers marched, and in York 80 people were arrested.")
    assert of(found, EventType.PROTEST).place.name == "Leeds"
    assert of(found, EventType.COERCE).place.name == "York"
