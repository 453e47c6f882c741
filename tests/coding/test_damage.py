"""What an attack hit, and attacks that a text tells of again further on."""

import pytest

from constancia.model import Report
from constancia.vocabulary import EventType, Mode
from tests.coding.telling import reports_of


def attacks(text: str, language: str = "en") -> list[Report]:
    return [report for report in reports_of(text, language) if report.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "language", "things"),
    [
        (
            "Rebels blew up two bank branches and a bridge near Tarma on Monday.",
            "en",
            {"two bank branches": "destroyed", "a bridge": "destroyed"},
        ),
        (
            "A bomb exploded on Monday outside a hotel in Tarma. The blast damaged a pharmacy.",
            "en",
            {"a hotel": "damaged", "a pharmacy": "damaged"},
        ),
        (
            "Una bomba explotó el lunes frente a un banco en Tarma. La explosión destruyó una farmacia.",
            "es",
            {"una farmacia": "destroyed"},
        ),
    ],
)
def test_things_are_read_in_lists_and_in_the_sentences_behind(text: str, language: str, things: dict[str, str]) -> None:
    (attack,) = attacks(text, language)
    found = {thing.text: thing.effect for thing in attack.objects}
    assert things.keys() <= found.keys()
    assert all(found[name] in (effect, None) for name, effect in things.items())
    assert found[list(things)[-1]] == things[list(things)[-1]]


def test_the_road_on_which_a_bomb_went_off_is_not_what_it_hit() -> None:
    (attack,) = attacks("A bomb exploded on Monday near the highway in Tarma and killed two farmers.")
    assert attack.objects == ()


def test_an_attack_told_again_further_on_is_one() -> None:
    (attack,) = attacks(
        "Gunmen shot Carlos Ayma Rojas in Tarma on Monday.\n\nThe town is in mourning. Schools are closed.\n\n"
        "Shops did not open.\n\nAyma Rojas was murdered at his door, relatives said."
    )
    assert attack.trigger.text.lower().startswith("shot")


def test_attacks_on_persons_of_other_names_are_two() -> None:
    found = attacks(
        "Gunmen shot Carlos Ayma Rojas in Tarma on Monday.\n\nThe town is in mourning.\n\n"
        "Gunmen also murdered Rosa Condori Luna at her door."
    )
    assert len(found) == 2


def test_attacks_of_other_days_are_two() -> None:
    found = attacks(
        "Rebels attacked a farm near Tarma on Monday and killed two peasants.\n\n"
        "On 3 July rebels attacked a mine near Tarma and killed a guard."
    )
    assert len(found) == 2


def test_an_attack_on_nobody_at_no_day_and_place_is_left_out() -> None:
    assert attacks("The rebels have staged terrorist actions, he said.") == []
    assert attacks("On Monday rebels attacked near Tarma, he said.") != []


def test_a_truck_is_what_it_was_done_with_only_where_words_say_so() -> None:
    (near,) = attacks("Gunmen shot two farmers beside a truck near Tarma on Monday.")
    (used,) = attacks("Gunmen killed two farmers with an axe near Tarma on Monday.")
    assert [each.text for each in near.instruments] == []
    assert [each.text for each in used.instruments] == ["axe"]


def test_what_rioters_destroy_in_the_sentence_of_their_riot_is_of_it():
    text = "On Monday hooded youths pelted a bank in Tela with stones and torched its guard post."
    (riot,) = reports_of(text)
    assert (riot.type, riot.mode) == (EventType.PROTEST, Mode.RIOT)


def test_what_soldiers_destroy_beside_a_riot_is_theirs():
    text = "Youths pelted a bank in Tela with stones on Monday, and soldiers set fire to three houses."
    assert {report.type for report in reports_of(text)} == {EventType.PROTEST, EventType.ASSAULT}
