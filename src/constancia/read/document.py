"""What every reader takes: a text with its language, its folded letters and its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from constancia.model import Sentence, Text


@dataclass(frozen=True, slots=True)
class Document:
    """A text made ready to be read.

    `folded` is its letters folded, with a space for each line break inside a sentence; it has the length of the text,
    so that offsets hold in both.
    """

    text: Text
    language: str
    folded: str
    sentences: tuple[Sentence, ...]
