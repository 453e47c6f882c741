"""Attacks told of: whether they were, whom they hit and who came off, by whom, and what is no number of theirs."""

import datetime as dt

import pytest

from constancia.model import Report
from constancia.vocabulary import ActorPart, Certainty, Effect, Measure, Mode, ObjectEffect, Status
from tests.coding.telling import attack, reports_of, reports_read


def victims(report: Report) -> list[str | None]:
    return [actor.text for actor in report.actors if actor.part is ActorPart.VICTIM]


def doers(report: Report) -> list[str | None]:
    return [actor.text for actor in report.actors if actor.part is ActorPart.PERPETRATOR]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court promised to investigate the murder of two teachers in Tarma on 3 July.", "en"),
        ("La fiscalía prometió investigar el asesinato de dos maestros en Tarma el lunes.", "es"),
        ("The front denied any responsibility for Monday's attack on the market of Tarma.", "en"),
        ("El frente negó su participación en el ataque del lunes contra el mercado de Tarma.", "es"),
    ],
)
def test_what_is_looked_into_or_denied_to_be_ones_own_was_done(text: str, language: str) -> None:
    assert attack(text, language).status is not Status.PLANNED
    assert attack(text, language).status is not Status.DENIED


def test_a_day_to_come_of_something_else_plans_no_attack() -> None:
    report = attack("Congress closes on 30 July, and the trader Luis Ayma was killed by gunmen in Tarma.")
    assert report.status is Status.OCCURRED


def test_blasts_that_could_be_heard_were() -> None:
    found = reports_of("On 18 July explosions of dynamite could still be heard near the bridge of Tarma.")
    assert {report.status for report in found} == {Status.OCCURRED}


def test_a_death_squad_that_is_named_is_no_attack() -> None:
    assert not [each for each in reports_of("The bishop spoke of death squads in Tarma on Monday.") if each.actors]


def test_repression_named_in_general_is_no_event() -> None:
    assert reports_of("Without land there will be hunger, fear and repression, the teacher wrote.") == []


def test_whose_the_experts_are_is_no_victim() -> None:
    report = attack("Police investigate Monday's murder in Tarma of two teachers with the aid of foreign experts.")
    assert victims(report) == ["teachers"]


def test_the_life_that_an_attempt_was_on_is_somebodys() -> None:
    report = attack("On Monday there was another attempt on the life of judge Rosa Condori in Tarma.")
    assert [actor.name for actor in report.actors if actor.part is ActorPart.VICTIM] == ["Rosa Condori"]
    assert all(actor.effect is not Effect.KILLED for actor in report.actors)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Monday gunmen attacked judge Rosa Condori in Tarma. Condori escaped unharmed.", "en"),
        ("On Monday gunmen attacked judge Rosa Condori in Tarma. The judge was not injured.", "en"),
        ("El lunes sicarios atacaron a la jueza Rosa Condori en Tarma. La jueza salió ilesa.", "es"),
    ],
)
def test_who_came_off_unhurt_is_said_so(text: str, language: str) -> None:
    report = attack(text, language)
    assert Effect.NONE in {actor.effect for actor in report.actors if actor.part is ActorPart.VICTIM}


def test_who_set_off_a_bomb_did_it() -> None:
    assert doers(attack("On Monday urban guerrillas set off two bombs in a bank in Tarma.")) == ["urban guerrillas"]


def test_a_group_of_people_is_told_by_the_people() -> None:
    report = attack("On Monday a group of guerrillas attacked a police post in Tarma.")
    assert doers(report) == ["guerrillas"]


def test_who_is_blamed_on_a_day_is_no_day() -> None:
    report = attack(
        "On Monday two teachers were murdered in Tarma. The union blamed the army for the murder on 17 July."
    )
    assert doers(report) == ["army"]


def test_whoever_died_in_an_attack_did_not_do_it_where_all_is_in_capitals() -> None:
    report = attack("ON 3 JULY DURING THE ATTACK TWO PEASANTS WERE KILLED IN TARMA.")
    assert doers(report) == []


def figures(text: str, measure: Measure) -> list[int | None]:
    return [claim.best for report in reports_read(text) for claim in report.claims if claim.measure is measure]


def test_the_hour_of_a_day_counts_nobody() -> None:
    text = "In the attack in Tarma on Monday at 1340 GMT, four pedestrians were killed."
    assert figures(text, Measure.KILLED) == [4]


