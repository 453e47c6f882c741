"""Figures that were never counted: hoped for, yet to come, so many a day, of another time, or of what only lasts."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Report, Text
from constancia.read import read_text
from constancia.vocabulary import ActorPart, EventType, Measure, Scope
from tests.coding.telling import PUBLISHED, reports_of


def counted(text: str, language: str) -> list[tuple[Measure, int | None]]:
    """Give what the reports of a text count."""
    return [(claim.measure, claim.best) for report in reports_of(text, language) for claim in report.claims]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 700 people marched in Leeds on Monday. The guild had expected a crowd of at least 4,000."),
        ("en", "Some 700 people marched in Leeds on Monday. The walk was authorised for 900."),
        ("en", "Some 700 people marched in Leeds on Monday instead of the 4,000 announced."),
        ("es", "Unas 700 personas marcharon el lunes en Tela. El gremio esperaba a 4.000."),
        ("es", "Unas 700 personas marcharon el lunes en Tela; la caminata estaba autorizada para 900 asistentes."),
    ],
)
def test_those_hoped_for_or_allowed_were_not_there(language, text):
    assert counted(text, language) == [(Measure.PARTICIPANTS, 700)]


def test_those_who_come_while_others_wait_were_there():
    text = "Los vecinos esperaban y 700 personas marcharon el lunes en Tela."
    assert (Measure.PARTICIPANTS, 700) in counted(text, "es")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raiders killed 8 people in Leeds on Monday. The count may yet rise above 20."),
        ("en", "Raiders killed 8 people in Leeds on Monday. Medics said the toll could reach 20."),
        ("es", "Encapuchados mataron a 8 personas el lunes en Tela. La cifra podría pasar de 20."),
        ("es", "Encapuchados mataron a 8 personas el lunes en Tela; se teme que los muertos lleguen a 20."),
    ],
)
def test_a_toll_that_may_rise_has_not_risen(language, text):
    assert counted(text, language) == [(Measure.KILLED, 8)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On average, four women are killed every day in the country."),
        ("en", "Gangs kill four people a day in the country."),
        ("es", "Cada día son asesinadas cuatro mujeres en el país."),
        ("es", "Las bandas matan a cuatro personas al día en el país."),
    ],
)
def test_so_many_a_day_are_no_event_and_no_toll(language, text):
    claims, reports = claims_and_reports(text, language)
    assert claims == []
    assert reports == []


@pytest.mark.parametrize(
    "text", ["Four people were killed in Leeds a day after the march.", "Gunmen killed four people in Leeds on Monday."]
)
def test_a_day_after_is_no_rate(text):
    assert (Measure.KILLED, 4) in counted(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "now"),
    [
        ("en", "Police fired on miners in Leeds on Monday, killing two. In May 2010, a like sweep left 31 dead.", 2),
        (
            "es",
            "La policía disparó el lunes contra mineros en Tela y mató a dos. En 2012, otra redada dejó 31 muertos.",
            2,
        ),
    ],
)
def test_the_dead_of_a_bygone_year_are_not_the_days(language, text, now):
    of_the_day = [
        report
        for report in reports_of(text, language)
        if report.date and report.date.from_ and report.date.from_.year == PUBLISHED.year
    ]
    killed = [claim.best for report in of_the_day for claim in report.claims if claim.measure is Measure.KILLED]
    assert killed == [now]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Three people were killed on Monday as police cleared a camp that nurses had kept since May 3 in Leeds.",
        ),
        (
            "es",
            "Tres personas murieron el lunes en el desalojo de un plantón que sostenían desde el 3 de mayo en Tela.",
        ),
    ],
)
def test_what_lasts_since_a_day_gives_its_dead_no_beginning(language, text):
    claims, _ = claims_and_reports(text, language)
    assert [(claim.measure, claim.scope) for claim in claims] == [(Measure.KILLED, Scope.INCIDENT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police raided a camp which nurses had kept since May 3 in Leeds."),
        (
            "es",
            "El desalojo de un campamento que las enfermeras sostenían desde el 3 de mayo dejó dos heridos en Tela.",
        ),
    ],
)
def test_what_is_done_to_what_lasts_began_on_another_day(language, text):
    (done,) = [each for each in reports_of(text, language) if each.type is EventType.COERCE]
    assert done.date is None or done.date.from_ >= PUBLISHED - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A vendor was killed in Leeds on Monday, and three officers are implicated."),
        ("es", "Mataron a una vendedora el lunes en Tela y hay tres policías implicados."),
        ("es", "Una vendedora fue asesinada el lunes en Tela; tres agentes son investigados por el crimen."),
    ],
)
def test_those_who_answer_for_a_deed_are_not_counted_at_it(language, text):
    assert counted(text, language) == [(Measure.KILLED, 1)]


def test_those_who_answer_for_a_deed_may_be_harmed():
    assert (Measure.ARRESTED, 3) in counted("Tres policías acusados de robo fueron detenidos el lunes en Tela.", "es")


def test_the_dead_of_protests_since_a_day_are_a_toll():
    text = "At least 12 people have been killed in protests that have blocked roads since May 7."
    claims, _ = claims_and_reports(text, "en")
    assert [claim.scope for claim in claims] == [Scope.CUMULATIVE]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "Unas 12 mil personas marcharon el lunes en Tela.", 12_000),
        ("es", "Unas dos mil personas marcharon el lunes en Tela.", 2_000),
        ("en", "A thousand people marched in Leeds on Monday.", 1_000),
        ("en", "About two hundred people marched in Leeds on Monday.", 200),
    ],
)
def test_an_actor_is_as_many_as_all_its_words_say(language, text, number):
    (report,) = [each for each in reports_of(text, language) if each.type is EventType.PROTEST]
    assert [actor.number for actor in report.actors if actor.part is ActorPart.ACTOR] == [number]


def claims_and_reports(text: str, language: str) -> tuple[list[Claim], list[Report]]:
    """Give all claims of a text, those of no event too, and its reports."""
    found = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    return [*found.toll_claims, *(claim for report in found.reports for claim in report.claims)], list(found.reports)
