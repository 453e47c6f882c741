"""A verb in, whether it says only what somebody would have be: "must be arrested", "demanded the mayor be arrested"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Parse, Tense, VerbGroup

WANTS = frozenset({"want", "like", "need", "prefer"})
"""Verbs of which a participle behind an object is wished: "wants the culprits arrested"."""

_OUGHT = frozenset({"should", "must", "ought", "deber"})


def is_wished(verb: VerbGroup, parse: Parse) -> bool:
    """Tell what ought to be, by its modal or by a bare "be"."""
    is_open = not verb.is_perfect and verb.tense is not Tense.PAST
    if verb.modal in _OUGHT:
        return is_open
    opening = parse.words[verb.first].norm, parse.words[verb.first - 1].norm if verb.first else "to"
    return opening[0] == "be" and opening[1] != "to" and verb.is_passive and verb.modal is None
