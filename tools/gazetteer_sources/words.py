"""Word lists, word frequencies and lists of names to what else the words of a place name are."""

from __future__ import annotations

import importlib
import json
import pkgutil
from functools import cache
from pathlib import Path

from constancia.words import fold
from constancia.words.gazetteer import Trait, name_key

_LISTS = {"english": (Trait.WORD_EN, Trait.FREQUENT_EN, "en"), "spanish": (Trait.WORD_ES, Trait.FREQUENT_ES, "es")}
# One in 100,000 words of English or Spanish: what a reader would call a usual word.
_FREQUENT = 4.0
_MORE = 5
# Usual words that before a surname are a given name nearly always.
_NAMES_FIRST = frozenset(
    [
        "santiago",
        "victoria",
        "mercedes",
        "dolores",
        "consuelo",
        "luz",
        "rocio",
        "concepcion",
        "trinidad",
        "domingo",
        "salvador",
        "marina",
        "rosario",
        "pilar",
        "remedios",
        "soledad",
        "socorro",
        "gloria",
        "blanca",
        "clara",
        "jorge",
        "hugo",
        "julio",
        "augusto",
        "cesar",
        "felix",
        "leon",
        "hector",
        "oscar",
        "ruben",
        "patricia",
        "monica",
        "linda",
        "barbara",
        "diana",
        "sandra",
        "laura",
        "susana",
        "marta",
        "elena",
        "lucia",
        "sofia",
        "julia",
        "sara",
        "isabel",
        "teresa",
        "mark",
        "bill",
        "frank",
        "jack",
        "rose",
        "grace",
        "bob",
        "nick",
        "sue",
        "dean",
        "grant",
        "will",
        "pat",
        "joe",
        "tom",
        "tim",
        "ben",
        "dan",
        "jim",
        "ken",
        "ron",
        "ray",
        "roy",
        "lee",
        "kim",
        "max",
        "sam",
        "peter",
        "paul",
        "john",
        "james",
        "david",
        "michael",
        "george",
        "charlie",
        "henry",
        "robert",
        "mary",
        "martin",
        "alex",
        "chris",
        "andrew",
        "maria",
        "jose",
        "juan",
        "luis",
        "carlos",
        "pedro",
        "pablo",
        "jorge",
        "miguel",
        "antonio",
        "francisco",
        "manuel",
        "ana",
        "angel",
        "jesus",
        "rosa",
        "carmen",
        "victor",
        "daniel",
        "fernando",
        "mario",
    ]
)
_SCRIPTS = {"el", "bg", "ru", "uk", "he", "ar", "fa", "hi", "bn", "ka", "hy", "th", "ta", "zh", "ja", "ko", "ne", "or"}


def traits(packages: Path) -> dict[str, Trait]:
    """Tell of each key whether it is a common word, a given name or a surname."""
    found: dict[str, Trait] = {}
    for name, (word, frequent, language) in _LISTS.items():
        usual = _frequent(language)
        for each in _list(packages, name):
            key = fold(each)
            found[key] = found.get(key, Trait(0)) | word | (frequent if each in usual else Trait(0))
    for names, trait in ((given_names(packages), Trait.GIVEN_NAME), (_surnames(packages), Trait.SURNAME)):
        for each in names:
            key = name_key(each)
            found[key] = found.get(key, Trait(0)) | trait
    return found


def _lower_case_words(packages: Path) -> set[str]:
    """Give the words of both lists that are usual in their language."""
    return {
        fold(each)
        for name, (_, _, language) in _LISTS.items()
        for usual in [_frequent(language)]
        for each in _list(packages, name)
        if each in usual
    }


def _list(packages: Path, name: str) -> list[str]:
    path = packages / f"node_modules/an-array-of-{name}-words/index.json"
    words: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return words


@cache
def _frequent(language: str) -> frozenset[str]:
    """Give the usual words of a language; a word as frequent in the other one is a name known to both ("Valencia")."""
    import wordfreq

    least = 10 ** (_FREQUENT - 9)
    own, other = (wordfreq.get_frequency_dict(each) for each in (language, "es" if language == "en" else "en"))
    return frozenset(word for word, share in own.items() if share >= least and share >= _MORE * other.get(word, 0.0))


def given_names(packages: Path) -> list[str]:
    """Give the given names of faker's locales in Latin letters, folded and in order, usual words left out."""
    words = _lower_case_words(packages)
    names = {fold(name) for name in _faker("first_names") if len(name) > 2}
    return sorted(name for name in names if name.isascii() and (name not in words or name in _NAMES_FIRST))


def _surnames(packages: Path) -> set[str]:
    """Give the surnames of faker's locales and the 5,000 most frequent of the US census (names)."""
    census = (packages / "names/dist.all.last").read_text(encoding="utf-8").split("\n")[:5000]
    return {fold(name) for name in _faker("last_names")} | {line.split()[0].lower() for line in census if line}


def _faker(kind: str) -> set[str]:
    import faker.providers.person as people

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
