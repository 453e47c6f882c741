"""Linked passages to islands: passages that some link, story or copy ties to one another, however far.

What is made of an island hangs on nothing outside it, so that a page which touches none leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from constancia.link.cluster import Pairs, components, lowest_of
from constancia.link.facts import Facts

Ints = npt.NDArray[np.int64]


def islands_of(facts: Facts, pairs: Pairs, told: tuple[Ints, Ints], judged: Sequence[tuple[int, int]] = ()) -> Ints:
    """Give each passage the lowest passage of its island.

    `told` are pairs of passages that may tell one story, `judged` pairs of reports that people held together or apart.
    """
    passage = facts.columns["passage"].copy()
    plural = facts.columns["is_plural"]
    mixed = plural.take(pairs.one) != plural.take(pairs.two)  # a plural event and its parts, which may not be one event
    tied = np.flatnonzero((pairs.score > 0) & (~pairs.is_forbidden | mixed)).astype(np.int32)
    copies = _copies_tied(facts).astype(np.int32)
    by_hand = passage[np.array(judged, np.int64).reshape(-1, 2)]
    one = np.concatenate([passage.take(pairs.one.take(tied)), told[0], copies[:, 0], by_hand[:, 0]])
    two = np.concatenate([passage.take(pairs.two.take(tied)), told[1], copies[:, 1], by_hand[:, 1]])
    del mixed, tied
    return lowest_of(components(len(facts.passages), one, two))


def _copies_tied(facts: Facts) -> Ints:
    """Give pairs of passages of which one repeats the other, or both repeat a third; shape (pairs, 2)."""
    first: dict[str, int] = {}
    ties = []
    for number, copied in facts.passages.copied():
        ties.append((number, first.setdefault(copied, number)))
    for number, name in facts.passages.named(first):
        ties.append((number, first[name]))
    return np.array(ties, np.int64).reshape(-1, 2)
