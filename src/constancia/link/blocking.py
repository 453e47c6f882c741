"""Facts to pairs of reports worth comparing: of one type, within a week, in places that may hold one another.

Three ways lead to a pair: reports of one first division and week (nearest first, a few each), reports whose passages
share rare words, and passages that link to or copy one another. Nothing here decides; it only keeps the number of pairs
in proportion to the number of reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.facts import NO_DAY, Facts
from constancia.link.keys import WINDOW_DAYS, keys_of, near_pairs

Ints = npt.NDArray[np.signedinteger[Any]]
Keys = npt.NDArray[np.int64]
Pairing = Iterator[tuple[Ints, Ints]]

STORY_NEIGHBOURS = 12
"""How many passages alike in rare words each passage is compared with."""

STORY_LIKENESS = 0.08
"""Passages less alike than this (words and names together, 2 at most) are neighbours by chance."""

_ROWS_AT_ONCE = 2048
_PAIRS_AT_ONCE = 1 << 13
_KEYS_AT_ONCE = 1 << 18  # keys put in order together: more are no faster
_SHARED_AT_ONCE = 300_000  # shared words looked at together: bounds the memory however alike the texts are
_ROW_SHIFT, _OTHER_BITS = 50, 24  # of a key: 11 bits of row, 26 of likeness, 24 of the other passage
_MOST_ALIKE = np.float32(2.0)


def candidate_pairs(facts: Facts, alike: tuple[Ints, Ints], near: Pairing | None = None) -> tuple[Ints, Ints]:
    """Give the pairs of reports to compare, each once, the lower row first; `alike` are pairs of passages.

    `near` are the pairs near one another in the whole record, where the facts are a part of one.
    """
    if len(facts) < 2:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    ways = (near_pairs(keys_of(facts)) if near is None else near, _passage_pairs(facts, alike))
    found = (_keys(one[meet], two[meet], len(facts)) for way in ways for one, two, meet in _meeting(facts, way))
    return _ends(each_once(found), len(facts))


def _meeting(facts: Facts, pairs: Pairing) -> Iterator[tuple[Ints, Ints, npt.NDArray[np.bool_]]]:
    for one, two in pairs:
        yield one, two, _may_meet(facts, one, two)


def _keys(one: Ints, two: Ints, size: int) -> Keys:
    """Give each pair of two different rows as one number, the lower row first."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    return np.asarray((low.astype(np.int64) * size + high)[low != high])


def _ends(keys: Keys, size: int) -> tuple[Ints, Ints]:
    """Give the two rows of each key, in half the memory of the key."""
    one, two = np.empty(len(keys), np.int32), np.empty(len(keys), np.int32)
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        part = slice(start, start + _KEYS_AT_ONCE)
        one[part], two[part] = np.divmod(keys[part], size)
    return one, two


def each_once(stretches: Iterable[Keys]) -> Keys:
    """Give each key once, in order; sorting is several times faster than the hash table of `numpy.unique`."""
    known, fresh = np.zeros(0, np.int64), list[Keys]()
    for keys in stretches:
        fresh.append(keys)
        if sum(map(len, fresh)) > max(_KEYS_AT_ONCE, len(known)):
            known = _joined([known, *fresh])
            fresh.clear()
    return _joined([known, *fresh])


def _joined(stretches: list[Keys]) -> Keys:
    keys = np.concatenate(stretches)
    keys.sort()
    is_first = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    return keys[is_first]


def days_apart(columns: npt.NDArray[np.void], one: Ints, two: Ints) -> Ints:
    """Give the days between the spans of pairs; 0 where they meet, and where a day is not known."""
    gap = np.maximum(
        columns["day_from"][one] - columns["day_to"][two], columns["day_from"][two] - columns["day_to"][one]
    )
    known = (columns["day_from"][one] != NO_DAY) & (columns["day_from"][two] != NO_DAY)
    return np.where(known, np.maximum(gap, 0), 0)


def _may_meet(facts: Facts, one: Ints, two: Ints) -> npt.NDArray[np.bool_]:
    columns = facts.columns
    same_type = columns["type"][one] == columns["type"][two]
    return np.asarray(same_type & (days_apart(columns, one, two) <= WINDOW_DAYS))


def _passage_pairs(facts: Facts, alike: tuple[Ints, Ints]) -> Pairing:
    """Pair the reports of passages that are alike, that link to one another, or that are one passage."""
    order = np.argsort(facts.columns["passage"], kind="stable").astype(np.int32)
    edges = np.searchsorted(facts.columns["passage"][order], np.arange(len(facts.passages) + 1))
    for one, two in (alike, (np.arange(len(facts.passages), dtype=np.int32),) * 2):
        for start in range(0, len(one), _PAIRS_AT_ONCE):
            part = slice(start, start + _PAIRS_AT_ONCE)
            left, right = _crossed(edges, one[part], two[part])
            yield order[left], order[right]


