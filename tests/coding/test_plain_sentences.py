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


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Gunmen kill two priests, burn mill in Gulu", "Gunmen", "priests"),
        ("Eight hurt as police fire on miners in Gulu", "police", "miners"),
        ("Widow of slain baker shot in Gulu", None, "Widow"),
        ("Armed herders attacked farmers near Gulu on Monday.", "Armed herders", "farmers"),
        ("Tribal fighters ambushed six bakers near Gulu on Monday.", "Tribal fighters", "bakers"),
    ],
)
def test_headlines_and_armed_people_have_their_doer(text: str, who: str | None, whom: str) -> None:
    report = one(text, "ASSAULT")
    assert (people(report, _DID), people(report, _UNDERWENT)) == ([who] if who else [], [whom])


def test_behind_a_comma_a_headline_tells_of_one_verb_more() -> None:
    assert [each.mode for each in reports_of("Mob storms clinic in Gulu, abducts six nurses")][-1] == "abduct"


def test_who_covers_a_protest_is_not_in_it_and_who_beats_them_does_not_hold_it() -> None:
    text = "Two reporters covering the protest were manhandled by officers in Gulu on Monday."
    (protest,) = [each for each in reports_of(text) if each.type == "PROTEST"]
    assert (people(protest, _DID), protest.mode) == ([], "demo")


def test_what_police_deny_having_done_is_denied() -> None:
    assert ("ASSAULT", "denied") in told("Police deny beating bakers in Gulu.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The union has given the mill until Friday to raise wages or face a strike.", "threatened"),
        ("Doctors in Gulu suspend week-long strike", "occurred"),
    ],
)
def test_a_strike_is_threatened_ended_or_called_off(text: str, status: str) -> None:
    assert one(text, "PROTEST").status == status


def test_a_strike_call_is_no_deed_of_who_calls() -> None:
    text = "Shopkeepers kept their shutters down in Gulu on Monday in response to a strike call by rebels."
    (strike, *_) = [each for each in reports_of(text) if each.status == "occurred"]
    assert (strike.mode, people(strike, _DID)) == ("strike", ["Shopkeepers"])


def test_who_failed_to_stop_neglected_no_duty() -> None:
    assert told("Soldiers shot a baker who failed to stop near Gulu on Monday.") == [("ASSAULT", "occurred")]


def test_villagers_who_bundle_somebody_into_a_van_abduct() -> None:
    report = one("Villagers bundled the surveyor into a van near Gulu on Monday.", "ASSAULT")
    assert report.mode == "abduct"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hawkers whose stalls were torn down by guards marched to the mill in Gulu on Monday.", "Hawkers"),
        ("Nurses in Gulu went on strike on Monday.", "Nurses"),
        ("Las enfermeras entraron el lunes en huelga en Tarma.", "enfermeras"),
        ("Villagers took back the land of the mill in Gulu on Monday.", "Villagers"),
        ("Supporters and bakers fought with sticks in Gulu on Monday.", "Supporters"),
        ("Mill occupied by indigenous groups in Gulu", "indigenous groups"),
    ],
)
def test_who_protests_is_named(text: str, who: str) -> None:
    assert who in people(one(text, "PROTEST", "es" if text.startswith("Las") else "en"), (ActorPart.ACTOR,))


def test_what_people_say_befell_them_befell_them() -> None:
    report = one("The bakers say they were stripped, blindfolded and beaten at a camp in Gulu.", "ASSAULT")
    assert people(report, _UNDERWENT) == ["bakers"]


def test_the_day_that_says_who_they_were_is_not_that_of_their_deed() -> None:
    report = one("Teachers sacked last year by the council marched in Gulu on Monday.", "PROTEST")
    assert report.date is not None
    assert report.date.text == "Monday"
    undated = one("Teachers sacked last year picketed the ministry in Gulu.", "PROTEST")
    assert undated.date is None or undated.date.text is None


def test_a_march_whose_leaders_are_arrested_before_it_began_was_prevented() -> None:
    text = "Police arrested the leaders of a march in Gulu before it could start."
    assert told(text) == [("COERCE", "occurred"), ("PROTEST", "prevented")]


def test_tear_gas_fires_at_nobody_by_itself() -> None:
    report = one("Tear gas fired at school in Gulu, pupils in hospital", "ASSAULT")
    assert (report.mode, people(report, _DID)) == ("crowd-control", [])


def test_who_died_before_a_lynching_was_not_lynched() -> None:
    report = one("Two constables were lynched in Gulu after a baker died in custody.", "ASSAULT")
    assert people(report, _UNDERWENT) == ["constables"]


