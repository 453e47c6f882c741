"""Scored pairs to clusters: average linkage on log-odds, which no forbidden pair may cross, in any order alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

Ints = npt.NDArray[np.signedinteger[Any]]
Rows = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

MISSING = -1.0
"""Log-odds of two members of one component that were never compared: the blocks held them apart."""

NEVER = -1e9
"""Log-odds of a pair that cannot be: no average that holds one comes above 0."""


_EXACT_TURNS = 60
"""After so many turns what is left is a star: clusters that all lie closest to one. They join it at once."""

_ALL_COMPARED = 16
"""Up to so many reports of one thing are all compared with one another (the neighbours that blocking gives each)."""

_CROWDED = 200
_CROWD_COST = 0.5
"""Log-odds that a pair loses for each e-fold of reports beyond _CROWDED that good pairs chain together.

Where thousands of reports share a town, a day and a form, sharing them says little: words or figures must tell.
"""

_SMALL = 700  # rows and pairs, up to which Python is faster than making a matrix
_PAIRS_AT_ONCE = 1 << 17  # pairs clustered together, of whole components: each takes a hundred bytes for that time
_NO_ROWS = np.zeros(0, np.int32)
_MOST_TURNS = 200
_FEW_LEFT = 2  # clusters that can still merge are numbered anew when they are fewer than one part in so many
_SURE = 1e-3 - MISSING  # by more than sums go wrong by
_TIE_ONE, _TIE_TWO, _TIE_MASK = 0x9E3779B1, 0x85EBCA77, (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared pairs of rows: their log-odds, and which cannot be one event."""

    one: Ints
    two: Ints
    score: Floats
    is_forbidden: Bools

    def __len__(self) -> int:
        return len(self.one)

    def and_also(self, other: Pairs) -> Pairs:
        """Give these pairs and others."""
        return Pairs(
            np.concatenate([self.one, other.one]),
            np.concatenate([self.two, other.two]),
            np.concatenate([self.score, other.score]),
            np.concatenate([self.is_forbidden, other.is_forbidden]),
        )


def passed_over(size: int, pairs: Pairs) -> tuple[Ints, Ints]:
    """Give the pairs that were not compared within groups of up to _ALL_COMPARED rows that good pairs hold together."""
    good = (pairs.score > 0) & ~pairs.is_forbidden
    component = components(size, pairs.one[good], pairs.two[good])
    counts = np.bincount(component, minlength=1)
    able = (counts[component] > 2) & (counts[component] <= _ALL_COMPARED)
    rows = np.flatnonzero(able)
    rows = rows[np.argsort(component[rows], kind="stable")]
    ones, twos = [], []
    for step in range(1, min(_ALL_COMPARED, len(rows))):
        near = np.flatnonzero(component[rows[step:]] == component[rows[:-step]])
        ones.append(rows[near])
        twos.append(rows[near + step])
    keys = np.concatenate([*ones, np.zeros(0, np.int64)]) * size + np.concatenate([*twos, np.zeros(0, np.int64)])
    known = np.flatnonzero(able[pairs.one])
    new = np.setdiff1d(keys, pairs.one[known].astype(np.int64) * size + pairs.two[known], assume_unique=True)
    one, two = np.divmod(np.sort(new), size)
    return one.astype(np.int32), two.astype(np.int32)


def cluster(pairs: Pairs, groups: Ints, marks: Ints, followers: Ints = _NO_ROWS) -> Ints:
    """Give each row the lowest row of its cluster; rows of one of the `groups` stay together.

    `marks` are numbers of the rows by chance, by which ties are broken. `followers` are rows of groups, such as those
    of copies, that were compared with nothing: they make no cluster larger.

    Average linkage by reciprocal nearest neighbours: clusters that are each other's closest merge, many at once.
    """
    sizes = np.bincount(groups, minlength=len(groups)) - np.bincount(groups[followers], minlength=len(groups))
    chains = _Chains(pairs, groups)
    labels = np.where(chains.is_sure[chains.of], lowest_of(chains.of), groups)
    is_active, place = np.zeros(len(groups), np.bool_), np.zeros(len(groups), np.int32)
    for some, cost in chains.open():
        is_active[groups[pairs.one[some]]] = is_active[groups[pairs.two[some]]] = True
        active = np.flatnonzero(is_active)
        is_active[active], place[active] = False, np.arange(len(active))
        one, two = place.take(groups.take(pairs.one.take(some))), place.take(groups.take(pairs.two.take(some)))
        scores = (pairs.score.take(some) - cost).astype(np.float64)
        scores[pairs.is_forbidden[some]] = NEVER
        states = [_State(one, two, scores, np.ones(len(some), np.int32))]
        del one, two, scores, some, cost
        labels[active] = active[_agglomerate(states, sizes[active], marks[active])]
    return np.asarray(labels[groups])


def components(size: int, one: Ints, two: Ints) -> Ints:
    """Give each row the number of the component that pairs hold it in."""
    if len(one) + size < _SMALL:
        return _small_components(size, one.tolist(), two.tolist())
    found = np.arange(size)
    at_once = max(_PAIRS_AT_ONCE, size)
    for start in range(0, len(one), at_once):
        ends = found.take(one[start : start + at_once]), found.take(two[start : start + at_once])
        found = connected_components(_graph(size, *ends), directed=False)[1][found]
    return np.asarray(found, np.int64)


