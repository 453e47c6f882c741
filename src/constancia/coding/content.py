"""A date in its sentence in, whether it is of what somebody says rather than of the deed told beside it, out."""

from __future__ import annotations

from constancia.coding.status_words import status_words
from constancia.coding.story import Draft
from constancia.coding.syntax import Clause, Parse
from constancia.model import Mention

_THAT = frozenset({"que", "that"})


def is_of_content(parse: Parse, mention: Mention, clause: Clause, draft: Draft, language: str) -> bool:
    """Tell the day of what is said, "told the assembly that the decree holds from 1 May", from the assembly's."""
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    if home.marker not in _THAT or home.subject is None or home.subject.first < home.first:
        return False
    words = status_words(language)
    if any(words.is_verb(name, home.verb) for name in ("plan", "happen", "light")):
        return False  # "the rally that students had called for Friday"
    within: Clause | None = clause
    while within is not None and within.index != home.index:
        within = None if within.parent is None else parse.clauses[within.parent]
    return within is None and not home.subject.first <= draft.trigger.word <= home.subject.last
