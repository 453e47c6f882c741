"""A folded word in, the verbs that it may be a form of out: found by ending and checked in a list.

Analysis by ending knows every form of a listed verb without a table of forms; answers are kept, so that a word is
analysed once a process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from constancia.words import load_lexicon
from constancia.words.memory import WordMemory


class Shape(StrEnum):
    """What a verb form is by its ending; English uses base and third, Spanish present, future and the rest."""

    BASE = "base"
    THIRD = "third"
    PRESENT = "present"
    PAST = "past"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    SUBJUNCTIVE = "subjunctive"
    SUBJUNCTIVE_PAST = "subjunctive-past"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Form:
    """A reading of a word as a verb; `person` is 1 to 3 and s or p, or "" where the form has none."""

    lemma: str
    shape: Shape
    person: str = ""


def verb_forms(word: str, language: str) -> tuple[Form, ...]:
    """Give the readings of a folded word as a form of a verb, the likeliest first."""
    return (_SPANISH if language == "es" else _ENGLISH)[word]


_SPANISH = WordMemory(lambda word: tuple(_spanish(word)))
_ENGLISH = WordMemory(lambda word: tuple(_english(word)))


def singulars(word: str, language: str) -> tuple[str, ...]:
    """Give what the singular of a folded noun may be, the word itself first."""
    return (_SPANISH_SINGULARS if language == "es" else _ENGLISH_SINGULARS)[word]


def _singulars(word: str, language: str) -> tuple[str, ...]:
    found = [word]
    if len(word) > 3 and word.endswith("s"):
        if language == "es":
            if word.endswith("ces"):
                found.append(word[:-3] + "z")
            if word.endswith("es"):
                found.append(word[:-2])
            found.append(word[:-1])
        else:
            if word.endswith("ies"):
                found.append(word[:-3] + "y")
            if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
                found.append(word[:-2])
            if word.endswith("ves"):
                found += [word[:-3] + "f", word[:-3] + "fe"]
            if not word.endswith("ss"):
                found.append(word[:-1])
    elif language == "en" and word.endswith("men"):
        found.append(word[:-3] + "man")
    return tuple(found)


_SPANISH_SINGULARS = WordMemory(lambda word: _singulars(word, "es"))
_ENGLISH_SINGULARS = WordMemory(lambda word: _singulars(word, "en"))
_WHOLE_STEM = re.compile(r"[aeiou][dlnr]es$")
_WITH_E = frozenset(["sedes", "aires", "bailes", "frailes", "cines"])


def singular(word: str, language: str) -> str:
    """Give the likeliest singular of a folded noun: "pobladores" of "poblador", "alcaldes" of "alcalde"."""
    return (_SPANISH_SINGULAR if language == "es" else _ENGLISH_SINGULAR)[word]


_SPANISH_SINGULAR = WordMemory(lambda word: _singular(word, "es"))
_ENGLISH_SINGULAR = WordMemory(lambda word: _singular(word, "en"))


def _singular(word: str, language: str) -> str:
    found = singulars(word, language)
    if language == "es" and _WHOLE_STEM.search(word) and word not in _WITH_E:
        return word[:-2]
    return found[-1]


# ---------------------------------------------------------------- the lists


class _Verbs(NamedTuple):
    rank: dict[str, int]
    irregular: dict[str, tuple[Form, ...]]


_ENGLISH_TAGS = {"VBD": Shape.PAST, "VBN": Shape.PARTICIPLE, "VBG": Shape.GERUND, "VBZ": Shape.THIRD}


@lru_cache(2)
def _verbs(language: str) -> _Verbs:
    path = files("constancia.data").joinpath("lexicons", language, "verbs.txt")
    rank: dict[str, int] = {}
    irregular: dict[str, tuple[Form, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        lemma, _, odd = line.partition("\t")
        rank.setdefault(lemma, len(rank))
        for pair in odd.split():
            form, _, tag = pair.partition(":")
            irregular[form] = (*irregular.get(form, ()), Form(lemma, _ENGLISH_TAGS[tag]))
    grammar = load_lexicon(language, "forms")
    for lemma in grammar.get("more_verbs", ()):
        rank.setdefault(lemma, len(rank))
    for lemma, rows in grammar["irregular"].items():
        for key, forms in rows.items():
            shape, _, person = key.partition("_")
            for form in forms.split():
                irregular[form] = (*irregular.get(form, ()), Form(lemma, Shape(shape), person))
    return _Verbs(rank, irregular)


# ---------------------------------------------------------------- English


def _english(word: str) -> list[Form]:
    verbs = _verbs("en")
    found = list(verbs.irregular.get(word, ()))
    if word in verbs.rank:
        found.append(Form(word, Shape.BASE))
    for ending, shapes in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            for lemma in _english_stems(word[: -len(ending)], ending):
                if lemma in verbs.rank:
                    found += [Form(lemma, shape) for shape in shapes]
                    break
    return found


_ENGLISH_ENDINGS = (
    ("ing", (Shape.GERUND,)),
    ("ed", (Shape.PAST, Shape.PARTICIPLE)),
    ("s", (Shape.THIRD,)),
)


def _english_stems(stem: str, ending: str) -> list[str]:
    if ending == "s":
        stems = [stem]
        if stem.endswith("ie"):
            stems.append(stem[:-2] + "y")
        if stem.endswith("e"):
            stems.append(stem[:-1])
        return stems
    stems = [stem + "e", stem] if not stem.endswith(("ss", "ck", "x")) else [stem]
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stems.insert(0, stem[:-1])
    return stems


# ---------------------------------------------------------------- Spanish


def _spanish(word: str) -> list[Form]:
    verbs = _verbs("es")
    found = list(verbs.irregular.get(word, ()))
    if len(word) <= _SHORTEST_REGULAR and word in verbs.rank:
        found.append(Form(word, Shape.INFINITIVE, ""))
    regular, derived = _spanish_regular(word, verbs), _spanish_derived(word, verbs)
    if not found and (not regular or {form.lemma for form in derived} & {form.lemma for form in regular}):
        found = derived
    # "Intervino" is the past of "intervenir" alone, not its first person.
    found += [form for form in regular if form.lemma not in {each.lemma for each in derived}]
    if not found:
        found = [form for bare in _without_clitics(word) for form in _spanish(bare) if _takes_clitics(form)]
    return found


_SHORTEST_REGULAR = 3  # letters: "ser", "ver", "dar", "ir" have no stem that endings could be told from


def _takes_clitics(form: Form) -> bool:
    return form.shape in (Shape.INFINITIVE, Shape.GERUND)


_CLITICS = ("selos", "selas", "selo", "sela", "nos", "los", "las", "les", "se", "lo", "la", "le", "me", "te")


def _without_clitics(word: str) -> list[str]:
    for clitic in _CLITICS:
        if word.endswith(clitic):
            bare = word[: -len(clitic)]
            if bare.endswith(("r", "ndo")) and len(bare) > 3:
                return [bare]
    return []


def _spanish_derived(word: str, verbs: _Verbs) -> list[Form]:
    """Read "detuvo" by "tuvo": a listed verb that ends like an irregular one is conjugated like it."""
    found = []
    for cut in range(1, min(len(word) - 2, 7)):
        for form in verbs.irregular.get(word[cut:], ()):
            lemma = word[:cut] + form.lemma
            if lemma in verbs.rank:
                found.append(Form(lemma, form.shape, form.person))
        if found:
            break
    return found


def _endings() -> dict[str, list[tuple[tuple[str, ...], Shape, str]]]:
    """Build ending -> (conjugations, shape, person) from the paradigms of the lexicon."""
    table: dict[str, list[tuple[tuple[str, ...], Shape, str]]] = {}
    for row in load_lexicon("es", "forms")["ending"]:
        conjugations = tuple(row["of"])
        for key, endings in row.items():
            if key == "of":
                continue
            shape, _, person = key.partition("_")
            for ending in endings.split():
                table.setdefault(ending, []).append((conjugations, Shape(shape), person))
    return table


@lru_cache(1)
def _spanish_endings() -> tuple[tuple[str, tuple[tuple[tuple[str, ...], Shape, str], ...]], ...]:
    return tuple((ending, tuple(rows)) for ending, rows in sorted(_endings().items(), key=lambda item: -len(item[0])))


def _spanish_regular(word: str, verbs: _Verbs) -> list[Form]:
    found: list[Form] = []
    for ending, rows in _spanish_endings():
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: len(word) - len(ending)]
        for conjugations, shape, person in rows:
            known = [lemma for lemma in _spanish_lemmas(stem, conjugations, ending, shape) if lemma in verbs.rank]
            if known:
                found.append(Form(min(known, key=verbs.rank.__getitem__), shape, person))
    return sorted(dict.fromkeys(found), key=lambda form: verbs.rank[form.lemma])


# Spelling changes before e and i, undone: (written, kept in the infinitive).
_SPELLING = {
    "ar": (("qu", "c"), ("gu", "g"), ("c", "z")),
    "er": (("zc", "c"), ("j", "g"), ("z", "c"), ("y", "")),
    "ir": (("zc", "c"), ("j", "g"), ("g", "gu"), ("z", "c"), ("y", "")),
}
# Vowels that change under stress, undone; the weak ones in verbs in -ir alone ("pidio" of "pedir").
_WEAK_STEMS = (("i", "e"), ("u", "o"))
_DIPHTHONGS = (("ie", "e"), ("ue", "o"), ("ue", "u"), ("ie", "i"))
_STEMS = (*_DIPHTHONGS, *_WEAK_STEMS)
_STRESSED = frozenset({Shape.PRESENT, Shape.SUBJUNCTIVE})


def _spanish_lemmas(stem: str, conjugations: tuple[str, ...], ending: str, shape: Shape) -> list[str]:
    changes = _STEMS if shape in _STRESSED else _WEAK_STEMS
    lemmas = []
    for conjugation in conjugations:
        stems = [stem]
        for written, kept in _SPELLING[conjugation]:
            if stem.endswith(written) and (ending[:1] in "ei" or conjugation != "ar"):
                stems.append(stem[: -len(written)] + kept)
        for base in tuple(stems):
            for written, kept in changes if conjugation == "ir" else _DIPHTHONGS[: len(changes) - len(_WEAK_STEMS)]:
                at = base.rfind(written)
                rest = base[at + len(written) :].replace("gu", "g").replace("qu", "q")
                if at > 0 and not any(letter in "aeiou" for letter in rest):
                    stems.append(base[:at] + kept + base[at + len(written) :])
        lemmas += [base + conjugation for base in stems]
    return lemmas
