"""A plan that a later clause takes back is cancelled; one that it may, or will not, is not."""

import pytest

from tests.coding.telling import told

CANCELLED = [("PROTEST", "cancelled")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A strike of bakers due to begin on Tuesday was called off after talks.", "en"),
        ("The bakers had called a march in Ica for today but dropped it.", "en"),
        ("They had announced a march in Ica for Friday and later called it off.", "en"),
        ("El gremio había convocado una marcha en Ica para el viernes, pero la suspendió.", "es"),
        ("Los panaderos convocaron un paro en Ica para el viernes y luego lo aplazaron.", "es"),
    ],
)
def test_a_plan_that_is_dropped_further_on_is_cancelled(text, language):
    assert [each for each in told(text, language) if each[0] == "PROTEST"] == CANCELLED


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("The bakers called a march in Ica for Friday and will not drop it.", "en", "planned"),
        ("The bakers called a march in Ica for Friday and may drop it.", "en", "planned"),
        ("The bakers called a march in Ica for Friday; the nurses cancelled theirs.", "en", "planned"),
        ("El gremio convocó una marcha en Ica para el viernes y no la suspenderá.", "es", "planned"),
        ("Los panaderos hicieron una marcha en Ica el lunes y la suspendieron por la lluvia.", "es", "occurred"),
    ],
)
def test_what_is_kept_or_was_under_way_is_not_cancelled(text, language, status):
    assert ("PROTEST", status) in told(text, language)
