"""The words of a headline in, whether they count the days of what they name out: "Acampada, jornada 58" (L5)."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.word_sets import words_of
from constancia.model import Token

_COUNTED = words_of("banners", "counted")
_WORDS = 3


def is_banner(tokens: Sequence[Token]) -> bool:
    """Tell a banner, whose first word is a noun even where it would be a participle."""
    return len(tokens) > _WORDS and tokens[1].norm in (",", ":") and tokens[2].norm in _COUNTED
