"""A day in its parsed sentence in, whether it is only the end of something out: "a curfew until 5 am on Friday"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Parse
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Mention
from constancia.words import fold


def is_end(parse: Parse, mention: Mention) -> bool:
    """Tell an end from a day: "all trains are cancelled until Friday because of the blockade"."""
    at = parse.word_at(mention.start)
    if any(word.norm in _UNTIL for word in parse.words[max(at - 2, 0) : at]):
        return True
    if fold(mention.text).removeprefix("el ").removeprefix("del ") not in _WEEKDAYS:
        return False
    has_hour = False
    for word in reversed(parse.words[max(at - _REACH, 0) : at]):
        if word.norm in _UNTIL:
            return has_hour
        has_hour = has_hour or word.norm[0].isdecimal() or word.norm in _HOURS
        if not (word.norm in _OF_AN_HOUR or word.norm in _HOURS or word.norm[0].isdecimal()):
            return False
    return False


_REACH = 8  # words from "until" to its day
_UNTIL = frozenset({"until", "till", "hasta"})
# What may stand between "until" and its day: the hour.
_OF_AN_HOUR = word_set(
    "am pm a.m p.m a.m. p.m. . : o'clock on at next this the early late morning evening night h hrs hours horas hs el"
    " la las los del de este proximo manana noche tarde madrugada"
)
_WEEKDAYS = word_set(
    "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday"
)
_HOURS = words_of("ends", "hours")
