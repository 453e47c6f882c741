"""Units known by number, cuts that people suffer, the dead beside burnt goods, and days of plans."""

import pytest

from tests.coding.telling import reports_of
from tests.coding.test_other_fates import told


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Los panaderos cortaron la ruta el lunes en Tarija, frente al escuadrón 20.", []),
        ("es", "Los panaderos marcharon el lunes en Tarija hasta el regimiento 5.", []),
        ("en", "Bakers marched in Kumasi on Monday to battalion 20.", []),
        (
            "es",
            "Los panaderos cortaron la ruta el lunes en Tarija y cuatro efectivos sufrieron cortes.",
            [("injured", 4)],
        ),
        (
            "es",
            "El ataque del lunes en Tarija dejó 11 muertos y 17 casas quemadas.",
            [("killed", 11), ("property", 17)],
        ),
        ("en", "Explosions cause 12 deaths in Kumasi on Monday.", [("killed", 12)]),
    ],
)
def test_a_number_counts_what_it_stands_for(language, text, wanted):
    assert told(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El tribunal confirmó la condena por un secuestro de 1974. El gremio llamó a un paro el 4 de agosto."),
        ("en", "The court upheld the conviction over a kidnapping in 1974. The union called a strike for 4 August."),
    ],
)
def test_a_plan_is_of_no_year_told_before_it(language, text):
    (strike,) = [report for report in reports_of(text, language) if report.type.value == "PROTEST"]
    assert strike.date is not None
    assert str(strike.date.from_) == "2023-08-04"
