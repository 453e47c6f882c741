"""A text to hashes of its words, of runs of its words, and to the few of them that stand for it when copies are sought.

Hashes are of the folded letters, so the same words give the same numbers on every machine and in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from constancia.link.letters import PLANE, characters, codes_of, folded_plane

Hashes = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
T = TypeVar("T")

SEEK_WORDS = 5
"""Words in a run by which copies are sought: a run of five seldom stands in two texts by chance."""

CHECK_WORDS = 3
"""Words in a run by which a copy is checked: one changed word spoils only three runs."""

WINDOW = 16
"""Of so many runs in a row the least is kept (winnowing): texts that share WINDOW + SEEK_WORDS - 1 words meet."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_STEP = np.uint64(0xD6E8FEB86659FD93)
_BATCH = 1 << 16
_HEAD_WORDS = 8
_LEAST_NAMED = 3  # a title of two words names no story


@cache
def _is_letter() -> npt.NDArray[np.bool_]:
    return np.strings.isalnum(characters())


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    up, down = np.full(size, _BASE), np.full(size, _INVERSE)
    up[0] = down[0] = 1
    return np.multiply.accumulate(up), np.multiply.accumulate(down)


class Words:
    """The words of a text: where each stands and the hash of its folded letters."""

    __slots__ = ("ends", "hashes", "starts")

    def __init__(self, text: str) -> None:
        codes = folded_plane()[np.minimum(codes_of(text), PLANE - 1)]
        letter = _is_letter()[codes]
        edged = np.zeros(len(codes) + 2, dtype=np.bool_)
        edged[1:-1] = letter
        turns = np.flatnonzero(edged[1:] != edged[:-1])
        self.starts: Ints = turns[::2]
        self.ends: Ints = turns[1::2]
        up, down = _powers(1 << max(10, len(codes).bit_length()))
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum((codes + np.uint64(1)) * up[: len(codes)], out=sums[1:])
        self.hashes: Hashes = mixed((sums[self.ends] - sums[self.starts]) * down[self.starts])

    def __len__(self) -> int:
        return len(self.hashes)

    def between(self, start: int, end: int) -> Words:
        """Give the words of a stretch of the text, their places counted from its start."""
        first, last = np.searchsorted(self.starts, (start, end)).tolist()
        part = Words.__new__(Words)
        part.starts, part.ends = self.starts[first:last] - start, self.ends[first:last] - start
        part.hashes = self.hashes[first:last]
        return part


def words_of_each(texts: Iterable[str]) -> Iterator[Words]:
    """Give the words of each text; many are read as one, which takes a third of the time."""
    for batch in _batches(texts, len):
        whole = Words("\n".join(batch))
        start = 0
        for text in batch:
            yield whole.between(start, start + len(text))
            start += len(text) + 1


def _batches(items: Iterable[T], size_of: Callable[[T], int]) -> Iterator[list[T]]:
    """Give items in batches of some 64,000 characters: what is read as one takes room for all its characters."""
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        size += size_of(item)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def many_fingerprints(texts: Iterable[tuple[str, int]]) -> Iterator[Hashes]:
    """Give the fingerprints of each text and end of its title; many are read as one, which takes half the time."""
    for batch in _batches(texts, lambda one: len(one[0])):
        yield from _fingerprints_of_batch(batch)


def _fingerprints_of_batch(batch: list[tuple[str, int]]) -> Iterator[Hashes]:
    words = Words("\n".join(text for text, _ in batch))
    starts = np.cumsum([0, *(len(text) + 1 for text, _ in batch)])
    title_ends = starts[:-1] + np.asarray([title_end for _, title_end in batch], dtype=np.int64)
    bounds = np.searchsorted(words.starts, starts).tolist()
    titles = np.searchsorted(words.starts, title_ends).tolist()
    values = runs(words.hashes, SEEK_WORDS)
    least = _least_of_windows(values)
    for (first, last), title in zip(pairwise(bounds), titles, strict=True):
        hashes = words.hashes[first:last]
        windows = last - first - SEEK_WORDS - WINDOW + 2
        kept = least[first : first + windows] if windows > 0 else runs(hashes, SEEK_WORDS)
        yield _with_heads(kept if windows > 0 or not len(kept) else kept.min(keepdims=True), hashes, title - first)


def _least_of_windows(values: Hashes) -> Hashes:
    """Give the least of every WINDOW values in a row (a power of two), halving the work at each step."""
    width = 1
    while width < WINDOW and len(values) > width:
        values = np.minimum(values[:-width], values[width:])
        width *= 2
    return values


def mixed(values: Hashes) -> Hashes:
    """Spread hashes evenly over 64 bits (the finisher of SplitMix64, Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return values ^ (values >> np.uint64(31))


def runs(hashes: Hashes, length: int) -> Hashes:
    """Hash every run of `length` words; a shorter text is one run."""
    if len(hashes) == 0:
        return hashes
    length = min(length, len(hashes))
    count = len(hashes) - length + 1
    total = hashes[:count].copy()
    for place in range(1, length):
        total = total * _STEP + hashes[place : place + count]
    return mixed(total)


def _with_heads(kept: Hashes, hashes: Hashes, title_words: int) -> Hashes:
    """Add to the runs kept of a text its title and the head of its body, so that short ones meet."""
    title, head = hashes[:title_words], hashes[title_words : title_words + _HEAD_WORDS]
    named = [runs(part, len(part)) for part in (title, head) if len(part) >= _LEAST_NAMED]
    return distinct(np.concatenate([kept, *named]))


def distinct(values: Hashes) -> Hashes:
    """Give each value once, in order of size."""
    values = np.sort(values)
    kept = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=kept[1:])
    return values[kept]
