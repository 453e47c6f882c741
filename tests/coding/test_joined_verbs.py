"""Verbs joined by "and", and what stands before one: who did it, to whom, and who only answers for it."""

import pytest

from constancia.model import Report
from constancia.vocabulary import ActorPart, Measure
from tests.coding.telling import reports_of

DOERS = frozenset({ActorPart.ACTOR, ActorPart.PERPETRATOR})


def of_type(text: str, kind: str, language: str = "en") -> Report:
    (report,) = [report for report in reports_of(text, language) if report.type == kind]
    return report


def named(report: Report, parts: frozenset[ActorPart]) -> list[str | None]:
    return [actor.text for actor in report.actors if actor.part in parts]


@pytest.mark.parametrize(
    ("text", "doer", "victim"),
    [
        ("Police shot and killed two miners in Tarma.", "Police", "miners"),
        ("Soldiers shot and wounded two miners in Tarma.", "Soldiers", "miners"),
        ("Rebels kidnapped and later killed a judge.", "Rebels", "judge"),
        ("Rebels shot, stabbed and burned a teacher in Tarma.", "Rebels", "teacher"),
        ("Unidentified men shot and killed the mayor of Tarma.", "Unidentified men", "mayor of Tarma"),
        ("UNIDENTIFIED MEN SHOT AND KILLED THE MAYOR OF TARMA.", "UNIDENTIFIED MEN", "MAYOR"),
    ],
)
def test_who_shot_and_killed_somebody_is_no_victim(text: str, doer: str, victim: str) -> None:
    attack = of_type(text, "ASSAULT")
    assert named(attack, DOERS) == [doer]
    assert named(attack, frozenset({ActorPart.VICTIM})) == [victim]


@pytest.mark.parametrize(
    "text",
    [
        "Two miners shot and killed by rebels were buried in Tarma.",
        "A teacher shot and killed Friday in Tarma was buried.",
    ],
)
def test_who_is_told_of_by_two_participles_did_nothing(text: str) -> None:
    assert named(of_type(text, "ASSAULT"), DOERS) == []


@pytest.mark.parametrize(
    ("text", "kind", "victim", "language"),
    [
        ("Police beat and arrested two miners in Tarma.", "ASSAULT", "miners", "en"),
        ("Policías golpearon y detuvieron a dos campesinos en Tarma.", "ASSAULT", "campesinos", "es"),
        ("La policía golpeó y luego se llevó a tres campesinos en Tarma.", "COERCE", "campesinos", "es"),
    ],
)
def test_joined_verbs_share_their_object(text: str, kind: str, victim: str, language: str) -> None:
    undergone = frozenset({ActorPart.VICTIM, ActorPart.RECIPIENT})
    assert named(of_type(text, kind, language), undergone) == [victim]


def test_how_many_did_it_is_no_count_of_those_it_was_done_to() -> None:
    attack = of_type("Six heavily armed men kidnapped a teacher near Tarma.", "ASSAULT")
    assert [(claim.measure, claim.best) for claim in attack.claims] == [(Measure.MISSING, 1)]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The attorney general was shot in Tarma.", "attorney general"),
        ("A retired general was kidnapped in Tarma.", "retired general"),
    ],
)
def test_the_verb_behind_a_noun_that_may_be_an_adjective_is_a_verb(text: str, victim: str) -> None:
    assert named(of_type(text, "ASSAULT"), frozenset({ActorPart.VICTIM})) == [victim]


@pytest.mark.parametrize(
    ("text", "doer", "language"),
    [
        ("Police were blamed for the killing of two miners in Tarma.", ["Police"], "en"),
        ("The commander was sacked over the killing of two miners in Tarma.", [], "en"),
        ("El comandante fue destituido por el asesinato de dos campesinos en Tarma.", [], "es"),
    ],
)
def test_who_answers_for_a_killing_was_not_killed(text: str, doer: list[str], language: str) -> None:
    attack = of_type(text, "ASSAULT", language)
    assert named(attack, frozenset({ActorPart.VICTIM})) in (["miners"], ["campesinos"])
    assert named(attack, DOERS) == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Two suspects died in a shootout with police in Tarma.", ["police"]),
        ("Two policemen died in a shootout with robbers in Tarma.", ["robbers"]),
        ("A gangster was gunned down in an encounter with the crime branch in Tarma.", ["crime branch"]),
        ("Two robbers were killed after an exchange of fire with police in Tarma.", ["police"]),
        ("Two traders were killed by robbers after a quarrel with police in Tarma.", ["robbers"]),
    ],
)
def test_who_died_in_a_fight_died_by_the_other_side(text: str, doer: list[str]) -> None:
    assert named(of_type(text, "ASSAULT"), DOERS) == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Teachers gathered at the square marched to the ministry in Tarma.", "Teachers"),
        ("Residents displaced by the dam marched in Tarma on Monday.", "Residents"),
    ],
)
def test_behind_a_participle_the_main_verb_is_of_its_subject(text: str, doer: str) -> None:
    assert doer in named(of_type(text, "PROTEST"), DOERS)


