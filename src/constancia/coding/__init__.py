"""Readings in, codings out: reports of deeds with their claims, and the toll claims that belong to no event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from constancia.coding.report import code_reading
from constancia.coding.triggers import gate
from constancia.model import Coding, Reading

__all__ = ["code", "code_reading", "gate"]


def code(readings: Iterable[Reading]) -> Iterator[Coding]:
    """Code each text in turn."""
    return (code_reading(reading) for reading in readings)
