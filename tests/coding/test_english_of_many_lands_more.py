"""More of the English of many lands: agencies on Latin America, the Philippines, Jamaica and Ghana."""

import datetime as dt

import pytest

from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role
from tests.coding.telling import of, reports_of, told
from tests.coding.test_english_of_many_lands import counts, places


def test_eight_others_who_receive_treatment_are_hurt():
    text = "One person is confirmed dead and eight others are receiving treatment after a clash in Obuasi on Monday."
    assert ("injured", 8) in counts(text)
    assert ("killed", 8) not in counts(text)


def test_the_day_on_which_a_chief_spoke_is_not_carried_on():
    text = (
        "Youths clashed with police in Manila on Sunday. Police arrested 90 people, its chief said Monday. "
        "Officers fired tear gas at the crowd."
    )
    force = of(reports_of(text), EventType.ASSAULT)
    assert force.date is not None
    assert force.date.from_ == dt.date(2023, 7, 16)


def test_a_noise_barrage_is_a_protest():
    reports = reports_of("In Davao City, a noise barrage was held on Sunday.")
    assert of(reports, EventType.PROTEST).form is Form.POT_BANGING


def test_dissidents_of_a_guerrilla_are_no_protesters():
    report = of(reports_of("FARC dissidents detonated a bomb in Piendamo on Monday."), EventType.ASSAULT)
    assert {actor.role for actor in report.actors if actor.part is ActorPart.PERPETRATOR} == {Role.ARMED_GROUP}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He is the 31st social leader slain this year, according to the institute."),
        ("es", "Es el tercer periodista asesinado este año en Tumaco."),
    ],
)
def test_the_last_of_so_many_this_year_is_no_deed_of_its_own(language, text):
    assert told(text, language) == []


def test_the_second_man_killed_on_a_day_is_a_deed():
    assert ("ASSAULT", "occurred") in told("He was the second man shot dead in Leeds on Monday.")


def test_an_aside_on_some_of_a_crowd_does_not_name_who_marched():
    text = "On Monday thousands of people, some armed with machetes, marched in Port-au-Prince."
    roles = {actor.role for actor in of(reports_of(text), EventType.PROTEST).actors}
    assert Role.UNIDENTIFIED_ARMED not in roles


def test_a_neighbouring_town_is_of_the_list():
    text = "El gobierno declaró el estado de emergencia en Lima y el vecino Callao el martes."
    assert places(text, "es") == ["Lima", "Callao"]


def test_a_curfew_between_two_hours_is_one():
    text = "The council has imposed a 6 p.m. to 6 a.m. curfew on the eastern municipality."
    assert told(text) == [("COERCE", "occurred")]


def test_who_rallies_past_the_hosts_plays():
    assert told("The quartet struck late to rally past the hosts on Saturday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Mymensingh, students put up barricades on the Dhaka road on Monday.",
        "Students put up barricades on Dhaka Highway in Mymensingh on Monday.",
    ],
)
def test_a_road_named_for_a_town_is_not_in_that_town(text):
    assert places(text) == ["Mymensingh"]


def test_vendors_of_a_town_s_streets_are_in_the_town():
    assert places("Police beat three vendors in Kampala street markets on Monday.") == ["Kampala"]


def test_supporters_who_push_on_as_others_die_are_not_dead():
    text = (
        "Four men of the paramilitary Rangers were killed on Monday in Lahore, the radio said, as thousands of "
        "supporters of the jailed leader pushed towards the square."
    )
    assert ("killed", 4) in counts(text)
    assert ("killed", 2000) not in counts(text)


@pytest.mark.parametrize("verb", ["took out", "brought out"])
def test_a_procession_that_students_take_out_is_a_march(verb):
    reports = reports_of(f"Students {verb} a procession in Mymensingh on Monday.")
    assert of(reports, EventType.PROTEST).form is Form.MARCH


def test_the_procession_of_a_feast_is_no_march():
    assert told("Devotees took out a Muharram procession in Lucknow on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Villagers hacked two suspected thieves to death in Kisumu on Monday.",
        "A mob stoned a driver to death in Kisumu on Monday.",
        "Police beat a student to death in Kano on Monday.",
    ],
)
def test_whoever_is_beaten_to_death_is_killed(text):
    assert of(reports_of(text), EventType.ASSAULT).mode is Mode.TARGETED


def test_mobile_service_that_is_suspended_is_withheld():
    report = of(reports_of("Mobile service was suspended in Parachinar on Monday."), EventType.COERCE)
    assert report.mode is Mode.WITHHOLD
