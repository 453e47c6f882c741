"""Lines with marks around their parts, "[s The mayor] [c said] [k that …]": sources, cues and contents."""

from __future__ import annotations

KINDS = {"s": "source", "c": "cue", "k": "content"}


def parsed(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Give the text of a marked line and its spans; marks may stand in one another."""
    text: list[str] = []
    opened: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    size = index = 0
    while index < len(marked):
        if marked[index] == "[" and marked[index + 2 : index + 3] == " ":
            opened.append((KINDS[marked[index + 1]], size))
            index += 3
        elif marked[index] == "]":
            kind, start = opened.pop()
            spans.append((kind, start, size))
            index += 1
        else:
            text.append(marked[index])
            size += 1
            index += 1
    return "".join(text), spans
