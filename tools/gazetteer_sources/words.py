"""Word lists, word frequencies and lists of names to what else the words of a place name are."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path

from constancia.words import fold
from constancia.words.gazetteer import Trait, name_key

_LISTS = {"english": (Trait.WORD_EN, Trait.FREQUENT_EN, "en"), "spanish": (Trait.WORD_ES, Trait.FREQUENT_ES, "es")}
# One in 100,000 words of English or Spanish: what a reader would call a usual word.
_FREQUENT = 4.0
_SCRIPTS = {"el", "bg", "ru", "uk", "he", "ar", "fa", "hi", "bn", "ka", "hy", "th", "ta", "zh", "ja", "ko", "ne", "or"}


def traits(packages: Path) -> dict[str, Trait]:
    """Tell of each key whether it is a common word, a given name or a surname."""
    found: dict[str, Trait] = {}
    for name, (word, frequent, language) in _LISTS.items():
        usual = _frequent(language)
        for each in json.loads((packages / f"node_modules/an-array-of-{name}-words/index.json").read_text("utf-8")):
            key = fold(each)
            found[key] = found.get(key, Trait(0)) | word | (frequent if each in usual else Trait(0))
    for names, trait in ((given_names(), Trait.GIVEN_NAME), (_surnames(packages), Trait.SURNAME)):
        for each in names:
            key = name_key(each)
            found[key] = found.get(key, Trait(0)) | trait
    return found


def _frequent(language: str) -> set[str]:
    import wordfreq  # noqa: PLC0415 -- lies in the folder of packages, which is given at run time

    least = 10 ** (_FREQUENT - 9)
    return {word for word, share in wordfreq.get_frequency_dict(language).items() if share >= least}


def given_names() -> list[str]:
    """Give the given names of faker's locales in Latin letters, folded and in order."""
    return sorted({fold(name) for name in _faker("first_names") if len(name) > 1 and fold(name).isascii()})


def _surnames(packages: Path) -> set[str]:
    """Give the surnames of faker's locales and the 5,000 most frequent of the US census (names)."""
    census = (packages / "names/dist.all.last").read_text(encoding="utf-8").split("\n")[:5000]
    return {fold(name) for name in _faker("last_names")} | {line.split()[0].lower() for line in census if line}


def _faker(kind: str) -> set[str]:
    import faker.providers.person as people  # noqa: PLC0415 -- lies in the folder of packages, which is given at run time

    found: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        if module.name.split("_")[0] in _SCRIPTS or module.name in {"hy_AM", "ka_GE"}:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith(kind) or (kind == "first_names" and attribute.startswith("first_name")):
                values = getattr(provider, attribute)
                if isinstance(values, (dict, list, tuple, set)):
                    found |= {value for value in values if isinstance(value, str) and " " not in value}
    return found
