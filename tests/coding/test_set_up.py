"""Who set up a barricade or a camp, and when, is told behind its noun; who clears it does so on another day."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Status
from tests.coding.telling import of, reports_of


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        ("en", "Police on Wednesday cleared the barricade that residents put up on Monday in Salto.", "residents"),
        ("es", "La policía despejó ayer la barricada que vecinos levantaron el lunes en Salto.", "vecinos"),
        ("es", "La policía despejó ayer la barricada levantada el lunes por vecinos en Salto.", "vecinos"),
        (
            "es",
            "Murieron dos peones ayer en Salto al despejarse el bloqueo que maestros instalaron el lunes.",
            "maestros",
        ),
    ],
)
def test_a_barricade_is_of_the_day_on_which_it_was_put_up(language: str, text: str, doer: str) -> None:
    protest = of(reports_of(text, language), EventType.PROTEST)
    assert protest.status is Status.OCCURRED
    assert protest.date is not None
    assert protest.date.from_ == dt.date(2023, 7, 17)
    assert [actor.text for actor in protest.actors] == [doer]


def test_what_befell_a_barricade_later_is_not_its_day() -> None:
    text = "Residents held a barricade in Salto on Monday that police cleared on Wednesday."
    protest = of(reports_of(text), EventType.PROTEST)
    assert protest.date is not None
    assert protest.date.from_ == dt.date(2023, 7, 17)