def test_ages_between_semicolons_count_nobody() -> None:
    text = (
        "On Monday a bomb exploded in Tarma. Among the injured are Luis Ayma, 53; Rosa Condori, 24; and Ana Roca, 31."
    )
    assert not {53, 24, 31} & set(figures(text, Measure.INJURED))


def test_those_who_wounded_somebody_are_not_the_wounded() -> None:
    text = "Three gunmen shot and wounded the trader Luis Ayma in Tarma on Monday."
    assert 3 not in figures(text, Measure.INJURED)


def test_the_death_of_one_is_told_by_who_it_was() -> None:
    report = attack("On Monday gunmen shot the trader Luis Ayma in Tarma. He died.")
    (claim,) = [claim for claim in report.claims if claim.measure is Measure.KILLED]
    assert claim.best == 1


def test_a_country_that_says_whose_people_are_is_not_where_it_was() -> None:
    report = attack("On 3 July in Tarma gunmen killed two U.S. missionaries.")
    assert report.place is not None
    assert report.place.name == "Tarma"
    report = attack("On 3 July rebels killed two U.S. missionaries in their house.")
    assert report.place is None or report.place.country != "US"


def test_a_deed_by_a_country_was_not_in_it() -> None:
    report = attack("On 3 July the teacher, a friend of the former ambassador to Spain, was murdered in Tarma.")
    assert report.place is not None
    assert report.place.name == "Tarma"


def test_the_line_that_opens_a_text_places_nothing() -> None:
    report = attack("MOSCOW (RUSSIA), 14 JUL 23 (Wire) -- Rebels murdered two teachers on Monday.")
    assert report.place is None or report.place.text is None


def test_a_car_is_no_country_where_all_is_in_capitals() -> None:
    report = attack("ON 3 JULY IN TARMA GUNMEN SHOT THE BANKER LUIS AYMA AS HE LEFT HIS CAR.")
    assert report.place is not None
    assert report.place.name == "Tarma"


def test_the_town_of_a_province_is_the_finer_place() -> None:
    report = attack(
        "On 3 July in Junín department gunmen murdered the mayor Luis Ayma. The murder took place in Huancayo."
    )
    assert report.place is not None
    assert report.place.name == "Huancayo"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("ON 3 JULY TWO TEACHERS WERE MURDERED BY HIRED GUNMEN IN TARMA.", "HIRED GUNMEN"),
        ("Rebels released the two engineers who were kidnapped on 3 July in Tarma.", "Rebels"),
        ("The offensive of the guerrillas began on 3 July in Tarma and left four teachers dead.", "guerrillas"),
        ("On 3 July police in Tarma held the soldiers charged with killing two teachers.", "soldiers"),
    ],
)
def test_whose_hand_it_was_is_read(text: str, doer: str) -> None:
    assert doer in doers(attack(text))


def test_a_group_that_claims_it_and_that_no_list_knows_is_named() -> None:
    report = attack(
        "On 3 July two teachers were killed in Tarma. The killing was claimed by a self-styled "
        '"Dawn Liberation Forces" group.'
    )
    assert "Dawn Liberation Forces" in doers(report)


def test_the_people_of_a_body_spelled_out_in_brackets_did_it() -> None:
    report = attack("ON 3 JULY ELN [ARMY OF NATIONAL LIBERATION] GUERRILLAS KIDNAPPED TWO TEACHERS IN TARMA.")
    (doer,) = [actor for actor in report.actors if actor.part is ActorPart.PERPETRATOR]
    assert (doer.text, doer.organisation) == ("GUERRILLAS", "ELN")


def test_those_taken_and_then_freed_did_not_take_anybody() -> None:
    report = attack("The traders Luis Ayma and Rosa Condori, kidnapped on 3 July in Tarma, were rescued today.")
    assert {actor.name for actor in report.actors if actor.part is ActorPart.VICTIM} == {"Luis Ayma", "Rosa Condori"}
    assert doers(report) == []


def test_what_was_done_in_addition_is_another_attack() -> None:
    found = reports_of(
        "On 3 July rebels destroyed ten power pylons. In addition, rebels blew up a bus; nobody was hurt."
    )
    assert len([report for report in found if report.type == "ASSAULT"]) == 2


