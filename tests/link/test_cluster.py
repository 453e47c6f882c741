"""Scored pairs to clusters."""

import numpy as np
import pytest

from constancia.link import cluster as clustering
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


def scattered(seed: int) -> Pairs:
    """Pairs of rows of a few hundred small crowds, most of them good, some forbidden."""
    dice = np.random.default_rng(seed)
    one = dice.integers(900, size=4_000)
    two = one // 9 * 9 + dice.integers(9, size=len(one))
    low, high = np.minimum(one, two), np.maximum(one, two)
    keys = np.unique((low * 900 + high)[low != high])
    score = dice.normal(2.5, 1.5, len(keys)).astype(np.float32)
    return Pairs(keys // 900, keys % 900, score, dice.random(len(keys)) < 0.02)


@pytest.mark.parametrize("seed", range(4))
def test_chains_that_are_sure_are_the_clusters_that_merging_makes(monkeypatch, seed):
    pairs, rows = scattered(seed), np.arange(900)
    groups = np.where(rows % 50 == 1, rows - 1, rows)
    chains = clustering._Chains(pairs, groups)
    assert chains.is_sure[chains.of[pairs.one]].any()
    assert not chains.is_sure[chains.of[pairs.one]].all()
    found = cluster(pairs, groups, rows[::-1])
    monkeypatch.setattr(clustering, "_SURE", np.inf)
    assert np.array_equal(cluster(pairs, groups, rows[::-1]), found)


@pytest.mark.parametrize("seed", range(4))
def test_putting_aside_what_can_merge_no_more_changes_no_cluster(monkeypatch, seed):
    pairs, rows = scattered(seed), np.arange(900)
    monkeypatch.setattr(clustering, "_SURE", np.inf)
    monkeypatch.setattr(clustering, "_FEW_LEFT", 1)  # numbered anew at each turn
    found = cluster(pairs, rows, rows[::-1])
    assert 1 < len(np.unique(found)) < 900
    monkeypatch.setattr(clustering, "_FEW_LEFT", 10_000)  # never
    assert np.array_equal(cluster(pairs, rows, rows[::-1]), found)
