"""A relative clause in, who did it and to whom out, where what it describes is its object: "those whom rebels took"."""

from __future__ import annotations

from constancia.coding.clauses.grammar import grammar
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, VerbGroup
from constancia.coding.who.names_beside import is_somebody
from constancia.coding.word_sets import words_of

_WHOM = words_of("relatives", "whom")
_WHICH = words_of("relatives", "which")
_TAKEN = words_of("relatives", "taken")
_CLITICS = words_of("relatives", "clitics")


def done_to_described(  # noqa: PLR0911 - a rule a line, the first that fits
    clause: Clause, parse: Parse, language: str
) -> tuple[NounGroup | None, NounGroup] | None:
    """Give who did it and whom it befell; None where the clause describes its subject, or none."""
    verb = clause.verb
    if clause.kind is not ClauseKind.RELATIVE or clause.marker not in _WHICH or verb is None:
        return None
    if verb.is_passive or verb.is_reflexive or not verb.is_finite or not _lacks_object(clause, parse, language):
        return None
    marker = _marker_at(clause, parse, verb)
    described = _described(marker, parse) if marker is not None else None
    if marker is None or described is None:
        return None
    subject = clause.subject
    if subject is not None and marker < subject.first < verb.first:
        is_taken = clause.marker in _WHOM or verb.lemma in _TAKEN or verb.lemma in grammar("en")["transitive"]
        return (subject, described) if is_taken else None
    if language != "es" or not parse.words[verb.head].norm.endswith("n"):
        return None
    if any(word.norm in _CLITICS for word in parse.words[marker + 1 : verb.head]):
        return None  # "los soldados que los mataron"
    behind = clause.object
    if behind is not None and parse.words[behind.head].tag is not Tag.TIME:
        return behind, described
    return (_freer(clause, described, parse), described) if verb.lemma in _TAKEN else None


def _lacks_object(clause: Clause, parse: Parse, language: str) -> bool:
    """Tell that nobody stands behind as the object: no noun, a time, or in Spanish people without "a"."""
    if any(group.preposition in ("a", "al") for group in clause.complements):
        return False
    group = clause.object
    if group is None or parse.words[group.head].tag is Tag.TIME:
        return True
    is_behind = clause.verb is not None and group.first == clause.verb.last + 1 and group.preposition is None
    is_many = parse.words[group.head].norm != parse.words[group.head].lemma
    return language == "es" and is_behind and is_many and group.is_definite and is_somebody(group, parse, language)


def _marker_at(clause: Clause, parse: Parse, verb: VerbGroup) -> int | None:
    inside = range(verb.first - 1, clause.first - 1, -1)
    return next((index for index in inside if parse.words[index].norm == clause.marker), None)


def _described(marker: int, parse: Parse) -> NounGroup | None:
    """Give the noun that a relative clause is about, for "the head of the union whom police held" the head."""
    at = next((place for place, group in enumerate(parse.nouns) if marker - 2 <= group.last < marker), None)
    if at is None:
        return None
    while (
        at
        and parse.nouns[at].preposition in ("of", "de", "del")
        and parse.nouns[at].first - parse.nouns[at - 1].last <= _TIED
    ):
        at -= 1
    group = parse.nouns[at]
    return None if parse.words[group.head].tag is Tag.TIME else group


_TIED = 3


def _freer(clause: Clause, described: NounGroup, parse: Parse) -> NounGroup | None:
    """Give the rebels of "los rebeldes liberaron a los misioneros que secuestraron"."""
    above = parse.clauses[clause.parent] if clause.parent is not None else None
    is_freer = above is not None and above.verb is not None and not above.verb.is_passive
    is_freer = is_freer and above is not None and above.object is not None and above.object.head == described.head
    return above.subject if is_freer and above is not None else None
