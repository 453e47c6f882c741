"""Facts to pairs of reports worth comparing: of one type, within a week, in places that may hold one another.

Three ways lead to a pair: reports of one first division and week (nearest first, a few each), reports whose passages
share rare words, and passages that link to or copy one another. Nothing here decides; it only keeps the number of pairs
in proportion to the number of reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.facts import NO_DAY, Facts

Ints = npt.NDArray[np.int64]
Pairing = Iterator[tuple[Ints, Ints]]

WINDOW_DAYS = 7
"""Reports farther apart than this are not compared: news of a deed is rarely dated a week wrong."""

NEIGHBOURS = 16
"""How many reports of one block, nearest in day and place, each report is compared with."""

WIDE_NEIGHBOURS = 12
"""How many reports inside a country or region are tried for a report that names no finer place."""

STORY_NEIGHBOURS = 12
"""How many passages alike in rare words each passage is compared with."""

STORY_LIKENESS = 0.08
"""Passages less alike than this (words and names together, 2 at most) are neighbours by chance."""

_ROWS_AT_ONCE = 2048
_SHARED_AT_ONCE = 300_000  # shared words looked at together: bounds the memory however alike the texts are
_ROW_SHIFT, _OTHER_BITS = 50, 24  # of a key: 11 bits of row, 26 of likeness, 24 of the other passage
_MOST_ALIKE = np.float32(2.0)


def candidate_pairs(facts: Facts, alike: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Give the pairs of reports to compare, each once, the lower row first; `alike` are pairs of passages."""
    if len(facts) < 2:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    ways = (_block_pairs(facts), _wide_pairs(facts), _counter_pairs(facts), iter([_passage_pairs(facts, alike)]))
    found = [_keys(one[meet], two[meet], len(facts)) for way in ways for one, two, meet in _meeting(facts, way)]
    keys = each_once(_joined(found))
    return keys // len(facts), keys % len(facts)


def _meeting(facts: Facts, pairs: Pairing) -> Iterator[tuple[Ints, Ints, npt.NDArray[np.bool_]]]:
    for one, two in pairs:
        yield one, two, _may_meet(facts, one, two)


def _keys(one: Ints, two: Ints, size: int) -> Ints:
    """Give each pair of two different rows as one number, the lower row first."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    return np.asarray((low * size + high)[low != high])


def each_once(keys: Ints) -> Ints:
    """Give each key once, in order; sorting is several times faster than the hash table of `numpy.unique`."""
    ordered = np.sort(keys)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


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


def _entries(facts: Facts) -> tuple[Ints, Ints]:
    """Give (row, day) of each report: its first day, and its last when its span is long."""
    columns = facts.columns
    rows = np.flatnonzero(columns["day_from"] != NO_DAY)
    long = rows[columns["day_to"][rows] - columns["day_from"][rows] > 2]
    days = np.concatenate([columns["day_from"][rows], columns["day_to"][long]]).astype(np.int64)
    return np.concatenate([rows, long]), days


def _block_pairs(facts: Facts) -> Pairing:
    """Pair each report with the next few of its block: type, country and first division, sorted by day and place."""
    rows, days = _entries(facts)
    columns, atlas = facts.columns, facts.atlas
    place = columns["place"][rows]
    placed = atlas.country[place] != 0
    rows, days, place = rows[placed], days[placed], place[placed]
    block = (
        (columns["type"][rows].astype(np.int64) << 40)
        + (atlas.country[place].astype(np.int64) << 20)
        + atlas.admin1[place]
    )
    order = np.lexsort((rows, columns["form"][rows], atlas.name[place], days, block))
    rows, days, block = rows[order], days[order], block[order]
    for step in range(1, min(NEIGHBOURS, len(rows) - 1) + 1):
        near = np.flatnonzero((block[step:] == block[:-step]) & (days[step:] - days[:-step] <= WINDOW_DAYS))
        yield rows[near], rows[near + step]


def _wide_pairs(facts: Facts) -> Pairing:
    """Pair each report of a country or unbounded region with some reports inside it, nearest in day."""
    rows, days = _entries(facts)
    columns, atlas = facts.columns, facts.atlas
    place = columns["place"][rows]
    country = atlas.country[place].astype(np.int64)
    key = ((columns["type"][rows].astype(np.int64) << 20) + country << 24) + (days & 0xFFFFFF)
    order = np.lexsort((rows, key))
    rows, key, country, place = rows[order], key[order], country[order], place[order]
    wide = np.flatnonzero((country != 0) & (atlas.admin1[place] == 0))
    for step in range(1, WIDE_NEIGHBOURS + 1):
        for shift in (step, -step):
            other = wide + shift
            inside = (other >= 0) & (other < len(rows))
            mine, other = wide[inside], other[inside]
            near = np.abs(key[mine] - key[other]) <= WINDOW_DAYS
            yield rows[mine[near]], rows[other[near]]


def _counter_pairs(facts: Facts) -> Pairing:
    """Pair reports whose day counters give one day 1, wherever they are told."""
    rows = np.flatnonzero(facts.columns["epoch"] != NO_DAY)
    keys = (facts.columns["type"][rows].astype(np.int64) << 32) + facts.columns["epoch"][rows]
    order = np.lexsort((rows, keys))
    rows, keys = rows[order], keys[order]
    for step in range(1, min(WIDE_NEIGHBOURS + 1, len(rows))):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        yield rows[same], rows[same + step]


def _passage_pairs(facts: Facts, alike: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Pair the reports of passages that are alike, that link to one another, or that are one passage."""
    same = np.arange(len(facts.passages), dtype=np.int64)
    return _crossed(facts, np.concatenate([alike[0], same]), np.concatenate([alike[1], same]))


