"""Scored pairs to clusters: average linkage on log-odds, which no forbidden pair may cross, in any order alike."""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

MISSING = -2.0
"""Log-odds of two members of one component that were never compared: the blocks held them apart."""

NEVER = -1e9
"""Log-odds of a pair that cannot be: no average that holds one comes above 0."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared pairs of rows: their log-odds, and which cannot be one event."""

    one: Ints
    two: Ints
    score: Floats
    is_forbidden: Bools

    def __len__(self) -> int:
        return len(self.one)


def cluster(pairs: Pairs, groups: Ints) -> Ints:
    """Give each row the lowest row of its cluster; rows of one of the `groups` stay together."""
    merged = _contract(pairs, groups)
    size = len(groups)
    good = (merged.score > 0) & ~merged.is_forbidden
    ends = (merged.one[good], merged.two[good])
    graph = sparse.coo_matrix((np.ones(len(ends[0]), np.int8), ends), shape=(size, size))
    _, component = connected_components(graph, directed=False)
    labels = lowest_of(component.astype(np.int64))
    contested = _contested(component, merged, good, groups)
    inside = contested[component[merged.one]] & (component[merged.one] == component[merged.two])
    weights = np.bincount(groups, minlength=size)
    for numbers in _by_component(component, merged, np.flatnonzero(inside)):
        for row, label in _agglomerate(numbers, merged, weights).items():
            labels[row] = label
    return np.asarray(labels[groups])


def _contract(pairs: Pairs, groups: Ints) -> Pairs:
    """Put groups in place of rows: the pairs between two groups become one, with their mean."""
    one, two = groups[pairs.one], groups[pairs.two]
    low, high = np.minimum(one, two), np.maximum(one, two)
    across = np.flatnonzero(low != high)
    keys, where = np.unique(low[across] * len(groups) + high[across], return_inverse=True)
    counts = np.bincount(where, minlength=len(keys))
    sums = np.bincount(where, weights=pairs.score[across], minlength=len(keys))
    banned = np.bincount(where, weights=pairs.is_forbidden[across], minlength=len(keys)) > 0
    means = (sums / np.maximum(counts, 1)).astype(np.float32)
    return Pairs(keys // len(groups), keys % len(groups), means, banned)


def lowest_of(component: Ints) -> Ints:
    """Give each row the lowest row of its component."""
    first = np.full(component.max(initial=-1) + 1, len(component), np.int64)
    np.minimum.at(first, component, np.arange(len(component)))
    return np.asarray(first[component])


def _contested(component: Ints, pairs: Pairs, good: Bools, groups: Ints) -> Bools:
    """Tell which components are not plainly one: those where some pair was not compared, or not found good."""
    sizes = np.bincount(component[np.unique(groups)], minlength=component.max(initial=-1) + 1)
    agreed = np.bincount(component[pairs.one[good]], minlength=len(sizes))
    return np.asarray(agreed < sizes * (sizes - 1) // 2)


def _by_component(component: Ints, pairs: Pairs, inside: Ints) -> list[Ints]:
    if not len(inside):
        return []
    home = component[pairs.one[inside]]
    order = np.argsort(home, kind="stable")
    cuts = np.flatnonzero(np.diff(home[order])) + 1
    return np.split(inside[order], cuts)


def _agglomerate(numbers: Ints, pairs: Pairs, weights: Ints) -> dict[int, int]:
    """Merge the two clusters with the highest average until none is above 0; give each row its cluster's lowest row."""
    grouping = _Grouping()
    for number in numbers.tolist():
        one, two = int(pairs.one[number]), int(pairs.two[number])
        score = NEVER if pairs.is_forbidden[number] else float(pairs.score[number])
        grouping.add(one, two, score, (int(weights[one]), int(weights[two])))
    grouping.merge_all()
    return {row: label for label, rows in grouping.members.items() for row in rows}


@dataclass(slots=True)
class _Grouping:
    """Clusters under the name of their lowest row: members, sizes, and the sums of scores to other clusters."""

    members: dict[int, list[int]] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    sums: dict[int, dict[int, tuple[float, int]]] = field(default_factory=lambda: defaultdict(dict))
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    def add(self, one: int, two: int, score: float, sizes: tuple[int, int]) -> None:
        """Enter the mean score of two groups of rows, of these sizes."""
        for row, size in zip((one, two), sizes, strict=True):
            self.members.setdefault(row, [row])
            self.sizes[row] = size
        count = sizes[0] * sizes[1]
        self.sums[one][two] = self.sums[two][one] = (score * count, count)
        self._offer(one, two)

    def merge_all(self) -> None:
        """Merge the closest two until none are close; an offer made before its clusters changed is passed over."""
        while self.heap:
            negative, one, two = heapq.heappop(self.heap)
            if one in self.members and two in self.members and self._average(one, two) == -negative:
                self._merge(one, two)

    def _average(self, one: int, two: int) -> float:
        total, count = self.sums[one].get(two, (0.0, 0))
        pairs = self.sizes[one] * self.sizes[two]
        return (total + MISSING * (pairs - count)) / pairs

    def _offer(self, one: int, two: int) -> None:
        average = self._average(one, two)
        if average > 0:
            heapq.heappush(self.heap, (-average, min(one, two), max(one, two)))

    def _merge(self, keep: int, gone: int) -> None:
        self.members[keep] += self.members.pop(gone)
        self.sizes[keep] += self.sizes.pop(gone)
        old, mine = self.sums.pop(gone), self.sums[keep]
        mine.pop(gone)
        for other, (total, count) in old.items():
            if other != keep:
                self.sums[other].pop(gone)
                known = mine.get(other, (0.0, 0))
                mine[other] = self.sums[other][keep] = (known[0] + total, known[1] + count)
        for other in mine:
            self._offer(keep, other)
