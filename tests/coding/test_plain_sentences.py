"""Plain sentences of the newsroom: what was done, by whom and to whom, in the commonest syntax."""

import pytest

from constancia.model import Report
from constancia.vocabulary import ActorPart
from tests.coding.telling import reports_of, told

_DID = (ActorPart.ACTOR, ActorPart.PERPETRATOR)
_UNDERWENT = (ActorPart.VICTIM, ActorPart.RECIPIENT)


def people(report: Report, parts: tuple[ActorPart, ...]) -> list[str | None]:
    return [actor.text for actor in report.actors if actor.part in parts]


def one(text: str, kind: str, language: str = "en") -> Report:
    (report,) = [each for each in reports_of(text, language) if each.type == kind]
    return report


def test_one_subject_does_what_two_gerunds_say() -> None:
    text = "Gunmen entered the hamlet near Nakuru on Monday, killing at least six men and abducting two nurses."
    report = one(text, "ASSAULT")
    assert people(report, _DID) == ["Gunmen"]
    assert {(each or "").split()[-1] for each in people(report, _UNDERWENT)} == {"men", "nurses"}


def test_who_comes_under_attack_is_attacked() -> None:
    report = one("Soldiers at the ferry came under fire from rebels on the ridge near Gulu on Monday.", "ASSAULT")
    assert (people(report, _UNDERWENT), people(report, _DID)) == (["Soldiers"], ["rebels"])


@pytest.mark.parametrize(
    ("text", "who", "language"),
    [
        ("The ferries stood still in Kisumu as nurses began a strike on Monday.", "nurses", "en"),
        ("Teachers resumed their strike in Kisumu on Monday.", "Teachers", "en"),
        ("Dockers blocked the bridge in Kisumu on Monday.", "Dockers", "en"),
        ("Los maestros reanudaron el lunes la huelga en Tarma.", "maestros", "es"),
    ],
)
def test_who_begins_or_keeps_up_a_protest_protests(text: str, who: str, language: str) -> None:
    assert people(one(text, "PROTEST", language), (ActorPart.ACTOR,)) == [who]


def test_who_calls_for_calm_after_a_riot_organised_none() -> None:
    (riot,) = [each for each in reports_of("The president called for calm after the riot in Kisumu.") if each.mode]
    assert riot.mode == "riot"
    assert riot.actors == ()


@pytest.mark.parametrize("text", ["Bandit attack leaves six dead in Gulu", "Six died in a bandit attack near Gulu."])
def test_an_armed_group_right_before_the_noun_did_the_attack(text: str) -> None:
    (who,) = people(one(text, "ASSAULT"), _DID)
    assert (who or "").lower() == "bandit"


def test_what_police_raid_is_their_object() -> None:
    report = one("Police raid union office in Gulu", "COERCE")
    assert (people(report, _DID), people(report, _UNDERWENT)) == (["Police"], ["union"])


def test_roads_that_police_close_are_no_protest() -> None:
    assert told("Police closed roads around the mill in Gulu on Monday.") == [("COERCE", "occurred")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bishops called for a truce in Gulu.", [("REQUEST", "occurred")]),
        ("The union called for the arrest of the prefect in Gulu.", [("REQUEST", "occurred")]),
        ("Teachers called for a strike in Gulu.", [("REQUEST", "occurred"), ("PROTEST", "planned")]),
        ("Dockers mull a strike in Mombasa.", [("PROTEST", "planned")]),
        ("Los cargadores analizan un paro en Tarma.", [("PROTEST", "planned")]),
    ],
)
def test_what_is_called_for_or_weighed_was_not_done(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "es" if text.startswith("Los") else "en") == expected


def test_what_stands_behind_a_semicolon_is_news_of_its_own() -> None:
    text = "Growers clash with guards at mill in Gulu; two officers shot"
    assert [each.status.value for each in reports_of(text)] == ["occurred", "occurred"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Villagers chased the surveyors out of Gulu on Monday.", "Villagers"),
        ("The envoys were stoned by bakers in Gulu on Monday.", "bakers"),
        ("Indian growers squatted on the railway tracks near Gulu on Monday.", "growers"),
    ],
)
def test_what_crowds_do_to_unwelcome_people_and_on_tracks_is_theirs(text: str, who: str) -> None:
    assert who in people(one(text, "PROTEST"), (ActorPart.ACTOR,))


def test_house_arrest_is_an_arrest() -> None:
    assert ("COERCE", "occurred") in told("The editor was placed under house arrest in Gulu on Monday.")
