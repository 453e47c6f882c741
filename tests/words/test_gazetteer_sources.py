"""Files that a user adds: a GeoNames country file, an ubigeo table, a table of places."""

from pathlib import Path

import pytest

from constancia.data.gazetteer_file import read_tables
from constancia.errors import LexiconError
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, Gazetteer, add_to_gazetteer, default_gazetteer

GEONAMES = (
    "990001|Tambo Quemado Alto|Tambo Quemado|Tampu,TQA|-16.1|-69.6|P|PPL|PE||21|2105|||140||3900|America/Lima|2020",
    "990002|Río Seco|Rio Seco||-16.2|-69.7|H|STM|PE||21||||0||||",
)


def added(tmp_path: Path, content: str, country: str | None = None) -> tuple[int, Gazetteer]:
    source, out = tmp_path / "source.csv", tmp_path / "own.gaz"
    source.write_text(content, encoding="utf-8")
    count = add_to_gazetteer(source, out, default_gazetteer(), country)
    return count, default_gazetteer(out)


def only(gazetteer: Gazetteer, key: str) -> Candidate:
    (place,) = gazetteer.find(key)
    return place


def test_a_geonames_country_file_adds_its_villages_with_the_units_that_hold_them(tmp_path: Path) -> None:
    count, gazetteer = added(tmp_path, "\n".join(GEONAMES).replace("|", "\t"))
    place = only(gazetteer, "tambo quemado alto")
    assert count == 1
    assert (place.id, place.country, place.admin1, place.population) == ("geonames:990001", "PE", "Puno", 140)
    assert only(gazetteer, "tampu").id == place.id
    assert place.admin1_id in {unit.id for unit in gazetteer.find("puno")}


def test_an_ubigeo_table_adds_districts_at_their_own_point(tmp_path: Path) -> None:
    table = (
        "UBIGEO;DEPARTAMENTO;PROVINCIA;DISTRITO;LATITUD;LONGITUD\n"
        "219901;PUNO;EL COLLAO;QUEBRADA HONDA ALTA;-16,5;-69,5\n"
    )
    _, gazetteer = added(tmp_path, table, "PE")
    place = only(gazetteer, "quebrada honda alta")
    assert (place.name, place.lat, place.lon, place.admin1) == ("Quebrada Honda Alta", -16.5, -69.5, "Puno")
    assert place.id == "source:219901"
    assert place.feature is Feature.CITY


def test_a_row_without_a_point_lies_in_the_middle_of_its_unit(tmp_path: Path) -> None:
    _, gazetteer = added(tmp_path, "departamento,provincia,distrito\nPuno,El Collao,Pampa Lejana Chica\n", "PE")
    place = only(gazetteer, "pampa lejana chica")
    unit = next(each for each in gazetteer.find("el collao") if each.feature is Feature.ADMIN2)
    assert (place.lat, place.lon) == (unit.lat, unit.lon)


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "distrito,pais\nX,QQ\n"])
def test_a_file_with_no_place_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(LexiconError):
        added(tmp_path, content)


def test_the_file_stands_by_itself(tmp_path: Path) -> None:
    added(tmp_path, "\n".join(GEONAMES).replace("|", "\t"))
    place = only(Gazetteer([read_tables(tmp_path / "own.gaz")]), "tambo quemado alto")
    assert (place.country, place.admin1) == ("PE", "Puno")


def test_the_files_of_the_setting_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(tmp_path, "\n".join(GEONAMES).replace("|", "\t"))
    monkeypatch.setenv("CONSTANCIA_GAZETTEER", str(tmp_path / "own.gaz"))
    default_gazetteer.cache_clear()
    try:
        assert only(default_gazetteer(), "tambo quemado alto").country == "PE"
    finally:
        default_gazetteer.cache_clear()
