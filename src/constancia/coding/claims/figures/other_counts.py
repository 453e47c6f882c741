"""A number and the words around it in, whether it was counted before, counts charges, or those unharmed, out."""

from __future__ import annotations

import re

from constancia.coding.claims.line import Figure
from constancia.coding.word_patterns import any_of

# "Down from 58 on Sunday", "compared with 40 last year", "frente a los 12 de ayer": what was counted before.
_COMPARED = re.compile(
    rf"\b(?:{any_of('no_count', 'changed')} from"
    r"|compared (?:with|to)|as against|versus|frente a(?: l[oa]s)?|(?:en comparacion|comparad[oa]s?) con(?: l[oa]s)?)"
    r"\s+(?:about |some |the |just |only )?$"
)
_TO = re.compile(r"\s+(?:\w+\s+)?(?:to|a)\s+\w")
_AGAINST = re.compile(r",\s+(?:against|from|contra)\s+(?:the |l[oa]s )?$")
_AT_ANOTHER_TIME = re.compile(
    r"\s+(?:in (?:\d{4}|the same)|last|a year|the (?:year|week|month|day) before|previously|en \d{4}|el ano|de ayer)\b"
)
# "None of the 240 residents was hurt": the number is of those to whom nothing happened.
_NONE_OF = re.compile(
    r"\b(?:none|not one|nobody|neither|ningun[oa]?) (?:of|de) (?:the|its|their|his|her|these|those|l[oa]s|sus) "
    r"(?:about |some |unos |unas )?$"
)
# "Three counts of murder and ten of attempted murder": so many charges.
_OF_CRIME = re.compile(
    rf"\s+(?:of|de)\s+(?:attempted |aggravated |tentativa de |intento de )?{any_of('other_counts', 'crimes')}\b"
)


# "Voted by 120 to 95 to ban the march", "por 120 votos a favor y 95 en contra": votes.
_VOTE = rf"\b{any_of('other_counts', 'votes')}\b"
_VOTED = re.compile(
    _VOTE + r"[^,;.]{0,60}\b(?:by|por)\s+[\d,.]+(?:\s+vot\w+)?(?:\s+a favor)?\s+(?:to|against|contra|a|y)\s+$"
)
_FOR_VOTES = re.compile(_VOTE + r"[^,;.]{0,60}\b(?:by|por)\s+$")
_AGAINST_VOTES = re.compile(r"\s+(?:vot\w+ )?(?:to|against|contra|a|a favor y)\s+\d")


def is_of_another_count(figure: Figure, before: str, after: str) -> bool:
    """Tell the old value of a count, those whom nothing befell, and charges; all words are folded."""
    if _NONE_OF.search(before) or _OF_CRIME.match(after):
        return True
    if not figure.is_bare:
        return False
    if _VOTED.search(before) or (_FOR_VOTES.search(before) and _AGAINST_VOTES.match(after)):
        return True
    if _COMPARED.search(before) and not _TO.match(after):
        return True
    return bool(_AGAINST.search(before) and _AT_ANOTHER_TIME.match(after))
