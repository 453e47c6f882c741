"""Who was hurt, and by whose hand: names with offices, lists, appositions, the dead told of behind the deed."""

import pytest

from constancia.model import Actor
from constancia.vocabulary import ActorPart, Effect, Role
from tests.coding.telling import reports_of


def victims(text: str, language: str = "en") -> list[Actor]:
    (report,) = [report for report in reports_of(text, language) if report.type == "ASSAULT"]
    return [actor for actor in report.actors if actor.part is ActorPart.VICTIM]


def doers(text: str, language: str = "en") -> list[Actor]:
    (report,) = [report for report in reports_of(text, language) if report.type == "ASSAULT"]
    return [actor for actor in report.actors if actor.part is ActorPart.PERPETRATOR]


def test_name_and_office_of_a_victim_are_told_apart_in_capitals() -> None:
    (victim,) = victims("ON 3 JULY GUNMEN KIDNAPPED CATTLEMAN PEDRO PABLO QUISPE IN TIBU.")
    assert (victim.name, victim.text, victim.number) == ("PEDRO PABLO QUISPE", "CATTLEMAN", 1)


def test_what_follows_a_name_and_a_comma_says_who_it_is() -> None:
    (victim,) = victims("Carlos Ayma Rojas, director of a radio station in Tarma, was murdered on Monday by gunmen.")
    assert (victim.name, victim.text) == ("Carlos Ayma Rojas", "director of a radio station")


def test_each_of_a_list_with_ages_and_offices_is_a_victim() -> None:
    found = victims(
        "On Monday in Ilave, mayor Rosa Condori, 45, and council member Luis Ayma, were kidnapped by rebels."
    )
    assert {victim.name for victim in found} == {"Rosa Condori", "Luis Ayma"}


@pytest.mark.parametrize(
    "rest",
    ["a nurse and two clerks said", "nurses and a priest told reporters on Tuesday", "and a third man fled"],
)
def test_who_goes_on_to_say_or_do_something_is_not_listed_with_those_who_were_hurt(rest: str) -> None:
    found = victims(f"Gunmen fired at a wedding in Tarma on Monday, killing two drivers, {rest}.")
    assert [victim.text for victim in found if victim.effect is not None] == ["drivers"]


def test_people_behind_a_counting_noun_are_the_victims() -> None:
    (victim,) = victims("Gunmen kidnapped a group of tourists on Monday in Tarma.")
    assert (victim.text, victim.number) == ("tourists", None)


def test_a_country_of_a_victim_is_read_from_his_own_words() -> None:
    (victim,) = victims("Rebels kidnapped two Spanish engineers on Monday in Tarma.")
    assert (victim.nation, victim.number) == ("ES", 2)


def test_the_thing_that_belongs_to_a_person_is_no_victim() -> None:
    assert victims("A soldier fired at Rosa Ayma's vehicle on Monday in Tarma.") == []


def test_three_capital_words_that_no_list_knows_are_no_name_where_all_is_in_capitals() -> None:
    assert all(
        victim.name is None for victim in victims("ON 3 JULY REBELS ATTACKED STRONG COASTAL POSITIONS IN TARMA.")
    )


@pytest.mark.parametrize(
    ("text", "language", "effects"),
    [
        (
            "A bomb exploded outside a bank in Tarma on Monday. A driver died and two bodyguards were wounded.",
            "en",
            {"driver": Effect.KILLED, "bodyguards": Effect.INJURED},
        ),
        (
            "Una bomba explotó el lunes frente a un banco en Tarma. Murió un policía y hubo dos heridos.",
            "es",
            {"policía": Effect.KILLED},
        ),
    ],
)
def test_those_who_died_or_were_hurt_are_told_behind_the_deed(
    text: str, language: str, effects: dict[str, Effect]
) -> None:
    found = {victim.text: victim.effect for victim in victims(text, language)}
    assert effects.items() <= found.items()


def test_a_list_of_names_behind_an_attack_names_its_victims() -> None:
    found = victims(
        "Gunmen killed three peasants near Tarma on Monday.\n\n"
        "The victims were identified as Juan Quispe Rojas, Pedro Ayma Luna and Rosa Condori."
    )
    assert {"Juan Quispe Rojas", "Pedro Ayma Luna", "Rosa Condori"} <= {victim.name for victim in found}
    assert all(victim.effect is Effect.KILLED for victim in found)


def test_a_named_victim_pins_down_a_deed_that_only_a_noun_tells() -> None:
    (report,) = [
        report
        for report in reports_of("The government condemned the murder of Jorge Vargas Luna.")
        if report.type == "ASSAULT"
    ]
    assert report.status == "occurred"


def test_soldiers_of_an_army_unit_are_of_the_army() -> None:
    (doer,) = doers("On Monday army troops killed nine peasants near Tarma.")
    assert (doer.role, doer.organisation) == (Role.MILITARY, "army")


