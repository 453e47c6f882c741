"""The gazetteer: keys of names, places by name, units that hold them, and files that add to one another."""

from hypothesis import given
from hypothesis import strategies as st

from constancia.vocabulary import Feature
from constancia.words.gazetteer import Gazetteer, GazetteerBuilder, NameKind, PlaceRow, default_gazetteer, name_key


def built(*rows: PlaceRow) -> Gazetteer:
    builder = GazetteerBuilder()
    builder.add(rows)
    return Gazetteer([builder.tables()])


COUNTRY = PlaceRow("XX", "Xandria", Feature.COUNTRY, 0, 0, geoname=1, code="XX", country="XX")
UNIT = PlaceRow(
    "geonames-admin1:XX.01",
    "Alto Sur",
    Feature.ADMIN1,
    1,
    1,
    code="geonames-admin1:XX.01",
    country="XX",
    admin1="geonames-admin1:XX.01",
    other_names=("Upper South",),
)
TOWN = PlaceRow(
    "10",
    "San Telmo",
    Feature.CITY,
    1.5,
    2.5,
    geoname=10,
    population=900,
    country="XX",
    admin1=UNIT.id,
    other_names=("Telmo",),
)


def test_spellings_of_one_name_share_a_key() -> None:
    assert name_key("St. Pauls") == name_key("Saint Pauls") == "saint pauls"
    assert name_key("SÃO TOMÉ") == name_key("Sao Tome")
    assert name_key("EE.UU.") == "eeuu"
    assert name_key("Aix-en-Provence") == name_key("aix en provence")
    assert name_key("N’Djamena") == name_key("N'Djamena") == "ndjamena"


@given(st.text(max_size=40))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_a_place_is_found_by_any_of_its_names_and_knows_its_units() -> None:
    gazetteer = built(COUNTRY, UNIT, TOWN)
    (place,) = gazetteer.find("san telmo")
    assert (place.id, place.country, place.admin1, place.lat, place.lon) == ("geonames:10", "XX", "Alto Sur", 1.5, 2.5)
    assert place.kind is NameKind.MAIN
    assert gazetteer.find("telmo")[0].kind is NameKind.OTHER
    assert gazetteer.find("upper south")[0].admin1_id == UNIT.id


def test_an_unknown_name_has_no_place() -> None:
    gazetteer = built(COUNTRY)
    assert gazetteer.find("nowhere at all") == ()
    assert "nowhere at all" not in gazetteer
    assert "xandria" in gazetteer


def test_the_order_of_the_rows_makes_no_difference() -> None:
    one, two = GazetteerBuilder(), GazetteerBuilder()
    one.add([COUNTRY, UNIT, TOWN])
    two.add([TOWN, COUNTRY, UNIT])
    assert one.tables().postings.tolist() == two.tables().postings.tolist()
    assert one.tables().names.tobytes() == two.tables().names.tobytes()


def test_a_place_in_two_files_is_given_once() -> None:
    builder = GazetteerBuilder()
    builder.add([COUNTRY, UNIT, TOWN])
    village = GazetteerBuilder()
    village.add([COUNTRY, UNIT, TOWN, PlaceRow("11", "San Telmo", Feature.CITY, 3, 3, geoname=11, country="XX")])
    gazetteer = Gazetteer([builder.tables(), village.tables()])
    assert [place.id for place in gazetteer.find("san telmo")] == ["geonames:10", "geonames:11"]


def test_the_most_populous_namesake_comes_first() -> None:
    populations = [place.population for place in default_gazetteer().find("trujillo")]
    assert populations == sorted(populations, reverse=True)
    assert len(populations) > 3


def test_exonyms_and_abbreviations_are_known() -> None:
    gazetteer = default_gazetteer()
    for name, country in {
        "Londres": "GB",
        "Nueva York": "US",
        "EE.UU.": "US",
        "Ginebra": "CH",
        "Fla.": "US",
        "CDMX": "MX",
        "Baviera": "DE",
        "Brasil": "BR",
    }.items():
        assert country in {place.country for place in gazetteer.find(name_key(name))}, name


def test_every_first_unit_of_peru_has_a_point_and_a_name_without_its_generic() -> None:
    units = [unit for unit in default_gazetteer().units() if unit.country == "PE" and unit.feature is Feature.ADMIN1]
    assert len(units) == 26
    assert {"Puno", "Cusco", "San Martín", "Apurímac", "Junín", "Callao"} <= {unit.name for unit in units}
    assert all(-19 < unit.lat < 0 and -82 < unit.lon < -68 for unit in units)
