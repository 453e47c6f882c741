"""Events to an SVG strip: one mark an event at its day, a line over the days of a window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH = 900
_LEFT = 110
_ROW = 22
_TOP = 26


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: where it lies in time (days, both inclusive), its row and what to say of it."""

    event_id: str
    row: str
    from_: dt.date
    to: dt.date
    words: str


def draw(marks: Sequence[Mark], title: str) -> str:
    """Draw the marks, a row for each kind in order of first use; "" where there are none."""
    if not marks:
        return ""
    rows = list(dict.fromkeys(mark.row for mark in marks))
    first, last = min(mark.from_ for mark in marks), max(mark.to for mark in marks)
    span = max((last - first).days, 1)
    height = _TOP + _ROW * len(rows) + 30

    def at(day: dt.date) -> float:
        return _LEFT + (day - first).days / span * (_WIDTH - _LEFT - 45)

    parts = [f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}">']
    for day in _days_to_label(first, last):
        parts.append(f'<line class="grid" x1="{at(day):.1f}" x2="{at(day):.1f}" y1="{_TOP - 8}" y2="{height - 26}"/>')
        parts.append(f'<text class="tick" x="{at(day):.1f}" y="{height - 8}">{day.isoformat()}</text>')
    for index, row in enumerate(rows):
        parts.append(f'<text class="label" x="0" y="{_TOP + index * _ROW + 4}">{escape(row)}</text>')
    for mark in marks:
        y = _TOP + rows.index(mark.row) * _ROW
        parts.append(f'<a href="#{mark.event_id}"><title>{escape(mark.words)}</title>')
        if mark.to > mark.from_:
            parts.append(f'<line class="window" x1="{at(mark.from_):.1f}" x2="{at(mark.to):.1f}" y1="{y}" y2="{y}"/>')
        parts.append(f'<circle class="mark" cx="{at(mark.from_):.1f}" cy="{y}" r="5"/></a>')
    return "\n".join([*parts, "</svg>"])


def _days_to_label(first: dt.date, last: dt.date) -> list[dt.date]:
    """Give at most six days from first to last, evenly apart."""
    span = (last - first).days
    count = min(5, max(span, 1))
    return sorted({first + dt.timedelta(days=round(span * step / count)) for step in range(count + 1)})
