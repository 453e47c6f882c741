"""Roads that a crowd holds are blocked; what began earlier is the same block; who blocks a road did not fire on it."""

import datetime as dt

import pytest

from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role, Status
from tests.coding.telling import of, reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Weavers occupied the highway in Embu on Monday."),
        ("en", "The protesters had held the bridge in Embu since Tuesday."),
        ("en", "Riders parked their motorcycles across the Ambo road on Wednesday."),
        ("es", "Los caleros ocuparon la carretera en Lota el lunes."),
        ("es", "Los vecinos mantienen tomado el puente de Daule desde el lunes."),
        ("es", "La policía disparó el lunes en Lota contra quienes ocupaban la ruta."),
    ],
)
def test_a_road_that_a_crowd_holds_is_blocked(language, text):
    block = of(reports_of(text, language), EventType.PROTEST)
    assert (block.mode, block.form) == (Mode.OBSTRUCT, Form.BLOCKADE)
    assert not [actor for actor in block.actors if actor.role is Role.POLICE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council held a road safety show in Lira on Monday."),
        ("en", "Police seized the road in Lira on Monday."),
        ("es", "La feria ocupó la vía en Salta el lunes."),
        ("es", "Las obras ocuparon la calzada en Salta el lunes."),
    ],
)
def test_fairs_works_and_police_on_a_road_block_nothing(language, text):
    assert not [each for each in reports_of(text, language) if each.type is EventType.PROTEST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            (
                "Dos caleros murieron la noche del martes cuando la policía disparó contra quienes ocupaban la ruta en "
                "Tela.\n\nEl bloqueo había empezado el domingo."
            ),
        ),
        (
            "en",
            "Police on Tuesday cleared a road block in Embu, killing two weavers.\n\nThe road block began on Sunday.",
        ),
    ],
)
def test_a_block_that_had_begun_before_is_the_block_that_was_cleared(language, text):
    block = of(reports_of(text, language), EventType.PROTEST)
    assert (block.date.from_, block.status) == (dt.date(2023, 7, 16), Status.OCCURRED)


def test_a_strike_that_began_in_another_town_is_no_beginning_of_a_block():
    reports = reports_of("Weavers blocked the road in Embu on Tuesday.\n\nThe strike began on Sunday in Kitui.")
    assert of(reports, EventType.PROTEST, Form.BLOCKADE).date.from_ == dt.date(2023, 7, 18)
    assert of(reports, EventType.PROTEST, Form.STRIKE).date.from_ == dt.date(2023, 7, 16)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Gold miners in Obuasi walked out on Monday over pay.", Form.STRIKE),
        ("Market traders closed their shops on Monday in Lira in protest at a levy.", Form.STRIKE),
    ],
)
def test_what_workers_work_with_is_no_matter_of_markets(text, form):
    assert of(reports_of(text), EventType.PROTEST).form is form


def test_gold_that_walks_nowhere_is_no_strike():
    assert reports_of("The strike price of gold rose on Monday.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A police post was burnt down in Mbale on Friday night."),
        ("es", "Una comisaría de la policía fue quemada en Lota el lunes."),
    ],
)
def test_the_police_whose_post_is_burnt_did_not_burn_it(language, text):
    (fire,) = reports_of(text, language)
    assert (fire.type, fire.mode) == (EventType.ASSAULT, Mode.DESTROY)
    assert not [actor for actor in fire.actors if actor.part is ActorPart.PERPETRATOR]


def test_police_who_step_in_to_free_a_road_clear_it():
    text = "La unidad antimotines intervino el lunes en Lota para liberar la carretera."
    cleared = of(reports_of(text, "es"), EventType.COERCE)
    assert (cleared.mode, cleared.status) == (Mode.RESTRICT, Status.OCCURRED)
