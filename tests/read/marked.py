"""Marked lines in, texts and their spans out: "[s The mayor] [c said] [k that …]"; and a reading's exact scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from constancia.model import SpeakerValue, Text
from constancia.read import read_text

_EDGE = " \"'“”«»,.;:!?¡¿"
KINDS = {"s": "source", "c": "cue", "k": "content"}


@dataclass(frozen=True)
class Marked:
    """A text and its spans: (kind, start, end), without marks at their edges."""

    text: str
    spans: frozenset[tuple[str, int, int]]


def marked_lines(path: Path) -> Iterator[Marked]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield marked(line)


def marked(line: str) -> Marked:
    text, spans = parsed(line)
    return Marked(text, frozenset((kind, *trimmed(text, start, end)) for kind, start, end in spans))


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


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def read_spans(text: str, language: str) -> frozenset[tuple[str, int, int]]:
    found = set()
    for mention in read_text(Text("t", text, language), frozenset({"speaker"})).mentions:
        value = mention.value
        assert isinstance(value, SpeakerValue)
        for kind, span in (("source", value.source), ("cue", value.cue), ("content", value.content)):
            if span is not None:
                found.add((kind, *trimmed(text, span.start, span.end)))
    return frozenset(found)


def exact_scores(lines: list[Marked], language: str) -> dict[str, float]:
    """Give the F1 of exact spans by kind."""
    pairs = [(line.spans, read_spans(line.text, language)) for line in lines]
    scores = {}
    for kind in KINDS.values():
        wanted = sum(span[0] == kind for want, _ in pairs for span in want)
        given = sum(span[0] == kind for _, got in pairs for span in got)
        right = sum(span[0] == kind for want, got in pairs for span in want & got)
        scores[kind] = 2 * right / (wanted + given) if wanted + given else 0.0
    return scores
