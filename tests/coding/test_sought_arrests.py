"""An arrest that is sought, feared, faced, likely, commanded or halted holds nobody; what is yet to be done was not."""

import pytest

from constancia.vocabulary import EventType, Measure, Mode, Status
from tests.coding.telling import of, reports_of

_DONE = (Status.OCCURRED, Status.ONGOING, Status.BACKGROUND)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Efforts are under way to nab the remaining bakers in Gulu, the inspector said."),
        ("en", "A manhunt has been launched in Gulu to arrest the bakers."),
        ("en", "The bill empowers officers to detain bakers for 90 days."),
        ("en", "Two bakers are likely to be arrested soon in Gulu."),
        ("en", "The former mayor of Gulu faces arrest over the flour scandal."),
        ("en", "The judge granted the baker protection from arrest until Friday."),
        ("en", "Arrest those who broke the ovens, the guild of Gulu said."),
        ("en", "The bakers of Gulu were not afraid of being arrested."),
        ("en", "A warrant for the arrest of the baker was issued in Gulu on Monday."),
        ("en", "The High Court stayed the arrest of the baker in Gulu on Monday."),
        ("en", "Police in Gulu have yet to arrest anyone over the broken ovens."),
        ("es", "Los panaderos de Puno no salen por temor a ser detenidos."),
        ("es", "La ley faculta a los agentes a detener a los panaderos sin orden."),
        ("es", "La Policía montó un operativo en Puno para capturar a los panaderos."),
        ("es", "Queda por detener en Puno el jefe de los panaderos."),
        ("es", "La Corte suspendió el lunes la captura del panadero en Puno."),
        ("es", "Ofrecen en Puno una recompensa por la captura del panadero."),
    ],
)
def test_an_arrest_that_is_only_sought_holds_nobody(language, text):
    arrests = [report for report in reports_of(text, language) if report.mode is Mode.ARREST]
    assert all(report.status not in _DONE for report in arrests)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested two bakers in Gulu on Monday after a manhunt."),
        ("en", "Arrest of a guild leader stirs anger in Gulu on Monday."),
        ("en", "Police netted 12 youths in Gulu on Monday."),
        ("es", "La Policía logró detener el lunes a los panaderos en Puno."),
        ("es", "Tres panaderos fueron capturados el lunes en Puno en un operativo."),
    ],
)
def test_an_arrest_that_was_made_stays(language, text):
    arrests = [report for report in reports_of(text, language) if report.mode is Mode.ARREST]
    assert [report.status for report in arrests] == [Status.OCCURRED]


def test_a_strike_that_a_union_has_yet_to_call_off_goes_on():
    strike = of(reports_of("The bakers' union has yet to call off the strike in Gulu."), EventType.PROTEST)
    assert strike.status is Status.ONGOING


def test_a_road_that_farmers_have_yet_to_block_is_open():
    told = of(reports_of("Farmers have yet to block the highway in Gulu."), EventType.PROTEST)
    assert told.status is Status.NOT_OCCURRED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A looter was killed when police opened fire in Gulu on Monday."),
        ("en", "A rickshaw-puller was beaten to death by two constables in Patna on Monday."),
        ("en", "A bus conductor was shot dead by police in Lahore on Monday."),
        ("es", "Un rondero murió por disparos de la policía en Cajamarca el lunes."),
        ("es", "Un diputado fue asesinado a tiros en Choluteca el lunes."),
    ],
)
def test_one_person_of_any_trade_counts_as_one(language, text):
    attack = of(reports_of(text, language), EventType.ASSAULT)
    assert [claim.low for claim in attack.claims if claim.measure is Measure.KILLED] == [1]
