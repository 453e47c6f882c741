"""What a verification finds wrong: which file, which row, which value, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not what it was; `row` counts from 1 (a CSV's header is not counted)."""

    file: str
    reason: str
    row: int | None = None
    subject: str | None = None
    field: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file}, row {self.row}"
        named = " ".join(part for part in (self.subject, self.field) if part)
        shown = "" if self.value is None else f" {_short(self.value)!r}"
        return f"{place}: {named + shown + ': ' if named or shown else ''}{self.reason}"


def _short(value: str, most: int = 120) -> str:
    return value if len(value) <= most else value[: most - 1] + "…"
