"""Figures of plain sentences: what each counts, of which deed or toll, and who gives it."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Coding, Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Measure, Scope


def coded(text: str, language: str = "en") -> Coding:
    return code_reading(read_text(Text("t", text, language, dt.date(2024, 5, 23))))


def claims_of(text: str, language: str = "en") -> list[Claim]:
    coding = coded(text, language)
    found = [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]
    return sorted(found, key=lambda claim: claim.start)


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
    day, toll = claims_of(text, language)
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
