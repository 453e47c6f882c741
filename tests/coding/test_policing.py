"""What police do and fail to do is told sentence by sentence, and routine work is an event of no table."""

import pytest

from constancia.coding.deeds.lexicon import lexicon
from constancia.vocabulary import ActorPart, EventType, Mode, Role, Status
from constancia.words import load_lexicon
from tests.coding.telling import reports_of
from tests.coding.test_triggers import senses_in

EXAMPLES = [
    (language, sense["id"], sense["example"])
    for language in ("en", "es")
    for sense in load_lexicon(language, "policing")["sense"]
]


def by_police(text: str, language: str = "en"):
    return [
        report
        for report in reports_of(text, language)
        if any(actor.role is Role.POLICE and actor.part is not ActorPart.VICTIM for actor in report.actors)
    ]


@pytest.mark.parametrize(("language", "sense", "example"), EXAMPLES)
def test_the_example_of_each_entry_is_found_by_it(language, sense, example):
    assert sense in senses_in(example, language)
    assert lexicon(language).senses[sense].doer is Role.POLICE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police stayed at the square on Monday."),
        ("en", "Officers questioned the baker on Monday."),
        ("es", "La policía acudió a la plaza el lunes."),
    ],
)
def test_routine_work_is_reported_and_is_no_event(language, text):
    reports = by_police(text, language)
    assert reports
    assert {report.status for report in reports} <= {Status.BACKGROUND, Status.LEGAL}


@pytest.mark.parametrize(
    "text", ["Bakers stayed at the square on Monday.", "The council questioned the price on Monday."]
)
def test_the_same_words_with_another_doer_say_nothing(text):
    assert not [report for report in reports_of(text) if report.type in (EventType.MOBILIZE, EventType.COERCE)]


def test_a_duty_not_done_is_a_failure_to_act():
    assert [report.status for report in by_police("The police did not rescue the baker.")] == [Status.NOT_OCCURRED]
    assert not by_police("The police did not inspect the bakery.")


def test_police_who_fire_again_in_another_sentence_have_a_report_there():
    text = "Police fired tear gas at the bakers in Ica on Monday. Police fired tear gas near the bridge, too."
    assert len([report for report in by_police(text) if report.type is EventType.ASSAULT]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A crowd blocked the road, forcing the police to open fire.",
        "Police came to the bakery. They fired tear gas at the crowd.",
        '"We fired tear gas at the crowd," said police inspector Alan Reed.',
    ],
)
def test_who_did_it_is_found_above_an_infinitive_and_behind_a_pronoun(text):
    fired = [report for report in reports_of(text) if report.type is EventType.ASSAULT]
    assert [actor.role for report in fired for actor in report.actors if actor.part is ActorPart.PERPETRATOR] == [
        Role.POLICE
    ]


def test_an_attempt_is_no_trial():
    reports = reports_of("Bakers tried to block the road in Ica on Monday.")
    assert [report.status for report in reports] == [Status.PREVENTED]


def test_a_day_to_come_in_the_sentence_before_does_not_date_what_is_told_as_past():
    reports = reports_of("The bakers will march on Saturday. Police arrested two of them.")
    assert [report.status for report in reports if report.type is EventType.COERCE] == [Status.OCCURRED]


def test_the_police_of_police_firing_fired_and_those_of_police_cars_did_not():
    killed = reports_of("Two bakers were killed in police firing in Ica on Monday.")
    assert [actor.role for actor in killed[0].actors if actor.part is ActorPart.PERPETRATOR] == [Role.POLICE]
    assert not by_police("A crowd set fire to two police cars in Ica on Monday.")


def test_an_inquiry_is_no_arrest():
    reports = reports_of("Detectives investigated the fire in Ica on Monday.")
    assert {report.mode for report in reports} == {None}


def test_police_who_take_their_posts_are_sent_out_and_hold_no_protest():
    reports = reports_of("Agentes de la policía se apostaron el lunes frente al templo de Tandil.", "es")
    assert EventType.MOBILIZE in {report.type for report in reports}
    assert EventType.PROTEST not in {report.type for report in reports}


def test_police_who_march_protest():
    reports = reports_of("Policías retirados marcharon el lunes por sus pensiones en Tandil.", "es")
    assert [report.type for report in reports] == [EventType.PROTEST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officers unloaded the crates of the bakers in Ica on Monday."),
        ("es", "Los policías abrieron las cajas de los panaderos en Ica el lunes."),
    ],
)
def test_a_verb_of_no_list_is_routine_where_police_do_it(language, text):
    assert [report.status for report in by_police(text, language)] == [Status.BACKGROUND]
    assert not by_police(text.replace("Officers", "Bakers").replace("policías", "vecinos"), language)


def test_what_police_say_is_no_deed():
    assert not by_police("Police said the bakers were in Ica on Monday.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shops burned in Ica on Monday while the police were nowhere to be seen."),
        ("en", "Police failed to reach the bakery in Ica on Monday."),
        ("es", "La policía hizo la vista gorda en Ica el lunes."),
        ("es", "El lunes la policía brilló por su ausencia en Ica."),
    ],
)
def test_a_failure_to_act_is_of_the_police_of_its_sentence(language, text):
    assert Status.NOT_OCCURRED in {report.status for report in by_police(text, language)}


def test_measures_without_a_doer_are_of_the_police_only_where_the_text_tells_of_them():
    told = "A curfew was imposed in Ica on Monday."
    assert by_police(f"{told} Police closed the road.")
    assert not by_police(told)


def test_an_arrest_that_is_demanded_was_not_made():
    assert not by_police("The bakers demanded the arrest of the mayor in Ica on Monday.")


