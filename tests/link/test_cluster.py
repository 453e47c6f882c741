"""Scored pairs to clusters."""

import numpy as np
import pytest

from constancia.link.cluster import Pairs, cluster


def ring(size: int, score: float) -> Pairs:
    """Every row beside the next four, all with one score."""
    rows = np.arange(size)
    one = np.concatenate([rows] * 4)
    two = np.concatenate([(rows + step) % size for step in (1, 2, 3, 4)])
    low, high = np.minimum(one, two), np.maximum(one, two)
    return Pairs(low, high, np.full(len(low), score, np.float32), np.zeros(len(low), np.bool_))


@pytest.mark.parametrize(("size", "score", "meet"), [(150, 0.3, True), (4000, 0.3, False), (4000, 3.0, True)])
def test_among_thousands_that_are_alike_more_must_tell(size, score, meet):
    rows = np.arange(size)
    labels = cluster(ring(size, score), rows, rows)
    assert (len(np.unique(labels)) < size) is meet
