"""Words in, tags out for those that their shape alone tells: adverbs, and the parts of "28-year-old"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from constancia.coding.clauses.syntax import Tag
from constancia.model import Token

AGED = frozenset({"year-old", "month-old", "week-old", "day-old", "year-olds", "month-olds"})
_SHORT = 5  # letters of the longest words in -ly that are mostly no adverbs: "ally", "rally"


def age_tag(tokens: Sequence[Token], index: int) -> Tag | None:
    """Keep "28-year-old" in one group, whose mark would part it, and "aged 51" out of the verbs."""
    token = tokens[index]
    if token.norm == "aged" and index and index + 1 < len(tokens) and tokens[index + 1].norm.isdecimal():
        return Tag.PREPOSITION  # "a woman aged 51 was hurt"
    if token.norm == "-":
        is_age = index + 1 < len(tokens) and tokens[index + 1].norm in AGED and tokens[index + 1].start == token.end
        return Tag.ADJECTIVE if is_age else None
    return Tag.NOUN if token.norm in AGED and index and tokens[index - 1].norm == "-" else None


def is_adverb(norm: str, nouns_in_ly: Collection[str]) -> bool:
    """Tell "fatally" and "violentamente" from "family"; only English has a list of nouns in -ly."""
    ending = "ly" if nouns_in_ly else "mente"
    return norm.endswith(ending) and len(norm) > _SHORT and norm not in nouns_in_ly
