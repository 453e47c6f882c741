"""Figures of plain sentences: what each counts, of which deed or toll, and who gives it."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Coding, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Measure, Scope
from tests.coding.telling import claims_of


def coded(text: str, language: str = "en") -> Coding:
    return code_reading(read_text(Text("t", text, language, dt.date(2024, 5, 23))))


def counts(text: str, language: str = "en") -> list[tuple[Measure, int | None]]:
    return [(each.measure, each.low if each.best is None else each.best) for each in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "Nine people have died and dozens have been hurt in Lusaka since March.", (Measure.INJURED, 24)),
        ("en", "Nine people have died and 40 have been detained in Lusaka since March.", (Measure.ARRESTED, 40)),
        ("es", "Han muerto nueve personas y 40 han sido detenidas desde marzo en Huaraz.", (Measure.ARRESTED, 40)),
    ],
)
def test_a_perfect_passive_of_its_own_says_what_a_bare_number_counts(language, text, second):
    assert counts(text, language) == [(Measure.KILLED, 9), second]


@pytest.mark.parametrize(
    ("language", "text", "measure", "now"),
    [
        ("en", "Police corrected the number of arrests at Monday's march in Ndola from 170 to 183.", "arrested", 183),
        ("es", "La policía corrigió la cifra de detenidos del lunes en Huaraz de 170 a 183.", "arrested", 183),
    ],
)
def test_a_corrected_count_is_its_second_number_and_no_range(language, text, measure, now):
    assert counts(text, language) == [(Measure(measure), now)]


def test_from_two_numbers_without_a_correction_is_a_range():
    found = claims_of("From 170 to 183 clerks marched in Ndola on Monday.")
    assert [(each.low, each.high) for each in found] == [(170, 183)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Half of the 3,000 workers at the mill in Ndola walked out on Tuesday."),
        ("en", "Thirty per cent of the city's 900 tram drivers stayed away from work in Ndola on Tuesday."),
        ("es", "El 30 % de los 900 choferes acató el paro el martes en Huaraz."),
        ("en", "Weavers marched in Ndola on Tuesday, one of the largest crowds in years."),
    ],
)
def test_a_share_of_so_many_and_one_of_the_largest_crowds_count_no_crowd(language, text):
    assert coded(text, language).reports
    assert counts(text, language) == []


def test_all_of_the_workers_and_the_marchers_of_whom_most_were_students_are_counted():
    assert counts("All of the 600 dockers in Ndola went on strike on Monday.") == [(Measure.PARTICIPANTS, 600)]
    assert counts("Half of the 40 people arrested in Ndola on Monday were minors.") == [(Measure.ARRESTED, 40)]


def test_the_day_of_a_deed_begins_no_toll():
    found = claims_of("The death toll from Sunday's shooting in Ndola rose to nine after a man died in hospital.")
    assert [(each.best, each.scope, each.report_id is None) for each in found] == [(9, Scope.INCIDENT, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Two people died in Ndola on Thursday, bringing to 31 the number killed since protests began last month.",
        ),
        (
            "es",
            "Dos murieron el jueves en Huaraz, y suman 31 los muertos desde que empezaron las protestas en abril.",
        ),
    ],
)
def test_the_dead_of_a_day_are_not_of_the_month_since_which_others_are_counted(language, text):
    day, toll = claims_of(text, language, dt.date(2024, 5, 23))
    assert (day.best, day.scope, day.report_id) == (2, Scope.INCIDENT, None)
    assert day.place is not None
    assert day.place.name in ("Ndola", "Huaraz")
    assert (toll.best, toll.scope, toll.since) == (31, Scope.CUMULATIVE, "2024-04")


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed and 30 injured when soldiers fired on a march in Ndola on Friday, the diocese said.",
        "Nine people were killed when soldiers fired on a march in Ndola, and 30 were hurt, the diocese said.",
        "Nine people were killed and 30 injured in clashes in Ndola on Friday, the mayor told the radio station.",
    ],
)
def test_who_closes_a_sentence_gives_all_its_figures(text):
    speakers = [each.according_to.text if each.according_to else None for each in claims_of(text)]
    assert speakers == ["the mayor" if "mayor" in text else "the diocese"] * 2


def test_who_speaks_of_the_killed_and_wounded_was_in_no_clash():
    reports = coded("Nine people were killed and 30 wounded in clashes in Ndola on Monday, the union said.").reports
    assert [actor.text for each in reports for actor in each.actors if "union" in (actor.text or "")] == []


def test_a_pronoun_that_stands_for_the_body_before_it_passes_nothing_on():
    (claim,) = claims_of("The network says it has recorded 30 deaths since March.")
    assert claim.according_to is not None
    assert claim.according_to.text == "network"
    assert claim.via is None


def test_a_body_with_the_name_of_a_deed_does_nothing_when_it_speaks():
    text = "Amnesty said it had documented 56 killings by police in the past three months in Nigeria."
    assert EventType.CONCEDE not in {report.type for report in coded(text).reports}
    assert {each.according_to.text for each in claims_of(text) if each.according_to} == {"Amnesty"}


def test_those_of_a_later_part_are_counted_on_its_own_day():
    text = "Fifty detainees went on hunger strike in Ndola on Monday; 30 of them still refused food on Wednesday."
    days = [(report.date.from_.day, each.best) for report in coded(text).reports for each in report.claims]
    assert days == [(20, 50), (22, 30)]


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        ("en", "In Durban on Tuesday, 31 people were arrested; in Pretoria, 12.", [("Durban", 31), ("Pretoria", 12)]),
        ("en", "2,000 marched in Leeds and in York 800.", [("Leeds", 2000), ("York", 800)]),
        ("es", "En Huaraz marcharon 2.000 el sábado; en Puno, 800.", [("Huaraz", 2000), ("Puno", 800)]),
        ("es", "En Huaraz detuvieron a 31 personas el martes; en Puno, a 12.", [("Huaraz", 31), ("Puno", 12)]),
    ],
)
def test_a_town_in_front_of_its_number_has_it(language, text, towns):
    reports = coded(text, language).reports
    assert [(each.place.name, claim.best) for each in reports for claim in each.claims] == towns


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Four women were killed in a factory fire in Ndola on Sunday."),
        ("en", "Four women were killed in a bus crash in Ndola on Sunday."),
        ("en", "Nine people were killed when a building collapsed in Ndola on Sunday."),
        ("en", "A fire at a mill killed 12 workers in Ndola on Sunday."),
        ("es", "Cuatro obreras murieron en un incendio en Huaraz el domingo."),
    ],
)
def test_an_accident_is_no_deed_and_its_dead_are_no_toll(language, text):
    coding = coded(text, language)
    assert (coding.reports, coding.toll_claims) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Two youths were killed when a police van ploughed into a march in Ndola on Monday.",
        "Two youths were killed in an exchange of fire in Ndola on Monday.",
    ],
)
def test_what_drives_at_a_march_and_what_soldiers_fire_is_no_accident(text):
    assert counts(text) == [(Measure.KILLED, 2)]
    assert EventType.ASSAULT in {report.type for report in coded(text).reports}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over 1,000 detainees have been released since May, the ministry said in Lusaka."),
        ("es", "Treinta detenidos fueron liberados el viernes en Huaraz."),
    ],
)
def test_those_who_are_set_free_are_not_counted_as_arrested(language, text):
    assert counts(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two protesters were bitten by dogs during Saturday's march in Ndola.", [(Measure.INJURED, 2)]),
        (
            "Police shot dead four people in Ndola on Sunday; ten are in hospital.",
            [(Measure.KILLED, 4), (Measure.INJURED, 10)],
        ),
        (
            "Barns were burned and 4,000 people forced from their homes in Ndola on Monday.",
            [(Measure.DISPLACED, 4000)],
        ),
        (
            "Police said six people were injured; the union put the number at 30 after the march in Ndola on Friday.",
            [(Measure.INJURED, 6), (Measure.INJURED, 30)],
        ),
    ],
)
def test_the_measure_is_that_of_the_figures_own_words(text, expected):
    assert counts(text) == expected


def test_the_dead_of_a_drone_strike_are_of_that_day():
    (claim,) = claims_of("Four women were killed in a drone strike on a market in Ndola on Sunday, volunteers said.")
    assert (claim.scope, claim.report_id is None, claim.via) == (Scope.INCIDENT, False, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials reported 16 injuries in Monday's clashes in Ndola."),
        ("es", "La Cruz Roja contó 16 heridos en los choques del lunes en Huaraz."),
    ],
)
def test_who_only_counts_the_hurt_was_in_no_clash(language, text):
    (report,) = coded(text, language).reports
    assert report.actors == ()
    assert report.claims[0].according_to is not None


def test_lives_that_clashes_claim_are_given_by_nobody():
    (claim,) = claims_of("Clashes between farmers and herders in Ndola on Monday claimed 14 lives.")
    assert claim.according_to is None


def test_a_blockade_of_so_many_is_theirs_and_took_place():
    (report,) = coded("Los camiones quedaron varados el lunes en Huaraz por un bloqueo de 100 choferes.", "es").reports
    assert [(each.measure, each.best) for each in report.claims] == [(Measure.PARTICIPANTS, 100)]
    (report,) = coded("Trucks were stuck in Ndola on Monday because of a blockade by 100 drivers.").reports
    assert report.status.value == "occurred"


def test_those_whom_police_say_marched_did_march():
    (report,) = coded("Police said 600 people marched in Ndola on Friday.").reports
    assert [actor.part.value for actor in report.actors] == ["actor"]


def test_half_a_dozen_are_six_and_an_estimated_8000_are_not_one():
    numbers = []
    for text in (
        "Half a dozen activists were beaten by soldiers in Ndola on Monday.",
        "The march in Ndola on Sunday was attended by an estimated 8,000 people.",
    ):
        numbers += [actor.number for report in coded(text).reports for actor in report.actors if actor.number]
    assert numbers == [6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic received 19 wounded, three of whom died, after the shooting in Ndola on Monday.", [19, 3]),
        ("Four of the eight hunger strikers in Ndola were taken to hospital on Tuesday.", [4, 8]),
    ],
)
def test_what_befell_a_part_is_not_told_of_its_whole(text, expected):
    found = {each.best: each.measure for each in claims_of(text)}
    assert list(found) == expected
    assert found[19 if 19 in found else 4] is Measure.INJURED
    assert found[3 if 3 in found else 8] in (Measure.KILLED, Measure.PARTICIPANTS)


def test_a_count_held_against_another_is_exact_and_of_whoever_gives_it():
    first, second = claims_of("The rally drew 18,000 people in Ndola, far fewer than the 60,000 claimed by organisers.")
    assert (first.best, second.best, second.high) == (18000, 60000, 60000)
    assert second.according_to is not None
    assert second.according_to.text == "organisers"


def test_the_sum_of_a_guard_and_two_clerks_has_no_category():
    sums = [each for each in claims_of("A guard and two clerks were killed in Ndola on Monday.") if each.best == 3]
    assert [each.category for each in sums] == [None]


def test_soldiers_who_fire_on_a_days_march_shoot_and_are_not_shot():
    reports = coded("Residents fled after soldiers fired on Sunday's march in Ndola.").reports
    parts = [(actor.part.value, actor.text) for report in reports for actor in report.actors]
    assert ("perpetrator", "soldiers") in parts
    assert ("victim", "soldiers") not in parts


def test_those_who_protest_are_at_one_protest():
    found = claims_of("Police used water cannon against 500 demonstrators in Ndola on Friday.")
    assert [(each.best, each.scope) for each in found] == [(500, Scope.INCIDENT)]


def test_supporters_are_no_part_of_the_police_sent_to_stop_them():
    text = "Hundreds of police were sent to Ndola on Monday to stop a march by 200 supporters of the opposition."
    assert [each.part_of for each in claims_of(text)] == [None, None]


def test_guards_taken_hostage_are_missing_and_not_sent():
    (claim,) = claims_of("Six guards were taken hostage in a riot at the prison in Ndola on Thursday.")
    assert (claim.measure, claim.best) == (Measure.MISSING, 6)


def test_whoever_speaks_for_protesters_counts_what_was_counted_before():
    text = "Police say they arrested 90 people in Ndola on Thursday. Lawyers for the protesters count 130."
    assert counts(text) == [(Measure.ARRESTED, 90), (Measure.ARRESTED, 130)]


def test_a_toll_revised_of_a_days_clashes_is_theirs_and_of_an_unrest_is_none_of_a_day():
    (claim,) = claims_of("The ministry revised the death toll from Monday's clashes in Ndola down from 14 to 11.")
    assert (claim.best, claim.scope, claim.report_id is None) == (11, Scope.INCIDENT, False)
    (claim,) = claims_of("The death toll from the unrest in Ndola climbed to 40 after Monday's clashes.")
    assert (claim.best, claim.scope, claim.report_id) == (40, Scope.CUMULATIVE, None)


def test_of_so_many_of_all_the_strikers_only_those_who_struck_are_counted():
    assert counts("A leader said 400 of the county's 900 dockers had joined Monday's strike in Ndola.") == [
        (Measure.PARTICIPANTS, 400)
    ]
    assert counts("Two of the 300 marchers in Ndola on Monday were hurt.") == [
        (Measure.INJURED, 2),
        (Measure.PARTICIPANTS, 300),
    ]


def test_the_hurt_of_a_march_are_not_of_the_arrests_beside_them():
    text = "Police broke up a march by 300 nurses in Ndola on Monday. Eleven people were hurt and 40 arrested."
    homes = {each.best: report.type for report in coded(text).reports for each in report.claims}
    arrests = [report for report in coded(text).reports if report.mode is not None and report.mode.value == "arrest"]
    assert homes[40] is EventType.COERCE
    assert [each.best for report in arrests for each in report.claims] == [40]


def test_twelve_of_them_fatally_were_killed():
    assert (Measure.KILLED, 12) in counts("Police shot 34 people in Ndola on Monday, 12 of them fatally.")


def test_demonstrators_who_number_300_are_counted():
    assert counts("Demonstrators numbered 300 in Ndola on Monday, police said.") == [(Measure.PARTICIPANTS, 300)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Parliament voted by 120 to 95 on Tuesday to ban protests in Ndola."),
        ("en", "United beat Rovers in front of 60,000 fans in Ndola on Saturday."),
        ("en", "Doctors treated dozens of patients for cholera in Ndola on Monday."),
        ("en", "Flooding in Ndola has killed 14 people and displaced 3,000."),
        ("en", "A taxi killed 2 girls in Ndola on Monday."),
        ("es", "Un camión mató a 2 niñas en Huaraz el lunes."),
    ],
)
def test_votes_onlookers_patients_and_the_dead_of_floods_and_roads_are_no_figures(language, text):
    assert counts(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "measure", "number"),
    [
        ("en", "A car bomb killed 12 people in Ndola on Monday.", Measure.KILLED, 12),
        ("es", "Un carro bomba mató a doce personas en Huaraz el lunes.", Measure.KILLED, 12),
        ("en", "A police van killed a boy in Ndola on Monday.", Measure.KILLED, 1),
        ("en", "Doctors treated 30 people for gunshot wounds in Ndola on Monday.", Measure.INJURED, 30),
    ],
)
def test_bombs_and_police_vans_kill_and_wounds_are_treated(language, text, measure, number):
    assert counts(text, language) == [(measure, number)]
