"""A relative clause's verb and the nouns before it in, the noun that it is of out, where that is not the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.syntax import NounGroup, VerbGroup


def attack_before(verb: VerbGroup | None, nearest: NounGroup | None, behind: Sequence[NounGroup]) -> NounGroup | None:
    """Give the attack of "the attacks on a school and a clinic, which killed nine", whose clinic killed nobody."""
    if verb is None or verb.lemma not in _HARMS or verb.is_passive:
        return None
    if nearest is None or nearest.preposition is None:
        return None
    return next((group for group in behind if group.lemma in _ATTACKS), None)


_HARMS = frozenset({"kill", "injure", "wound", "hurt", "maim", "leave", "claim", "destroy", "damage", "wreck"})
_ATTACKS = frozenset({"attack", "bombing", "blast", "explosion", "bomb", "shooting", "ambush", "raid", "assault"})
