"""A text and its marks in; the text cut where marks begin and end, each piece with the marks over it, out."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constancia.publish.explanation.cards import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `marks` lie over all of it, the shortest first; `opens` and `closes` begin and end with it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


def cut(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a text; the pieces together are the text."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    waiting = deque(sorted(marks, key=lambda mark: mark.start))
    over: list[Mark] = []
    for start, end in itertools.pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        while waiting and waiting[0].start <= start:
            over.append(waiting.popleft())
        over.sort(key=lambda mark: mark.end - mark.start)
        yield Piece(
            text=text[start:end],
            marks=tuple(over),
            opens=tuple(mark for mark in over if mark.start == start),
            closes=tuple(mark for mark in over if mark.end == end),
        )
