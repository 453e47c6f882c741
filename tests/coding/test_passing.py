"""What a sentence names only to date or describe something else is no event of its own."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import EVENT_STATUSES


def happened(text: str, language: str) -> set[str]:
    reports = code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 20)))).reports
    return {report.trigger.text for report in reports if report.status in EVENT_STATUSES}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The ombudsman has recorded 19 deaths since the strike began.", set()),
        ("es", "La Defensoría cuenta nueve fallecidos en el país desde el inicio del paro.", set()),
        ("en", "Some 200 people held a vigil in Tela on Sunday and read the names of those killed.", {"vigil"}),
        ("en", "A year after two bakers were shot dead in Yoro, some 200 people marched in Tela.", {"marched"}),
        ("es", "Unas 200 personas marcharon el domingo en Tela y pidieron la renuncia del ministro.", {"marcharon"}),
    ],
)
def test_what_is_told_in_passing_is_no_event(language, text, expected):
    assert happened(text, language) == expected


def test_a_dated_attack_after_since_is_an_event():
    assert "ataque" in happened("Tres jornaleros están desaparecidos desde el ataque del lunes en Yoro.", "es")


def test_protest_spoken_of_in_general_is_no_event():
    assert happened("The court in Quito ruled on Monday that protest is not a protected right.", "en") == set()
