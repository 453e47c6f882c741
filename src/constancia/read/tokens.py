"""Text in, tokens out: words, numbers with their separators, and marks one by one."""

from __future__ import annotations

import re

from constancia.model import Token

_ADDRESS = r"""
    (?:https?://|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]      # an address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                         # a mailbox
  |"""
_PLAIN = r"""
    (?<!\w)(?:[^\W\d_]{1,2}\.){2,}(?!\w)                 # U.S., EE.UU., a.m.
  | [^\W\d_]\w*(?:(?:[-‐‑](?!(?:odd|plus)\b)|['’](?![sS]\b))\w+)*  # words: don't, anti-riot; "forty-odd" is three
  | \d+(?:[.,]\d+)*(?:st|nd|rd|th|ST|ND|RD|TH|[ªº]|[kK])?(?!\w|[.,]\d)  # 3,500, 21st and 5k
  | \d+(?:[.,]\d+)*                                      # the number of 20km
  | ['’][sS]\b                                           # the 's of a possessive
  | \.{2,} | …                                           # an ellipsis
  | _+ | [^\w\s]                                         # a mark
"""
# Most words are letters alone: they are taken first and whole, so that the long alternatives are not tried on them.
_WORD_OF_LETTERS = r"[^\W\d_]{3,}+(?![\w'’‐‑-]) |"
_PATTERN = re.compile(_WORD_OF_LETTERS + _PLAIN, re.VERBOSE)
_WITH_ADDRESSES = re.compile(_ADDRESS + _PLAIN, re.VERBOSE)
_ADDRESS_MARKS = ("@", "://", "www.")


def tokenize(text: str, folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Give the tokens of `text[start:end]`; `folded` is `fold(text)`."""
    stop = len(text) if end is None else end
    if any(text.find(mark, start, stop) >= 0 for mark in _ADDRESS_MARKS):
        return _matched(_WITH_ADDRESSES, text, folded, start, stop)
    tokens: list[Token] = []
    at = start
    for piece in text[start:stop].split(" "):
        after = at + len(piece)
        if piece.isalpha() or piece.isdecimal():
            tokens.append(Token(at, after, piece, folded[at:after]))
        elif piece[-1:] in _CLOSING and (piece[:-1].isalpha() or piece[:-1].isdecimal()):
            tokens.append(Token(at, after - 1, piece[:-1], folded[at : after - 1]))
            tokens.append(Token(after - 1, after, piece[-1], folded[after - 1 : after]))
        elif piece:
            tokens += _matched(_PATTERN, text, folded, at, after)
        at = after + 1
    return tokens


# Most of a text is words of letters alone, or such a word with one of these marks behind it: no pattern need be tried.
_CLOSING = frozenset('.,;:!?)”»"')


def _matched(pattern: re.Pattern[str], text: str, folded: str, start: int, stop: int) -> list[Token]:
    spans = [match.span() for match in pattern.finditer(text, start, stop)]
    return [Token(first, last, text[first:last], folded[first:last]) for first, last in spans]
