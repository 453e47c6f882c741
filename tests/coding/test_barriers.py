"""Road blocks of a crowd, and barriers of the state."""

import pytest

from tests.coding.telling import reports_of


def modes(text: str, language: str) -> set[tuple[str, str | None]]:
    return {(report.type.value, report.mode and report.mode.value) for report in reports_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police blocked the road to the assembly on Monday in Tarma."),
        ("en", "Soldiers sealed off the bridge on Monday in Tarma as marchers demanded to cross it."),
        ("en", "Gendarmes put up barricades around the market on Monday in Tarma."),
        ("es", "La policía bloqueó el acceso a la plaza el lunes en Tarma."),
        ("es", "Los militares instalaron barricadas en el puente el lunes en Tarma."),
    ],
)
def test_what_police_and_soldiers_put_across_a_street_is_no_protest(language: str, text: str) -> None:
    assert ("COERCE", "restrict") in modes(text, language)
    assert ("PROTEST", "obstruct") not in modes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nurses were stopped by barricades near the ministry on Monday in Tarma."),
        ("es", "Las enfermeras fueron frenadas por barricadas cerca del ministerio el lunes en Tarma."),
    ],
)
def test_a_barrier_that_stops_people_is_no_protest(language: str, text: str) -> None:
    assert ("PROTEST", "obstruct") not in modes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police counted 17 road blocks on Monday in Tarma."),
        ("en", "Traffic was halted by barricades on Monday in Tarma."),
        ("en", "Police officers blocked the highway on Monday in Tarma over unpaid wages."),
        ("es", "Policías amotinados bloquearon la avenida el lunes en Tarma."),
        ("es", "Policías jubilados bloquearon la avenida el lunes en Tarma por sus pensiones."),
        ("es", "El tránsito fue cortado por barricadas el lunes en Tarma."),
    ],
)
def test_a_road_block_of_a_crowd_or_of_police_for_their_own_cause_is_one(language: str, text: str) -> None:
    assert ("PROTEST", "obstruct") in modes(text, language)