def test_guerrillas_are_of_the_armed_body_that_the_text_names() -> None:
    found = doers(
        "The National Liberation Army threatened the town.\n\nOn Monday guerrillas killed two peasants in Tibu."
    )
    assert [doer.organisation for doer in found] == ["National Liberation Army"]


def test_guerrillas_of_a_text_that_names_no_body_are_of_none() -> None:
    (doer,) = doers("On Monday guerrillas killed two peasants in Tibu.")
    assert doer.organisation is None


def test_what_an_attack_is_called_names_nobody() -> None:
    assert doers("The president condemned the terrorist attack on a bank in Tarma on Monday.") == []


def test_whoever_is_accused_of_an_attack_is_an_unconfirmed_doer() -> None:
    found = doers(
        "Two peasants were killed near Tarma on Monday. The mayor accused the National Liberation Army of the murders."
    )
    assert [(doer.name, doer.certainty) for doer in found] == [("National Liberation Army", "unconfirmed")]


def test_who_accuses_is_kept_with_the_accused() -> None:
    (doer,) = [
        doer
        for doer in doers(
            "A bomb exploded outside a bank in Tarma on Monday. The mayor blamed guerrillas for the crime."
        )
        if doer.role is Role.ARMED_GROUP
    ]
    assert doer.according_to is not None
    assert (doer.according_to.text, doer.according_to.role) == ("mayor", Role.GOVERNMENT)


def named_victims(text: str) -> list[tuple[str | None, str | None]]:
    (report,) = [each for each in reports_of(text) if each.type == "ASSAULT"]
    return [(actor.name, actor.text) for actor in report.actors if actor.part is ActorPart.VICTIM]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Another clerk, Peter Arthur Roca, was kidnapped in Tarma on 3 July.", ("Peter Arthur Roca", "clerk")),
        ("A clerk named Erika Roca was killed in Tarma on 3 July.", ("Erika Roca", "clerk")),
        (
            "ERIKA ROCA LUNA, 45, A FORMER MAYOR OF TARMA, WAS MURDERED ON 3 JULY.",
            ("ERIKA ROCA LUNA", "FORMER MAYOR OF TARMA"),
        ),
        (
            "The murder of Senator and presidential candidate Erika Roca Luna on 3 July was condemned.",
            ("Erika Roca Luna", "presidential candidate"),
        ),
    ],
)
def test_a_name_beside_a_noun_is_of_one_person(text, wanted):
    assert named_victims(text) == [wanted]


def test_all_in_a_list_behind_a_murder_are_its_victims():
    text = "The murders of a nurse, a teacher and the clerk Erika Roca in Tarma on 3 July were condemned."
    assert named_victims(text) == [(None, "nurse"), (None, "teacher"), ("Erika Roca", "clerk")]


def test_a_list_of_three_is_no_name_beside_a_noun():
    found = named_victims("Gunmen killed a clerk, Erika Roca, and a guard in Tarma on 3 July.")
    assert [name for name, _ in found].count("Erika Roca") == 1
    assert len(found) == 3


def test_words_before_a_number_are_not_what_people_are_called():
    assert named_victims("Gunmen shot dead two clerks in Tarma on 3 July.") == [(None, "clerks")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Gunmen attacked a post on 3 July. The following guards died: Major Ana Roca Luna and Juan Ayma Luna.",
            ["Ana Roca Luna", "Juan Ayma Luna"],
        ),
        (
            "Gunmen killed two clerks on 3 July. A judge identified the dead men as Luis Paz Rojas and Juan Ayma Luna.",
            ["Luis Paz Rojas", "Juan Ayma Luna"],
        ),
    ],
)
def test_the_dead_who_are_listed_by_name_are_victims(text, names):
    found = [actor for actor in victims(text) if actor.name is not None]
    assert [actor.name for actor in found] == names
    assert {actor.effect for actor in found} == {Effect.KILLED}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A baker is in critical condition after the shooting in Tarma on Monday.", "en"),
        ("Una panadera está grave tras el ataque del lunes en Tarma.", "es"),
    ],
)
def test_who_is_in_a_state_after_an_attack_did_not_do_it(text: str, language: str) -> None:
    assert doers(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Gunmen kidnapped forty-two teachers in Ilave on Monday.", "en", 42),
        ("Gunmen kidnapped sixteen teachers in Ilave on Monday.", "en", 16),
        ("Hombres armados secuestraron a treinta y dos maestros en Ilave el lunes.", "es", 32),
        ("Hombres armados secuestraron a diecisiete maestros en Ilave el lunes.", "es", 17),
    ],
)
def test_victims_are_counted_in_words_up_to_ninety_nine(text: str, language: str, number: int) -> None:
    assert [victim.number for victim in victims(text, language)] == [number]
