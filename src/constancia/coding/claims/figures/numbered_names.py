"""A number and the words around it in, whether it only names a school class or a road out: "a Grade 9 learner"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.line import Figure
from constancia.words import load_lexicon

_LANGUAGES = ("en", "es")


def is_numbered_name(figure: Figure, before: str, after: str) -> bool:
    """Tell "a Grade 9 learner", "the 101 Freeway" and "blocked the 405" from counts; all words are folded."""
    if not figure.text.isdecimal():
        return False
    graded, graders, way, taken = _patterns()
    school = graded.search(before) if graders.match(figure.noun) else None
    if school is not None:
        return _SEVERAL.isdisjoint(before[: school.start()].split()[-1:])
    if way.match(figure.noun):
        return figure.value.best != 1
    return figure.is_bare and taken.search(before) is not None and _ENDS.match(after) is not None


# Behind a road nothing is said of people: "blocked the 405 and", "shut the 101 for".
_ENDS = re.compile(r"\s*(?:[,.;:)]|$|(?:and|for|in|near|at|after|before|during|on|to|during|as|while|through)\b)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?<!\w)(?:{_words('graded')})\s+$"),
        re.compile(rf"(?:{_words('graders')})\b"),
        re.compile(rf"(?:{_words('ways')})\b"),
        re.compile(rf"\b(?:{_words('taken_way')})\s+(?:[\w-]+ (?:lanes|sides|stretch|part|section) of\s+)?the\s+$"),
    )


def _words(name: str) -> str:
    """Give the entries of both languages as alternatives, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_entries(name), key=len, reverse=True))


def _entries(name: str) -> list[str]:
    return [word for language in _LANGUAGES for word in load_lexicon(language, "counted")["not_counted_before"][name]]


# "In the last year 40 pupils were held": so many of them.
_SEVERAL = frozenset(_entries("several"))
