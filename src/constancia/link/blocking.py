"""Facts to pairs of reports worth comparing: of one type, within a week, in places that may hold one another.

Three ways lead to a pair: reports of one first division and week (nearest first, a few each), reports whose passages
share rare words, and passages that link to or copy one another. Nothing here decides; it only keeps the number of pairs
in proportion to the number of reports.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.facts import NO_DAY, Facts

Ints = npt.NDArray[np.int64]

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
COMPARISONS = 1000
"""Shared words looked at for each passage: the rarest words first, as many as this pays for."""


def candidate_pairs(facts: Facts, alike: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Give the pairs of reports to compare, each once, the lower row first; `alike` are pairs of passages."""
    if len(facts) < 2:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    found = [_block_pairs(facts), _wide_pairs(facts), _counter_pairs(facts), _passage_pairs(facts, alike)]
    low, high = _once(_joined([pair[0] for pair in found]), _joined([pair[1] for pair in found]), len(facts))
    keep = _may_meet(facts, low, high)
    return low[keep], high[keep]


def _once(one: Ints, two: Ints, size: int) -> tuple[Ints, Ints]:
    """Give each pair of two different rows once, the lower row first, in order."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    keys = each_once((low * size + high)[low != high])
    return keys // size, keys % size


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


def _block_pairs(facts: Facts) -> tuple[Ints, Ints]:
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
    ones, twos = [], []
    for step in range(1, min(NEIGHBOURS, len(rows) - 1) + 1):
        near = np.flatnonzero((block[step:] == block[:-step]) & (days[step:] - days[:-step] <= WINDOW_DAYS))
        ones.append(rows[near])
        twos.append(rows[near + step])
    return _joined(ones), _joined(twos)


def _wide_pairs(facts: Facts) -> tuple[Ints, Ints]:
    """Pair each report of a country or unbounded region with some reports inside it, nearest in day."""
    rows, days = _entries(facts)
    columns, atlas = facts.columns, facts.atlas
    place = columns["place"][rows]
    country = atlas.country[place].astype(np.int64)
    key = ((columns["type"][rows].astype(np.int64) << 20) + country << 24) + (days & 0xFFFFFF)
    order = np.lexsort((rows, key))
    rows, key, country, place = rows[order], key[order], country[order], place[order]
    wide = np.flatnonzero((country != 0) & (atlas.admin1[place] == 0))
    ones, twos = [], []
    for step in range(1, WIDE_NEIGHBOURS + 1):
        for shift in (step, -step):
            other = wide + shift
            inside = (other >= 0) & (other < len(rows))
            mine, other = wide[inside], other[inside]
            near = np.abs(key[mine] - key[other]) <= WINDOW_DAYS
            ones.append(rows[mine[near]])
            twos.append(rows[other[near]])
    return _joined(ones), _joined(twos)


def _counter_pairs(facts: Facts) -> tuple[Ints, Ints]:
    """Pair reports whose day counters give one day 1, wherever they are told."""
    rows = np.flatnonzero(facts.columns["epoch"] != NO_DAY)
    keys = (facts.columns["type"][rows].astype(np.int64) << 32) + facts.columns["epoch"][rows]
    order = np.lexsort((rows, keys))
    rows, keys = rows[order], keys[order]
    ones, twos = [], []
    for step in range(1, min(WIDE_NEIGHBOURS + 1, len(rows))):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        ones.append(rows[same])
        twos.append(rows[same + step])
    return _joined(ones), _joined(twos)


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
    rare = _rare_only(sparse.hstack([facts.stories, facts.names], format="csr"))
    turned = rare.T.tocsr()
    cited = np.array(_cited(facts), np.int64).reshape(-1, 2)
    ones, twos = [cited[:, 0]], [cited[:, 1]]
    for start in range(0, size, _ROWS_AT_ONCE):
        likeness = (rare[start : start + _ROWS_AT_ONCE] @ turned).tocoo()
        mine, other = likeness.row.astype(np.int64) + start, likeness.col.astype(np.int64)
        keep = (likeness.data >= STORY_LIKENESS) & (other != mine)
        mine, other = _likest(mine[keep], other[keep], likeness.data[keep])
        ones.append(mine)
        twos.append(other)
    return _once(_joined(ones), _joined(twos), size)


def _rare_only(stories: sparse.csr_matrix) -> sparse.csr_matrix:
    """Keep the words so rare that comparing all texts that share one stays within the work allowed a passage."""
    found = np.bincount(stories.indices, minlength=stories.shape[1]).astype(np.int64)
    by_rarity = np.sort(found)
    affordable = np.searchsorted(np.cumsum(by_rarity**2), COMPARISONS * stories.shape[0])
    limit = by_rarity[affordable] if affordable < len(by_rarity) else found.max(initial=0) + 1
    kept = found[stories.indices] < limit
    sums = np.concatenate([[0], np.cumsum(kept)])
    rows = (stories.data[kept], stories.indices[kept], sums[stories.indptr])
    return sparse.csr_matrix(rows, shape=stories.shape)


def _likest(mine: Ints, other: Ints, likeness: npt.NDArray[np.float32]) -> tuple[Ints, Ints]:
    order = np.lexsort((other, -likeness, mine))
    mine, other = mine[order], other[order]
    first = np.searchsorted(mine, mine, "left")
    keep = np.arange(len(mine)) - first < STORY_NEIGHBOURS
    return mine[keep], other[keep]


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
