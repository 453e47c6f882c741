"""A place and the clause of a deed in, how many clauses lie between out: "in Lira, where bakers marched" is one."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, Parse
from constancia.coding.status.status_words import status_words
from constancia.model import Mention

_WHERE = frozenset({"where", "donde"})
_REACH = 5  # words from a place to its "where": "in Austin, Texas, where"


def steps_to(parse: Parse, clause: Clause, mention: Mention, steps: int) -> int:
    """Give the steps between a place and a deed's clause: none where the clause opens with "where" behind the place.

    A place behind the deed that has a "where" of its own, "… marched in Lira, and in Gulu, where", is a step further.
    """
    opens = _where_behind(parse, parse.word_at(mention.end - 1) + 1)
    if opens is None:
        return steps
    if clause.marker in _WHERE and opens == clause.first:
        return 0
    return steps + 1 if opens > clause.first else steps


def _where_behind(parse: Parse, at: int) -> int | None:
    """Give the "where" that stands behind a place with commas and names alone between."""
    for index in range(at, min(at + _REACH, len(parse.words))):
        word = parse.words[index]
        if word.norm in _WHERE:
            return index
        if word.norm != "," and not word.text[:1].isupper():
            return None
    return None


def was_held_there(parse: Parse, clause: Clause, trigger: int, at: int) -> bool:
    """Tell the town behind the verb of "a vigil for those shot in Tyre was held in Beirut" from the one before it."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.first <= trigger <= subject.last < verb.first:
        return False
    if not verb.last < at or parse.clause_at[at] != clause.index:
        return False
    return any(status_words(language).is_verb("happen", verb) for language in ("en", "es"))
