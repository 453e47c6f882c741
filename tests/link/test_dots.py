"""Products of pairs of rows are the same by the library's loops and by its matrices."""

import numpy as np
import pytest
from scipy import sparse

from constancia.link import dots
from constancia.link.dots import cosines


def some_rows(rows: int, words: int) -> sparse.csr_matrix:
    dice = np.random.default_rng(7)
    dense = dice.random((rows, words), np.float32)
    dense[dice.random((rows, words)) < 0.7] = 0
    dense[3] = 0
    return sparse.csr_matrix(dense)


def test_products_of_pairs_are_those_of_their_rows() -> None:
    rows = some_rows(12, 9)
    one, two = (np.array(each) for each in ([0, 0, 1, 3, 4, 11], [1, 2, 2, 4, 3, 0]))
    dense = rows.toarray()
    assert cosines(rows, one, two) == pytest.approx((dense[one] * dense[two]).sum(axis=1), abs=1e-6)
    assert not cosines(rows, one[3:5], two[3:5]).any()


def test_they_are_the_same_to_the_last_bit_where_the_loops_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = some_rows(300, 200)
    one, two = np.random.default_rng(8).integers(300, size=(2, 2_000))
    by_loops = cosines(rows, one, two)
    assert dots._has_loops()
    monkeypatch.setattr(dots, "_has_loops", lambda: False)
    assert np.array_equal(by_loops, cosines(rows, one, two))


def test_they_are_the_same_in_short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = some_rows(50, 200)
    one, two = np.random.default_rng(9).integers(50, size=(2, 400))
    whole = cosines(rows, one, two)
    monkeypatch.setattr(dots, "_WORDS_AT_ONCE", 1)
    assert np.array_equal(whole, cosines(rows, one, two))
