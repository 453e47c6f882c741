"""Crowds that come together for something, people whom police take away, and days that a strike has run."""

import pytest

from constancia.vocabulary import EVENT_STATUSES, EventType, Form, Mode, Status
from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "By noon on Friday some 90 welders had gathered at the gates of the Yoro station to demand his release.",
        ),
        ("en", "Several hundred tenants assembled on Monday outside the offices in Tela, chanting against the rent."),
        ("es", "Cerca de mil personas se reunieron el sábado en el parque central de Tela con el mismo reclamo."),
        ("es", "Unas 90 vecinas se juntaron el lunes en la esquina de Yoro para exigir agua."),
    ],
)
def test_a_crowd_that_comes_together_for_something_holds_a_rally(language, text):
    (report, *_) = reports_of(text, language)
    assert (report.type, report.form, report.status) == (EventType.PROTEST, Form.RALLY, Status.OCCURRED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ministers gathered in Tela on Friday to urge a new treaty."),
        ("en", "The securities exchange rallied on Tuesday before it slipped."),
        ("en", "Trade talks resumed. The harbour line was closed for repairs."),
    ],
)
def test_officials_markets_and_repairs_are_no_protest(language, text):
    assert not [
        each for each in reports_of(text, language) if each.type is EventType.PROTEST and each.status in EVENT_STATUSES
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Detectives took away six clerks from the union hall in Tela on Friday."),
        ("en", "On 14 July detectives took six porters from their hall in Tela."),
        ("es", "Elementos de la policía se llevaron a seis personas de la sede campesina en Tela el viernes."),
    ],
)
def test_whom_police_take_away_is_arrested(language, text):
    reports = reports_of(text, language)
    (arrest,) = [report for report in reports if report.mode is Mode.ARREST]
    assert [(claim.measure.value, claim.best) for claim in arrest.claims] == [("arrested", 6)]


def test_movers_who_take_things_away_arrest_nobody():
    assert not [r for r in reports_of("Movers took away six pianos in Tela on Friday.") if r.mode is Mode.ARREST]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The stay-away reached its nineteenth day with no talks in sight.", 19),
        ("en", "Thursday is day 20 of the Pump Strike.", 20),
        ("es", "El Paro del Pan suma veintiocho días.", 28),
        ("es", "El paro llegó a su decimosexto día.", 16),
    ],
)
def test_a_strike_whose_day_is_counted_goes_on(language, text, day):
    (report,) = reports_of(text, language)
    assert (report.mode, report.status, report.day_counter) == (Mode.STRIKE, Status.ONGOING, day)


def test_those_who_are_still_held_were_arrested_on_the_day_that_is_told():
    (report, *_) = [
        each
        for each in reports_of("En Tela siguen presos once estibadores detenidos el martes.", "es")
        if each.mode is Mode.ARREST
    ]
    assert (report.status, str(report.date.from_)) == (Status.OCCURRED, "2023-07-18")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers fired on a roadblock in Tela on Monday."),
        ("es", "La muerte a tiros de cuatro jóvenes el miércoles en Tela indigna al país."),
    ],
)
def test_shots_at_a_road_block_and_deaths_by_shots_are_an_attack(language, text):
    assert (EventType.ASSAULT, Mode.FIREARMS) in {(report.type, report.mode) for report in reports_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Some eighty relatives sang outside the Yoro courthouse on Wednesday until the van had left.", 80),
        ("en", "Outside the court in Yoro, sixty neighbours of the welder prayed on Wednesday.", 60),
        ("en", "Two hundred growers streamed to the governor's headquarters in Yoro on Wednesday.", 200),
        ("en", "Forty women turned up with empty pots at the water office in Yoro on Wednesday.", 40),
        ("es", "En la vereda del juzgado de Yoro, sesenta parientes cantaron el miércoles hasta la noche.", 60),
        ("es", "Doscientos regantes llegaron el miércoles con palas hasta la Gobernación de Yoro.", 200),
        (
            "es",
            "Frente al consulado de Perú en Sevilla, 90 migrantes leyeron el miércoles los nombres de los muertos.",
            90,
        ),
        ("es", "Unas 700 personas caminaron el miércoles a la plaza de Tela con cántaros en la cabeza.", 700),
    ],
)
def test_what_a_crowd_does_before_an_address_is_a_protest(language, text, count):
    (report, *more) = reports_of(text, language)
    assert (report.type, report.mode, report.status, more) == (EventType.PROTEST, Mode.DEMO, Status.OCCURRED, [])
    assert [claim.best for claim in report.claims] == [count]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The choir sang in the church in Tela on Friday. Tourists walked to the palace."),
        ("en", "The minister walked to the ministry in Tela on Friday. Passengers waited outside the station."),
        ("es", "El coro cantó en la catedral de Tela el viernes. Los turistas caminaron hasta el palacio."),
    ],
)
def test_choirs_tourists_and_ministers_before_an_address_protest_nothing(language, text):
    assert not [report for report in reports_of(text, language) if report.type is EventType.PROTEST]


def test_what_a_crowd_does_at_its_vigil_is_of_the_vigil():
    (report,) = reports_of(
        "Forty nurses held a vigil outside the Yoro embassy on Sunday, reading the names of the dead."
    )
    assert report.form is Form.VIGIL


def test_lids_that_are_beaten_are_no_people():
    (report,) = reports_of("Cien mujeres golpearon tapas el miércoles en Tela.", "es")
    assert report.form is Form.POT_BANGING
