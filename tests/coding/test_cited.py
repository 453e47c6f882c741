"""Who is cited for a deed or counts arrests did not do it."""

import pytest

from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Según la Comisión por la Memoria, hubo 48 heridos y 12 detenidos el lunes en Tarija."),
        ("es", "El Observatorio de Derechos Humanos contó ocho detenidos el lunes en Tarija."),
        ("es", "Los panaderos, unos 800 según su dirigente, Rufo Tejada, quemaron llantas el lunes en Tarija."),
        ("en", "The Rights Observatory counted eight arrests in Kumasi on Monday."),
    ],
)
def test_who_is_cited_or_counts_is_no_actor(language, text):
    names = {actor.text for report in reports_of(text, language) for actor in report.actors}
    assert not any(word in name for name in names for word in ("Comisión", "Observator", "dirigente", "Observatory"))


def test_police_who_arrest_are_actors():
    (report,) = reports_of("La policía detuvo a ocho panaderos el lunes en Tarija.", "es")
    assert "policía" in {actor.text for actor in report.actors}