def _cited(facts: Facts) -> list[tuple[int, int]]:
    by_url: dict[str, list[int]] = defaultdict(list)
    by_id: dict[str, int] = {}
    for number, passage in enumerate(facts.passages):
        by_id[passage.passage_id] = number
        if passage.url and not passage.linked_url:
            by_url[passage.url].append(number)
    pairs = []
    for number, passage in enumerate(facts.passages):
        pairs += [(number, other) for other in by_url.get(passage.linked_url or "", ())]
        if passage.copy_of in by_id:
            pairs.append((number, by_id[passage.copy_of]))
    return pairs


def alike_passages(facts: Facts) -> tuple[Ints, Ints]:
    """Pair passages that link to or copy one another, and each with the few likest in rare words and names."""
    size = len(facts.passages)
    rare = facts.rarest
    turned = rare.T.tocsr()
    cited = np.array(_cited(facts), np.int64).reshape(-1, 2)
    found = [_keys(cited[:, 0], cited[:, 1], size)]
    for start, end in _stretches(rare, turned):
        mine, other = _likest((rare[start:end] @ turned), start)
        found.append(_keys(mine, other, size))
    keys = each_once(_joined(found))
    return keys // size, keys % size


def _stretches(rows: sparse.csr_matrix, turned: sparse.csr_matrix) -> Iterator[tuple[int, int]]:
    """Cut the rows into stretches that share so many words with other rows at most, one row at least."""
    shared = np.concatenate([[0], np.cumsum(np.diff(turned.indptr)[rows.indices], dtype=np.int64)])[rows.indptr]
    start, size = 0, rows.shape[0]
    while start < size:
        end = int(np.searchsorted(shared, shared[start] + _SHARED_AT_ONCE, "right")) - 1
        end = min(max(end, start + 1), start + _ROWS_AT_ONCE, size)
        yield start, end
        start = end


def _likest(likeness: sparse.csr_matrix, start: int) -> tuple[Ints, Ints]:
    """Give for each row of a stretch the few rows likest to it, those of a lower number first among equals.

    A pair is sorted as one number, which is several times as fast as by three columns.
    """
    row = np.repeat(np.arange(likeness.shape[0], dtype=np.int32), np.diff(likeness.indptr))
    kept = np.flatnonzero((likeness.data >= STORY_LIKENESS) & (likeness.indices != row + start))
    row, other = row[kept].astype(np.int64), likeness.indices[kept].astype(np.int64)
    bits = np.minimum(likeness.data[kept].astype(np.float32), _MOST_ALIKE).view(np.int32)
    unlike = int(_MOST_ALIKE.view(np.int32)) - bits.astype(np.int64)
    keys = np.sort((row << _ROW_SHIFT) | (unlike << _OTHER_BITS) | other)
    row, other = keys >> _ROW_SHIFT, keys & ((1 << _OTHER_BITS) - 1)
    first = np.searchsorted(row, np.arange(likeness.shape[0]))
    near = np.arange(len(row)) - first[row] < STORY_NEIGHBOURS
    return row[near] + start, other[near]


def _crossed(facts: Facts, one: Ints, two: Ints) -> tuple[Ints, Ints]:
    """Pair every report of one passage with every report of the other."""
    order = np.argsort(facts.columns["passage"], kind="stable")
    sorted_passages = facts.columns["passage"][order]
    starts = np.searchsorted(sorted_passages, np.arange(len(facts.passages) + 1))
    sizes = np.diff(starts)
    products = sizes[one] * sizes[two]
    which = np.repeat(np.arange(len(one)), products)
    within = np.arange(len(which)) - np.repeat(np.cumsum(products) - products, products)
    left = starts[one[which]] + within // np.maximum(sizes[two[which]], 1)
    right = starts[two[which]] + within % np.maximum(sizes[two[which]], 1)
    return order[left], order[right]


def _joined(arrays: list[npt.NDArray[np.int64]]) -> Ints:
    return np.concatenate(arrays).astype(np.int64) if arrays else np.zeros(0, np.int64)