def _cited(facts: Facts) -> list[tuple[int, int]]:
    passages = facts.passages
    linked, copied = list(passages.linked()), list(passages.copied())
    by_url: dict[str, list[int]] = defaultdict(list)
    wanted = {url for _, url in linked}
    for number, url in passages.urls() if wanted else ():
        if url in wanted:
            by_url[url].append(number)
    by_id = {name: number for number, name in passages.named({name for _, name in copied})}
    pairs = [(number, other) for number, url in linked for other in by_url.get(url, ())]
    return pairs + [(number, by_id[name]) for number, name in copied if name in by_id]


def alike_passages(facts: Facts, likest: Likest) -> tuple[Ints, Ints]:
    """Pair passages that link to or copy one another, and each with the few likest to it."""
    size = len(facts.passages)
    cited = np.array(_cited(facts), np.int64).reshape(-1, 2)
    stretches = (slice(at, at + _KEYS_AT_ONCE) for at in range(0, len(likest.one), _KEYS_AT_ONCE))
    likely = (_keys(likest.one[part], likest.other[part], size) for part in stretches)
    return _ends(each_once(chain([_keys(cited[:, 0], cited[:, 1], size)], likely)), size)


@dataclass(frozen=True, slots=True)
class Likest:
    """Passages, each with the few others likest to it in rare words and names, and how like they are."""

    one: Ints
    other: Ints
    likeness: npt.NDArray[np.float32]


def likest_passages(facts: Facts) -> Likest:
    """Find the passages likest to each."""
    rare = facts.lookup.rarest()
    turned = rare.T.tocsr()
    found = [_likest((rare[start:end] @ turned), start) for start, end in _stretches(rare, turned)]
    if not found:
        return Likest(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    one, other, likeness = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Likest(one, other, likeness)


def _stretches(rows: sparse.csr_matrix, turned: sparse.csr_matrix) -> Iterator[tuple[int, int]]:
    """Cut the rows into stretches that share so many words with other rows at most, one row at least."""
    shared = np.concatenate([[0], np.cumsum(np.diff(turned.indptr)[rows.indices], dtype=np.int64)])[rows.indptr]
    start, size = 0, rows.shape[0]
    while start < size:
        end = int(np.searchsorted(shared, shared[start] + _SHARED_AT_ONCE, "right")) - 1
        end = min(max(end, start + 1), start + _ROWS_AT_ONCE, size)
        yield start, end
        start = end


def _likest(likeness: sparse.csr_matrix, start: int) -> tuple[Ints, Ints, npt.NDArray[np.float32]]:
    """Give for each row of a stretch the few rows likest to it, those of a lower number first among equals.

    A pair is sorted as one number, which is several times as fast as by three columns.
    """
    row = np.repeat(np.arange(likeness.shape[0], dtype=np.int32), np.diff(likeness.indptr))
    kept = np.flatnonzero((likeness.data >= STORY_LIKENESS) & (likeness.indices != row + start))
    row, other = row[kept].astype(np.int64), likeness.indices[kept].astype(np.int64)
    bits = np.minimum(likeness.data[kept].astype(np.float32), _MOST_ALIKE).view(np.int32)
    most = int(_MOST_ALIKE.view(np.int32))
    unlike = most - bits.astype(np.int64)
    keys = np.sort((row << _ROW_SHIFT) | (unlike << _OTHER_BITS) | other)
    row, other = keys >> _ROW_SHIFT, keys & ((1 << _OTHER_BITS) - 1)
    unlike = (keys >> _OTHER_BITS) & ((1 << (_ROW_SHIFT - _OTHER_BITS)) - 1)
    first = np.searchsorted(row, np.arange(likeness.shape[0]))
    near = np.arange(len(row)) - first[row] < STORY_NEIGHBOURS
    return (
        (row[near] + start).astype(np.int32),
        other[near].astype(np.int32),
        (most - unlike[near]).astype(np.int32).view(np.float32),
    )


def _crossed(edges: Ints, one: Ints, two: Ints) -> tuple[Ints, Ints]:
    """Pair every report of one passage with every report of the other, by their places in order of passages."""
    sizes = np.diff(edges)
    products = sizes[one] * sizes[two]
    which = np.repeat(np.arange(len(one)), products)
    within = np.arange(len(which)) - np.repeat(np.cumsum(products) - products, products)
    wide = np.maximum(sizes[two[which]], 1)
    return edges[one[which]] + within // wide, edges[two[which]] + within % wide
