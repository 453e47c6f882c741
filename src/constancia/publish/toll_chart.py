"""Claims of one toll to an SVG chart: a bar from low to high each, by as-of date and speaker; nothing is averaged."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

_LABEL_WIDTH = 330
_PLOT_WIDTH = 440
_ROW = 26
_TOP = 34
_OPEN_TAIL = 26
_CHARACTER = 7  # the width of a character of a claim's words, at the most


@dataclass(frozen=True, slots=True)
class Bar:
    """One claim: its bounds as said (an open bound is None), who said it when, the words, its footnote."""

    claim_id: str
    low: int | None
    high: int | None
    best: int | None
    as_of: str | None
    speaker: str
    words: str
    is_denied: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart lies in a larger picture, in its units; the chart keeps its own width and height there."""

    x: int
    y: int


WIDTH = _LABEL_WIDTH + _PLOT_WIDTH + 140


def height_of(bars: Sequence[Bar]) -> int:
    """Give the height of the chart of these bars; 0 where none has a number."""
    drawn = sum(1 for bar in bars if numbers_of(bar))
    return _TOP + _ROW * drawn + 30 if drawn else 0


def _ticks(highest: int) -> list[int]:
    """Give four to seven round marks from 0 to at least `highest`."""
    step = 10 ** math.floor(math.log10(max(highest, 1)))
    for factor in (0.2, 0.5, 1, 2):
        width = max(1, math.ceil(step * factor))
        if highest / width <= 6:
            break
    return list(range(0, (highest // width + 2) * width, width))


def numbers_of(bar: Bar) -> list[int]:
    """Give the numbers of a bar that were said."""
    return [value for value in (bar.low, bar.high, bar.best) if value is not None]


def draw(bars: Sequence[Bar], title: str, frame: Frame | None = None) -> str:
    """Draw the bars in the order given as one SVG with its title inside; "" where no bar has a number.

    With a frame it is a part of another SVG.
    """
    drawn = [bar for bar in bars if numbers_of(bar)]
    if not drawn:
        return ""
    ticks = _ticks(max(max(numbers_of(bar)) for bar in drawn))
    height = height_of(drawn)
    spot = f'x="{frame.x}" y="{frame.y}" width="{WIDTH}" height="{height}" ' if frame else ""

    def at(value: float) -> float:
        return _LABEL_WIDTH + value / ticks[-1] * _PLOT_WIDTH

    parts = [
        f'<svg class="toll" {spot}viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">',
        f'<text class="chart-title" x="0" y="16">{escape(title)}</text>',
    ]
    for tick in ticks:
        parts.append(f'<line class="grid" x1="{at(tick):.1f}" x2="{at(tick):.1f}" y1="{_TOP - 6}" y2="{height - 24}"/>')
        parts.append(f'<text class="tick" x="{at(tick):.1f}" y="{height - 8}">{tick:,}</text>')
    for row, bar in enumerate(drawn):
        parts.extend(_draw_bar(bar, _TOP + row * _ROW, at))
    return "\n".join([*parts, "</svg>"])


def _draw_bar(bar: Bar, top: int, at: Callable[[float], float]) -> list[str]:
    middle = top + _ROW / 2
    label = f"{bar.as_of or 'undated'} · {bar.speaker}"
    known = numbers_of(bar)
    left, right = at(min(known)), at(max(known))
    css = "bar denied" if bar.is_denied else "bar"
    parts = [
        f'<a href="#{bar.claim_id}"><title>{escape(f"“{bar.words}” — {label}")}</title>',
        _text("label", 0, middle + 4, _short(label, 44) + (f" {bar.note}" if bar.note else "")),
    ]
    if bar.low is None and bar.high is not None:
        parts.append(_tail(left, middle, -1))
    if bar.high is None and bar.low is not None:
        parts.append(_tail(right, middle, 1))
    has_width = right - left >= 1
    if has_width:
        parts.append(
            f'<rect class="{css}" x="{left:.1f}" y="{middle - 6:.1f}" width="{right - left:.1f}" height="12"/>'
        )
    if bar.best is not None or not has_width:
        point = at(bar.best) if bar.best is not None else left
        parts.append(f'<circle class="{css}" cx="{point:.1f}" cy="{middle:.1f}" r="6"/>')
    return [*parts, _said(_short(bar.words, 24), left, right, middle + 4), "</a>"]


def _said(words: str, left: float, right: float, y: float) -> str:
    """Write the words of a claim behind its bar, or before it where the picture ends too early."""
    behind, before = right + _OPEN_TAIL + 8, left - _OPEN_TAIL - 8
    room, width = WIDTH - behind, _CHARACTER * len(words)
    if width > room and before - width >= _LABEL_WIDTH:
        return _text("value", before - width, y, words)
    return _text("value", behind, y, _short(words, max(int(room / _CHARACTER), 1)))


def _text(css: str, x: float, y: float, words: str) -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _tail(x: float, y: float, direction: int) -> str:
    end = x + direction * _OPEN_TAIL
    return (
        f'<path class="open" d="M{x:.1f} {y:.1f}H{end:.1f}m{-direction * 6} -5l{direction * 6} 5l{-direction * 6} 5"/>'
    )


def _short(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
