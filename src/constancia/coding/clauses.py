"""Tokens of a sentence in, its parse out: words tagged, grouped and shared out among clauses, one a verb group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from constancia.coding.groups import noun_groups, verb_groups
from constancia.coding.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup, Word
from constancia.coding.tagging import tag_words
from constancia.model import Token

_HARD_MARKS = frozenset(";:()[]-–—")
_AGENTS = frozenset({"by", "por"})
_PERSONAL = frozenset({"a", "al"})


def parse(tokens: Sequence[Token], language: str, known: Mapping[int, Tag] | None = None) -> Parse:
    """Parse the tokens of one sentence; `known` gives the tags of words that a reader has understood, by offset."""
    tagged = tag_words(tokens, language, known or {})
    words = tuple(word for word, _ in tagged)
    verbs = verb_groups(tagged, language)
    nouns = noun_groups(tagged, verbs, language)
    pieces = _cut(words, verbs, nouns)
    clauses = _fill(pieces, words, nouns, language)
    at = [0] * len(words)
    for clause in clauses:
        for index in range(clause.first, min(clause.last + 1, len(words))):
            at[index] = clause.index
    for piece, clause in zip(pieces, clauses, strict=True):
        if piece.lead:
            at[: piece.lead] = [clause.index] * piece.lead
    return Parse(words, tuple(verbs), tuple(nouns), tuple(clauses), tuple(at))


@dataclass(slots=True)
class _Piece:
    """A clause while it is built; `opener` is the index of the word that opens it, or None."""

    first: int
    last: int
    verb: VerbGroup | None
    kind: ClauseKind = ClauseKind.MAIN
    opener: int | None = None
    is_coordinate: bool = False
    lead: int = 0  # so many words at the head of the sentence belong here: "The march [announced for Saturday] drew"
    groups: list[NounGroup] = field(default_factory=list)


# ---------------------------------------------------------------- where clauses begin


def _cut(words: Sequence[Word], verbs: Sequence[VerbGroup], nouns: Sequence[NounGroup]) -> list[_Piece]:
    """Cut a sentence into one piece a verb group; a sentence with none is one verbless clause."""
    if not verbs:
        return [_Piece(0, max(len(words) - 1, 0), None, ClauseKind.VERBLESS)]
    pieces = [_Piece(0, len(words) - 1, verbs[0])]
    _kind_of_first(pieces[0], verbs[0], words)
    for before, verb in pairwise(verbs):
        previous = pieces[-1]
        begin, opener = _boundary(words, before.last + 1, verb, nouns)
        piece = _Piece(begin, len(words) - 1, verb, opener=opener)
        piece.kind = _kind(words, verb, opener)
        piece.is_coordinate = opener is not None and words[opener].tag is Tag.CONJUNCTION
        previous.last = max(begin - 1, before.last)
        pieces.append(piece)
    _give_lead(pieces)
    return pieces


def _give_lead(pieces: list[_Piece]) -> None:
    """Give the words before an embedded first clause to the main clause that they are the subject of."""
    first = pieces[0]
    if first.verb is None or first.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
        return
    begin = first.opener if first.kind is ClauseKind.RELATIVE and first.opener is not None else first.verb.first
    main = next((piece for piece in pieces[1:] if piece.kind is ClauseKind.MAIN and not piece.is_coordinate), None)
    if main is not None and begin:
        main.lead, first.first = begin, begin


def _kind_of_first(piece: _Piece, verb: VerbGroup, words: Sequence[Word]) -> None:
    for index in range(verb.first):
        if words[index].tag in (Tag.SUBORDINATOR, Tag.RELATIVE):
            piece.opener = index
            is_relative = words[index].tag is Tag.RELATIVE and index > 0 and words[index - 1].tag is Tag.NOUN
            piece.kind = ClauseKind.RELATIVE if is_relative else ClauseKind.SUBORDINATE
    if piece.opener is None:
        piece.kind = _kind(words, verb, None)


def _boundary(words: Sequence[Word], start: int, verb: VerbGroup, nouns: Sequence[NounGroup]) -> tuple[int, int | None]:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    """Find where the clause of a verb begins after the verb before it, and the word that opens it."""
    for tags in ((Tag.SUBORDINATOR, Tag.RELATIVE), ()):
        for index in range(verb.first - 1, start - 1, -1):
            if tags and words[index].tag in tags:
                return index, index
            if not tags and (words[index].norm in _HARD_MARKS or words[index].tag is Tag.QUOTE):
                return index, None
    if not verb.is_finite:
        return verb.first, _preposition_before(words, verb, start)
    between = [noun for noun in nouns if start <= noun.first and noun.last < verb.first]
    bare = [noun.first for noun in between if noun.preposition is None]
    subject = bare[-1] if bare else None
    for index in range(verb.first - 1, start - 1, -1):
        if words[index].tag is Tag.CONJUNCTION and not _joins_nouns(index, verb, nouns):
            return index, index
    for index in range(verb.first - 1, start - 1, -1):
        if words[index].norm == ",":
            return index, None
    if subject is not None:
        return subject, None
    return verb.first, None


def _joins_nouns(index: int, verb: VerbGroup, nouns: Sequence[NounGroup]) -> bool:
    """Tell "students and miners marched" from "... in Lima and miners marched", by what stands on both sides."""
    if index + 1 == verb.first:
        return False
    before = [noun for noun in nouns if noun.last == index - 1]
    after = [noun for noun in nouns if noun.first == index + 1]
    return bool(before and after and before[0].preposition is None)


def _preposition_before(words: Sequence[Word], verb: VerbGroup, start: int) -> int | None:
    before = verb.first - 1
    return before if before >= start and words[before].tag in (Tag.PREPOSITION, Tag.CONJUNCTION) else None


def _kind(words: Sequence[Word], verb: VerbGroup, opener: int | None) -> ClauseKind:
    if opener is not None and words[opener].tag is Tag.RELATIVE:
        before = words[opener - 1] if opener else None
        is_content = before is not None and before.tag is Tag.VERB
        return ClauseKind.SUBORDINATE if is_content else ClauseKind.RELATIVE
    if opener is not None and words[opener].tag is Tag.SUBORDINATOR:
        return ClauseKind.SUBORDINATE
    if verb.tense is Tense.INFINITIVE:
        return ClauseKind.INFINITIVE
    if verb.tense in (Tense.GERUND, Tense.PARTICIPLE):
        return ClauseKind.PARTICIPLE
    return ClauseKind.MAIN


# ---------------------------------------------------------------- who stands where


def _fill(pieces: list[_Piece], words: Sequence[Word], nouns: Sequence[NounGroup], language: str) -> list[Clause]:
    at = 0
    lead = next((piece for piece in pieces if piece.lead), None)
    for noun in nouns:
        while at + 1 < len(pieces) and noun.first > pieces[at].last:
            at += 1
        (lead if lead is not None and noun.last < lead.lead else pieces[at]).groups.append(noun)
    clauses: list[Clause] = []
    leading = max((noun for noun in lead.groups if noun.last < lead.lead), key=_end, default=None) if lead else None
    for index, piece in enumerate(pieces):
        clauses.append(_clause(_Frame(index, words, clauses, leading, language), piece))
    return clauses


def _end(group: NounGroup) -> int:
    return group.last


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a clause is built in; `leading` is the noun that an embedded first clause is of."""

    index: int
    words: Sequence[Word]
    earlier: list[Clause]
    leading: NounGroup | None
    language: str


