"""Rows and columns of rare words to their products, as many as they can be at most, in one pass over the words.

scipy goes over the words twice, first to count the products; how many they can be is known here before.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Ints = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float32]


class Products:
    """The products of rows with columns, some rows at a time, in memory that is used again."""

    def __init__(self, columns: sparse.csr_matrix) -> None:
        self._columns = columns
        self._others = np.diff(columns.indptr)
        self._indices = np.zeros(0, columns.indices.dtype)
        self._data = np.zeros(0, np.float32)

    def stretches(self, rows: sparse.csr_matrix, part: range, at_once: int) -> Iterator[tuple[int, int]]:
        """Cut a part of the rows into stretches of so many products at most, one row at least."""
        edges = rows.indptr[part.start : part.stop + 1].astype(np.int64)
        mine = self._others[rows.indices[edges[0] : edges[-1]]]
        products = np.concatenate([[0], np.cumsum(mine, dtype=np.int64)])[edges - edges[0]]
        start = 0
        while start < len(part):
            end = int(np.searchsorted(products, products[start] + at_once, "right")) - 1
            end = min(max(end, start + 1), len(part))
            self._make_room(int(products[end] - products[start]))
            yield part.start + start, part.start + end
            start = end

    def of(self, rows: sparse.csr_matrix, start: int, end: int) -> tuple[Ints, Ints, Floats]:
        """Give, for a stretch of rows, where the products of each end, after a 0, their columns, and their sums.

        The arrays are used again by the next call.
        """
        multiply = _multiply()
        edges = rows.indptr[start : end + 1]
        columns = self._columns
        if multiply is None or not edges.dtype == rows.indices.dtype == columns.indptr.dtype == columns.indices.dtype:
            made = rows[start:end] @ columns
            return made.indptr, made.indices, made.data
        ends = np.empty(len(edges), edges.dtype)
        theirs = (columns.indptr, columns.indices, columns.data)
        multiply(
            end - start, columns.shape[1], edges, rows.indices, rows.data, *theirs, ends, self._indices, self._data
        )
        return ends, self._indices[: ends[-1]], self._data[: ends[-1]]

    def _make_room(self, size: int) -> None:
        if size > len(self._data):
            self._indices = np.empty(size, self._indices.dtype)
            self._data = np.empty(size, np.float32)


@cache
def _multiply() -> Callable[..., None] | None:
    """Give the library's loop over the words; None where it is not known by that name: it promises none."""
    with suppress(ImportError, AttributeError):
        made: Callable[..., None] = importlib.import_module("scipy.sparse._sparsetools").csr_matmat
        return made
    return None
