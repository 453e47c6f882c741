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
  | [^\W\d_]\w*(?:(?:[-‐‑]|['’](?![sS]\b))\w+)*          # words: don't, anti-riot
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
    has_address = any(text.find(mark, start, stop) >= 0 for mark in _ADDRESS_MARKS)
    matches = (_WITH_ADDRESSES if has_address else _PATTERN).finditer(text, start, stop)
    spans = [match.span() for match in matches]
    return [Token(first, last, text[first:last], folded[first:last]) for first, last in spans]
