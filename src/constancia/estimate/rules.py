"""The rules of `data/linking/victims.toml`: words, weights and the threshold for rows of lists of victims."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from constancia.errors import LexiconError

_TABLES = {
    "name": ("least_likeness", "background", "most", "least", "initial", "slip", "conflict", "missing"),
    "date": ("same", "swapped", "near", "near_days", "coarse", "month", "other"),
    "place": ("same", "within", "other"),
    "age": ("same", "near", "near_years", "other"),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """How rows are scored; the keys of the four tables of weights are those of the file."""

    threshold: float
    name: Mapping[str, float]
    date: Mapping[str, float]
    place: Mapping[str, float]
    age: Mapping[str, float]
    empty_words: frozenset[str]
    abbreviations: Mapping[str, str]


@cache
def victim_rules() -> Rules:
    """Load the rules that the program ships with."""
    return rules_from(files("constancia.data").joinpath("linking", "victims.toml").read_text(encoding="utf-8"))


def rules_from(text: str) -> Rules:
    """Read rules from TOML; raises LexiconError for one that lacks a weight."""
    table: dict[str, Any] = tomllib.loads(text)
    for name, keys in _TABLES.items():
        if missing := [key for key in keys if key not in table.get(name, {})]:
            raise LexiconError(f"victims.toml: [{name}] lacks {', '.join(missing)}")
    empty = frozenset(table["words"]["particles"]) | frozenset(table["words"]["titles"])
    name, date, place, age = (table[name] for name in _TABLES)
    return Rules(table["threshold"], name, date, place, age, empty, table["abbreviations"])
