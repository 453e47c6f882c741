"""Counted words of texts, laid end to end, to sparse rows of TF-IDF weights of unit length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.rarity import HASH_BITS, Census, Weighed

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]

_FEW_WORDS = 1 << 22
"""From so many words on they are counted in a table of all numbers that a word may have: 64 MB, and no sorting."""

_WORDS_AT_ONCE = 1 << 17
_TEXTS_AT_ONCE = 4096
_BY_COUNT = (1 + np.log(np.maximum(np.arange(256), 1))).astype(np.float32)


@dataclass(slots=True)
class WordRows:
    """Counted words of texts as numbers laid end to end: how many words each text has, their numbers and counts."""

    _lengths: bytearray = field(default_factory=bytearray)
    _numbers: bytearray = field(default_factory=bytearray)
    _counts: bytearray = field(default_factory=bytearray)

    def add(self, row: Ints, number: Ints, texts: int, dropped: Ints | None = None) -> None:
        """Add the words of a batch of so many texts; `dropped` are (row, number) keys, in order, to leave out."""
        keys = np.sort((row << HASH_BITS) + number)
        first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
        counts, keys = np.diff(np.append(first, len(keys))), keys[first]
        if dropped is not None and len(dropped) and len(keys):
            at = np.minimum(np.searchsorted(keys, dropped), len(keys) - 1)
            keep = np.ones(len(keys), np.bool_)
            keep[at[keys[at] == dropped]] = False
            keys, counts = keys[keep], counts[keep]
        self._lengths += np.bincount(keys >> HASH_BITS, minlength=texts).astype(np.int32).tobytes()
        self._numbers += (keys & ((1 << HASH_BITS) - 1)).astype(np.int32).tobytes()
        self._counts += np.minimum(counts, 255).astype(np.uint8).tobytes()

    def census(self, sampled: Bools) -> Census:
        """Count in how many of the rows of a sample each word stands."""
        numbers, ends = np.frombuffer(self._numbers, np.int32), self._ends()
        rows = np.flatnonzero(sampled).tolist()
        told = [numbers[ends[row] : ends[row + 1]] for row in rows]
        known, seen = np.unique(np.concatenate([*told, np.zeros(0, np.int32)]), return_counts=True)
        return Census(len(rows), known, seen.astype(np.int32))

    def weigh(self, order: Ints, census: Census, least: int = 2) -> Weighed:
        """Give the rows, taken in an order, as TF-IDF of unit length, rarity being what a census says; and forget them.

        A word of too many texts weighs nothing; one of fewer texts here than `least` is left out once it has told how
        long the text is: it is shared by no two. Columns stand in the order of the words' numbers, so that sums come
        out the same to the last bit whatever order the texts came in and whichever others stand beside them.
        """
        known, found = self._numbered()
        seen = census.seen_of(known)
        rarity = census.rarity(seen)
        is_told = found >= least
        is_kept = is_told & (rarity > 0)
        column = np.cumsum(is_told, dtype=np.int32) - np.int32(1)
        kept_before = self._kept_before(is_kept)
        wanted = np.concatenate([[0], np.cumsum(np.diff(kept_before)[order])])
        places = np.zeros(len(order), np.int64)
        places[order] = wanted[:-1]
        places -= kept_before[:-1]
        data, columns = np.zeros(wanted[-1], np.float32), np.zeros(wanted[-1], np.int32)
        for start, edges, mine, counts in self._stretches():
            lengths = np.diff(edges)
            row = np.repeat(np.arange(len(lengths)), lengths)
            weights = _BY_COUNT.take(counts) * rarity.take(mine)
            norms = np.sqrt(np.bincount(row, weights=weights * weights, minlength=1))
            kept = np.flatnonzero(is_kept.take(mine))
            row = row.take(kept)
            where = places.take(start + row) + np.arange(kept_before[start], kept_before[start] + len(kept))
            columns[where] = column.take(mine.take(kept))
            data[where] = weights.take(kept) / norms.take(row)
        self._lengths, self._numbers, self._counts = bytearray(), bytearray(), bytearray()
        rows = sparse.csr_matrix((data, columns, wanted), shape=(len(order), max(1, int(column[-1]) + 1)))
        spare = np.zeros(rows.shape[1], np.int32)
        told = (np.append(column, spare)[: rows.shape[1]] for column in (known[is_told], seen[is_told]))
        return Weighed(rows, *told)

    def _ends(self) -> Ints:
        """Give where the words of each text end, after a 0."""
        return np.concatenate([[0], np.cumsum(np.frombuffer(self._lengths, np.int32), dtype=np.int64)])

    def _stretches(self) -> Iterator[tuple[int, Ints, Numbers, npt.NDArray[np.uint8]]]:
        """Give stretches of texts: the first text, where the words of each end, and the words and their counts."""
        numbers, counts = np.frombuffer(self._numbers, np.int32), np.frombuffer(self._counts, np.uint8)
        ends = self._ends()
        start, size = 0, len(ends) - 1
        while start < size:
            end = int(np.searchsorted(ends, ends[start] + _WORDS_AT_ONCE, "right")) - 1
            end = min(max(end, start + 1), start + _TEXTS_AT_ONCE)
            edges = ends[start : end + 1]
            yield start, edges, numbers[edges[0] : edges[-1]], counts[edges[0] : edges[-1]]
            start = end

    def _numbered(self) -> tuple[Numbers, Numbers]:
        """Put the place among all words known in the place of each word's number; give these words, and their rows.

        The words are in order of their numbers; the second array tells in how many of the rows each of them stands.
        """
        numbers = np.frombuffer(self._numbers, np.int32)
        known, found = _counted(numbers)
        table = None
        if len(numbers) >= _FEW_WORDS:
            table = np.zeros(int(known[-1]) + 1, np.int32)
            table[known] = np.arange(len(known), dtype=np.int32)
        for start in range(0, len(numbers), _WORDS_AT_ONCE):
            some = numbers[start : start + _WORDS_AT_ONCE]
            some[:] = np.searchsorted(known, some) if table is None else table.take(some)
        return known, found

    def _kept_before(self, is_kept: Bools) -> Ints:
        """Give how many words are kept before each text, and in all."""
        sums = [np.zeros(1, np.int64)]
        for _, edges, mine, _ in self._stretches():
            kept = np.concatenate([[0], np.cumsum(is_kept.take(mine))])
            sums.append(sums[-1][-1] + kept[edges[1:] - edges[0]])
        return np.concatenate(sums)


def _counted(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Give the distinct numbers, 0 among them, in order, and how often each comes."""
    if len(numbers) >= _FEW_WORDS:
        table = np.zeros(1 << HASH_BITS, np.int32)
        for start in range(0, len(numbers), _WORDS_AT_ONCE):
            np.add.at(table, numbers[start : start + _WORDS_AT_ONCE], np.int32(1))
        is_known = table > 0
        is_known[0] = True
        known = np.flatnonzero(is_known).astype(np.int32)
        return known, table[known]
    known, found = np.zeros(1, np.int32), np.zeros(1, np.int32)
    start = 0
    while start < len(numbers):
        end = start + max(_WORDS_AT_ONCE, len(known))
        known, found = _merged(known, found, np.sort(numbers[start:end]))
        start = end
    return known, found


def _merged(known: Numbers, found: Numbers, some: Numbers) -> tuple[Numbers, Numbers]:
    """Add numbers, in order, to those known and counted."""
    first = np.flatnonzero(np.concatenate([[True], some[1:] != some[:-1]]))
    every = np.concatenate([known, some[first]])
    counts = np.concatenate([found, np.diff(np.append(first, len(some))).astype(np.int32)])
    order = np.argsort(every, kind="stable")
    every, counts = every[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], every[1:] != every[:-1]]))
    return every[starts], np.add.reduceat(counts, starts).astype(np.int32)
