"""What newsrooms of Africa and South Asia tell in their own words: strikes, labels, calls that are heeded, limits."""

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Form, Measure, Mode, Role, Scope, Status
from tests.coding.telling import PUBLISHED, reports_of
from tests.coding.test_other_fates import told as figures_of


def kinds(text, language="en"):
    return [(each.type.value, each.mode and each.mode.value, each.status.value) for each in reports_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A sit-at-home emptied the markets of Onitsha on Monday."),
        ("en", "A ghost-town operation paralysed Bamenda on Monday."),
        ("en", "Shops downed their shutters in Multan on Tuesday over the levy."),
        ("en", "Porters walked off an oil platform in Warri on Tuesday."),
        ("en", "Residents heeded a stay-at-home call in Kisumu on Monday."),
        ("en", "Drivers honoured the strike call in Imphal on Monday."),
        ("es", "Los choferes acataron el llamado a paro en Tarija el lunes."),
    ],
)
def test_a_strike_by_any_of_its_names_was_held(language, text):
    (strike,) = [each for each in reports_of(text, language) if each.type is EventType.PROTEST]
    assert (strike.form, strike.status) == (Form.STRIKE, Status.OCCURRED)
    assert strike.date is not None
    assert strike.date.from_ is not None


@pytest.mark.parametrize(
    "text",
    ["Few heeded the strike call in Gweru on Monday.", "Residents obeyed a stay-at-home order in Kisumu last year."],
)
def test_a_call_that_was_not_heeded_is_no_strike(text):
    assert all(status != "occurred" for type_, _, status in kinds(text) if type_ == "PROTEST")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bakers met in Gweru on Monday. They dispersed after talks with the mayor."),
        ("es", "Los panaderos se concentraron el lunes en Tarija. Se dispersaron tras hablar con el alcalde."),
        ("en", "Let the minister march to Gweru and see."),
        ("en", "Mourners vowed to stay in Gweru until the guards were arrested."),
    ],
)
def test_what_a_crowd_does_by_itself_or_waits_for_the_state_did_not_do(language, text):
    reports = reports_of(text, language)
    assert all(each.type is not EventType.COERCE and each.form is not Form.MARCH for each in reports)


def test_a_crowd_told_as_dispersed_with_gas_was_done_to():
    (report,) = [
        each
        for each in reports_of("Crowds dispersed with tear gas in Gweru on Friday")
        if each.type is EventType.ASSAULT
    ]
    assert report.mode is Mode.CROWD_CONTROL
    assert [actor.part.value for actor in report.actors if actor.role is Role.CROWD] == ["victim"]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Bakers reached Gweru on Tuesday. Police at the toll plaza counted some 600.", []),
        ("en", "Bakers held a rally in Gweru on Monday after a ban on gatherings of more than ten people.", []),
        (
            "es",
            "Los panaderos marcharon el lunes en Tarija, aunque rige una prohibición de reuniones de más de diez.",
            [],
        ),
        ("en", "Four of the bakers were martyred in Gweru on Monday.", [("killed", 4)]),
        (
            "en",
            "Two bakers were shot dead and 11 others injured in Gweru on Monday when police fired at students.",
            [("injured", 11), ("killed", 2)],
        ),
    ],
)
def test_figures_count_who_was_harmed_and_no_limits_or_tolls_of_roads(language, text, wanted):
    assert sorted(figures_of(text, language)) == wanted


def test_those_hurt_are_of_the_shots_and_not_of_the_block_that_tells_who_was_shot_at():
    text = (
        "Two bakers were shot dead and 11 others injured in Gweru on Monday when police opened fire to disperse "
        "students who had blocked the road."
    )
    reports = reports_of(text)
    homes = {claim.measure: report.type for report in reports for claim in report.claims}
    assert homes == {Measure.KILLED: EventType.ASSAULT, Measure.INJURED: EventType.ASSAULT}


def test_what_stands_behind_the_verb_of_a_relative_clause_is_its_object():
    reports = reports_of("Four bakers who were holding a rally outside the bank in Gweru on Monday have been detained.")
    assert {(each.type, each.status) for each in reports} == {
        (EventType.PROTEST, Status.OCCURRED),
        (EventType.COERCE, Status.OCCURRED),
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bakers marched in Gweru on Saturday. Earlier in the day, nurses rallied outside the ministry.", "2023-07-15"),
        ("A rally which bakers had planned at the Old Mill in Gweru for Saturday could not be held.", "2023-07-15"),
    ],
)
def test_the_day_told_of_is_the_one_meant(text, day):
    assert str(reports_of(text)[-1].date.from_) == day


def test_a_plan_announced_earlier_is_of_the_day_it_will_begin():
    (march,) = reports_of("The long march announced last week after the Gweru firing will begin on Saturday.")
    assert (march.status, str(march.date.from_)) == (Status.PLANNED, "2023-07-22")


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        (
            "en",
            "Bakers marched in Gweru and Mutare on Saturday to protest against the arrest of nurses in Harare.",
            ["Gweru", "Mutare"],
        ),
        (
            "es",
            "Los panaderos marcharon el sábado en Tarija para protestar contra la detención de enfermeras en Sucre.",
            ["Tarija"],
        ),
        ("en", "Bakers went on strike in Gweru, Xalambu and Mutare on Monday.", ["Gweru", "Mutare"]),
    ],
)
def test_a_protest_is_where_it_was_held_and_not_where_its_cause_was(language, text, towns):
    protests = [each for each in reports_of(text, language) if each.type is EventType.PROTEST]
    assert [each.place.name for each in protests] == towns


