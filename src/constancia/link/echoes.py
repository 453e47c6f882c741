"""Reports told in passing, without a day or place: they go where their best pair leads, and speak for nothing else.

Averaged with the others they would part what those that tell a day and a place hold together.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.cluster import Pairs, lowest_of
from constancia.link.facts import STATUSES, Facts
from constancia.vocabulary import Status

Ints = npt.NDArray[np.signedinteger[Any]]


def echoes(facts: Facts, free: Ints) -> Ints:
    """Give the rows told as background that name neither a day nor a place."""
    columns = facts.columns
    background = columns["status"] == STATUSES.index(Status.BACKGROUND)
    return np.asarray(free[(background & ~columns["is_dated"] & ~columns["is_placed"])[free]])


def with_echoes(pairs: Pairs, labels: Ints, weak: Ints, followers: Ints) -> Ints:
    """Give the labels anew, each weak row with the cluster of the row it goes best with, if none there forbids it.

    Rows that follow a weak row go along; pairs of `followers` say nothing.
    """
    if not len(weak):
        return labels
    side = np.zeros(len(labels), np.int8)
    side[weak], side[followers] = 1, 2
    mixed = np.flatnonzero(side[pairs.one] + side[pairs.two] == 1)
    one, two, score, banned = pairs.one[mixed], pairs.two[mixed], pairs.score[mixed], pairs.is_forbidden[mixed]
    row, other = np.where(side[one] == 1, one, two), np.where(side[one] == 1, two, one)
    bars = set(zip(row[banned].tolist(), labels[other[banned]].tolist(), strict=True))
    good = np.flatnonzero((score > 0) & ~banned)
    order = good[np.lexsort((other[good], -score[good], row[good]))]
    host = np.arange(len(labels))
    for each, label in zip(row[order].tolist(), labels[other[order]].tolist(), strict=True):
        home = int(labels[each])
        if host[home] == home and (each, label) not in bars:
            host[home] = label
    return np.asarray(lowest_of(np.unique(host[labels], return_inverse=True)[1]))
