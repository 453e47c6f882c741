"""The police charge a crowd; a mayor charges in words; charges are brought."""

import pytest

from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("text", "is_force"),
    [
        ("La policía cargó contra unos cargadores en Cali.", True),
        ("Los antimotines cargaron contra la marcha en Cali.", True),
        ("La alcaldesa cargó contra el gobierno por los recortes.", False),
        ("La fiscalía retiró el cargo contra el dirigente.", False),
        ("El acto reunió a un millar de manifestantes.", False),
    ],
)
def test_only_who_can_strike_charges_a_crowd(text, is_force):
    assert any(report.mode == "crowd-control" for report in reports_of(text, "es")) is is_force


def test_a_cut_that_gendarmes_dissolved_is_a_road_block_and_one_of_current_is_none():
    text = "El corte de Palpalá, disuelto con gases por gendarmes, juntó a 300 obreros."
    assert "blockade" in {report.form for report in reports_of(text, "es")}
    assert reports_of("El corte de luz, repuesto el martes por la empresa, dejó sin frío a mil vecinos.", "es") == []
