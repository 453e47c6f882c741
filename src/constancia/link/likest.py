"""Rare words of passages to the few others likest to each: a sparse product, in blocks that the cache holds.

Likeness goes both ways, so that a block is met with those before it and with itself, and each product counts for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.facts import Facts
from constancia.link.products import Products

Ints = npt.NDArray[np.signedinteger[Any]]
Keys = npt.NDArray[np.int64]

STORY_NEIGHBOURS = 12
"""How many passages alike in rare words each passage is compared with."""

STORY_LIKENESS = 0.08
"""Passages less alike than this (words and names together, 2 at most) are neighbours by chance."""

_BLOCK = 1 << 16  # passages that all before them are met with at a time
_SHARED_AT_ONCE = 1 << 18  # shared words looked at together: bounds the memory however alike the texts are
_FEW = 1 << 17  # passages found alike that are gathered, at least, before the likest are picked
_UNLIKE_BITS = 26  # of a key; what the number of the other passage leaves of 63 is the row's
_MOST_ALIKE = np.float32(2.0)
_MOST = int(_MOST_ALIKE.view(np.int32))


@dataclass(frozen=True, slots=True)
class Likest:
    """Passages, each with the few others likest to it in rare words and names, and how like they are."""

    one: Ints
    other: Ints
    likeness: npt.NDArray[np.float32]

    def none(self) -> Likest:
        """Give no passages in place of these."""
        return Likest(self.one[:0].copy(), self.other[:0].copy(), self.likeness[:0].copy())


def likest_passages(facts: Facts) -> Likest:
    """Find the passages likest to each, those of a lower number first among equals."""
    return _likest_rows(facts.lookup.rarest())


def _likest_rows(rows: sparse.csr_matrix) -> Likest:
    size = rows.shape[0]
    bits = max(size - 1, 1).bit_length()
    stretch = 1 << (63 - _UNLIKE_BITS - bits)
    nearest = [_Nearest(start, min(stretch, size - start), bits) for start in range(0, max(size, 1), stretch)]
    at_once = min(_BLOCK, stretch)
    for first in range(0, size, at_once):
        products = Products(rows[first : first + at_once].T.tocsr())
        for above in range(0, first + 1, at_once):
            part = range(above, min(above + at_once, size))
            for start, end in products.stretches(rows, part, _SHARED_AT_ONCE):
                one, other, unlike = _alike(*products.of(rows, start, end))
                one, other = one + np.int32(start), other + np.int32(first)
                nearest[above // stretch].gather(one, other, unlike)
                if above < first:
                    nearest[first // stretch].gather(other, one, unlike)
    one, other, likeness = (np.concatenate(column) for column in zip(*(some.found() for some in nearest), strict=True))
    return Likest(one, other, likeness)


def _alike(ends: Ints, others: Ints, likeness: npt.NDArray[np.float32]) -> tuple[Ints, Ints, Keys]:
    """Give the pairs that are like enough, and how unlike they are as a number."""
    kept = np.flatnonzero(likeness >= STORY_LIKENESS)
    sizes = np.diff(np.searchsorted(kept, ends))
    row = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    bits = np.minimum(likeness.take(kept), _MOST_ALIKE).view(np.int32)
    return row, others.take(kept), (_MOST - bits).astype(np.int64)


class _Nearest:
    """The few likest to each of a stretch of rows: pairs are gathered, and picked from when they are many.

    A pair is one number, of its row, how unlike it is and the other passage: to sort these is many times as fast as to
    sort columns.
    """

    def __init__(self, start: int, size: int, bits: int) -> None:
        self._start, self._bits = start, bits
        self._pairs: list[Keys] = [np.zeros(0, np.int64)]
        self._worst = np.full(size, np.iinfo(np.int64).max)  # of the passages picked so far, for each row
        self._size = self._kept = 0

    def gather(self, rows: Ints, others: Ints, unlike: Keys) -> None:
        """Take in pairs that are no worse than what was picked."""
        within, keys = rows - np.int32(self._start), (unlike << self._bits) | others
        able = np.flatnonzero((keys < self._worst.take(within)) & (rows != others))
        self._pairs.append((within.take(able).astype(np.int64) << (self._bits + _UNLIKE_BITS)) | keys.take(able))
        self._size += len(able)
        if self._size > max(_FEW, 2 * self._kept):
            self._pick()

    def found(self) -> tuple[Ints, Ints, npt.NDArray[np.float32]]:
        """Give the rows, in order, the passages likest to each, and how like they are."""
        self._pick()
        pairs = self._pairs.pop()
        unlike = (pairs >> self._bits) & ((1 << _UNLIKE_BITS) - 1)
        others = (pairs & ((1 << self._bits) - 1)).astype(np.int32)
        rows = (pairs >> (self._bits + _UNLIKE_BITS)).astype(np.int32) + np.int32(self._start)
        return rows, others, (_MOST - unlike).astype(np.int32).view(np.float32)

    def _pick(self) -> None:
        pairs = np.concatenate(self._pairs)
        self._pairs = []
        pairs.sort()
        row = (pairs >> (self._bits + _UNLIKE_BITS)).astype(np.int32)
        is_first = np.concatenate([[True], row[1:] != row[:-1]])[: len(row)]
        firsts = np.flatnonzero(is_first).astype(np.int32)
        place = np.arange(len(row), dtype=np.int32) - np.repeat(firsts, np.diff(firsts, append=np.int32(len(row))))
        last = np.flatnonzero(place == STORY_NEIGHBOURS - 1)
        self._worst[row[last]] = pairs[last] & ((1 << (self._bits + _UNLIKE_BITS)) - 1)
        self._pairs = [pairs[place < STORY_NEIGHBOURS]]
        self._size = self._kept = len(self._pairs[0])
