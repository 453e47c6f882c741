"""Numbers beside a protest that count money, school classes, roads, a name, goods or defendants count no crowd."""

import pytest

from tests.coding.telling import reports_of, reports_read


def figures(text, language="en"):
    return [(each.measure.value, each.best) for report in reports_read(text, language) for each in report.claims]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Bakers marched in Lahore on Monday and were promised Rs2 million, Tk 5 lakh and ₹20 crore.", []),
        ("en", "Bakers marched in Durban on Monday over losses that the guild put at R14 million.", []),
        ("en", "A Grade 9 learner and two Year 11 pupils watched as bakers marched in Durban on Monday.", []),
        ("en", "In Los Angeles bakers marched on Monday and blocked the 405.", []),
        ("en", "Bakers who marched in Los Angeles on Monday shut the 101 Freeway.", []),
        ("en", "Bakers held a march of the seven ovens in Lima on Monday.", []),
        ("es", "Los panaderos hicieron el lunes en Lima la marcha de los siete hornos.", []),
        ("en", "Ninety bakers marched in Durban on Monday.", [("participants", 90)]),
        ("en", "Monday's march in Durban was a march of the 300 bakers.", [("participants", 300)]),
    ],
)
def test_money_classes_roads_and_names_count_nobody(language, text, wanted):
    assert figures(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bakers marched in Durban on Monday. The guild said 900 ovens were cold and 350 would be lit by June."),
        (
            "en",
            "Bakers marched in Durban on Monday. The guild said 31 bakeries had shut since 2018, 16 of them in May.",
        ),
        (
            "es",
            "Los panaderos marcharon el lunes en Cusco. El gremio dijo que 900 hornos esperan y 350 serán reparados.",
        ),
    ],
)
def test_a_bare_number_behind_goods_counts_goods(language, text):
    assert not [each for each in figures(text, language) if each[0] == "participants"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fourteen people have appeared in court over Monday's march in Cork."),
        ("en", "Fourteen people were granted bail over Monday's march in Cork."),
        ("es", "Catorce personas comparecieron ante la jueza por la marcha del lunes en Cusco."),
    ],
)
def test_who_stands_in_court_is_no_crowd(language, text):
    assert not [each for each in figures(text, language) if each[0] == "participants"]


def test_ages_behind_an_office_and_in_brackets_are_no_counts():
    text = "The miller, 73, who fled Gulu after Monday's march, left a woman (57) there."
    assert not [each for each in figures(text) if each[1] in (57, 73)]


def test_parts_told_between_a_number_and_its_verb_are_no_distance():
    text = "Since bakers marched in Gulu on Monday, at least ten people, including a guild elder, have been arrested."
    assert ("arrested", None) in figures(text)


@pytest.mark.parametrize("text", ["Bakers in Gulu were hit by a flour shortage on Monday.", "Rises hit 300 bakers."])
def test_hardship_is_no_attack(text):
    assert not [report for report in reports_of(text) if report.type.value == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Bakers protested in Gulu on Monday. Some 18 million young people are out of work.",
        "Bakers protested in Gulu on Monday. Hundreds attended the funeral of a miller.",
        "Bakers protested in Gulu on Monday. About 1,200 flour-trolleys have gathered.",
        "Bakers protested in Gulu on Monday; none of the 240 guests was hurt.",
        "Bakers protested in Gulu on Monday. One faces three counts of murder and ten of attempted murder.",
        "Bakers protested in Gulu on Monday, where the police have 9,000 officers.",
        "Bakers protested in Gulu on Monday, and 50 police booths were burnt.",
        "Bakers protested in Gulu on Monday. Seven were not linked with the march.",
    ],
)
def test_the_jobless_mourners_booths_and_a_force_are_in_no_count(text):
    assert [each for each in figures(text) if each[1] and each[1] > 1 and each[0] != "property"] == []


def test_those_aged_between_are_held():
    text = "Bakers protested in Gulu on Monday. Three people, aged between 18 and 24, were held."
    assert figures(text) == [("arrested", 3)]


@pytest.mark.parametrize("text", ["A mob beat and burned 13 bakers to death in Gulu on Monday."])
def test_who_is_beaten_to_death_is_dead(text):
    assert figures(text) == [("killed", 13)]


def test_organisers_count_their_crowd():
    text = (
        "In Gulu, where 140 bakers have been killed since 9 May, millers marched on Monday. Organisers counted 3,000."
    )
    assert ("participants", 3000) in figures(text)


def test_who_is_charged_is_no_crowd():
    text = "About 70 millers blocked the road in Gulu. Police said that two men, aged 29 and 41, had been charged."
    assert ("participants", 2) not in figures(text)
