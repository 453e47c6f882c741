"""A country in, whether it only says whose something is, or by whom it was done, out: "U.S. citizens"."""

from __future__ import annotations

import re

from constancia.coding.word_sets import word_set
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature
from constancia.words import fold

_LETTERS = re.compile(r"(?:[A-Z]\.\s?){2,5}|[A-Z]{2,4}")
_JOINED = re.compile(r"[-‐‑][a-z]{3,}")
_NEXT = re.compile(r"(?:'s)?\s+([a-z][a-z-]+)")
# Words behind a country that is itself the place: "in the U.S. on Monday", "in the US and Canada".
_GOES_ON = word_set(
    "a about after again against ago all also although amid an and are around as at because been before began being "
    "between but by came can could during for from had has have he his if in including into is it its last later near "
    "next now of off on or over said says she since so than that the their then they this through throughout to today "
    "told tomorrow tonight under until was we were when where which while who whose will with would yesterday"
)


def is_attribute(text: str, mention: Mention) -> bool:
    """Tell whether a country's letters stand before the noun that they describe, or it is half of one: "US-backed"."""
    value = mention.value
    if not isinstance(value, PlaceValue) or value.feature is not Feature.COUNTRY:
        return False
    if _JOINED.match(text, mention.end) or _BORDER.search(fold(text[max(mention.start - _REACH, 0) : mention.start])):
        return True
    if not _LETTERS.fullmatch(mention.text):
        return False
    following = _NEXT.match(fold(text[mention.end : mention.end + _REACH]))
    return following is not None and following.group(1) not in _GOES_ON


_REACH = 30  # characters


def is_agent(text: str, mention: Mention) -> bool:
    """Tell a country that does something, or that an envoy is sent to, from where it was: "by the United States"."""
    value = mention.value
    if isinstance(value, PlaceValue) and value.feature is Feature.CITY and _is_government(text, mention):
        return True
    if not isinstance(value, PlaceValue) or value.feature is not Feature.COUNTRY:
        return False
    return bool(_BY.search(fold(text[max(mention.start - _REACH, 0) : mention.start])))


def _is_government(text: str, mention: Mention) -> bool:
    """Tell the town that stands for a government, "Ottawa backed the measure", "Bogotá lo rechazó", from a place."""
    if not _STANCE.match(fold(text[mention.end : mention.end + _REACH])):
        return False
    written = text[max(mention.start - _REACH, 0) : mention.start]
    return not (_NAMED_BEFORE.search(written) or _PLACED.search(fold(written)))


_NAMED_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÑ]\w*,\s*$")  # "Tena, Quito": the town and what it lies in
_PLACED = re.compile(r"\b(?:in|at|near|from|of|to|across|around|outside|en|de|desde|hacia|a|por|hasta)\s+(?:\w+\s+)?$")
_STANCE = re.compile(
    r"\s+(?:\w+ly\s+|lo\s+|la\s+|no\s+|ya\s+|also\s+|has\s+|had\s+|ha\s+|habia\s+)*"
    r"(?:(?:support|back|condemn|recall|welcom|sanction|accus|oppos|endors|criticis|criticiz|denounc|recogni[sz])(?:e?s|e?d)"
    r"|(?:respald|apoy|conden|denunci|critic|sancion|acus|rechaz)(?:o|a|ado)|reconocio|desmintio|vetoed|disputed)\b"
)
# "On the border with Chad": on this side of it.
_BORDER = re.compile(
    r"\b(?:fronter\w+|limites?|limitrofes?|colinda\w*|border(?:s|ing|ed)?|frontiers?|boundary) (?:\w+ )?(?:con|with)"
    r"\s+(?:the\s+|el\s+|la\s+)?$"
)
_BY = re.compile(
    r"\b(?:by|por|(?:ambassador|consul|envoy|embajador|embajadora|enviado) (?:to|en|ante))\s+(?:the\s+|el\s+)?$"
)
