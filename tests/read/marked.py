"""Marked lines in, texts and their spans out: "[s The mayor] [c said] [k that …]"; and a reading's exact scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from marked_lines import KINDS, parsed

from constancia.model import SpeakerValue, Text
from constancia.read import read_text

_EDGE = " \"'“”«»,.;:!?¡¿"


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
