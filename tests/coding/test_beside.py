"""Deeds without a day take that of what they go on from; items of digests tell as headlines do."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Mode, Status
from tests.coding.telling import reports_of

FRIDAY = dt.date(2023, 7, 14)


def test_what_follows_the_march_by_name_is_of_its_day_and_town():
    text = (
        "Thousands of people marched in Tela on Friday.\n"
        "The march was calm at first, when a breakaway group set a minibus alight. Police arrested 23."
    )
    reports = {report.mode: report for report in reports_of(text)}
    assert {reports[mode].date.from_ for mode in (Mode.RIOT, Mode.ARREST)} == {FRIDAY}
    assert reports[Mode.ARREST].place.name == "Tela"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thousands of people marched in Tela on Friday.\nElsewhere, in Yoro, some 700 people marched."),
        ("es", "Miles de personas marcharon el viernes en Tela.\nTambién en Yoro marcharon unas 700 personas."),
    ],
)
def test_what_was_done_elsewhere_is_of_the_same_day(language, text):
    assert [report.date and report.date.from_ for report in reports_of(text, language)] == [FRIDAY, FRIDAY]


def test_another_paragraph_gives_no_day():
    text = "Thousands of people marched in Tela on Friday.\nThe weather was fine.\nPolice arrested two thieves in Yoro."
    (arrest,) = [report for report in reports_of(text) if report.mode is Mode.ARREST]
    assert arrest.date is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Resumen de la semana.\nYoro, martes 18: los portuarios bloquean los accesos.", Form.BLOCKADE),
        ("Resumen de la semana.\nMadrid, domingo 16: unas 250 personas con velas frente al consulado.", Form.VIGIL),
    ],
)
def test_an_item_of_a_digest_tells_what_was_done(text, form):
    (report,) = [each for each in reports_of(text, "es") if each.type is EventType.PROTEST]
    assert (report.form, report.status, report.is_plural) == (form, Status.OCCURRED, False)


def test_those_who_protest_are_no_strike():
    text = "Port strike, day 13\n\nThe protesters had held the bridge in Tela since Tuesday."
    strikes = [report for report in reports_of(text, title_end=19) if report.mode is Mode.STRIKE]
    assert [report.quote for report in strikes] == ["Port strike, day 13"]


def test_crowds_of_two_clauses_are_in_their_own_towns():
    text = "In Yoro, some 3,000 people marched on Friday, and in Danlí several hundred gathered in the park."
    assert [(report.form, report.place.name) for report in reports_of(text)] == [
        (Form.MARCH, "Yoro"),
        (Form.RALLY, "Danlí"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "Bakers marched in Tela on Friday.\nThe mayor is away.\nIn Yoro, porters blocked the bridge for hours.",
            FRIDAY,
        ),
        (
            "es",
            "Los panaderos marcharon el viernes en Tela.\nEl alcalde calla.\nEn Yoro, unos obreros cortaron el puente.",
            FRIDAY,
        ),
        (
            "en",
            "Bakers marched in Tela on Friday.\nPorters marched in Danlí on Sunday.\nIn Yoro, they blocked the bridge.",
            None,
        ),
    ],
)
def test_a_town_that_opens_a_paragraph_is_of_the_one_day_that_is_told_of(language, text, day):
    (held,) = [each for each in reports_of(text, language) if each.mode is Mode.OBSTRUCT]
    assert held.place.name == "Yoro"
    assert (held.date and held.date.from_) == day


def test_a_new_paragraph_goes_on_from_the_day_and_town_of_the_last():
    text = (
        "About 900 porters marched in Tela on Friday.\nTraffic stood still for hours.\n"
        "Riot police fired tear gas at the porters near the market."
    )
    (gas,) = [report for report in reports_of(text) if report.mode is Mode.CROWD_CONTROL]
    assert (gas.date.from_, gas.place.name) == (FRIDAY, "Tela")


@pytest.mark.parametrize(
    "between",
    ["The talks of 3 July had failed.", "In 2019 the port was sold.", "They had waited since last Monday."],
)
def test_a_day_named_since_ends_what_is_told_on(between):
    text = f"About 900 porters marched in Tela on Friday.\n{between}\nRiot police fired tear gas at the porters."
    (gas,) = [report for report in reports_of(text) if report.mode is Mode.CROWD_CONTROL]
    assert gas.date is None or gas.date.from_ != FRIDAY


def test_what_is_told_in_the_present_is_of_no_day_before():
    text = "About 900 porters marched in Tela on Friday.\nStudents occupy the faculty of law."
    held = [report for report in reports_of(text) if report.form is Form.OCCUPATION]
    assert all(report.date is None for report in held)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "About 900 porters marched in Tela on Friday.\nPolice beat six of them in Lower Quebradita.",
        ),
        (
            "es",
            "Unos 900 cargadores marcharon el viernes en Tela.\nLa policía golpeó a seis en el Alto Quebradal.",
        ),
    ],
)
def test_a_place_that_no_reader_knows_is_not_the_town_before(language, text):
    beaten = [report for report in reports_of(text, language) if report.type is EventType.ASSAULT]
    assert beaten
    assert all(report.place is None or report.place.name != "Tela" for report in beaten)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cien personas marcharon el sábado en Tela. La víspera, en Yoro, marcharon treinta personas."),
        ("en", "A hundred people marched in Tela on Saturday. The day before, thirty people marched in Yoro."),
    ],
)
def test_the_day_before_is_reckoned_from_the_day_told_last(language, text):
    assert reports_of(text, language)[-1].date.from_ == FRIDAY
