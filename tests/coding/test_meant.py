"""What was only meant, tried or plotted is told as no deed that occurred."""

import pytest

from tests.coding.telling import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Los panaderos pensaban marchar el lunes en Tarija.", [("PROTEST", "planned")]),
        ("Los panaderos planeaban bloquear la ruta el lunes en Tarija.", [("PROTEST", "planned")]),
        ("Los panaderos querían marchar el lunes en Tarija.", []),
        ("Dos hombres pretendían matar al panadero el lunes en Tarija.", [("ASSAULT", "prevented")]),
        ("Dos hombres intentaron matar al panadero el lunes en Tarija.", [("ASSAULT", "prevented")]),
        ("Dos hombres conspiraron para matar al panadero en Tarija.", [("ASSAULT", "planned")]),
        ("Dos hombres tramaban matar al panadero en Tarija.", [("ASSAULT", "planned")]),
    ],
)
def test_spanish_intents_and_plots_in_the_past_are_no_deeds(text, wanted):
    assert told(text, "es") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dos hombres lograron matar al panadero el lunes en Tarija.", [("ASSAULT", "occurred")]),
        ("Los panaderos decidieron bloquear la ruta el lunes en Tarija.", [("PROTEST", "occurred")]),
        ("Dos hombres entraron para matar al panadero el lunes en Tarija.", [("ASSAULT", "occurred")]),
    ],
)
def test_what_came_about_or_was_decided_and_told_is_one(text, wanted):
    assert told(text, "es") == wanted


def test_english_plots_are_no_deeds():
    assert told("Two men were plotting to kill the baker of Kumasi.") == [("ASSAULT", "planned")]
    assert told("Two men were accused of conspiring to kill the baker of Kumasi.") == [("ASSAULT", "planned")]
