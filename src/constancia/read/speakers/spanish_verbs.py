"""A Spanish infinitive in, the forms that news uses of it out, each with its shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_ENDINGS = {
    "ar": {
        "present": ("a", "an"),
        "past": ("ó", "aron", "é"),
        "imperfect": ("aba", "aban"),
        "gerund": ("ando",),
        "participle": ("ado", "ada", "ados", "adas"),
        "subjunctive": ("e", "en"),
    },
    "er": {
        "present": ("e", "en"),
        "past": ("ió", "ieron"),
        "imperfect": ("ía", "ían"),
        "gerund": ("iendo",),
        "participle": ("ido", "ida", "idos", "idas"),
        "subjunctive": ("a", "an"),
    },
}
_ENDINGS["ir"] = _ENDINGS["er"]


def spanish_forms(infinitive: str, irregular: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the third-person and unbound forms of a verb, the irregular ones first; accents are kept."""
    for form in irregular:
        yield form, _shape_of(form)
    stem, kind = infinitive[:-2], infinitive[-2:].replace("í", "i")
    for shape, endings in _ENDINGS[kind].items():
        for ending in endings:
            yield _spelled(stem, ending, kind), shape
    yield infinitive, "base"
    for ending in ("á", "án"):
        yield infinitive + ending, "future"
    for ending in ("ía", "ían"):
        yield infinitive + ending, "conditional"


def _spelled(stem: str, ending: str, kind: str) -> str:
    """Keep the sound of the stem before e and i: indicar, indique; negar, negué; cruzar, cruce."""
    if kind == "ar" and ending[0] in "eé":
        for last, written in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(last):
                return stem[:-1] + written + ending
    return stem + ending


def _shape_of(form: str) -> str:
    if form.endswith(("ando", "endo")):
        return "gerund"
    if form.endswith(("cho", "sto", "ado", "ido", "ído", "crito", "elto", "ierto")):
        return "participle"
    if form.endswith(("ía", "ían")):
        return "conditional" if form.endswith(("ría", "rían")) else "imperfect"
    if form.endswith(("rá", "rán")):
        return "future"
    if form.endswith(("ó", "o", "on", "je")) and not form.endswith(("go",)):
        return "past"
    return "present"
