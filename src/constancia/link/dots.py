"""Rows of weighted words, pair by pair, to their products, by the library's own loops where they are known by name."""

from __future__ import annotations

import importlib
from contextlib import suppress
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Ints = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float32]
Words = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], Floats]

_WORDS_AT_ONCE = 1 << 17
"""Words of pairs of rows multiplied at once, to bound the memory: a row has some hundred words."""

_LOOPS = "scipy.sparse._sparsetools"


def cosines(rows: sparse.csr_matrix, one: Ints, two: Ints) -> Floats:
    """Give the products of pairs of rows."""
    result = np.zeros(len(one), np.float32)
    at_once = max(_WORDS_AT_ONCE // max(rows.nnz // max(rows.shape[0], 1), 1), 1)
    products = _products if _has_loops() and rows.indptr.dtype == rows.indices.dtype == np.int32 else _plain_products
    for start in range(0, len(one), at_once):
        part = slice(start, start + at_once)
        result[part] = products(rows, one[part], two[part])
    return result


def _plain_products(rows: sparse.csr_matrix, one: Ints, two: Ints) -> Floats:
    return np.asarray(rows[one].multiply(rows[two]).sum(axis=1), np.float32).ravel()


def _products(rows: sparse.csr_matrix, one: Ints, two: Ints) -> Floats:
    """Do the same by the loops below it, without looking the arrays over at each step: a tenth of the time."""
    left, right = _taken(rows, one), _taken(rows, two)
    ends = np.empty(len(one) + 1, np.int32)
    most = min(left[0][-1], right[0][-1])
    columns, data = np.empty(most, np.int32), np.empty(most, np.float32)
    importlib.import_module(_LOOPS).csr_elmul_csr(len(one), rows.shape[1], *left, *right, ends, columns, data)
    result = np.zeros(len(one), np.float32)
    some = np.flatnonzero(ends[1:] > ends[:-1])
    if len(some):
        result[some] = np.add.reduceat(data[: ends[-1]], ends[some])
    return result


def _taken(rows: sparse.csr_matrix, which: Ints) -> Words:
    """Give some rows laid end to end: where the words of each end, after a 0, the words, and their weights."""
    which = which.astype(np.int32, copy=False)
    ends = np.zeros(len(which) + 1, np.int32)
    np.cumsum(rows.indptr.take(which + 1) - rows.indptr.take(which), out=ends[1:])
    columns, data = np.empty(ends[-1], np.int32), np.empty(ends[-1], np.float32)
    importlib.import_module(_LOOPS).csr_row_index(
        len(which), which, rows.indptr, rows.indices, rows.data, columns, data
    )
    return ends, columns, data


@cache
def _has_loops() -> bool:
    """Tell whether the library has its loops where it had them: it promises none."""
    with suppress(ImportError):
        return {"csr_elmul_csr", "csr_row_index"} <= set(dir(importlib.import_module(_LOOPS)))
    return False
