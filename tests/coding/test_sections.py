"""Live pages and chronologies tell their deeds on the days of their sections."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Mode, Precision
from tests.coding.telling import PUBLISHED, reports_of

LIVE = {
    "en": (
        "As it happened: a day of marches\n\n18:40 - Hospital\n\nDoctors treated nine people.\n\n"
        "16:05 - Tyres near the depot\n\nYouths in Kisumu threw stones at officers.\n\n"
        "13.20 A long walk\n\nBakers marched through Eldoret.\n\n"
        "08:10 How it began\n\nThe quarrel began on Monday last week, when police raided the market in Nakuru."
    ),
    "es": (
        "Así fue la jornada de marchas\n\n18:40 - Hospital\n\nAtendieron a nueve personas.\n\n"
        "16:05 - Piedras junto al mercado\n\nUnos jóvenes lanzaron piedras a los agentes en Jauja.\n\n"
        "13h20 Una larga caminata\n\nLos panaderos marcharon en Tarma.\n\n"
        "08:10 Cómo empezó\n\nTodo empezó el lunes de la semana pasada, cuando la policía allanó el mercado de Junín."
    ),
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_entry_of_a_live_page_tells_of_the_day_of_the_page(language):
    reports = reports_of(LIVE[language], language, title_end=LIVE[language].index("\n"))
    days = {report.mode: report.date for report in reports if report.type is EventType.PROTEST and report.date}
    for mode in (Mode.RIOT, Mode.DEMO):
        assert (days[mode].from_, days[mode].precision) == (PUBLISHED, Precision.DAY)
    assert LIVE[language][days[Mode.RIOT].start : days[Mode.RIOT].end] == "16:05"


def test_an_entry_that_looks_back_keeps_its_own_days():
    reports = reports_of(LIVE["en"], title_end=LIVE["en"].index("\n"))
    raid = next(report for report in reports if report.type is EventType.COERCE)
    assert raid.date.from_ < PUBLISHED - dt.timedelta(days=3)


def test_times_of_day_in_two_paragraphs_make_no_live_page():
    text = (
        "Bakers plan to march\n\n16:05 is when the bus leaves.\n\n13:20 is the call.\n\nBefore that.\n\nBakers marched."
    )
    reports = reports_of(text, title_end=text.index("\n"))
    assert all(
        report.date is None or report.date.from_ != PUBLISHED for report in reports if report.trigger.text == "marched"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "A month\n\nTuesday 4 July\n\nBakers marched in Ica.\n\nMonday 10 July\n\nNurses blocked the bridge.",
            "en",
        ),
        (
            "Un mes\n\nMartes 4 de julio\n\nPanaderos marcharon en Ica.\n\nLunes 10 de julio\n\nBloquearon el puente.",
            "es",
        ),
    ],
)
def test_a_heading_that_is_a_day_dates_what_stands_below(text, language):
    reports = reports_of(text, language, title_end=text.index("\n"))
    found = {report.mode: report.date.from_ for report in reports if report.type is EventType.PROTEST}
    assert found == {Mode.DEMO: dt.date(2023, 7, 4), Mode.OBSTRUCT: dt.date(2023, 7, 10)}


def test_the_one_day_on_which_a_text_was_sent_dates_nothing():
    text = "Bakers and the mill\n\nJul 10 (Wire) -\n\nThe mill is old.\n\nSo is the quarrel.\n\nBakers marched in Ica."
    reports = reports_of(text, title_end=text.index("\n"))
    assert all(report.date is None or report.date.from_ != dt.date(2023, 7, 10) for report in reports)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Bakers marched in Ica on Monday 10 July. On the 14th, nurses blocked the bridge.", "en", "2023-07-14"),
        ("Los panaderos marcharon en Ica el lunes 10. El 14, enfermeras bloquearon el puente.", "es", "2023-07-14"),
        (
            "Los panaderos marcharon en Ica el lunes 26 de junio. El 29, enfermeras bloquearon el puente.",
            "es",
            "2023-06-29",
        ),
    ],
)
def test_a_number_alone_is_the_day_of_the_month_told_before(text, language, day):
    block = next(report for report in reports_of(text, language) if report.mode is Mode.OBSTRUCT)
    assert (block.date.from_, block.date.to) == (dt.date.fromisoformat(day),) * 2


def test_what_is_planned_for_a_number_is_ahead():
    march = next(
        r
        for r in reports_of("The bakers said that on the 12th their members will march in Ica.")
        if r.mode is Mode.DEMO
    )
    assert march.date.from_ == dt.date(2023, 8, 12)


def test_a_number_of_people_or_floors_is_no_day():
    for text in (
        "On the 14th floor of the ministry, bakers marched in.",
        "El 14 por ciento de los panaderos marcharon en Ica.",
    ):
        language = "es" if text.startswith("El") else "en"
        assert all(report.date is None or report.date.from_.day != 14 for report in reports_of(text, language))


def test_the_day_of_a_saying_is_not_that_of_what_had_been_done():
    text = "Bakers marched through Ica on Monday. The guild said on Wednesday that police had beaten several of them."
    blows = next(report for report in reports_of(text) if report.type is EventType.ASSAULT)
    assert blows.date.from_ == dt.date(2023, 7, 17)
    alone = next(
        r
        for r in reports_of("The guild said on Wednesday that police had beaten several bakers in Ica.")
        if r.type is EventType.ASSAULT
    )
    assert (alone.date.from_, alone.date.to, alone.date.precision) == (
        dt.date(2023, 7, 18),
        dt.date(2023, 7, 19),
        Precision.WINDOW,
    )
