"""Decide how a figure is put forward: asserted, unconfirmed, denied or rhetorical (codebook, C1 to C4)."""

from __future__ import annotations

import re

from constancia.coding.claims.figures import Figure, Line
from constancia.coding.claims.lexicon import FigureWords
from constancia.vocabulary import Certainty


def find_certainty(line: Line, figure: Figure, words: FigureWords) -> Certainty:
    """Read the hedges of the figure's own part of the sentence."""
    clause = _own_part(line, figure)
    if words.rhetorical.search(clause):
        return Certainty.RHETORICAL
    if words.denied.search(clause):
        return Certainty.DENIED
    if words.unconfirmed.search(clause):
        return Certainty.UNCONFIRMED
    return Certainty.ASSERTED


def _own_part(line: Line, figure: Figure) -> str:
    before = re.split(r"[;.!?]", line.words(line.start, figure.start))[-1]
    after = re.split(r"[;.!?]", line.words(figure.end, line.end))[0]
    return before + line.words(figure.start, figure.end) + after
