"""Toll series to one SVG that stands alone: title, charts, and below each its sources with the hash of every page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources

from constancia.publish import toll_chart
from constancia.publish.toll_series import ClaimSource, TollSeries

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
_MARGIN = 28
_LINE = 14
_LETTERS = 165  # at 10 units a letter is some 5 wide: what fits into the width of a chart
_KEY = (
    "Each bar is one claim, from the least to the most that its words allow; an arrow is an open bound, a dot the "
    "number said, a dashed line a figure denied. Nothing is averaged or chosen. Number in brackets: its source below."
)


def draw(series: Sequence[TollSeries], title: str) -> str:
    """Draw the series below one another on a light ground, with all that a reader needs to check them."""
    y, parts = _MARGIN + 18, [_text("heading", _MARGIN, _MARGIN + 14, title)]
    for words in textwrap.wrap(_KEY, _LETTERS):
        y += _LINE
        parts.append(_text("source", _MARGIN, y, words))
    for one in series:
        y += 26
        parts.append(_chart(one, y))
        y += toll_chart.height_of(one.bars) or 20
        for line in _below(one):
            y += _LINE
            parts.append(_text(line.css, _MARGIN, y, line.words, line.anchor))
    width, height = toll_chart.WIDTH + 2 * _MARGIN, y + _MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}">'
    )
    paper = f'<rect class="paper" width="{width}" height="{height}"/>'
    svg = [head, f"<title>{escape(title)}</title>", f"<style>{_style()}</style>", paper, *parts, "</svg>\n"]
    return _UNWRITABLE.sub(" ", "\n".join(svg))


def _style() -> str:
    folder = resources.files("constancia.publish").joinpath("templates", "toll_picture.css")
    return folder.read_text(encoding="utf-8")


def _chart(one: TollSeries, y: int) -> str:
    drawn = toll_chart.draw(one.bars, one.title, toll_chart.Frame(_MARGIN, y))
    return drawn or _text("chart-title", _MARGIN, y + 16, f"{one.title}: no claim gives a number")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line below a chart; bars lead to the one with their claim's `anchor`."""

    css: str
    words: str
    anchor: str = ""


def _below(one: TollSeries) -> Iterator[_Line]:
    if one.is_disputed:
        yield _Line("source warn", "Disputed: two of these claims cannot both be true at their dates.")
    for check in one.checks:
        yield from (_Line("source warn", line) for line in textwrap.wrap(f"Check: {check}", _LETTERS))
    for bar, source in zip(one.bars, one.sources, strict=True):
        first, *others = textwrap.wrap(_said(bar, source), _LETTERS)
        yield _Line("said", first, source.claim_id)
        yield from (_Line("said", line) for line in others)
        yield from (_Line("source", f"      {line}") for line in textwrap.wrap(source.url, _LETTERS - 6))
        yield _Line("source", f"      captured {source.fetched_at} · sha256 {source.sha256}")


def _said(bar: toll_chart.Bar, source: ClaimSource) -> str:
    where = ", ".join(
        part for part in (source.publisher, source.title and f"“{source.title}”", source.published) if part
    )
    return f"{source.note} {bar.as_of or 'undated'} · {bar.speaker}: “{bar.words}”{f' — {where}' if where else ''}"


def _text(css: str, x: int, y: int, words: str, anchor: str = "") -> str:
    name = f'id="{escape(anchor)}" ' if anchor else ""
    return f'<text {name}class="{css}" x="{x}" y="{y}" xml:space="preserve">{escape(words)}</text>'