def _graph(size: int, one: Ints, two: Ints) -> sparse.csr_matrix:
    """Give pairs as a matrix, in the type that the library looks for; pairs in order are not sorted again."""
    if (one[1:] >= one[:-1]).all():
        edges = np.zeros(size + 1, np.int32)
        np.cumsum(np.bincount(one, minlength=size), out=edges[1:])
        return sparse.csr_matrix((np.ones(len(two)), two.astype(np.int32), edges), shape=(size, size))
    return sparse.coo_matrix((np.ones(len(one), np.int8), (one, two)), shape=(size, size))


def _small_components(size: int, one: list[int], two: list[int]) -> Ints:
    """Give the components of a small graph, in less than it takes to make a matrix of it."""
    root = list(range(size))
    for pair in zip(one, two, strict=True):
        low, high = pair
        while root[low] != low:
            low = root[low]
        while root[high] != high:
            high = root[high]
        root[max(low, high)] = min(low, high)
    for row in range(size):  # a root is lower than what hangs on it
        root[row] = root[root[row]]
    return np.array(root, np.int64)


class _Chains:
    """Rows that good pairs and groups hold together, however far: `of` gives the chain of each row.

    `is_sure` are chains that are one cluster, whatever merges first: each of their pairs is so good that an average
    with as many MISSING as there are pairs, the most that count, is good as well.
    """

    def __init__(self, pairs: Pairs, groups: Ints) -> None:
        self._pairs = pairs
        good = np.flatnonzero((pairs.score > 0) & ~pairs.is_forbidden).astype(np.int32)
        first = groups.astype(np.int32)
        self.of = components(len(groups), first.take(pairs.one.take(good)), first.take(pairs.two.take(good))).astype(
            np.int32
        )[groups]
        crowd = np.bincount(self.of, minlength=1) / _CROWDED
        self._cost = _CROWD_COST * np.log(np.maximum(crowd, 1.0)).astype(np.float32)
        self.is_sure = self._least() > _SURE

    def _within(self) -> Iterator[tuple[Rows, Rows]]:
        """Give the pairs of which both rows are of one chain, and that chain, some at a time."""
        for start in range(0, len(self._pairs), _PAIRS_AT_ONCE):
            part = slice(start, start + _PAIRS_AT_ONCE)
            chain = self.of.take(self._pairs.one[part])
            inside = np.flatnonzero(chain == self.of.take(self._pairs.two[part]))
            yield (start + inside).astype(np.int32), chain[inside]

    def _least(self) -> Floats:
        """Give the lowest score in each chain, what it loses in a crowd taken off."""
        least = np.full(len(self._cost), np.inf, np.float32)
        for some, chain in self._within():
            score = self._pairs.score[some] - self._cost[chain]
            score[self._pairs.is_forbidden[some]] = -np.inf
            np.minimum.at(least, chain, score)
        return least

    def open(self) -> Iterator[tuple[Rows, Floats]]:
        """Give the pairs within chains that are not sure, whole chains at a time.

        With each pair comes what it loses because its chain is crowded.
        """
        told = [(some[~self.is_sure[chain]], chain[~self.is_sure[chain]]) for some, chain in self._within()]
        kept, chain = (np.concatenate(column) for column in zip((_NO_ROWS, _NO_ROWS), *told, strict=True))
        kept = kept[np.argsort(chain, kind="stable")]
        chain.sort()
        firsts = np.flatnonzero(np.concatenate([[True], chain[1:] != chain[:-1]])[: len(chain)]).tolist()
        del chain, told
        for start, end in _stretches(firsts, len(kept)):
            some = kept[start:end]
            yield some, self._cost.take(self.of.take(self._pairs.one.take(some)))


