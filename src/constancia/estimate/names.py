"""Two names in; which of their parts agree, contradict one another or are missing out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from constancia.estimate.rules import Rules
from constancia.words import fold

_ASIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|\balias\b.*")
_WORD = re.compile(r"[^\W\d_]+")
# Letters that Spanish and English clerks write for one another.
_SOUNDS = (
    ("hua", "wa"),
    ("gua", "wa"),
    ("ph", "f"),
    ("ll", "y"),
    ("qu", "k"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("ge", "je"),
    ("gi", "ji"),
)
_SHORTEST_SLIP = 5
_LETTERS = str.maketrans({"z": "s", "v": "b", "h": "", "c": "k", "w": "u", "i": "y"})


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of parts that agree, each with its likeness; how many are perhaps slips, contradict, only one has."""

    agreed: tuple[tuple[str, str, float], ...]
    slips: int
    conflicts: int
    missing: int

    @property
    def n_whole(self) -> int:
        """The number of pairs that agree in more than an initial."""
        return sum(len(one) > 1 and len(other) > 1 for one, other, _ in self.agreed)


def name_parts(name: str, rules: Rules) -> tuple[str, ...]:
    """Give the parts of a name that tell people apart, in alphabetical order: "Quispe, Juan" is "Juan Quispe"."""
    words = _WORD.findall(_ASIDE.sub(" ", fold(name)))
    full = [rules.abbreviations.get(word, word) for word in words]
    kept = [word for word in full if word not in rules.empty_words]
    return tuple(sorted(kept or full))


@lru_cache(maxsize=2**18)
def sound(part: str) -> str:
    """Give what spellings of one name part share: "Vázquez", "Basques"."""
    for letters, sounded in _SOUNDS:
        part = part.replace(letters, sounded)
    part = part.translate(_LETTERS) or part
    return "".join(letter for place, letter in enumerate(part) if not place or letter != part[place - 1])


@lru_cache(maxsize=2**18)
def likeness(one: str, other: str) -> float:
    """Say how alike two name parts are, 0 to 1; an initial is wholly like each part that begins with it."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return float(one[0] == other[0])
    mine, theirs = sound(one), sound(other)
    if mine == theirs:
        return 0.97
    return 0.0 if _are_two_names(mine, theirs) else OSA.normalized_similarity(mine, theirs)


def _are_two_names(one: str, other: str) -> bool:
    """Tell of another first letter, or another gender (Claudio, Claudia), which no slip of the pen explains."""
    return one[0] != other[0] or (one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"})


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two parts of five letters or more are one letter apart: perhaps a slip, perhaps another name."""
    if min(len(one), len(other)) < _SHORTEST_SLIP or _are_two_names(one, other):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def align(one: tuple[str, ...], other: tuple[str, ...], least: float) -> Alignment:
    """Pair the parts of two names, the most alike first, each once, whole parts before initials."""
    pairs = [(likeness(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    whole_first = sorted(
        (pair for pair in pairs if pair[0] >= least),
        key=lambda pair: (min(len(one[pair[1]]), len(other[pair[2]])) == 1, -pair[0], pair[1:]),
    )
    left, right = set(range(len(one))), set(range(len(other)))
    agreed = []
    for alike, i, j in whole_first:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            agreed.append((one[i], other[j], alike))
    slips = 0
    for i, j in [(i, j) for i in sorted(left) for j in sorted(right)]:
        if i in left and j in right and _is_slip(one[i], other[j]):
            left.remove(i)
            right.remove(j)
            slips += 1
    conflicts = min(len(left), len(right))
    return Alignment(tuple(agreed), slips, conflicts, max(len(left), len(right)) - conflicts)


def frequency(parts: tuple[tuple[str, ...], ...]) -> Mapping[str, int]:
    """Count in how many names each part stands, spellings of one sound together."""
    counts: dict[str, int] = {}
    for name in parts:
        for key in {sound(part) for part in name}:
            counts[key] = counts.get(key, 0) + 1
    return counts
