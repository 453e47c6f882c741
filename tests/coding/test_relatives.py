"""Relative clauses about their object, days that only count, fronts, and roads named after a continent."""

import datetime as dt

import pytest

from constancia.vocabulary import ActorPart, EventType, Role
from tests.coding.telling import of, reports_of


def _parts(text: str, language: str = "en") -> dict[ActorPart, set[Role]]:
    report = of(reports_of(text, language), EventType.ASSAULT)
    found: dict[ActorPart, set[Role]] = {}
    for actor in report.actors:
        found.setdefault(actor.part, set()).add(actor.role)
    return found


@pytest.mark.parametrize(
    ("language", "text", "doer", "victim"),
    [
        ("en", "Police freed the students that gunmen had abducted in Gulu.", Role.UNIDENTIFIED_ARMED, Role.STUDENTS),
        ("en", "The rebels released the two nuns whom they kidnapped in Gulu.", Role.ARMED_GROUP, Role.CLERGY),
        ("es", "Liberaron al alcalde que los rebeldes secuestraron en Tumaco.", Role.ARMED_GROUP, Role.GOVERNMENT),
        (
            "es",
            "Los rebeldes liberaron a los dos misioneros que secuestraron en Tumaco.",
            Role.ARMED_GROUP,
            Role.CLERGY,
        ),
    ],
)
def test_whom_others_took_were_not_those_who_did_it(language, text, doer, victim):
    assert _parts(text, language) == {ActorPart.PERPETRATOR: {doer}, ActorPart.VICTIM: {victim}}


def test_who_kidnapped_somebody_did_it():
    parts = _parts("Los soldados que mataron el lunes a tres jóvenes en Tumaco huyeron.", "es")
    assert parts[ActorPart.PERPETRATOR] == {Role.MILITARY}


def test_those_killed_by_nobody_named_are_its_victims():
    assert _parts("Los dos soldados que mataron en Tumaco eran de Neiva.", "es") == {ActorPart.VICTIM: {Role.MILITARY}}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Teachers marched for the third time this month in Gulu."),
        ("es", "Los maestros marcharon por tercera vez este mes en La Paz."),
        ("es", "Los maestros marcharon por décima vez en el año en La Paz."),
    ],
)
def test_how_often_it_was_done_dates_none_of_the_times(language, text):
    march = of(reports_of(text, language), EventType.PROTEST)
    assert march.date is not None
    assert (march.date.from_, march.date.to) == (dt.date(2023, 7, 19), dt.date(2023, 7, 20))


def test_a_day_beside_the_count_is_the_deeds():
    march = of(reports_of("Teachers marched for the third time this month on Monday in Gulu."), EventType.PROTEST)
    assert march.date is not None
    assert march.date.from_ == dt.date(2023, 7, 17)


def test_a_road_named_after_a_continent_is_in_no_country():
    assert of(reports_of("Farmers blocked the Pan-American highway."), EventType.PROTEST).place is None


def test_a_front_has_members_who_act():
    attack = of(reports_of("Miembros del frente dinamitaron el oleoducto en Arauca el lunes.", "es"), EventType.ASSAULT)
    assert [actor.text for actor in attack.actors] == ["Miembros del frente"]


def test_a_pipeline_is_dynamited():
    assert of(reports_of("Rebels dynamited the oil pipeline in Arauca on Monday."), EventType.ASSAULT)
