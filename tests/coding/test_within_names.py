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


def test_masked_officers_are_no_masked_crowd():
    body = (
        "La noche del lunes, agentes encapuchados irrumpieron en la sede del gremio en Tacna y se llevaron a 26 peones."
    )
    reports = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert ("COERCE", "arrest") in {(report.type.value, report.mode) for report in reports}
    assert not [report for report in reports if report.type.value in ("ASSAULT", "PROTEST")]
    body = "La noche del lunes, jóvenes encapuchados irrumpieron en la sede del gremio en Tacna."
    (report,) = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert report.type.value == "PROTEST"


def test_an_office_that_has_the_way_closed_does_not_protest():
    body = "El ayuntamiento de Tacna mandó cerrar los accesos al parque el lunes."
    assert not [
        report
        for report in code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
        if report.type.value == "PROTEST"
    ]
    body = "Los comerciantes mandaron cerrar los accesos al parque el lunes en Tacna."
    (report,) = code_reading(read_text(Text("t", body, "es", dt.date(2025, 3, 19)))).reports
    assert report.type.value == "PROTEST"