def test_the_bomb_of_a_car_bomb_is_one_instrument() -> None:
    report = attack("On 3 July a car bomb exploded in Tarma. The bomb destroyed a bank.")
    assert [instrument.text for instrument in report.instruments] == ["car bomb"]


def test_whose_murder_it_was_is_the_victim() -> None:
    report = attack("The strike followed magistrate Carlos Ayma's murder on 3 July in Tarma.")
    (victim,) = [actor for actor in report.actors if actor.part is ActorPart.VICTIM]
    assert (victim.name, victim.effect) == ("Carlos Ayma", Effect.KILLED)


def test_a_murder_by_some_is_against_others() -> None:
    report = attack("On 3 July the bishop condemned the murder committed by rebels against teachers of Tarma.")
    assert (victims(report), doers(report)) == (["teachers"], ["rebels"])


def test_those_who_are_being_held_are_held() -> None:
    report = attack("Two officials are being held hostage by rebels in Tarma.")
    assert report.status is Status.ONGOING


def test_a_murder_of_people_who_were_counted_is_an_event() -> None:
    assert attack("Prosecutors continue to investigate the murder of three engineers.").status is Status.OCCURRED


def test_who_repelled_an_attack_was_attacked() -> None:
    report = attack("On 3 July national guard troops repelled an attack by rebels in Tarma.")
    assert "national guard troops" in victims(report)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Rebels took part in the murder of the baker Luis Ayma in Tarma on Monday.", "Rebels"),
        ("Rebels participated in the murder of the baker Luis Ayma in Tarma on Monday.", "Rebels"),
        ("Soldiers were the ones who murdered the baker Luis Ayma in Tarma on Monday.", "Soldiers"),
    ],
)
def test_whoever_had_a_hand_in_it_did_it(text: str, doer: str) -> None:
    assert doer in doers(attack(text))
    assert all(victim != doer for victim in victims(attack(text)))


def test_who_is_suspected_of_a_part_is_no_victim_and_not_settled() -> None:
    report = attack("Two men suspected of having been involved in the killing of Luis Ayma were named on Monday.")
    suspects = [actor for actor in report.actors if actor.part is ActorPart.PERPETRATOR]
    assert [actor.certainty for actor in suspects] == [Certainty.UNCONFIRMED]
    assert all("men" not in (victim or "") for victim in victims(report))


def test_a_bomb_that_left_somebody_dead_went_off() -> None:
    assert attack("A bomb in Tarma on Monday left one person dead.").mode is Mode.EXPLOSIVES


def test_a_noun_for_an_attack_on_nobody_needs_a_day_and_a_place() -> None:
    assert attack("There was an attack by rebels in Tarma on 3 July.").date is not None
    assert not [each for each in reports_of("There was an attack by rebels on 3 July.") if each.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("In the attack in Tarma on Monday seven clerks were killed and 12 wounded.", ["clerks", "clerks"]),
        ("The four orchard keepers killed by the blast in Tarma on Monday were buried.", ["orchard keepers"]),
        ("Un ataque en Tarma dejó el lunes 3 muertos y 12 heridos.", ["muertos", "heridos"]),
    ],
)
def test_counted_words_are_of_people_and_carried_on(text: str, nouns: list[str]) -> None:
    report = attack(text, "es" if "ataque" in text else "en")
    assert [claim.noun for claim in report.claims] == nouns


def test_nobody_dies_twice() -> None:
    text = (
        "The bishop condemned on 19 July the murder of the baker Luis Ayma Rojas in Tarma. "
        "Luis Ayma Rojas was murdered on 17 July by rebels."
    )
    report = attack(text)
    assert report.date is not None
    assert report.date.from_ == dt.date(2023, 7, 17)
    apart = text.replace("Luis Ayma Rojas was", "Ana Roca Luna was")
    assert len([each for each in reports_of(apart) if each.type == "ASSAULT"]) == 2


def test_harm_told_long_before_a_deed_is_not_its_own() -> None:
    text = (
        "The council met. It was a quiet day. Three bakers were hurt when a bus left the road. The bus was old. "
        "The road was wet. It had rained. "
        "In Tarma, gunmen attacked the clerk Luis Ayma Rojas on Monday."
    )
    report = attack(text)
    assert not [claim for claim in report.claims if claim.best == 3]


