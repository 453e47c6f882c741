"""A figure in its sentence in, whether it is so many a day, or a sum told behind it is of longer, out."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
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


def is_rate(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "five people a day" and "on average ten women" from those whom one deed harmed."""
    if figure.is_single or figure.measure not in HARM:
        return False
    before, after = _PART.split(line.before(figure))[-1], _PART.split(line.after(figure))[0]
    return bool(words.rate.match(after) or words.rate_before.search(before))


_PART = re.compile(r"[;:.]")
