"""Passages to copies: which passage repeats which, within a page, across pages and across runs.

Every passage is known by a few of the runs of its words (`shingles.py`); passages that share enough of them are
compared word for word (`copy_check.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from constancia.link.copy_check import Prepared, compare, prepare
from constancia.link.prints import NUMBER_BITS, NUMBER_MASK, Prints, read_prints
from constancia.link.shingles import Hashes
from constancia.model import Copy, PassageText

Ints = npt.NDArray[np.int64]
Pair = tuple[str, str]
Again = Callable[[Sequence[str]], Mapping[str, PassageText]]
"""Gives passages anew by id: those that are compared need their words, and no record holds them all in memory."""

_VOTE_BITS = np.uint64(16)  # of a counted pair, beside two numbers of passages
_VOTE_MASK = np.uint64((1 << 16) - 1)
_FEW = 8
"""Passages that share a run are compared each with each up to this many; of more, each with the first of them."""
_FIRST = 4
_MIN_VOTES = 0.2
"""Least share of the shorter passage's fingerprints that two passages must have in common to be compared."""
_STRETCH = 1 << 15  # fingerprints, or pairs, looked at together: a few bound the memory, and more are no faster
_PAIRS_AT_ONCE = 256  # pairs whose passages are asked for together


def find_copies(passages: Iterable[PassageText], again: Again | None = None) -> list[Copy]:
    """Give a Copy for each passage that repeats another, in order of passage id; the order given does not matter.

    The original is the fullest or, of passages alike in length, the earliest. A copy of a copy is told as a copy of the
    original; an update (new figures or a new sentence) is told apart by its kind. With `again` no text is held longer
    than it takes to read it.
    """
    held: dict[str, PassageText] = {}
    prints = read_prints(passages if again else _held(passages, held))
    again = again or (lambda names: {name: held[name] for name in names})
    return copies_from(repeats_among(comparable(prints), again))


def repeats_among(pairs: Sequence[Pair], again: Again) -> list[Repeat]:
    """Compare pairs of passages; give those that repeat one another."""
    found: list[Repeat] = []
    prepared: dict[str, Prepared] = {}
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        some = pairs[start : start + _PAIRS_AT_ONCE]
        wanted = {name for pair in some for name in pair}
        fresh = sorted(wanted - prepared.keys())
        texts = again(fresh)
        prepared = {name: prepared[name] for name in wanted & prepared.keys()}
        prepared |= prepare([texts[name] for name in fresh])
        found += filter(None, (repeat_of(prepared[one], prepared[other]) for one, other in some))
    return found


def _held(passages: Iterable[PassageText], held: dict[str, PassageText]) -> Iterator[PassageText]:
    for passage in passages:
        held[passage.passage_id] = passage
        yield passage


@dataclass(frozen=True, slots=True)
class Repeat:
    """That one passage repeats another: what is left of a comparison when the texts are let go.

    `rank` puts the likeliest of a copy's originals first.
    """

    copy: str
    original: str
    kind: str
    similarity: float
    rank: tuple[bool, float, str, int, str]


def repeat_of(one: Prepared, other: Prepared) -> Repeat | None:
    """Compare two passages; give what is left of it where one repeats the other."""
    found = compare(one, other)
    if found is None:
        return None
    original = found.original
    published = original.published.isoformat() if original.published else "9"
    likeness = -round(found.similarity, 1)
    rank = (found.kind == "updated", likeness, published, -len(original.text), original.passage_id)
    return Repeat(found.copy.passage_id, original.passage_id, found.kind, found.similarity, rank)


def enough(votes: Ints, counts: Ints, others: Ints) -> npt.NDArray[np.bool_]:
    """Tell which pairs share enough fingerprints to be compared, by how many each of the two has."""
    return np.asarray(votes >= _MIN_VOTES * np.minimum(counts, others))


