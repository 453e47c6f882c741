"""A noun whose offsets count in a passage, and where that passage begins; the same noun, counting in the page, out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

N = TypeVar("N")
_OFFSETS = frozenset({"start", "end", "title_end"})


@cache
def _names(noun: type) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(noun))


def shift(noun: N, by: int) -> N:
    """Move every offset within a noun, however deep, by a number of characters; an offset that is None stays so."""
    return noun if by == 0 else _shifted(noun, by)


def _shifted(value: Any, by: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_shifted(item, by) for item in value) if value else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    moved: dict[str, Any] = {}
    for name in _names(type(value)):
        old = getattr(value, name)
        new = _moved(old, by) if name in _OFFSETS else _shifted(old, by)
        if new is not old:
            moved[name] = new
    return replace(value, **moved) if moved else value


def _moved(offset: int | None, by: int) -> int | None:
    return None if offset is None else offset + by
