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