@pytest.mark.parametrize(
    "text",
    [
        "Bakers blocked a road in Gweru on Friday. They lifted the blockade after talks.",
        "The strike call for Saturday was withdrawn after the ministry agreed to pay.",
    ],
)
def test_who_lifts_or_withdraws_their_own_is_under_no_force(text):
    reports = reports_of(text)
    assert all(each.type is not EventType.COERCE for each in reports)
    assert all(each.status is not Status.PLANNED for each in reports)


def test_who_lifts_the_block_of_others_did_not_block():
    (block,) = [
        each for each in reports_of("Police lifted the blockade in Gweru on Friday.") if each.type is EventType.PROTEST
    ]
    assert all(actor.role is not Role.POLICE for actor in block.actors)


def test_a_deadline_is_no_day_between_deeds_of_one_day():
    text = (
        "Bakers marched in Gweru on Monday. The union gave the ministry until 28 July to act.\n\n"
        "In Mutare, nurses staged a sit-in near Penhalonga."
    )
    assert [str(each.date.from_) for each in reports_of(text) if each.form is Form.SIT_IN] == ["2023-07-17"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "A judge freed ten bakers on Friday. They had been held in Mutare on 13 May. Nurses marched.",
            "2023-07-14",
        ),
        (
            "es",
            "Un juez liberó a diez vecinos el viernes. Habían sido detenidos el 13 de mayo. Enfermeras marcharon.",
            "2023-07-14",
        ),
    ],
)
def test_the_news_goes_on_behind_what_is_looked_back_at(language, text, day):
    (march,) = [each for each in reports_of(text, language) if each.form is Form.MARCH]
    assert str(march.date.from_) == day


def test_the_day_of_a_publication_is_not_that_of_what_it_counts():
    text = "Nine bakers died, by the guild's count, published on Tuesday: seven were shot by soldiers in Gweru."
    assert all(each.date is None or str(each.date.from_) != "2023-07-18" for each in reports_of(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Deaths: the ombudsman says twelve, Civic Voice says 20, the presidency still four."),
        ("es", "Muertos: la Defensoría dice doce; la coordinadora, 20; el Gobierno, cuatro."),
        (
            "en",
            "Deaths: The ministry says twelve have died. The guild says 20. The ombudsman has verified four.",
        ),
    ],
)
def test_a_label_says_what_the_figures_of_its_paragraph_count(language, text):
    reading = read_text(Text("t", text, language=language, published=PUBLISHED))
    tolls = code_reading(reading).toll_claims
    assert [(each.measure, each.best, each.scope) for each in tolls] == [
        (Measure.KILLED, best, Scope.CUMULATIVE) for best in (12, 20, 4)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten bakers were held in Gweru on Monday; three, all minors, were freed.", [("arrested", 10)]),
        (
            "Three bakers died in Gweru in shots. The guild revised the number of men taken from Lupane from 30 to 24.",
            [("killed", 3)],
        ),
    ],
)
def test_who_is_freed_or_counted_as_something_else_is_not_counted_with_them(text, wanted):
    assert figures_of(text, "en") == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "On Sunday 12 roads were still barricaded. Five are in Kaduna, four in Kano. The union says over 30.",
            [12, 5, 4, None],
        ),
        (
            "es",
            "El domingo seguían bloqueadas 12 rutas, según la policía. Cinco están en Oruro y cuatro en Potosí.",
            [12, 5, 4],
        ),
    ],
)
def test_roads_that_are_blocked_are_counted_on_by_area(language, text, wanted):
    claims = [claim for each in reports_of(text, language) for claim in each.claims]
    assert [each.best for each in sorted(claims, key=lambda each: each.start)] == wanted
    assert {each.measure for each in claims} == {Measure.BLOCKADES}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mourners walked behind five coffins through Gweru on Monday and demanded that the soldiers be held.", []),
        ("Bakers struck in Gweru on Monday and 340 of the 410 staff walked out.", [("participants", 340)]),
    ],
)
def test_who_takes_part_is_counted_and_coffins_are_not(text, wanted):
    assert figures_of(text, "en") == wanted


def test_who_is_only_described_as_killed_or_held_was_so_before():
    text = "Bakers gathered in Gweru on Monday to mourn those killed in this month's protests and for those still held."
    assert all(each.type is EventType.PROTEST or each.status is Status.BACKGROUND for each in reports_of(text))


def test_the_evening_is_no_verb():
    (cut,) = reports_of("The internet, which was cut on Tuesday evening, was restored on Wednesday in Gweru.")
    assert (cut.mode, str(cut.date.from_)) == (Mode.WITHHOLD, "2023-07-18")


def test_who_comes_to_an_address_to_protest_does():
    text = "Lupane, 17 July: some 900 bakers rode donkeys and bicycles to the governor's gate to protest against fees."
    (protest,) = [each for each in reports_of(text) if each.type is EventType.PROTEST]
    assert (protest.status, str(protest.date.from_)) == (Status.OCCURRED, "2023-07-17")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hospitals have treated 26 people with gunshot wounds since Monday in Gweru."),
        ("es", "Los hospitales han atendido a 26 personas con heridas de bala desde el lunes en Tarija."),
    ],
)
def test_wounds_counted_since_a_day_are_no_one_attack(language, text):
    assert all(each.status is Status.BACKGROUND for each in reports_of(text, language))
