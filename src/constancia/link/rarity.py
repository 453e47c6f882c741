"""A sample of a record to how rare each word is: the weight of words, and which of them others are looked up by.

Rarity is told by a sample that chance draws by the passages' ids, so that it is the same in whatever order they came,
and that one page more seldom changes: what was linked before then stands.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

COMMON_SHARE = 0.1
"""A word in more than a tenth of the texts tells no story from another (and costs most of the time)."""

COMMON_AT_LEAST = 20
"""In a small record a tenth is few: words of up to this many texts are kept."""

SAMPLED_PASSAGES = 4096
"""How rare words are is told by so many passages, or by all of a smaller record: one page more seldom changes it."""

COMPARISONS = 1000
"""Shared words looked at for each passage: the rarest words first, as many as this pays for."""

HASH_BITS = 24
"""Two of a million words in 60 share a number at this width: far rarer than words of two meanings."""

_TEXTS_AT_ONCE = 4096

_GROWTH = 4
"""Which words are rare enough to look others up by is settled anew when a record has grown by so many times."""


@dataclass(frozen=True, slots=True)
class Census:
    """In how many of a sample of texts each word stands: its number in order, and how often it was seen."""

    texts: int
    numbers: npt.NDArray[np.int32]
    seen: npt.NDArray[np.int32]

    def seen_of(self, numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Give in how many texts of the sample each of some words stands."""
        if not len(self.numbers):
            return np.zeros(len(numbers), np.int32)
        place = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        return np.where(self.numbers[place] == numbers, self.seen[place], 0).astype(np.int32)

    def rarity(self, seen: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
        """Give the weight of words by how often the sample has them; one that it has not is as rare as one it has."""
        table = np.log((self.texts + 1) / np.maximum(np.arange(int(seen.max(initial=0)) + 1), 1)).astype(np.float32)
        table[int(max(COMMON_SHARE * self.texts, COMMON_AT_LEAST)) + 1 :] = 0
        return np.asarray(table[seen], np.float32)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Weighed rows, and for each of their columns its word's number and in how many texts of the sample that stands."""

    rows: sparse.csr_matrix
    numbers: npt.NDArray[np.int32]
    seen: npt.NDArray[np.int32]

    def rarest(self, limit: int) -> sparse.csr_matrix:
        """Keep the words that stand in fewer texts of the sample than the limit; the columns stay."""
        rows, is_rare = self.rows, self.seen < limit
        sizes = [np.zeros(1, np.int64)]
        data, columns = [np.zeros(0, np.float32)], [np.zeros(0, np.int32)]
        for start in range(0, rows.shape[0], _TEXTS_AT_ONCE):
            edges = rows.indptr[start : start + _TEXTS_AT_ONCE + 1]
            mine = slice(edges[0], edges[-1])
            kept = np.flatnonzero(is_rare.take(rows.indices[mine]))
            sizes.append(np.diff(np.searchsorted(kept, edges - edges[0])))
            data.append(rows.data[mine].take(kept))
            columns.append(rows.indices[mine].take(kept))
        ends = np.cumsum(np.concatenate(sizes))
        return sparse.csr_matrix((np.concatenate(data), np.concatenate(columns), ends), shape=rows.shape)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """How rare words are in a record: a census for each kind of word, and from where on a word is not looked up by.

    `newest` is the last of the sampled passages' (mark, id), None where all of the record is sampled; a passage marked
    below it would belong to the sample, if it was published before `until` (`months.py`). `scale` is how many times the
    sample the record is, in steps of _GROWTH.
    """

    quotes: Census
    stories: Census
    names: Census
    ages: Census
    limit: int
    newest: tuple[int, str] | None = None
    scale: int = 1
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    """Words and names of passages, of which the rarest are looked up by: those of fewer texts than the limit."""

    stories: Weighed
    names: Weighed
    limit: int

    def rarest(self) -> sparse.csr_matrix:
        """Give the rarest, words and names side by side: made when asked for, as large as a third of all words."""
        words, names = (one.rarest(self.limit) for one in (self.stories, self.names))
        edges = words.indptr + names.indptr
        columns, data = np.empty(edges[-1], np.int32), np.empty(edges[-1], np.float32)
        for one, before, shift in ((words, names.indptr[:-1], 0), (names, words.indptr[1:], words.shape[1])):
            for start in range(0, one.shape[0], _TEXTS_AT_ONCE):
                ends = one.indptr[start : start + _TEXTS_AT_ONCE + 1]
                mine = slice(ends[0], ends[-1])
                where = np.arange(ends[0], ends[-1])
                where += np.repeat(before[start : start + _TEXTS_AT_ONCE], np.diff(ends))
                columns[where], data[where] = one.indices[mine] + np.int32(shift), one.data[mine]
        return sparse.csr_matrix((data, columns, edges), shape=(words.shape[0], words.shape[1] + names.shape[1]))

    def words(self) -> npt.NDArray[np.int32]:
        """Give the numbers of the columns of `rarest`; no word has that of a name."""
        return np.concatenate([self.stories.numbers, self.names.numbers | np.int32(1 << HASH_BITS)])


def mark_of(passage_id: str) -> int:
    """Give the number by which passages are drawn into the sample, the lowest first: by chance, and for good."""
    return zlib.crc32(passage_id.encode("utf-8", "surrogatepass"))


def scale_of(passages: int) -> int:
    """Give how many times the sample so many passages are, to within a factor of two."""
    if passages <= SAMPLED_PASSAGES:
        return 1
    scale = _GROWTH // 2
    while passages > SAMPLED_PASSAGES * scale * 2:
        scale *= _GROWTH
    return scale


def rare_limit(stories: Census, names: Census, scale: int) -> int:
    """Give the count from which on a word is too common: up to it, all texts that share one can be compared.

    Two texts of the sample that share a word stand for `scale` squared of the record.
    """
    by_rarity = np.sort(np.concatenate([stories.seen, names.seen])).astype(np.int64)
    affordable = np.searchsorted(np.cumsum(by_rarity**2), COMPARISONS * stories.texts / scale)
    limit = by_rarity[affordable] if affordable < len(by_rarity) else by_rarity.max(initial=0) + 1
    return max(int(limit), 2)
