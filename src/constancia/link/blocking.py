"""Facts to pairs of reports worth comparing: of one type, within a week, in places that may hold one another.

Three ways lead to a pair: reports of one first division and week (nearest first, a few each), reports whose passages
share rare words, and passages that link to or copy one another. Nothing here decides; it only keeps the number of pairs
in proportion to the number of reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.facts import NO_DAY, Facts
from constancia.link.keys import WINDOW_DAYS, keys_of, near_pairs
from constancia.link.likest import Likest

Ints = npt.NDArray[np.signedinteger[Any]]
Keys = npt.NDArray[np.int64]
Pairing = Iterator[tuple[Ints, Ints]]

_PAIRS_AT_ONCE = 1 << 13
_KEYS_AT_ONCE = 1 << 18  # keys put in order together: more are no faster


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


def days_apart(left: npt.NDArray[np.void], right: npt.NDArray[np.void]) -> Ints:
    """Give the days between the spans of pairs of rows; 0 where they meet, and where a day is not known."""
    from1, from2 = left["day_from"], right["day_from"]
    gap = np.maximum(np.maximum(from1 - right["day_to"], from2 - left["day_to"]), 0)
    gap[(from1 == NO_DAY) | (from2 == NO_DAY)] = 0
    return np.asarray(gap)


def _may_meet(facts: Facts, one: Ints, two: Ints) -> npt.NDArray[np.bool_]:
    left, right = facts.columns.take(one), facts.columns.take(two)
    return np.asarray((left["type"] == right["type"]) & (days_apart(left, right) <= WINDOW_DAYS))


def _passage_pairs(facts: Facts, alike: tuple[Ints, Ints]) -> Pairing:
    """Pair the reports of passages that are alike, that link to one another, or that are one passage."""
    order = np.argsort(facts.columns["passage"], kind="stable").astype(np.int32)
    edges = np.searchsorted(facts.columns["passage"][order], np.arange(len(facts.passages) + 1))
    for one, two in (alike, (np.arange(len(facts.passages), dtype=np.int32),) * 2):
        for start in range(0, len(one), _PAIRS_AT_ONCE):
            part = slice(start, start + _PAIRS_AT_ONCE)
            left, right = _crossed(edges, one[part], two[part])
            yield order.take(left), order.take(right)


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


def _crossed(edges: Ints, one: Ints, two: Ints) -> tuple[Ints, Ints]:
    """Pair every report of one passage with every report of the other, by their places in order of passages."""
    sizes = np.diff(edges)
    products = sizes.take(one) * sizes.take(two)
    which = np.repeat(np.arange(len(one)), products)
    within = np.arange(len(which)) - np.repeat(np.cumsum(products) - products, products)
    wide = np.maximum(sizes.take(two.take(which)), 1)
    return edges.take(one.take(which)) + within // wide, edges.take(two.take(which)) + within % wide