def test_who_a_number_or_a_unit_is_of_is_who_acts():
    reports = by_police("Two companies of the riot police entered the square in Ica on Monday.")
    assert any("riot police" in (actor.text or "") for report in reports for actor in report.actors)


def test_a_story_of_a_shooting_among_private_people_holds_no_police_routine():
    text = "A man shot his brother in Ica on Monday. Police searched the house and questioned the neighbours."
    assert not [report for report in by_police(text) if report.status is Status.BACKGROUND]
    assert by_police(text.replace("A man shot his brother", "Bakers marched"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police had to fire 12 shots near the bakery in Ica on Monday."),
        ("en", "The police fired at the bakers in Ica on Monday."),
        ("es", "La policía abrió fuego en Ica el lunes."),
    ],
)
def test_police_who_fire_use_force(language, text):
    assert EventType.ASSAULT in {report.type for report in by_police(text, language)}


def test_an_arrest_of_somebody_is_by_the_police_and_one_only_named_is_not():
    assert by_police("The mayor spoke of the arrest of two bakers in Ica on Monday.")
    assert not by_police("The bakers fear arrest.")


def test_who_shoots_at_somebody_is_not_who_was_shot():
    for text in ("Officers shot at the marchers on Monday.", "A baker was killed after police fired into the crowd."):
        police = [each for report in reports_of(text) for each in report.actors if each.role is Role.POLICE]
        assert {each.part for each in police} == {ActorPart.PERPETRATOR}


def test_the_dead_of_a_fight_with_police_are_laid_to_police():
    for text in (
        "Two workers died in the firing by the police.",
        "Two workers were killed in an encounter with police.",
    ):
        assert {report.type for report in by_police(text)} == {EventType.ASSAULT}


def test_what_would_be_done_if_is_no_arrest():
    reports = by_police("If police try to stop us and arrest us, there will be trouble.")
    assert not [report for report in reports if report.mode is Mode.ARREST]


def test_not_a_single_person_arrested_is_no_arrest():
    reports = reports_of("Not a single baker has been arrested, the union said.", "en")
    assert not [each for each in reports if each.status is Status.OCCURRED and each.type is EventType.COERCE]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Security was tightened at the station, police sources said.", EventType.MOBILIZE),
        ("Police have been directed to guard the mill.", EventType.MOBILIZE),
        ("The commissioner of police spoke in Ica. He has increased security at the mill.", EventType.MOBILIZE),
        ("Forty bakers were rounded up on Monday.", EventType.COERCE),
    ],
)
def test_tasks_given_to_police_and_what_only_they_do_are_theirs(text, type_):
    assert type_ in {report.type for report in by_police(text)}


def test_to_apprehend_trouble_is_to_fear_it():
    assert not by_police("The council apprehended trouble at the fair. Police watched.")[1:]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The constables had to fire a dozen shots, police said, and the dyers ran.", "firearms"),
        ("Some 20 rounds were fired by the constables at Yaro Bridge on Monday.", "firearms"),
        ("Two dyers fell to police fire in Yaro on Monday.", "firearms"),
        ("Police bullets killed a dyer in Kisumu on Monday.", "firearms"),
        ("Police moved in. Tear-gas shells were lobbed at the dyers in Kisumu on Monday.", "crowd-control"),
    ],
)
def test_force_told_in_the_passive_or_by_its_bullets_is_of_the_police(text: str, mode: str):
    reports = [each for each in reports_of(text) if each.mode is not None and each.mode.value == mode]
    assert [
        actor.role.value
        for each in reports
        for actor in each.actors
        if actor.role and actor.part.value == "perpetrator"
    ] == ["police"]


@pytest.mark.parametrize(
    "text",
    [
        "Un disparo de la policía mató a un panadero en Tela el lunes.",
        "Dos panaderos murieron por balas de la policía en Tela el lunes.",
    ],
)
def test_shots_of_the_police_are_theirs_and_hit_others(text: str):
    (report,) = [each for each in reports_of(text, "es") if each.type.value == "ASSAULT"]
    parts = {(actor.part.value, actor.role.value) for actor in report.actors if actor.role}
    assert ("perpetrator", "police") in parts
    assert ("victim", "police") not in parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The guild demanded the mayor be arrested."),
        ("en", "The bishop wants the looters arrested."),
        ("en", "Those looters should be arrested at once, the bishop said."),
        ("en", "The baker fled to Ica to avoid arrest."),
        ("es", "No descartan detenciones en las próximas horas."),
    ],
)
def test_an_arrest_that_is_wished_feared_or_shunned_is_none(language: str, text: str):
    assert [each for each in reports_of(text, language) if each.mode is not None and each.mode.value == "arrest"] == []


def test_a_complaint_that_police_file_is_no_arrest():
    (report,) = reports_of("The Yaro police filed a complaint against the mayor.")
    assert (report.status.value, report.mode) == ("legal", None)


def test_police_who_move_people_do_something_and_who_move_a_petition_say_something():
    assert [each.type.value for each in reports_of("Police moved 150 people out of the lane on Monday.")] == ["COERCE"]


@pytest.mark.parametrize(
    ("language", "held", "done"),
    [
        ("en", "Police held a parade in the square on Monday.", "Police held the square on Monday."),
        ("es", "La policía realizó un desfile el lunes.", "La policía realizó una operación el lunes."),
    ],
)
def test_a_parade_that_police_hold_is_done_to_nobody(language: str, held: str, done: str):
    assert reports_of(held, language) == []
    assert [each.type.value for each in reports_of(done, language)] == ["COERCE"]