def _stretches(firsts: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Cut a row of chains, by where each begins, into stretches of so many pairs at the most, or of one chain."""
    start = 0
    for first, end in pairwise([*firsts, size]):
        if end - start > _PAIRS_AT_ONCE and first > start:
            yield start, first
            start = first
    if start < size:
        yield start, size


def _agglomerate(states: list[_State], sizes: Ints, marks: Ints) -> Ints:
    """Merge until no average is above 0; give each cluster the lowest that it has become one with.

    The state is taken out of its list, so that nobody holds what it was at first. Clusters of which nothing is left to
    tell are put aside once they are most: `known` are the numbers that the others had at first.
    """
    known = moves = np.arange(len(sizes))
    state, mean = _living(_merged(states.pop(), known), sizes)
    moves = moves.copy()
    for turn in range(_MOST_TURNS):
        one, two = _closest(state, mean, marks, takes_all=turn >= _EXACT_TURNS)
        if not len(one):
            break
        moved = np.arange(len(sizes))
        moved[two] = one
        moves[known[two]] = known[one]
        moved = _settled(moved)
        sizes = np.bincount(moved, weights=sizes, minlength=len(sizes)).astype(np.int64)
        state, mean = _living(_merged(state, moved), sizes)
        if len(kept := _told_of(state, len(sizes))) <= len(sizes) // _FEW_LEFT:
            state = _renumbered(state, kept, len(sizes))
            known, sizes, marks = known[kept], sizes[kept], marks[kept]
    return _settled(moves)


def _told_of(state: _State, size: int) -> Ints:
    """Give the clusters that any pair is of, in order."""
    is_told = np.zeros(size, np.bool_)
    is_told[state.one] = is_told[state.two] = True
    return np.flatnonzero(is_told)


def _renumbered(state: _State, kept: Ints, size: int) -> _State:
    """Give each cluster the number of its place among those kept."""
    place = np.zeros(size, np.int32)
    place[kept] = np.arange(len(kept), dtype=np.int32)
    return _State(place[state.one], place[state.two], state.total, state.count)


@dataclass(frozen=True, slots=True)
class _State:
    """Pairs of clusters, the lower first: the sum of their scores and how many pairs of rows were compared."""

    one: Rows
    two: Rows
    total: npt.NDArray[np.float64]
    count: Rows

    def mean(self, sizes: Ints) -> npt.NDArray[np.float64]:
        """Give the average log-odds of pairs of rows between two clusters.

        Of clusters small enough for all pairs to have been compared, those that were not count as MISSING. Of a march
        told by hundreds each report is compared with a few, and what was not compared says nothing.
        """
        mine, other = sizes.take(self.one), sizes.take(self.two)
        missing = np.minimum(mine * other - self.count, self.count)
        missing[mine + other > _ALL_COMPARED] = 0
        return np.asarray((self.total + MISSING * missing) / (self.count + missing))


def _merged(state: _State, moved: Ints) -> _State:
    """Rename clusters, and make one of the pairs between two, their scores added up in the order they came."""
    keys, high = moved.take(state.one), moved.take(state.two)
    is_inside = keys == high
    low = np.minimum(keys, high)
    np.maximum(keys, high, out=keys)
    low *= len(moved)
    keys += low
    keys[is_inside] = -1
    del low, high, is_inside
    order = np.argsort(keys, kind="stable").astype(np.int32)
    keys = keys.take(order)
    inside = int(np.searchsorted(keys, 0))
    keys, order = keys[inside:], order[inside:]
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)]).astype(np.int32)
    one, two = (ends.astype(np.int32) for ends in np.divmod(keys[first], len(moved)))
    total, count = state.total.take(order), state.count.take(order)
    if len(first) < len(keys):
        where = np.repeat(np.arange(len(first), dtype=np.int32), np.diff(first, append=len(keys)))
        total = np.bincount(where, weights=total, minlength=len(first)).astype(np.float64, copy=False)
        count = np.bincount(where, weights=count, minlength=len(first)).astype(np.int32)
    return _State(one, two, total, count)


def _living(state: _State, sizes: Ints) -> tuple[_State, npt.NDArray[np.float64]]:
    """Keep the pairs of components in which something can still merge; give them and their means."""
    mean = state.mean(sizes)
    good = mean > 0
    component = components(len(sizes), state.one[good], state.two[good])
    alive = component.take(state.one) == component.take(state.two)
    if alive.all():
        return state, mean
    return _State(state.one[alive], state.two[alive], state.total[alive], state.count[alive]), mean[alive]


def _closest(state: _State, mean: npt.NDArray[np.float64], marks: Ints, *, takes_all: bool) -> tuple[Ints, Ints]:
    """Give the pairs of clusters that are each other's closest; with `takes_all`, each cluster and its closest.

    Equal means are put in order by a hash of the pair, so that many equal clusters pair off instead of queueing.
    """
    good = np.flatnonzero(mean > 0)
    one, two, mean = state.one.take(good), state.two.take(good), mean.take(good)
    nearest = np.zeros(len(marks))
    np.maximum.at(nearest, one, mean)
    np.maximum.at(nearest, two, mean)
    likely = np.flatnonzero((mean == nearest.take(one)) | (mean == nearest.take(two)))
    one, two, mean = one.take(likely), two.take(likely), mean.take(likely)
    tie = (marks.take(one) * _TIE_ONE ^ marks.take(two) * _TIE_TWO) & _TIE_MASK
    rank = np.empty(len(one), np.int64)
    rank[np.lexsort((two, one, tie, mean))] = np.arange(len(one))
    best = np.full(len(marks), -1, np.int64)
    np.maximum.at(best, one, rank)
    np.maximum.at(best, two, rank)
    first, second = best[one] == rank, best[two] == rank
    chosen = (first | second) if takes_all else (first & second)
    return one[chosen], two[chosen]


def _settled(moved: Ints) -> Ints:
    """Follow moves to their end: what moved to a cluster that moved itself goes along."""
    while True:
        further = moved[moved]
        if np.array_equal(further, moved):
            return moved
        moved = further


def lowest_of(component: Ints) -> Ints:
    """Give each row the lowest row of its component."""
    first = np.full(component.max(initial=-1) + 1, len(component), np.int64)
    np.minimum.at(first, component, np.arange(len(component)))
    return np.asarray(first[component])
