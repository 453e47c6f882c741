"""Figures of harm beside no deed that is reported, and parts with a verb of their own."""

import datetime as dt

import pytest

from constancia.vocabulary import Certainty, Measure, Scope
from tests.coding.telling import reports_of
from tests.coding.test_givers import claims_of


@pytest.mark.parametrize(
    ("text", "scope", "town"),
    [
        ("El operativo terminó con 28 aprehendidos en Neuquén.", Scope.INCIDENT, "Neuquén"),
        ("El saldo de la jornada en Oruro fue de 28 heridos.", Scope.INCIDENT, "Oruro"),
        # What is still being counted is a toll, of its town all the same.
        ("Los muertos en Ayacucho ya suman 28.", Scope.CUMULATIVE, "Ayacucho"),
        # Where a minister speaks is not where they were hurt.
        ("Los heridos son 28, precisó el ministro de Gobierno, Hugo Arce, en Quito.", Scope.CUMULATIVE, "Ecuador"),
    ],
)
def test_harm_without_a_deed_is_of_its_town_where_it_is_told_as_past(text: str, scope: Scope, town: str) -> None:
    claims = [claim for claim in claims_of(text, "es") if claim.best == 28]
    assert [(claim.scope, claim.place and claim.place.name) for claim in claims] == [(scope, town)]


@pytest.mark.parametrize(
    ("language", "text", "fates"),
    [
        (
            "es",
            "Cuatro de los nueve choferes secuestrados en Tumaco aparecieron muertos el domingo.",
            {4: Measure.KILLED, 9: Measure.MISSING},
        ),
        (
            "en",
            "Four of the nine drivers abducted in Tumaco were found dead on Sunday.",
            {4: Measure.KILLED, 9: Measure.MISSING},
        ),
        ("es", "Dos de los cinco heridos murieron ayer en Juliaca.", {2: Measure.KILLED, 5: Measure.INJURED}),
        # Told of what we do not count, a part has the measure of its whole.
        (
            "es",
            "Cuatro de los diez jóvenes detenidos en León fueron liberados.",
            {4: Measure.ARRESTED, 10: Measure.ARRESTED},
        ),
    ],
)
def test_a_part_suffered_what_its_own_verb_says(language: str, text: str, fates: dict[int, Measure]) -> None:
    told = {claim.best: claim.measure for claim in claims_of(text, language)}
    assert {count: told.get(count) for count in fates} == fates


def test_a_death_not_confirmed_is_no_zero() -> None:
    text = "Las autoridades no han confirmado la muerte de los tres obreros, que cayeron por disparos en Tumaco."
    assert {claim.best for claim in claims_of(text, "es") if claim.measure is Measure.KILLED} == {3}


def test_what_another_says_is_not_hedged_with_it() -> None:
    text = "Las víctimas fatales serían cuatro, aunque la Fiscalía solo ha reconocido dos."
    told = {claim.best: claim.certainty for claim in claims_of(text, "es")}
    assert told == {4: Certainty.UNCONFIRMED, 2: Certainty.ASSERTED}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Los 20 detenidos en Caracas quedaron en libertad el martes.", None),
        ("es", "Los detenidos en Caracas fueron liberados el martes.", None),
        ("en", "Most of the 200 people arrested in Kampala walked free on Tuesday.", None),
        ("es", "Los 20 obreros fueron detenidos el martes en Caracas.", dt.date(2023, 7, 18)),
    ],
)
def test_the_day_of_going_free_is_not_that_of_the_arrest(language: str, text: str, day: dt.date | None) -> None:
    (report,) = [each for each in reports_of(text, language) if each.claims or "caracas" in text.casefold()]
    assert (report.date.from_ if report.date is not None else None) == day
