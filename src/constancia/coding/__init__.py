"""Readings in, codings out: reports of deeds with their claims, and the toll claims that belong to no event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from constancia.coding.deeds.triggers import may_name_deed
from constancia.coding.gate import tells_of_deed
from constancia.coding.report import code_reading
from constancia.model import Coding, Reading

__all__ = ["LANGUAGES", "code", "code_reading", "may_name_deed", "tells_of_deed"]

LANGUAGES = ("en", "es")
"""The languages that are coded; pages in others are kept and not read."""


def code(readings: Iterable[Reading]) -> Iterator[Coding]:
    """Code each text in turn."""
    return (code_reading(reading) for reading in readings)
