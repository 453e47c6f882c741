"""The day on which somebody told of a deed, died of it or was mourned for is not the day of the deed."""

import datetime as dt

import pytest

from tests.coding.telling import reports_of


def days_of(text: str, language: str, kind: str) -> tuple[dt.date | None, dt.date | None]:
    (found,) = [report.date for report in reports_of(text, language) if report.type == kind]
    return (found.from_, found.to) if found else (None, None)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Ten porters were arrested in Arua, police said on Monday.", "COERCE"),
        ("en", "Ten porters were arrested in Arua, police said in a brief statement on Monday.", "COERCE"),
        ("es", "La policía disparó contra unos cargadores en Ilave, informó el lunes la Defensoría.", "ASSAULT"),
    ],
)
def test_who_tells_of_a_deed_behind_it_leaves_open_whether_it_was_the_day_before(language, text, kind):
    assert days_of(text, language, kind) == (dt.date(2023, 7, 16), dt.date(2023, 7, 17))


def test_a_count_told_of_on_a_day_is_still_of_one_deed():
    (arrest,) = reports_of("Ten porters were arrested in Arua, police said on Monday.")
    assert [claim.scope.value for claim in arrest.claims] == ["incident"]


def test_the_next_sentence_gives_the_day_that_the_saying_does_not():
    text = "Two porters died when soldiers fired on them in Arua, residents said on Monday. The shooting was on Friday."
    assert {r.date.from_ for r in reports_of(text) if r.type == "ASSAULT" and r.date} == {dt.date(2023, 7, 14)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A porter died on Monday of gunshot wounds he had suffered on 7 July in Arua."),
        ("es", "Un cargador falleció el lunes por las heridas de bala que sufrió el 7 de julio en Ilave."),
    ],
)
def test_wounds_are_of_the_day_on_which_they_were_suffered(language, text):
    assert days_of(text, language, "ASSAULT")[0] == dt.date(2023, 7, 7)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Porters lit candles in Arua for the victims of Monday."),
        ("es", "Cargadores encienden velas en Ilave por los fallecidos del lunes."),
    ],
)
def test_candles_are_not_of_the_day_of_the_dead(language, text):
    assert days_of(text, language, "PROTEST") == (dt.date(2023, 7, 19), dt.date(2023, 7, 20))


def test_the_close_of_the_day_is_of_the_day_told_before():
    text = "Miles marcharon el domingo en Cali. Al cierre de la jornada, encapuchados saquearon una tienda."
    riot = [r for r in reports_of(text, "es") if r.form == "riot"]
    assert [r.date.from_ for r in riot if r.date] == [dt.date(2023, 7, 16)]
