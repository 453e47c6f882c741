"""A figure in its sentence in, whether it was never counted out: hoped for, allowed, yet to come, or so many a day."""

from __future__ import annotations

import re

from constancia.coding.claims.figures import HARM, Figure, Line
from constancia.coding.claims.lexicon import FigureWords
from constancia.vocabulary import Measure

_PART = re.compile(r"[;:.]")


def is_unreached(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "had expected 900", "authorised for 900" and "could climb past 50" from counts.

    None of them says how many were there, or what a deed did (codebook, S7).
    """
    before = _PART.split(line.before(figure))[-1]
    if figure.measure is Measure.PARTICIPANTS and words.hoped.search(before):
        return True
    return figure.measure in HARM and not figure.is_single and bool(words.may_rise.search(before))


def is_rate(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "five people a day" and "on average ten women" from those whom one deed harmed."""
    if figure.is_single or figure.measure not in HARM:
        return False
    before, after = _PART.split(line.before(figure))[-1], _PART.split(line.after(figure))[0]
    return bool(words.rate.match(after) or words.rate_before.search(before))
