"""A passage that comes to a linked record to what it is near: by look-ups, and the same as if all were linked anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from constancia.link.facts import Facts
from constancia.link.keys import KEYS, keys_of, pairs_in
from constancia.link.likest import STORY_LIKENESS, STORY_NEIGHBOURS, Likest
from constancia.link.linking import Neighbours

Ints = npt.NDArray[np.int64]

_HALF = 1 << 63

POSTED = np.dtype([("passage", np.int64), ("weight", np.float32)])
"""One passage in the list of those that have a word, and the word's weight in it."""

LIKED = np.dtype([("passage", np.int64), ("likeness", np.float32)])
"""One of the passages likest to another, the likest first."""

_OF_KEYS = tuple(KEYS.names or ())[1:]

STANDING = np.dtype([("report", np.int64), ("passage", np.int64), *((name, KEYS[name]) for name in _OF_KEYS)])
"""A report's entry in the kept keys: as KEYS, with the numbers of its report and passage in place of a row."""


@dataclass(frozen=True, slots=True)
class Liked:
    """A passage's number and how like it is."""

    passage: int
    likeness: float


def number_of(name: str) -> int:
    """Give the number of a passage's or report's id, a letter and 16 hex digits; numbers sort as ids do."""
    return int(name[1:], 16) - _HALF


def named(letter: str, number: int) -> str:
    """Give the id of a number."""
    return f"{letter}{number + _HALF:016x}"


def words_of(facts: Facts) -> Iterator[tuple[Ints, npt.NDArray[np.float32]]]:
    """Give for each passage the words that it is looked up by, in order, and their weights."""
    rows, words = facts.lookup.rarest(), facts.lookup.words()
    for start, end in pairwise(rows.indptr.tolist()):
        yield words[rows.indices[start:end]].astype(np.int64), rows.data[start:end]


def likest_to(words: Ints, weights: npt.NDArray[np.float32], lists: Mapping[int, npt.NDArray[np.void]]) -> list[Liked]:
    """Give every passage like enough to one of these words, the likest first, of equals the lowest number.

    Products are added up in the order of the words, as in the whole record.
    """
    told = [(weight, lists[word]) for word, weight in zip(words.tolist(), weights, strict=True) if word in lists]
    if not told:
        return []
    others = np.concatenate([posted["passage"] for _, posted in told])
    products = np.concatenate([posted["weight"] * weight for weight, posted in told])
    known, where = np.unique(others, return_inverse=True)
    sums = np.zeros(len(known), np.float32)
    np.add.at(sums, where, products)
    sums = np.minimum(sums, np.float32(2.0))
    kept = np.flatnonzero(sums >= STORY_LIKENESS)
    kept = kept[np.lexsort([known[kept], -sums[kept]])]
    return [Liked(int(known[at]), float(sums[at])) for at in kept.tolist()]


def with_liked(mine: Sequence[Liked], new: Liked) -> tuple[list[Liked], list[Liked]]:
    """Put a passage among the likest of another; give them, and whoever had to go (the new one itself, it may be)."""
    ordered = sorted([*mine, new], key=lambda one: (-one.likeness, one.passage))
    return ordered[:STORY_NEIGHBOURS], ordered[STORY_NEIGHBOURS:]


def standing_of(facts: Facts) -> npt.NDArray[np.void]:
    """Give the entries of the reports, as they are kept."""
    keys = keys_of(facts)
    standing = np.zeros(len(keys), STANDING)
    for name in _OF_KEYS:
        standing[name] = keys[name]
    reports = np.array([number_of(sketch.report_id) for sketch in facts.sketches], np.int64)
    passages = np.array([number_of(name) for name in facts.passages.ids()], np.int64)
    standing["report"] = reports[keys["row"]]
    standing["passage"] = passages[facts.columns["passage"][keys["row"]]]
    return standing


def met(order: str, standing: npt.NDArray[np.void]) -> set[tuple[int, int]]:
    """Give the pairs of reports, by number, that stand near one another in an order of kept entries."""
    return {
        (min(one, two), max(one, two))
        for ones, twos in _pairs_by_number(order, standing)
        for one, two in zip(ones.tolist(), twos.tolist(), strict=True)
    }


def _pairs_by_number(order: str, standing: npt.NDArray[np.void]) -> Iterator[tuple[Ints, Ints]]:
    keys = np.zeros(len(standing), KEYS)
    for name in _OF_KEYS:
        keys[name] = standing[name]
    ids, keys["row"] = np.unique(standing["report"], return_inverse=True)
    for one, two in pairs_in(order, keys):
        yield ids[one], ids[two]


def neighbours(
    facts: Facts, standing: Mapping[str, npt.NDArray[np.void]], liked: Mapping[int, Sequence[Liked]]
) -> Neighbours:
    """Give what brings the rows and passages of a part of a record together in the whole of it.

    `standing` has, by order, the entries of its reports and of those that stand between them, `liked` the likest of its
    passages.
    """
    reports = np.array([number_of(sketch.report_id) for sketch in facts.sketches], np.int64)
    near = []
    for order, entries in standing.items():
        for one, two in _pairs_by_number(order, entries):
            rows, others = _places(reports, one), _places(reports, two)
            inside = (rows >= 0) & (others >= 0)
            near.append((rows[inside], others[inside]))
    numbers = {number_of(name): at for at, name in enumerate(facts.passages.ids())}
    pairs = [
        (at, numbers[other.passage], other.likeness)
        for passage, at in numbers.items()
        for other in liked.get(passage, ())
        if other.passage in numbers
    ]
    found = np.array(pairs, np.float64).reshape(-1, 3).T
    return Neighbours(tuple(near), Likest(found[0].astype(np.int64), found[1].astype(np.int64), found[2].astype("f4")))


def _places(known: Ints, wanted: Ints) -> Ints:
    """Give where each number stands among known ones, which are in order; -1 where it is none of them."""
    if not len(known):
        return np.full(len(wanted), -1, np.int64)
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[place] == wanted, place, -1)
