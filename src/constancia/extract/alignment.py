"""A text taken from a page to where its words stand in the page's visible text, white space aside."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Run:
    """Characters [start, end) of the text are, white space aside, characters [at, at_end) of the visible text."""

    start: int
    end: int
    at: int
    at_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the paragraphs of a page's text stand in the visible text of the stored page."""

    text: str
    visible: str
    runs: tuple[Run, ...]

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the place of a span in the visible text, None where it could not be aligned."""
        first = self._point(start, is_end=False)
        last = self._point(end, is_end=True)
        return None if first is None or last is None or last < first else (first, last)

    def _point(self, offset: int, *, is_end: bool) -> int | None:
        at = offset - 1 if is_end else offset
        for run in self.runs:
            if run.start <= at < run.end:
                before = _solid_length(self.text, run.start, offset)
                return _after(self.visible, run.at, before, is_end=is_end)
        return None


def align(text: str, visible: str) -> Alignment:
    """Align a page's text, paragraph by paragraph and in order, with the visible text that it was taken from."""
    places = SolidText([visible])
    positions = [offset for offset, character in enumerate(visible) if not character.isspace()]
    runs: list[Run] = []
    cursor = position = 0
    for line in text.split("\n"):
        found = places.find(line, cursor)
        if found is not None:
            cursor = found[1]
            runs.append(Run(position, position + len(line), positions[found[0]], positions[found[1] - 1] + 1))
        position += len(line) + 1
    return Alignment(text, visible, tuple(runs))


class SolidText:
    """Texts in a row with their white space taken out, so that words are found however they were spaced."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._solid = ["".join(text.split()) for text in texts]
        self._starts = [0, *accumulate(len(text) for text in self._solid)]
        self._whole = "".join(self._solid)

    def find(self, words: str, cursor: int = 0) -> tuple[int, int] | None:
        """Give where words stand, as solid offsets: at or after `cursor` if they do, else anywhere, else None."""
        solid = "".join(words.split())
        if not solid:
            return None
        start = self._whole.find(solid, cursor)
        if start < 0:
            start = self._whole.find(solid)
        return None if start < 0 else (start, start + len(solid))

    def owner(self, offset: int) -> int:
        """Give the number of the text that holds a solid offset."""
        return min(bisect_right(self._starts, offset), len(self._texts)) - 1

    def length(self, number: int) -> int:
        """Give the solid length of a text."""
        return len(self._solid[number])

    def start(self, number: int) -> int:
        """Give the solid offset at which a text starts."""
        return self._starts[number]


def _solid_length(text: str, start: int, end: int) -> int:
    return sum(len(part) for part in text[start:end].split())


def _after(text: str, start: int, count: int, *, is_end: bool) -> int:
    """Give the offset in `text` that has `count` solid characters between it and `start`."""
    position = start
    for position in range(start, len(text)):
        if text[position].isspace():
            continue
        if count == 0 or (is_end and count == 1):
            return position + 1 if is_end and count else position
        count -= 1
    return len(text) if count <= 0 else position
