"""A noun for a deed in its sentence in, the clause that tells of it, and whether "without" or "no" denies it, out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, VerbGroup

_WITHOUT = frozenset({"sin", "without", "ni", "nor", "no"})


def main_of(parse: Parse, group: NounGroup, clause: Clause) -> Clause:
    """Give the clause of "the march was held" in "the march, which had been banned, was held".

    So it is in "a march due to be held on Saturday was banned".
    """
    if clause.kind not in _WITHIN or clause.subject != group:
        return clause
    others = (each for each in parse.clauses[clause.index + 1 :] if each.kind is ClauseKind.MAIN)
    return next((each for each in others if each.subject == group and each.verb is not None), clause)


_WITHIN = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.INFINITIVE)


def is_denied_by_a_word(parse: Parse, group: NounGroup) -> bool:
    """Read "sin heridos ni detenidos", "no arrests"."""
    if group.is_negated or group.preposition in _WITHOUT:
        return True
    return group.first > 0 and (parse.words[group.first - 1].norm in _WITHOUT or _is_listed_with_none(parse, group))


def _is_listed_with_none(parse: Parse, group: NounGroup) -> bool:
    """Read "no injuries or arrests", "sin heridos o detenidos": what is denied goes on behind "or"."""
    before = next((each for each in parse.nouns if each.last == group.first - 2), None)
    is_joined = before is not None and group.preposition is None and parse.words[group.first - 1].norm in _OR
    return is_joined and before is not None and is_denied_by_a_word(parse, before)


_OR = frozenset({"or", "nor", "o", "u", "ni"})


def answers_for_it(verb: VerbGroup, parse: Parse) -> bool:
    """Tell "nadie se hizo responsable del asesinato", which was, from "no se hizo la marcha"."""
    return any(word.norm in _ANSWERABLE for word in parse.words[verb.last + 1 : verb.last + 2])


_ANSWERABLE = frozenset({"responsable", "responsables", "cargo", "responsibility"})