@pytest.mark.parametrize(
    ("text", "mode", "language"),
    [
        ("A pumping station was attacked with dynamite by rebels in Tarma.", "explosives", "en"),
        ("Rebels dynamited a bridge in Tarma.", "explosives", "en"),
        ("Rebels blew up two pylons in Tarma.", "explosives", "en"),
        ("Gunmen attacked a bus with machine guns in Tarma.", "firearms", "en"),
        ("Guerrilleros atacaron con explosivos un puesto policial en Tarma.", "explosives", "es"),
        ("Rebels attacked a bus in Tarma and fled with a stolen rifle.", "destroy", "en"),
    ],
)
def test_an_attack_is_of_the_means_it_was_done_with(text: str, mode: str | None, language: str) -> None:
    attack = of_type(text, "ASSAULT", language)
    assert (None if attack.mode is None else attack.mode.value) == mode


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The toll of Monday's police firing in Tarma rose to seven.", "en"),
        ("La cifra de muertos en el tiroteo del lunes en Tarma subió a siete.", "es"),
    ],
)
def test_a_rising_toll_of_a_dated_deed_is_that_deeds(text: str, language: str) -> None:
    attack = of_type(text, "ASSAULT", language)
    assert [(claim.best, claim.according_to) for claim in attack.claims] == [(7, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Police caned several traders in Tarma.",
        "A constable slapped and kicked a vendor in Tarma.",
        "Police tasered a student in Tarma.",
    ],
)
def test_blows_by_police_are_an_attack(text: str) -> None:
    assert of_type(text, "ASSAULT").mode.value == "beat"


def test_who_courts_arrest_is_arrested() -> None:
    arrest = of_type("Over 200 activists courted arrest in Tarma on Monday.", "COERCE")
    assert [(actor.part.value, actor.role.value) for actor in arrest.actors] == [
        ("recipient", "protesters"),
        ("actor", "police"),
    ]


def test_an_arrest_that_was_not_made_has_no_doer() -> None:
    arrest = of_type("The brother of the victim was not arrested in Tarma.", "COERCE")
    assert named(arrest, DOERS) == []


@pytest.mark.parametrize(
    ("text", "kind", "country", "language"),
    [
        ("Two German tourists were kidnapped in the jungle.", "ASSAULT", None, "en"),
        ("Dos turistas alemanes fueron secuestrados en la selva.", "ASSAULT", None, "es"),
        ("Chilean students marched on Monday.", "PROTEST", "CL", "en"),
        ("Estudiantes chilenos marcharon el lunes.", "PROTEST", "CL", "es"),
    ],
)
def test_where_strangers_come_from_is_no_place(text: str, kind: str, country: str | None, language: str) -> None:
    report = of_type(text, kind, language)
    assert (report.place and report.place.country) == country


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("One person was killed when policemen guarding the mill fired on workers in Tarma.", "policemen"),
        ("Witnesses said that soldiers manning a checkpoint shot a driver in Tarma.", "soldiers"),
    ],
)
def test_within_a_clause_too_the_verb_behind_a_participle_is_of_its_subject(text: str, doer: str) -> None:
    assert named(of_type(text, "ASSAULT"), DOERS) == [doer]


def test_what_a_clause_with_a_participle_hangs_on_decides_it() -> None:
    riot = "The union denied that workers employed by the firm burned cars in Tarma."
    assert {report.status.value for report in reports_of(riot) if report.trigger.text.startswith("burn")} <= {"denied"}


@pytest.mark.parametrize(
    ("text", "killed", "language"),
    [
        ("The ward saved the lives of two students hurt in the march in Tarma on Monday.", [], "en"),
        ("The strike claimed the lives of two students in Tarma on Monday.", [2], "en"),
        ("Los bomberos salvaron 12 vidas tras el ataque en Tarma el lunes.", [], "es"),
        ("El ataque en Tarma el lunes cobró 12 vidas.", [12], "es"),
    ],
)
def test_lives_saved_are_no_deaths(text: str, killed: list[int], language: str) -> None:
    claims = [claim for report in reports_of(text, language) for claim in report.claims]
    assert [claim.best for claim in claims if claim.measure is Measure.KILLED] == killed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Six activists were taken into preventive custody in Tarma on Monday.", "occurred"),
        ("The leader would be taken into protective custody in Tarma if he persists.", "planned"),
    ],
)
def test_custody_of_any_kind_is_an_arrest(text: str, status: str) -> None:
    assert [report.status.value for report in reports_of(text) if report.type == "COERCE"] == [status]


def test_who_lost_her_kin_counts_no_dead() -> None:
    found = reports_of("The sister of Luis Ayma, murdered on Monday in Tarma, has lost her brother and her mother.")
    assert found
    assert not any(claim.text.startswith("her ") for report in found for claim in report.claims)
