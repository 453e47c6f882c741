"""What only names a deed tells of none anew: a heading, the dead of a strike, an agency in a dateline."""

import pytest

from constancia.vocabulary import EventType, Status
from tests.coding.telling import reports_of, told


@pytest.mark.parametrize(
    ("language", "heading", "headline"),
    [
        ("es", "Detenciones", "Detenciones en Oruro tras la marcha de ayer"),
        ("es", "Bloqueos.", "Bloqueos en Oruro por el agua."),
        ("en", "Arrests", "Arrests in Jos over Monday's rally"),
    ],
)
def test_a_heading_of_a_word_is_no_deed(language: str, heading: str, headline: str) -> None:
    assert {status for _, status in told(heading, language)} == {"background"}
    assert "occurred" in {status for _, status in told(headline, language)}


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("es", "La Red rebaja a seis los muertos del paro", "background"),
        ("en", "Commission cuts the dead of the shutdown to nine", "background"),
        ("es", "Tres muertos en el paro de ayer en Oruro", "occurred"),
        ("es", "Suben a doce los heridos de la marcha en Oruro", "occurred"),
    ],
)
def test_those_whom_a_strike_cost_tell_of_no_strike_anew(language: str, text: str, status: str) -> None:
    assert [each for type_, each in told(text, language) if type_ == "PROTEST"] == [status]


def test_the_agency_of_a_dateline_is_no_place() -> None:
    (report,) = reports_of("Lima, 15 jun (Cordillera).- Tres panaderos murieron baleados ayer en Cusco.", "es")
    assert report.place is not None
    assert report.place.name == "Cusco"


def test_what_is_told_behind_a_colon_does_not_date_who_tells_it() -> None:
    text = (
        "El gremio denunció la detención de seis socios en Salto: en la noche del viernes la policía rompió la puerta."
    )
    status = {report.type: report.status for report in reports_of(text, "es")}
    assert status[EventType.ACCUSE] is Status.BACKGROUND
    text = "El gremio denunció el viernes la detención de seis socios en Salto."
    status = {report.type: report.status for report in reports_of(text, "es")}
    assert status[EventType.ACCUSE] is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El paro de micros que debía comenzar este lunes no partió.", "es"),
        ("The bus strike that was to begin on Monday did not start.", "en"),
    ],
)
def test_a_strike_that_did_not_set_out_did_not_occur(text: str, language: str) -> None:
    assert told(text, language) == [("PROTEST", "not_occurred")]


def test_who_holds_a_sit_in_outside_a_hall_does_not_hold_the_hall() -> None:
    (report,) = reports_of("Miners held a sit-in outside the town hall on Monday.", "en")
    assert report.form is not None
    assert report.form.value == "sit-in"
    (report,) = reports_of("Miners have held the town hall in Lota since Monday.", "en")
    assert report.form is not None
    assert report.form.value == "occupation"
