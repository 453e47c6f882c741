"""A figure and its sentence's beginning in, whether that is of a sum behind it: "..., bringing the toll to 47"."""

from __future__ import annotations

from constancia.coding.claims.figures import Figure, Line
from constancia.coding.claims.lexicon import FigureWords
from constancia.model import Mention


def is_summed_behind(line: Line, figure: Figure, since: Mention, words: FigureWords) -> bool:
    """Tell "two died on Monday, bringing the dead since June to 47": the two died on that day (codebook, T3)."""
    if since.start < figure.end:
        return False
    leading = words.summing.search(line.words(figure.end, line.end))
    if leading is None:
        return False
    at = figure.end + leading.start()
    return at < since.start and any(other.start > at for other in line.figures)
