"""A strike that is only named beside another deed has no day or town of that deed; one that ended had begun."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Report, Text
from constancia.read import read_text
from constancia.vocabulary import Form, Status


def reports(text: str, language: str) -> list[Report]:
    return list(code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 20)))).reports)


def strike(text: str, language: str) -> Report:
    return next(report for report in reports(text, language) if report.form is Form.STRIKE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hundreds marched through Nakuru on Tuesday in support of the strike."),
        ("en", "Hundreds march in Nakuru as tea pickers' strike drags on"),
        ("es", "Unas 300 personas marcharon el martes en Tarija en apoyo al paro."),
        ("es", "Unas 300 personas marcharon el martes en Tarija en solidaridad con la huelga."),
    ],
)
def test_the_setting_of_a_march_has_neither_its_day_nor_its_town(language: str, text: str) -> None:
    found = strike(text, language)
    assert found.date is None
    assert found.place is None or found.place.name not in ("Nakuru", "Tarija")


@pytest.mark.parametrize(
    ("language", "text", "day", "place"),
    [
        ("en", "The strike in Nakuru on Tuesday drew 300 people.", "2025-03-18", "Nakuru"),
        ("en", "Nurses in Nakuru went on strike on Tuesday against the cuts.", "2025-03-18", "Nakuru"),
        ("es", "El paro del martes en Tarija reunió a 300 personas.", "2025-03-18", "Tarija"),
    ],
)
def test_a_strike_that_is_told_of_has_its_day_and_town(language: str, text: str, day: str, place: str) -> None:
    found = strike(text, language)
    assert found.date is not None
    assert found.place is not None
    assert (str(found.date.from_), found.place.name) == (day, place)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Los gremios levantaron la huelga el martes, tras 12 días.", ("2025-03-07", "2025-03-18")),
        ("en", "Tea pickers end 12-day strike\n\nTea pickers called off their strike on Tuesday after a deal.", None),
    ],
)
def test_a_strike_that_ended_after_days_was_not_called_off(language: str, text: str, days: tuple[str, str] | None):
    found = strike(text, language)
    assert found.status is Status.OCCURRED
    assert found.date is not None
    assert days is None or (str(found.date.from_), str(found.date.to)) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los maestros suspendieron la huelga prevista para el lunes."),
        ("en", "Nurses called off the strike due on Monday after a deal."),
    ],
)
def test_a_strike_that_had_not_begun_is_cancelled(language: str, text: str) -> None:
    assert {report.status for report in reports(text, language) if report.form is Form.STRIKE} == {Status.CANCELLED}


def test_what_a_crowd_did_is_no_strike_that_is_told_beside_it() -> None:
    text = "Cientos de personas se movilizaron el martes en Tarija.\n\nEl paro nacional va por el noveno día."
    forms = {report.form for report in reports(text, "es")}
    assert Form.STRIKE in forms
    assert len(forms) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two dead at a dam\n\nNAKURU, March 20 (TDS) – Police shot dead two bakers late on Tuesday in Nakuru."),
        ("es", "Dos muertos en una presa\n\nTarija (Bolivia), 20 mar. – La policía mató a tiros a dos el martes."),
    ],
)
def test_the_day_of_the_dateline_below_a_headline_is_no_deed_s(language: str, text: str) -> None:
    days = {str(report.date.from_) for report in reports(text, language) if report.date and report.date.text}
    assert days == {"2025-03-18"}


def test_who_died_shot_is_dead_and_not_hurt() -> None:
    (report,) = reports("Dos obreros murieron baleados el martes en Tarija.", "es")
    assert [(claim.measure.value, claim.best) for claim in report.claims] == [("killed", 2)]


def test_the_wounded_who_enter_a_hospital_occupy_nothing() -> None:
    assert reports("Once heridos ingresaron al hospital San Roque de Tarija.", "es") == []
    assert reports("Los vecinos ingresaron al hospital San Roque y exigieron su renuncia.", "es") != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Unas 300 personas marcharon el martes en Tarija para pedir el fin de los bloqueos."),
        ("en", "Some 300 traders marched in Nakuru on Tuesday to demand an end to the blockades."),
    ],
)
def test_what_a_crowd_wants_ended_is_no_news(language: str, text: str) -> None:
    found = [report for report in reports(text, language) if report.form is Form.BLOCKADE]
    assert all(report.status is Status.BACKGROUND and report.date is None for report in found)
    assert any(report.form is Form.MARCH for report in reports(text, language))


def test_what_a_live_page_is_headed_with_is_no_deed_of_its_day() -> None:
    text = "Paro arrocero, minuto a minuto: martes 18 de marzo\n\n18:40\n\nEn Tarija 90 obreros marcharon esta tarde."
    assert strike(text, "es").date is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los obreros entregaron la alcaldía de Tarija el martes tras cuatro días de toma."),
        ("es", "Los obreros permanecen dentro de la alcaldía de Tarija."),
    ],
)
def test_a_building_that_is_held_or_given_back_was_occupied(language: str, text: str) -> None:
    assert {report.form for report in reports(text, language)} == {Form.OCCUPATION}


def test_bikers_who_ride_through_a_town_to_back_a_cause_are_a_caravan() -> None:
    found = reports("Hundreds of motorcyclists rode through Nakuru on Tuesday to protest against the road toll.", "en")
    assert [report.form for report in found] == [Form.CARAVAN]


def test_a_count_behind_a_weekday_is_no_day_of_the_month() -> None:
    text = "La Policía reportó este martes 22 puntos de bloqueo en Tarija."
    assert [(claim.measure.value, claim.best) for each in reports(text, "es") for claim in each.claims] == [
        ("blockades", 22)
    ]


def test_what_a_court_says_of_an_arrest_is_no_arrest_of_that_day() -> None:
    text = "Un juez de Tarija declaró el martes ilegal la captura de los obreros, detenidos el 11 de marzo."
    assert {str(report.date.from_) for report in reports(text, "es") if report.date} == {"2025-03-11"}


def test_what_was_said_at_a_day_told_before_is_no_event() -> None:
    text = "Dos obreros cayeron el martes, cuando la policía abrió fuego en Tarija. El obispo pidió calma a todos."
    assert Status.OCCURRED not in {each.status for each in reports(text, "es") if each.type.value == "REQUEST"}


@pytest.mark.parametrize(
    ("language", "text", "statuses"),
    [
        ("en", "Kenyan town buries farmers killed at bridge\n\nThe streets of Nakuru were quiet.", {Status.BACKGROUND}),
        ("es", "Libres los obreros capturados en Tarija\n\nSalieron sonriendo.", {Status.BACKGROUND}),
        ("en", "Two bakers killed at bridge as police move in\n\nNakuru was quiet.", {Status.OCCURRED}),
    ],
)
def test_whom_a_headline_only_describes_was_harmed_before(language: str, text: str, statuses: set[Status]) -> None:
    harm = [each for each in reports(text, language) if each.type.value in ("ASSAULT", "COERCE")]
    assert {report.status for report in harm} == statuses


def test_the_day_before_a_noun_is_its_own_whatever_came_of_it() -> None:
    text = "No one has been charged over the March 6 shooting in Nakuru, in which two bakers died."
    assert {str(each.date.from_) for each in reports(text, "en") if each.date} == {"2025-03-06"}
    assert all(each.date is not None for each in reports(text, "en") if each.type.value == "ASSAULT")
