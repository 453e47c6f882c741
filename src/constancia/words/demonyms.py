"""Words such as "Peruvian" or "hondureña" to the country that they tell of; a demonym is no place."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

_ENDINGS = {"es": ("", "o", "a", "os", "as", "e", "es", "i", "s"), "en": ("", "s")}


@cache
def demonym_countries(language: str) -> dict[str, str]:
    """Give every folded form of the demonyms that are one word, with its country (ISO 3166-1 alpha-2)."""
    path = files("constancia.data").joinpath("gazetteer", "demonyms.csv")
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {
        row["form"] + ending: row["country"]
        for row in rows
        if row["language"] == language
        for ending in _ENDINGS[language]
    }


@cache
def national_words(language: str) -> dict[str, tuple[str, ...]]:
    """Give the folded words that are used of one country or a few ("carabineros", "lempiras"), with those countries."""
    path = files("constancia.data").joinpath("gazetteer", "national_words.csv")
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {row["form"]: tuple(row["country"].split("|")) for row in rows if row["language"] == language}
