"""A deed's noun and a day or place behind it in, whether a clause hung on the noun tells that it was there or then."""

from __future__ import annotations

from constancia.coding.clauses.syntax import ClauseKind, Parse
from constancia.coding.status.status_words import status_words
from constancia.coding.word_sets import words_of
from constancia.model import Mention

_BEHIND = (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE)
_BESIDE = 8  # words from a deed to the clause that tells where it was


def tells_where_it_was(parse: Parse, trigger: int, mention: Mention) -> bool:
    """Tell the town or day of "the killing of a baker, which took place in Lira", "un asesinato ocurrido en Jalapa"."""
    home = parse.clause_of(mention.start)
    if home.kind not in _BEHIND or home.verb is None or not 0 < home.first - trigger <= _BESIDE:
        return False
    is_of_it = any(status_words(language).is_verb("happen", home.verb) for language in ("en", "es"))
    return is_of_it or home.verb.lemma in _COMMITTED


_COMMITTED = words_of("happened", "committed")
