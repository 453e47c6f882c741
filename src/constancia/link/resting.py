"""A stretch of work that makes many objects and no circles of them, in which the collector of such circles rests."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

_MANY = 2048


@contextmanager
def collector_rests() -> Iterator[None]:
    """Keep the collector from going over millions of live objects again and again: a seventh of linking's time."""
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_awake:
            gc.enable()


def give_back(rows: int) -> None:
    """Give memory that lies free back to the system, once so many rows were worked on.

    The C library keeps a third of what a record took at its most. Of a few rows nothing is kept that is worth the time.
    """
    if rows >= _MANY and (trim := _trim()) is not None:
        trim(0)


@cache
def _trim() -> Any:
    """Give the C library's way to do so; None where it has none (only glibc has)."""
    with suppress(AttributeError, OSError, TypeError):
        return ctypes.CDLL(None).malloc_trim
    return None
