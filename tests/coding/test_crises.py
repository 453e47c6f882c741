"""What a crisis left in all its days is a toll of the ledger, and what one day of it left is of that day."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Text
from constancia.read import read_text
from constancia.vocabulary import Scope


def claims_of(text: str, language: str) -> list[Claim]:
    coding = code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 20))))
    return [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("es", "Las protestas han dejado ya 12 muertos y 40 heridos, dijo la Fiscalía.", {12, 40}),
        ("en", "The unrest has left 12 people dead and 40 injured, prosecutors said.", {12, 40}),
        ("es", "Los bloqueos siguen en Tarija. La diócesis cuenta nueve heridos en once días de paro.", {9}),
        ("en", "Roads stay shut in Nakuru. Doctors counted nine wounded in eleven days of strike.", {9}),
        (
            "en",
            "Police say that 311 people have been arrested since the shutdown began; lawyers count 480.",
            {311, 480},
        ),
        ("es", "La Red habló de 12 muertos desde que partió el paro.", {12}),
        ("en", "The network raised its own count of deaths to six, after police shot dead a vendor.", {6}),
        (
            "es",
            "Siguen los bloqueos. Van siete muertes desde el inicio: cinco por disparos y una por atropello.",
            {7, 5},
        ),
        ("es", "Del 3 al 19 de marzo los arroceros pararon el valle. El paro dejó cinco muertos.", {5}),
        ("es", "El paro cumple once días. El saldo del paro es de dos muertos y 33 heridos.", {2, 33}),
        ("en", "The strike has lasted 11 days. The toll of the strike is two dead and 33 injured.", {2, 33}),
        (
            "es",
            "Los maestros dejaron el ayuno.\n\nEl saldo, según la diócesis, es de 3 muertos y 18 detenidos.",
            {3, 18},
        ),
        (
            "es",
            "Boletín\n\nEntre el 3 y el 19 de marzo esta red registró:\n\nCuatro personas muertas.\n\n12 heridos.",
            {4, 12},
        ),
    ],
)
def test_what_a_crisis_left_stands_in_the_ledger(language: str, text: str, counts: set[int]) -> None:
    found = {claim.best: (claim.scope, claim.report_id) for claim in claims_of(text, language)}
    assert {count: found.get(count) for count in counts} == dict.fromkeys(counts, (Scope.CUMULATIVE, None))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El paro de ayer en Tarija dejó cinco heridos."),
        ("en", "The protest in Nakuru on Tuesday left five injured."),
        ("es", "La marcha de ayer en Tarija acabó en choques con la policía. El saldo fue de cinco heridos."),
    ],
)
def test_what_one_day_left_is_of_its_deed(language: str, text: str) -> None:
    assert [(claim.best, claim.scope) for claim in claims_of(text, language)] == [(5, Scope.INCIDENT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La policía detuvo a cinco dirigentes el lunes en Tarija, entre ellos Marta Quispe Loza."),
        ("en", "Police arrested five leaders in Nakuru on Monday, among them Ruth Farrow."),
    ],
)
def test_who_is_named_of_a_number_counts_nobody(language: str, text: str) -> None:
    assert [claim.best for claim in claims_of(text, language)] == [5]


def test_the_worst_since_a_beginning_is_of_its_day() -> None:
    text = "Police shot dead 12 people in Nakuru on Tuesday, the bloodiest day since the strike began on 3 March."
    assert [(claim.best, claim.scope) for claim in claims_of(text, "en")] == [(12, Scope.INCIDENT)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La marcha del martes en Tarija reunió a 400 personas, según constató este medio.", None),
        ("La marcha del martes en Tarija reunió a 400 personas, de acuerdo con un conteo de este diario.", None),
        ("La marcha del martes en Tarija reunió a 400 personas, según constató la Policía.", "police"),
    ],
)
def test_the_outlet_s_own_count_has_no_speaker_and_the_verb_none_of_its_own(text: str, role: str | None) -> None:
    (claim,) = claims_of(text, "es")
    assert (claim.according_to and claim.according_to.role) == role
