"""A place within the name of a body is not where its deeds happen."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text


def test_the_name_of_a_front_places_no_march():
    body = "La marcha del lunes, convocada por el Frente Portuario del Atlántico (FPA), terminó sin heridos en Tela."
    (report,) = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert report.place is not None
    assert report.place.name == "Tela"


def test_a_union_is_not_the_town_that_its_first_words_name():
    body = "La Unión de Panaderos de Cortés marchó el lunes contra la concesión."
    (report,) = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert report.place is None or report.place.name != "La Unión"
    body = "Los panaderos marcharon el lunes en La Unión."
    (report,) = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert report.place is not None
    assert report.place.name == "La Unión"


def test_an_assembly_that_speaks_holds_none():
    body = "Bakers of the Ovens Assembly marched in Kano on Monday.\n\nOn Tuesday the Assembly counted 40 marchers."
    reports = code_reading(read_text(Text("t", body, "en", dt.date(2025, 3, 19)))).reports
    assert [report.form.value for report in reports if report.form] == ["march"]
    body = "Bakers marched in Kano on Monday and held an assembly there on Tuesday."
    reports = code_reading(read_text(Text("t", body, "en", dt.date(2025, 3, 19)))).reports
    assert [report.form.value for report in reports if report.form] == ["march", "assembly"]
