"""A name in its sentence in, whether it is of the kin or the household of somebody else out: "the mayor's cousin".

Whoever is told of by the office of somebody else holds none: they stay private.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from constancia.words import fold, load_lexicon
from constancia.words.forms import expand_all

_BEFORE = 70  # characters before a name in which it is told whose kin it is


@dataclass(frozen=True, slots=True)
class _Signs:
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    words = sorted(map(fold, expand_all(load_lexicon(language, "titles")["kin"])), key=len, reverse=True)
    kin = f"(?:{'|'.join(map(re.escape, words))})"
    of = r"(?:of|to|de|del)"
    owner = r"(?:'s|’s|s'|s’)"
    return _Signs(
        before=re.compile(rf"(?:{owner} (?:[\w-]+ ){{0,2}}{kin}|\b{kin} {of}(?: [\w-]+){{1,5}}),? \Z"),
        after=re.compile(rf", (?:[\w'’-]+ ){{0,3}}?(?:{kin}\b|[^,.;:]{{0,40}}{owner} (?:[\w-]+ )?{kin}\b)"),
    )


def is_kin_before(folded: str, start: int, language: str) -> bool:
    """Tell "the mayor's cousin, Jane Moss", "la prima del alcalde, Juana Moya" by the words before a name."""
    return _signs(language).before.search(folded, max(0, start - _BEFORE), start) is not None


def is_kin_behind(folded: str, end: int, language: str) -> bool:
    """Tell "Jane Moss, daughter of the governor", "Ann Kelly, the sister of a miner" by the words behind a name."""
    return _signs(language).after.match(folded, end) is not None
