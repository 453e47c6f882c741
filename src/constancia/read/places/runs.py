"""A sentence in, its runs of capitalised words out: the stretches in which names may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from constancia.model import Sentence, Token
from constancia.read.places.cues import Cues
from constancia.words.letters import begins_with_capital

# Of the words of a running English or Spanish sentence under a quarter are capitalised; above this a title is meant.
_TITLE_SHARE = 0.7
_FEWEST_WORDS = 4
# Below this share of all tokens no closer look is needed.
_FEW = 0.3
_ELISIONS = frozenset("'’")
_ELIDED = 2  # characters of "d'"
# "Secretary of the Isle of Man" has the most small words in a row.
_MOST_BETWEEN = 3
_PIECES = re.compile(r"[^-‐‑]+|[-‐‑]")
_ABBREVIATED = {"st", "ste", "sta", "sto", "mt", "ft", "pto", "pte", "gral", "cnel", "cap", "tte", "dr", "jr", "sr"}


class Case(Enum):
    """How a sentence uses capitals."""

    USUAL = "usual"
    TITLE = "title"
    CAPITALS = "capitals"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [start, end) of a sentence: capitalised words and the small words and marks between them."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    case: Case
    is_first: bool
    """Whether the run opens its sentence, where a capital says nothing."""


def _case_of(sentence: Sentence) -> Case:
    """Tell how a sentence uses capitals."""
    tokens = sentence.tokens
    capitalised = 0
    for token in tokens:
        if begins_with_capital(token.text):
            capitalised += 1
    if 0 < capitalised < len(tokens) * _FEW:
        return Case.USUAL
    words = [token.text for token in tokens if token.text[0].isalpha()]
    if not capitalised:
        return Case.LOWER
    if capitalised < len(words) / 2:
        return Case.USUAL
    if sum(word.isupper() and len(word) > 1 for word in words) > _TITLE_SHARE * len(words) and len(words) > 2:
        return Case.CAPITALS
    longer = [word for word in words if len(word) > 3]
    is_title = sum(word[0].isupper() for word in longer) > _TITLE_SHARE * len(longer)
    return Case.TITLE if is_title and len(words) >= _FEWEST_WORDS else Case.USUAL


def runs_of(sentence: Sentence, cues: Cues) -> Iterator[Run]:
    """Give the runs in order."""
    case = _case_of(sentence)
    tokens = _unjoined(sentence.tokens)
    if case is Case.LOWER:
        starts = [index for index, token in enumerate(tokens) if token.text[0].isalpha()]
    else:
        starts = [index for index, token in enumerate(tokens) if opens_name(token)]
    if not starts:
        return
    opens = frozenset(starts)
    first = next((index for index, token in enumerate(tokens) if token.text[0].isalnum()), 0)
    end = 0
    for at in starts:
        if at >= end:
            end = _end(tokens, at, cues, opens)
            yield Run(tokens, at, end, case, is_first=at == first)


def opens_name(token: Token) -> bool:
    """Whether a word is capitalised, after an elided article too: "d'Ivoire"."""
    text = token.text
    if begins_with_capital(text):
        return True
    return len(text) > _ELIDED and text[1] in _ELISIONS and begins_with_capital(text[_ELIDED:])


def _end(tokens: tuple[Token, ...], start: int, cues: Cues, opens: frozenset[int]) -> int:
    """Give the token after the last capitalised word that belongs to the run from `start`."""
    end = at = start + 1
    while at < len(tokens) and at - end <= _MOST_BETWEEN:
        if tokens[at].start > tokens[at - 1].end + 1:
            break
        if at in opens:
            end = at + 1
        elif tokens[at].norm not in cues.connectors and not _is_inner_mark(tokens, at):
            break
        at += 1
    return end


def _is_inner_mark(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark stands within a name: the stop of "St. Louis" and "John F. Kennedy", an apostrophe, a dash."""
    token, before = tokens[at], tokens[at - 1]
    if token.text == ".":
        return token.start == before.end and (len(before.text) == 1 or before.norm in _ABBREVIATED)
    return token.text in "-‐‑–/'’" and token.start == before.end


def _unjoined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take words joined by a dash apart: "Lima-based", "Paris-Dakar", "D-Maine"."""
    joined = [index for index, token in enumerate(tokens) if len(token.text) > 2 and "-" in token.norm]
    if not joined:
        return tokens
    pieces: list[Token] = []
    last = 0
    for index in joined:
        token = tokens[index]
        pieces += tokens[last:index]
        pieces += (_piece(token, match.span()) for match in _PIECES.finditer(token.text))
        last = index + 1
    return (*pieces, *tokens[last:])


def _piece(token: Token, span: tuple[int, int]) -> Token:
    start, end = span
    return Token(token.start + start, token.start + end, token.text[start:end], token.norm[start:end])
