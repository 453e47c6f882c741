"""Decide how a figure is put forward: asserted, unconfirmed, denied or rhetorical (codebook, C1 to C4)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import DENIED, RHETORICAL, UNCONFIRMED
from constancia.vocabulary import Certainty

# "The dead may be four, though the prosecutor has two": what another says is not hedged with it.
_PART = re.compile(r"[;.!?]|,\s(?:aunque|pero|mientras|si bien|although|though|but|while|whereas)\b")
_JOINED = re.compile(r"\b(?:and|but|y|e|pero)\s+(?:\w+\s+)?$")


_HEDGE = RHETORICAL | UNCONFIRMED | DENIED


def find_certainty(line: Line, figure: Figure, words: FigureWords) -> Certainty:
    """Read the hedges of the figure's own part of the sentence."""
    if not line.opens & _HEDGE:  # so it is with most
        return Certainty.ASSERTED
    clause = _own_part(line, figure)
    if words.rhetorical.search(clause):
        return Certainty.RHETORICAL
    if _is_denied(line, figure, words):
        return Certainty.DENIED
    if words.unconfirmed.search(clause) and not _is_of_whom(line, figure, clause, words):
        return Certainty.UNCONFIRMED
    return Certainty.ASSERTED


def _is_of_whom(line: Line, figure: Figure, clause: str, words: FigureWords) -> bool:
    """Tell "abatieron a 6 presuntos sicarios": who they were is in doubt, and not how many."""
    only = list(words.unconfirmed.finditer(clause))
    return len(only) == 1 and _WHO.match(line.words(figure.end, line.end)) is not None


_WHO = re.compile(r"\s+(?:presunt|supuest|alleged|suspected)\w*\s")


def _is_denied(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether a denial reaches the figure.

    It does not across another verb of giving ("rejects the union's count, which says that nine died"), nor back over
    "and" ("speaks of five dead and rejects the union's count").
    """
    before, after = _parts(line, figure)
    denials = list(words.denied.finditer(before))
    if denials and not words.giving.search(before[denials[-1].end() :]):
        return True
    behind = words.denied.search(after)
    return behind is not None and not _JOINED.search(after[: behind.start()])


def _own_part(line: Line, figure: Figure) -> str:
    before, after = _parts(line, figure)
    return before + line.words(figure.start, figure.end) + after


def _parts(line: Line, figure: Figure) -> tuple[str, str]:
    before = _PART.split(line.words(line.start, figure.start))[-1]
    after = _PART.split(line.words(figure.end, line.end), maxsplit=1)[0]
    return before, after
