"""Clauses while they are built in, the words before an embedded one given to the clause around it: its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from constancia.coding.clauses.grammar import grammar
from constancia.coding.clauses.syntax import ClauseKind, NounGroup, Tag, Tense, VerbGroup, Word


@dataclass(slots=True)
class Piece:
    """A clause while it is built; `opener` is the index of the word that opens it, or None."""

    first: int
    last: int
    verb: VerbGroup | None
    kind: ClauseKind = ClauseKind.MAIN
    opener: int | None = None
    is_coordinate: bool = False
    lead: range = range(
        0
    )  # words before an embedded clause that belong here: "The march [announced for Saturday] drew"
    groups: list[NounGroup] = field(default_factory=list)


def give_lead(pieces: list[Piece]) -> None:
    """Give the words before an embedded first clause to the main clause that they are the subject of."""
    first = pieces[0]
    if first.verb is None or first.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
        return
    begin = first.opener if first.kind is ClauseKind.RELATIVE and first.opener is not None else first.verb.first
    main = next((piece for piece in pieces[1:] if piece.kind is ClauseKind.MAIN and not piece.is_coordinate), None)
    if main is not None and begin:
        main.lead, first.first = range(begin), begin


def give_inner_lead(pieces: list[Piece], words: Sequence[Word], nouns: Sequence[NounGroup]) -> None:
    """Do the same within a sentence: "while they slept, a bomb, [planted at night,] killed two"."""
    before, inner, outer = pieces
    if before.verb is None or inner.verb is None or outer.verb is None or not outer.verb.is_finite:
        return
    if inner.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE) or outer.kind is not ClauseKind.MAIN:
        return
    begin = inner.opener if inner.opener is not None else inner.verb.first
    opens, closes = words[begin - 1].norm, words[outer.first].norm
    if opens != "," or closes != "," or any(_is_between(noun, outer.first, outer.verb.first) for noun in nouns):
        return
    start = begin - 1
    while start > before.verb.last + 1 and words[start - 1].tag not in BREAKS:
        start -= 1
    group = next((noun for noun in nouns if start <= noun.first < begin - 1), None)
    if group is not None and group.preposition is None and start > before.verb.last + 1:
        outer.lead, before.last = range(start, begin), start - 1


BREAKS = frozenset({Tag.MARK, Tag.QUOTE})


def _is_between(noun: NounGroup, first: int, end: int) -> bool:
    return noun.preposition is None and first <= noun.first and noun.last < end


def is_embedded(piece: Piece, verb: VerbGroup, words: Sequence[Word], nouns: Sequence[NounGroup]) -> bool:
    """Tell the participle of "when policemen guarding the mill fired", between a subject and its verb."""
    inner, opener = piece.verb, piece.opener
    if inner is None or inner.is_finite or not verb.is_finite or opener is None or piece.kind is not _SUBORDINATE:
        return False
    if words[opener].tag not in _OPENERS or any(word.tag in BREAKS for word in words[inner.last + 1 : verb.first]):
        return False
    return any(noun.preposition is None and opener < noun.first and noun.last < inner.first for noun in nouns)


def embed(piece: Piece, outer: Piece) -> None:
    """Give the opener and the subject before a participle to the clause of the finite verb behind it."""
    if piece.verb is None or piece.opener is None:
        return
    outer.lead, outer.opener, outer.kind = range(piece.opener, piece.verb.first), piece.opener, piece.kind
    piece.first, piece.opener, piece.kind = piece.verb.first, None, ClauseKind.PARTICIPLE


_SUBORDINATE = ClauseKind.SUBORDINATE
_OPENERS = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE})


def is_object_of_relative(begin: int, pieces: list[Piece], nouns: Sequence[NounGroup]) -> bool:
    """Tell whether the one noun between a relative clause and the next verb is the object of the former."""
    piece, earlier = pieces[-1], pieces[:-1]
    verb, opener = piece.verb, piece.opener
    if piece.kind is not ClauseKind.RELATIVE or verb is None or opener is None or not verb.is_finite:
        return False
    if verb.is_passive or opener + 1 != verb.first or any(each.verb and each.verb.is_finite for each in earlier):
        return False
    return begin == verb.last + 1 and any(noun.first == begin and noun.preposition is None for noun in nouns)


def has_object(inner: VerbGroup, verb: VerbGroup, words: Sequence[Word], nouns: Sequence[NounGroup]) -> bool:
    """Tell whether what stands between a first verb that is not finite and the next is the object of the first."""
    if inner.is_finite or not verb.is_finite:
        return False
    if inner.tense is not Tense.GERUND and inner.lemma not in grammar("en")["transitive"]:
        return False
    if any(word.tag in BREAKS for word in words[inner.last + 1 : verb.first]):
        return False
    is_led = any(noun.preposition is None and noun.last < inner.first for noun in nouns)
    opening = inner.last + 1 + (words[inner.last + 1].tag is Tag.ADVERB)  # "burning down a mill"
    return is_led and any(noun.preposition is None and noun.first == opening for noun in nouns)
