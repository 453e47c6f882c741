"""The toll of a strike of days counts in the ledger; who was held in a riot was not held in the march before it."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Measure, Mode, Role, Scope, Status
from tests.coding.telling import PUBLISHED, of, reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            (
                "El lunes los caleros marcharon en Yopal.\n\nEl miércoles, mujeres marcharon en Tame.\n\n"
                "El saldo del paro es de cuatro muertos, más de 70 heridos y 112 detenidos."
            ),
        ),
        (
            "en",
            (
                "On Monday weavers marched in Lira.\n\nOn Wednesday, women marched in Gulu.\n\n"
                "The toll of the strike is four dead, more than 70 injured and 112 arrested."
            ),
        ),
    ],
)
def test_the_toll_of_a_strike_in_a_text_of_several_days_is_of_no_deed(language, text):
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    assert [(claim.measure, claim.scope) for claim in coding.toll_claims] == [
        (Measure.KILLED, Scope.CUMULATIVE),
        (Measure.INJURED, Scope.CUMULATIVE),
        (Measure.ARRESTED, Scope.CUMULATIVE),
    ]
    assert not any(report.claims for report in coding.reports)


def test_a_count_with_a_verb_of_its_own_is_no_part_of_the_toll_before_it():
    text = "The toll of the strike stands at four dead, while on Monday police arrested 12 people in Lira."
    assert [claim.scope for claim in of(reports_of(text), EventType.COERCE).claims] == [Scope.INCIDENT]


def test_who_was_held_at_a_riot_was_not_held_at_the_march_before_it():
    text = "Thousands marched in Lusaka on Monday. Later hooded men set fire to a kiosk. Six were held."
    reports = reports_of(text)
    assert [claim.best for claim in of(reports, EventType.PROTEST, mode=Mode.RIOT).claims] == [6]
    assert not [
        claim for claim in of(reports, EventType.PROTEST, Form.MARCH).claims if claim.measure is Measure.ARRESTED
    ]


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("en", "Thousands marched in Lusaka on Monday. Later a group attacked a bank branch.", Mode.RIOT),
        (
            "es",
            "Miles marcharon el lunes en Tegucigalpa. Luego un grupo de personas atacó una sede del banco.",
            Mode.RIOT,
        ),
        ("en", "Thousands marched in Lusaka on Monday. Later a group attacked a policeman.", None),
        ("en", "A group attacked a bank branch on Monday in Lusaka and fled with the cash.", None),
    ],
)
def test_a_group_that_attacks_a_thing_after_a_march_riots(language, text, mode):
    (attack,) = [each for each in reports_of(text, language) if each.trigger.text in ("attacked", "atacó")]
    assert attack.mode is mode
    assert attack.type is (EventType.PROTEST if mode else EventType.ASSAULT)


def test_a_word_like_a_conditional_without_its_accent_is_no_verb():
    text = "Un grupo atacó el martes una agencia bancaria en Lota, con saldo de siete lesionados y 23 capturas."
    taken = of(reports_of(text, "es"), EventType.COERCE)
    assert (taken.status, taken.date.from_) == (Status.OCCURRED, dt.date(2023, 7, 18))
    (riot,) = reports_of(
        "Encapuchados rompen vidrios de una agencia bancaria y prenden fuego a una caseta en Lota.", "es"
    )
    assert [actor.role for actor in riot.actors] == [Role.PROTESTERS]
    (planned,) = reports_of("Los mineros marcharían el viernes en Lota.", "es")
    assert planned.status is Status.PLANNED


def test_what_is_set_up_on_a_day_is_not_set_for_it():
    (camp,) = reports_of("Miners set up a camp on the Ambo road on Monday.")
    assert (camp.status, camp.date.from_) == (Status.OCCURRED, dt.date(2023, 7, 17))
    (strike,) = reports_of("Miners set a strike for Monday.")
    assert strike.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Talks with the speaker of the assembly broke up on Wednesday in Jinja.",
        "The county assembly passed the levy on Monday in Kisumu.",
        "An assembly member was at home on Monday in Kisumu.",
    ],
)
def test_a_legislature_is_no_gathering(text):
    assert not [each for each in reports_of(text) if each.form is Form.ASSEMBLY]


def test_who_breaks_through_a_picket_does_not_hold_it():
    (held,) = [
        each
        for each in reports_of("Soldiers broke through a picket on Wednesday in Cotopaxi province.")
        if each.type is EventType.PROTEST
    ]
    assert held.actors == ()


def test_a_walkout_in_a_town_on_a_day_is_not_the_strike_that_is_in_its_13th_day():
    title = "Health strike, day 13: talks fail"
    text = f"{title}\n\nStudents of the university walked out of class in Jos on Friday."
    strikes = [each for each in reports_of(text, title_end=len(title)) if each.form is Form.STRIKE]
    assert sorted(each.day_counter or 0 for each in strikes) == [0, 13]
