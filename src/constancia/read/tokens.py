"""Text in, tokens out: words, numbers with their separators, and marks one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from constancia.model import Token

_PATTERN = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]      # an address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                         # a mailbox
  | (?<!\w)(?:[^\W\d_]{1,2}\.){2,}(?!\w)                 # U.S., EE.UU., a.m.
  | \d+(?:[.,]\d+)*(?:st|nd|rd|th|ST|ND|RD|TH|[ªº]|[kK])?(?!\w|[.,]\d)  # 3,500, 21st and 5k
  | \d+(?:[.,]\d+)*                                      # the number of 20km
  | [^\W\d_]\w*(?:(?:[-‐‑]|['’](?![sS]\b))\w+)*  # words: don't, anti-riot
  | ['’][sS]\b                                           # the 's of a possessive
  | \.{2,} | …                                           # an ellipsis
  | _+ | [^\w\s]                                         # a mark
    """,
    re.VERBOSE,
)


def tokenize(text: str, folded: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Give the tokens of `text[start:end]`; `folded` is `fold(text)`."""
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        yield Token(begin, stop, match.group(), folded[begin:stop])
