"""Numbers that name an address, an hour, a year, a law or a day count nobody."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import Measure


def crowds(text: str) -> list[int | None]:
    reports = code_reading(read_text(Text("t", text, "es", dt.date(2025, 3, 11)))).reports
    assert reports, text  # where no deed is read, no crowd that is left out proves a thing
    claims = (claim for report in reports for claim in report.claims)
    return [claim.best for claim in claims if claim.measure is Measure.PARTICIPANTS]


@pytest.mark.parametrize(
    "text",
    [
        "Los panaderos harán mañana una asamblea en la sede de Segunda Junta 4310.",
        "Los panaderos harán mañana una asamblea en Catamarca 1845, con todos los afiliados.",
        "Los panaderos hicieron ayer una asamblea. Alrededor de las 18 marcharon a la plaza.",
        "Los panaderos se reúnen en asamblea para las 9 y marcharán luego.",
        "Los panaderos harán mañana una movilización de 9 a 11, hacia el ministerio.",
        "El gremio anunció una protesta como en 1973, con marchas y paros.",
        "La huelga se ajustó a la Ley de Asociaciones Gremiales (24.700), dijo el gremio en la asamblea.",
        "Los panaderos marcharán el lunes 17, y el martes 18 movilización al ministerio.",
        "Los panaderos marcharán el 11 y 12 en Tandil.",
        "Los panaderos marcharon ayer y el miércoles 14 realizarán una olla popular.",
    ],
)
def test_a_number_that_only_names_something_counts_no_crowd(text: str):
    assert crowds(text) == []


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("El domingo 140 personas marcharon en Tandil.", 140),
        ("En Puno marcharon ayer 300 docentes.", 300),
        ("Ayer marcharon en Tandil 2000 panaderos.", 2000),
        ("Ayer hubo una asamblea con la presencia de 24 delegados en Tandil.", 24),
    ],
)
def test_a_crowd_beside_a_name_or_day_is_counted(text: str, crowd: int):
    assert crowd in crowds(text)


def test_a_house_number_beside_a_crowd_is_no_crowd():
    assert crowds("Ayer 150 operarias ocuparon la planta, en Magallanes 3200, por el cierre.") == [150]


def test_counts_by_town_are_no_addresses():
    assert crowds("Ayer marcharon en Tandil 300 docentes y en Azul 500.") == [300, 500]
    assert crowds("Según el gremio, en Tandil marcharon 300, en Azul 500.") == [300, 500]
