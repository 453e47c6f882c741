"""Texts to weighted words: sparse rows of TF-IDF weights of unit length, whose products are cosines."""

from __future__ import annotations

import re
import tomllib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.words import fold

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_CAPITAL = "[A-ZÁÉÍÓÚÑÜ][^\\W\\d_]+"
_NAME = re.compile(rf"(?P<before>[^\s] )?(?P<name>{_CAPITAL}(?:['’ -]{{1,2}}{_CAPITAL})*)")
_ENDS_SENTENCE = frozenset('.!?:;»”"')
_SPLIT = re.compile(r"[^\w]+")

COMMON_SHARE = 0.1
"""A word in more than a tenth of the texts tells no story from another (and costs most of the time)."""

COMMON_AT_LEAST = 20
"""In a small record a tenth is few: words of up to this many texts are kept."""

READ_CHARACTERS = 2000
"""News tells its story at the start: on news of shootings the rest changed no score by more than 0.003."""


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of a passage by which stories are told apart."""

    words: list[str]
    names: list[str]
    ages: list[str]


def story_words(text: str) -> list[str]:
    """Give the folded words and numbers of a text."""
    return _WORD.findall(fold(text))


def split_words(text: str) -> list[str]:
    """Give the folded words of a name."""
    return _SPLIT.split(fold(text))


def name_words(text: str) -> list[str]:
    """Give the folded words written with a capital, and each two that stand together: names of people and places.

    A single capital at the start of a sentence is no sign of a name.
    """
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = split_words(match["name"])
        if len(words) > 1:
            found += words
            found += [f"{one} {two}" for one, two in pairwise(words)]
        elif match["before"] and match["before"][0] not in _ENDS_SENTENCE:
            found += words
    return found


@cache
def _age_pattern() -> re.Pattern[str]:
    table = tomllib.loads(files("constancia.data").joinpath("linking", "words.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(table["ages"]["patterns"]))


def read_story(text: str) -> StoryWords:
    """Read the start of a passage for what tells its story from others."""
    head = text[:READ_CHARACTERS]
    folded = fold(head)
    ages = ["".join(groups) for groups in _age_pattern().findall(folded)]
    return StoryWords(_WORD.findall(folded), name_words(head), ages)


@dataclass(slots=True)
class WordCounts:
    """Counts of words, one row a text, gathered row by row."""

    ids: dict[str, int] = field(default_factory=dict)
    starts: array[int] = field(default_factory=lambda: array("q", [0]))
    words: array[int] = field(default_factory=lambda: array("i"))
    counts: array[float] = field(default_factory=lambda: array("f"))

    def add(self, words: Iterable[str]) -> None:
        """Add the row of one more text."""
        ids = self.ids
        for word, count in Counter(words).items():
            self.words.append(ids.setdefault(word, len(ids)))
            self.counts.append(count)
        self.starts.append(len(self.words))

    def weigh(self, order: npt.NDArray[np.int64]) -> sparse.csr_matrix:
        """Give the rows, taken in an order, as TF-IDF of unit length.

        A word of too many texts weighs nothing; one of one text alone is left out once it has told how long the text
        is. Words are numbered by their spelling, so that sums come
        out the same to the last bit whatever order the texts came in.
        """
        matrix = self._counts()[order]
        matrix.sort_indices()
        rows = matrix.shape[0]
        found = np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float32)
        rarity = np.log((rows + 1) / np.maximum(found, 1)).astype(np.float32)
        rarity[found > max(COMMON_SHARE * rows, COMMON_AT_LEAST)] = 0
        matrix.data = (1 + np.log(matrix.data)) * rarity[matrix.indices]
        _to_unit(matrix)
        matrix.data[found[matrix.indices] < 2] = 0
        matrix.eliminate_zeros()
        return matrix

    def _counts(self) -> sparse.csr_matrix:
        by_spelling = sorted(self.ids, key=self.ids.__getitem__)
        rank = np.empty(len(by_spelling), np.int32)
        rank[np.argsort(np.array(by_spelling, dtype=np.str_))] = np.arange(len(by_spelling), dtype=np.int32)
        words = rank[np.frombuffer(self.words, np.int32)] if len(self.words) else np.zeros(0, np.int32)
        counts = np.frombuffer(self.counts, np.float32) if len(self.counts) else np.zeros(0, np.float32)
        shape = (len(self.starts) - 1, max(1, len(by_spelling)))
        return sparse.csr_matrix((counts, words, np.frombuffer(self.starts, np.int64)), shape=shape)


def _to_unit(matrix: sparse.csr_matrix) -> None:
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    lengths = np.sqrt(np.maximum(squares, 1e-12)).astype(np.float32)
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr))