def _clause(frame: _Frame, piece: _Piece) -> Clause:
    index, words, earlier, leading, language = frame.index, frame.words, frame.earlier, frame.leading, frame.language
    marker = words[piece.opener].norm if piece.opener is not None else None
    parent = earlier[-1].index if earlier and piece.kind is not ClauseKind.MAIN else None
    if piece.verb is None:
        return Clause(index, piece.first, piece.last, piece.kind, None, complements=tuple(piece.groups), marker=marker)
    before = [group for group in piece.groups if group.last < piece.verb.first]
    after = [group for group in piece.groups if group.first > piece.verb.last]
    if piece.lead:
        subject = next((group for group in before if group.preposition is None), None)
    else:
        subject = next((group for group in reversed(before) if group.preposition is None), None)
        subject = _over_apposition(before, subject, words)
    bare = [group for group in after if group.preposition is None]
    object_ = bare[0] if bare else None
    if language == "es" and object_ is None:
        object_ = next((group for group in after if group.preposition in _PERSONAL), None)
    if subject is None:
        subject = _subject_elsewhere(piece, earlier, words, leading)
        if subject is None and language == "es" and bare:
            subject, object_ = bare[0], (bare[1] if len(bare) > 1 else None)
    agent = None
    if piece.verb.is_passive or piece.verb.tense is Tense.PARTICIPLE:
        agent = next((group for group in after if group.preposition in _AGENTS), None)
    rest = tuple(group for group in piece.groups if group.preposition is not None)
    return Clause(index, piece.first, piece.last, piece.kind, piece.verb, subject, object_, agent, rest, marker, parent)


def _over_apposition(before: list[NounGroup], subject: NounGroup | None, words: Sequence[Word]) -> NounGroup | None:
    """Step from "Juan P., 19," back to "Juan P.", and from "on Tuesday, teachers" stay with the teachers."""
    if subject is None:
        return None
    position = before.index(subject)
    if position and words[subject.head].tag is Tag.NUMBER and words[subject.first - 1].norm == ",":
        return before[position - 1]
    return subject


def _subject_elsewhere(
    piece: _Piece, earlier: list[Clause], words: Sequence[Word], leading: NounGroup | None
) -> NounGroup | None:
    """Give the subject that a clause leaves out: its antecedent, or the subject of the clause before."""
    if not earlier:
        return leading
    previous = earlier[-1]
    if piece.opener is None and piece.kind is ClauseKind.PARTICIPLE and previous.verb is None:
        return previous.subject
    if piece.kind is ClauseKind.RELATIVE or (piece.kind is ClauseKind.PARTICIPLE and not _follows_comma(piece, words)):
        behind = [group for group in (previous.object, previous.subject, *previous.complements) if group is not None]
        behind = [group for group in behind if group.last < piece.first]
        return max(behind, key=lambda group: group.last, default=previous.subject)
    if piece.kind is ClauseKind.SUBORDINATE and not piece.is_coordinate:
        return None
    return previous.subject


def _follows_comma(piece: _Piece, words: Sequence[Word]) -> bool:
    return piece.first > 0 and (words[piece.first].norm == "," or words[piece.first - 1].norm == ",")