def meetings(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the pairs that a fingerprint brings together, of the passages that have it, the fullest first."""
    if len(group) <= _FEW:
        return combinations(group, 2)
    return ((first, later) for place, first in enumerate(group[:_FIRST]) for later in group[place + 1 :])


def comparable(prints: Prints) -> list[Pair]:
    """Give the pairs of passages, by id and the fuller one first, that share enough fingerprints to be compared."""
    ids = np.array(prints.names, np.str_)
    if not len(ids):
        return []
    order = np.lexsort((ids, -prints.lengths))
    rank = np.argsort(order).astype(np.uint64)
    packed = (prints.packed & ~NUMBER_MASK) | rank[prints.packed & NUMBER_MASK]
    packed.sort()
    voted = _votes(_shared(packed))
    found: list[Pair] = []
    for start in range(0, len(voted), _STRETCH):
        pairs, votes = voted[start : start + _STRETCH] >> _VOTE_BITS, voted[start : start + _STRETCH] & _VOTE_MASK
        ones, others = order[pairs >> NUMBER_BITS], order[pairs & NUMBER_MASK]
        kept = enough(votes.astype(np.int64), prints.counts[ones], prints.counts[others])
        found += zip(ids[ones[kept]].tolist(), ids[others[kept]].tolist(), strict=True)
    return found


def _shared(packed: Hashes) -> Hashes:
    """Keep the fingerprints that more than one passage has: most have but one, and everything after is for the rest."""
    hashes = packed >> NUMBER_BITS
    same = hashes[1:] == hashes[:-1]
    kept = np.zeros(len(packed), dtype=np.bool_)
    kept[1:] = same
    kept[:-1] |= same
    return packed[kept]


def _votes(packed: Hashes) -> Hashes:
    """Count how many fingerprints each pair of passages shares, going over the fingerprints a stretch at a time.

    A pair's votes stand in the low bits of its number.
    """
    starts = np.flatnonzero(np.concatenate(([True], np.diff(packed >> NUMBER_BITS) != 0))[: len(packed)])
    places = np.unique(np.searchsorted(starts, np.arange(0, len(packed), _STRETCH)))
    cuts = starts[places[places < len(starts)]].tolist()
    counted = np.zeros(0, np.uint64)
    fresh: list[Hashes] = []
    for start, end in pairwise([*cuts, len(packed)]):
        fresh.append((_meetings(packed[start:end]) << _VOTE_BITS) | np.uint64(1))
        if sum(map(len, fresh)) > max(_STRETCH, len(counted) // 2):
            fresh.append(counted)
            counted = _counted(fresh)
    return _counted([counted, *fresh])


def _counted(stretches: list[Hashes]) -> Hashes:
    """Add up the votes of each pair in the stretches, which are emptied: a template's pairs are many millions."""
    met = np.concatenate(stretches)
    stretches.clear()
    if not len(met):
        return met
    met.sort()
    is_first = np.ones(len(met), np.bool_)
    np.greater(met[1:] ^ met[:-1], _VOTE_MASK, out=is_first[1:])
    first = np.flatnonzero(is_first)
    pairs = met[first]
    pairs &= ~_VOTE_MASK
    met &= _VOTE_MASK
    votes = np.add.reduceat(met, first)
    pairs |= np.minimum(votes, _VOTE_MASK, out=votes)
    return pairs


def _meetings(packed: Hashes) -> Hashes:
    """Give, for every fingerprint that passages share, the pairs of their numbers, the lower one in the high bits."""
    if len(packed) == 0:
        return packed
    hashes, numbers = packed >> NUMBER_BITS, packed & NUMBER_MASK
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(starts, len(packed)))
    group_start = np.repeat(starts, lengths)
    group_length = np.repeat(lengths, lengths)
    found: list[Hashes] = []
    for step in range(1, _FEW):
        pairs = np.flatnonzero((group_length[step:] <= _FEW) & (group_start[step:] == group_start[:-step]))
        found.append((numbers[pairs] << NUMBER_BITS) | numbers[pairs + step])
    place = np.arange(len(packed)) - group_start
    for first in range(_FIRST):
        later = np.flatnonzero((group_length > _FEW) & (place > first))
        found.append((numbers[group_start[later] + first] << NUMBER_BITS) | numbers[later])
    return np.concatenate(found)


def copies_from(repeats: Iterable[Repeat]) -> list[Copy]:
    """Give each repeating passage its best original, and through other copies the first of them."""
    best: dict[str, Repeat] = {}
    for repeat in sorted(repeats, key=lambda one: one.rank):
        best.setdefault(repeat.copy, repeat)
    return [
        Copy(passage_id, _root(found, best), found.kind, found.similarity) for passage_id, found in sorted(best.items())
    ]


def _root(found: Repeat, best: dict[str, Repeat]) -> str:
    """Follow copies to their original; an update is an original of its own."""
    seen = {found.copy}
    at = found.original
    while at in best and best[at].kind != "updated" and at not in seen:
        seen.add(at)
        at = best[at].original
    return found.original if at == found.copy else at