def test_in_a_text_of_many_attacks_harm_is_of_one_that_stands_near() -> None:
    text = (
        "Gunmen attacked a clerk in Tarma on 3 July. Rebels killed the baker Luis Ayma Rojas in Ica on 5 July. "
        "The weather was fine. The market was open. The mayor spoke. He was calm. Eight people were injured."
    )
    claims = [claim for each in reports_of(text) for claim in each.claims if claim.best == 8]
    assert not claims


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The army foiled an attempt by rebels to kidnap the baker Luis Ayma Rojas in Tarma on Monday.", "rebels"),
        (
            "The baker Luis Ayma Rojas was murdered in Tarma on Monday. The crime was committed by rebels, it said.",
            "rebels",
        ),
    ],
)
def test_who_tried_or_committed_it_did_it(text: str, doer: str) -> None:
    (report,) = [each for each in reports_of(text) if each.type == "ASSAULT"]
    assert doers(report) == [doer]


def test_a_body_whose_name_runs_over_a_line_is_read() -> None:
    report = attack(
        "ACCORDING TO A REPORT THAT REACHED THE CAPITAL LATE LAST NIGHT, THE SECURITY\n"
        "FORCES MURDERED A BAKER IN TARMA ON MONDAY."
    )
    assert [actor.organisation for actor in report.actors if actor.part is ActorPart.PERPETRATOR] == [
        "SECURITY\nFORCES"
    ]


@pytest.mark.parametrize(
    ("text", "language", "things"),
    [
        ("Soldiers defused a bomb planted outside the bank in Tarma on Monday.", "en", ["the bank"]),
        ("A car bomb was deactivated near the stadium of Tarma on Monday.", "en", ["the stadium of Tarma"]),
        (
            "Two dynamite charges placed at the bridge of Tarma on Monday failed to explode.",
            "en",
            ["the bridge of Tarma"],
        ),
        ("El ejército desactivó el lunes una bomba colocada en el mercado de Tarma.", "es", ["el mercado de Tarma"]),
        ("Un artefacto explosivo fue desactivado el lunes frente al banco de Tarma.", "es", ["banco de Tarma"]),
    ],
)
def test_a_bomb_that_did_not_go_off_was_prevented_and_not_done_by_who_found_it(
    text: str, language: str, things: list[str]
) -> None:
    report = attack(text, language)
    assert (report.mode, report.status) == (Mode.EXPLOSIVES, Status.PREVENTED)
    assert doers(report) == []
    assert [thing.text for thing in report.objects if thing.effect is ObjectEffect.NONE] == things


def test_who_laid_a_bomb_that_was_defused_did_it() -> None:
    report = attack("On Monday the army defused a bomb that was planted by rebels at a bank in Tarma.")
    assert doers(report) == ["rebels"]


def test_a_bomb_found_before_it_went_off_is_one_report() -> None:
    found = reports_of("On Monday soldiers found a bomb at a bank in Tarma before it exploded.")
    assert [report.status for report in found if report.type == "ASSAULT"] == [Status.PREVENTED]


def test_no_bomb_found_is_none() -> None:
    assert not [r for r in reports_of("On Monday soldiers found no bomb at the bank in Tarma.") if r.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Three buses and a lorry were burned in Tarma on Monday.",
        "A warehouse was set on fire in Tarma on Monday by rebels.",
        "The town hall of Tarma was gutted by rebels on Monday.",
    ],
)
def test_what_was_burned_was_attacked(text: str) -> None:
    report = attack(text)
    assert (report.mode, report.status) == (Mode.DESTROY, Status.OCCURRED)


def test_what_a_bomb_goes_off_beside_it_was_done_to() -> None:
    report = attack("A bomb exploded outside the courthouse of Tarma on Monday.")
    assert [thing.text for thing in report.objects] == ["the courthouse of Tarma"]


def test_shots_that_had_been_fired_are_denied() -> None:
    text = "The police minister denied that shots had been fired from an army lorry in Kano on Monday."
    assert [(each.type.value, each.status.value) for each in reports_of(text, "en")] == [("ASSAULT", "denied")]


def test_a_matter_that_is_struck_off_is_no_strike() -> None:
    assert reports_of("The magistrate struck two matters from the roll on Monday.", "en") == []
    assert [each.type.value for each in reports_of("The nurses struck on Monday.", "en")] == ["PROTEST"]