def test_held_behind_its_number_are_the_arrested() -> None:
    (report,) = reports_of("Protests erupt in Gulu over vote; 40 held")
    assert [(claim.measure.value, claim.low) for claim in report.claims] == [("arrested", 40)]


def test_whoever_is_freed_by_rioters_makes_the_riot_worse() -> None:
    assert {each.mode for each in reports_of("Rioters burned the mill in Gulu and freed 20 prisoners.")} == {"riot"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen fired at the camp near Gulu on Monday.", ("ASSAULT", "occurred")),
        ("The junta dissolved the drivers' union in Gulu.", ("COERCE", "occurred")),
        ("Rebels released six schoolgirls near Gulu on Monday.", ("RETREAT", "occurred")),
    ],
)
def test_deeds_in_everyday_verbs_are_read_with_their_object(text: str, kind: tuple[str, str]) -> None:
    assert kind in told(text)


def test_a_vigil_for_whom_others_shot_is_not_theirs() -> None:
    (vigil,) = [each for each in reports_of("A vigil was held in Gulu for a man shot by guards.") if each.form]
    assert people(vigil, _DID) == []


def test_what_is_refused_in_protest_is_a_protest() -> None:
    assert ("PROTEST", "occurred") in told("Growers in Gulu refused to deliver their crop on Monday in protest.")


def test_who_is_detained_ahead_of_a_march_detained_nobody() -> None:
    (arrest,) = [each for each in reports_of("Farmers' leader detained ahead of Gulu march") if each.type != "PROTEST"]
    assert (arrest.mode, people(arrest, _UNDERWENT)) == ("arrest", ["Farmers' leader"])


def test_the_past_that_is_no_participle_has_its_subject() -> None:
    text = "Residents said soldiers went from house to house in Gulu, dragging young men out and beating them."
    report = one(text, "ASSAULT")
    assert (people(report, _DID), people(report, _UNDERWENT)) == (["soldiers"], ["young men"])


def test_who_is_accused_at_a_rally_does_not_hold_it() -> None:
    (rally,) = [each for each in reports_of("At a rally in Gulu, the union accused guards of theft.") if each.form]
    assert "guards" not in people(rally, _DID)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three shot as gangs fight in Gulu", ("ASSAULT", "occurred")),
        ("The editor was barred from leaving the country on Monday.", ("COERCE", "occurred")),
        ("Officers of the flying squad stormed a radio station in Gulu.", ("COERCE", "occurred")),
        ("Police fired pepper balls at marchers in Gulu.", ("ASSAULT", "occurred")),
    ],
)
def test_bare_numbers_and_rarer_force_are_read(text: str, kind: tuple[str, str]) -> None:
    assert kind in told(text)


def test_tents_that_police_remove_are_not_arrested() -> None:
    assert all(each.mode != "arrest" for each in reports_of("Police removed 40 tents from a camp in Gulu on Monday."))


def test_a_strike_goes_on_since_the_day_it_began() -> None:
    text = "Four people have died across the country since the strike began on 9 July."
    assert told(text) == [("PROTEST", "ongoing")]


def test_soldiers_who_burn_huts_do_not_riot() -> None:
    assert told("Soldiers set huts on fire near Gulu on Monday.") == [("ASSAULT", "occurred")]


def test_the_beginning_of_a_strike_told_behind_who_is_not_that_of_the_block() -> None:
    text = "The teachers, who have been on strike since 3 July, blocked the highway in Gulu."
    (block,) = [each for each in reports_of(text) if each.mode == "obstruct"]
    assert block.status == "occurred"


def test_police_who_fire_rubber_bullets_behind_a_comma_are_not_those_marched_on() -> None:
    march, force = reports_of("Factory workers march over unpaid bonus, police fire rubber bullets")
    assert (people(march, _DID), people(march, _UNDERWENT)) == (["workers"], [])
    assert people(force, _DID) == ["police"]


def test_a_march_dispersed_with_live_rounds_was_fired_upon_by_police() -> None:
    report = one("Police disperse anti-coup rally in Gulu with live rounds", "ASSAULT")
    assert "Police" in people(report, _DID)


def test_who_defies_a_curfew_protests() -> None:
    assert ("PROTEST", "occurred") in told("Protesters defied the curfew in Gulu on Monday.")


def test_journalists_whom_police_let_go_are_freed() -> None:
    assert told("Police freed two bloggers in Gulu on Monday.") == [("RETREAT", "occurred")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm kept its shops closed on Sunday in Gulu for a staff party.",
        "Drivers parked along the road in Gulu for a picnic.",
        "Children egged each other on at the fair in Gulu.",
    ],
)
def test_everyday_uses_of_these_words_tell_of_no_protest(text: str) -> None:
    assert told(text) == []
