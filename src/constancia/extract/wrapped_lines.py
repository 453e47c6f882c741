"""A plain text to its paragraphs: lines wrapped at a width joined, words parted at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WRAP_WIDTHS = (50, 110)
_COLUMN_WIDTHS = (25, 110)  # of a leaflet's or a report's columns; such lines must break in mid-sentence to be joined
_MID_SENTENCE = 0.25
_FULL_LINE, _MOST = 0.7, 0.8
_SHORT_LINE = 0.6  # of the widest line: a heading over lines that are wrapped
_ITEM = re.compile(r"(?:[-–—•*·▪◦●○■□►▶➤✓❗‼]|[\U0001f300-\U0001faff\u2600-\u27bf]|\d{1,2}[.)]|[a-z]\))\ufe0f?\s*\S")
_PARTED = re.compile(r"(?<=[^\W\d_])-$")
_KEEPS_HYPHEN = re.compile(r"\b(?:self|anti|non|so|well|vice|ex|counter|mid|semi|all|e)-$", re.IGNORECASE)


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs, white space folded; lines wrapped at a width are joined, other lines stand alone."""
    return [paragraph for chunk in _BLANK.split(text) for item in _items(chunk) for paragraph in _joined(item)]


def _items(chunk: str) -> Iterator[list[str]]:
    """Part a chunk before each line that opens with a bullet, a sign or a number, and behind one all in brackets."""
    rows: list[str] = []
    for row in (" ".join(row.split()) for row in chunk.split("\n")):
        if rows and (_ITEM.match(row) or _is_bracketed(rows)):
            yield rows
            rows = []
        if row:
            rows.append(row)
    if rows:
        yield rows


def _is_bracketed(rows: Sequence[str]) -> bool:
    """Tell who wrote a dispatch, "(Reporting by Ana Roca)", from the lines of its story."""
    return rows[0].startswith("(") and rows[-1].endswith(")") and sum(row.count("(") for row in rows) == 1


def _joined(rows: list[str]) -> Iterator[str]:
    while len(rows) > 2 and not _is_wrapped(rows) and _is_wrapped(rows[1:]):
        yield rows.pop(0)
    while len(rows) > 2 and _is_heading_over(rows):
        yield rows.pop(0)
    if _is_wrapped(rows) or _is_column(rows):
        yield _one_line(rows)
    else:
        yield from rows


def _is_wrapped(rows: Sequence[str]) -> bool:
    low, high = _WRAP_WIDTHS
    full = [len(row) for row in rows[:-1]]
    return bool(full) and max(full) <= high and min(full) >= low


def _is_column(rows: Sequence[str]) -> bool:
    """Tell lines that break in the middle of their sentences from lines that stand for themselves."""
    low, high = _COLUMN_WIDTHS
    if len(rows) < 2 or not low <= max(map(len, rows)) <= high:
        return False
    pairs = list(pairwise(rows))
    goes_on = sum(after[0].islower() for _, after in pairs)
    full = _FULL_LINE * max(map(len, rows))
    is_full = sum(after[0].islower() or len(before) >= full or before[-1] in ".?!" for before, after in pairs)
    return goes_on >= _MID_SENTENCE * len(pairs) and is_full >= _MOST * len(pairs)


def _is_heading_over(rows: Sequence[str]) -> bool:
    is_short = len(rows[0]) < _SHORT_LINE * max(map(len, rows[1:])) and rows[0][-1] not in ".,;:-"
    return is_short and not rows[1][0].islower() and _is_column(rows[1:])


def _one_line(rows: Sequence[str]) -> str:
    """Join lines; a word parted by a hyphen at a line's end is made whole ("Wed-", "nesday")."""
    line = rows[0]
    for row in rows[1:]:
        if _PARTED.search(line) and row[0].islower():
            line = line + row if _KEEPS_HYPHEN.search(line) else line[:-1] + row
        else:
            line = f"{line} {row}"
    return line
