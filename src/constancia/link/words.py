"""Texts to weighted words: sparse rows of TF-IDF weights of unit length, whose products are cosines."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.words import fold

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_NAME = re.compile(r"(?<=[^.!?:;\"'“”«»\n] )[A-ZÁÉÍÓÚÑÜ][^\W\d_]{2,}")

COMMON_SHARE = 0.1
"""A word in more than a tenth of the texts tells no story from another (and costs most of the time)."""

COMMON_AT_LEAST = 20
"""In a small record a tenth is few: words of up to this many texts are kept."""


def story_words(text: str) -> list[str]:
    """Give the folded words and numbers of a text."""
    return _WORD.findall(fold(text))


def name_words(text: str) -> list[str]:
    """Give the folded words that are written with a capital inside a sentence: names of people and places."""
    return [fold(word) for word in _NAME.findall(text)]


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

        A word of one text alone or of too many weighs nothing. Words are numbered by their spelling, so that sums come
        out the same to the last bit whatever order the texts came in.
        """
        matrix = self._counts()[order]
        matrix.sort_indices()
        rows = matrix.shape[0]
        found = np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float32)
        rarity = np.log((rows + 1) / np.maximum(found, 1)).astype(np.float32)
        rarity[(found < 2) | (found > max(COMMON_SHARE * rows, COMMON_AT_LEAST))] = 0
        matrix.data = (1 + np.log(matrix.data)) * rarity[matrix.indices]
        matrix.eliminate_zeros()
        return _unit(matrix)

    def _counts(self) -> sparse.csr_matrix:
        by_spelling = sorted(self.ids, key=self.ids.__getitem__)
        rank = np.empty(len(by_spelling), np.int32)
        rank[np.argsort(np.array(by_spelling, dtype=np.str_))] = np.arange(len(by_spelling), dtype=np.int32)
        words = rank[np.frombuffer(self.words, np.int32)] if len(self.words) else np.zeros(0, np.int32)
        counts = np.frombuffer(self.counts, np.float32) if len(self.counts) else np.zeros(0, np.float32)
        shape = (len(self.starts) - 1, max(1, len(by_spelling)))
        return sparse.csr_matrix((counts, words, np.frombuffer(self.starts, np.int64)), shape=shape)


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    lengths = np.sqrt(np.maximum(squares, 1e-12)).astype(np.float32)
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr))
    return matrix
