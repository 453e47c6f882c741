"""Tokens of a sentence in, its parse out: words tagged, grouped and shared out among clauses, one a verb group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from constancia.coding.clauses.antecedents import (
    attack_before,
    behind_verb,
    blamed_before,
    goes_on_with,
    is_left_by,
    is_of_nobody_named,
    is_plural,
    kin_before,
    of_its_number,
    striker_before,
    subject_joined,
    tells_behind,
)
from constancia.coding.clauses.datelines import end_of_dateline
from constancia.coding.clauses.gapping import is_gapped
from constancia.coding.clauses.grammar import Grammar, grammar
from constancia.coding.clauses.groups import noun_groups, verb_groups
from constancia.coding.clauses.joined import share_objects
from constancia.coding.clauses.pieces import (
    Piece,
    embed,
    give_inner_lead,
    give_lead,
    has_object,
    is_embedded,
    is_object_of_relative,
)
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup, Word
from constancia.coding.clauses.tagging import tag_words
from constancia.coding.clauses.time_clauses import open_clauses
from constancia.coding.word_sets import words_of
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
    if language == "en":
        words, nouns = open_clauses(words, verbs, nouns)
    pieces = _cut(words, verbs, nouns)
    clauses = _fill(pieces, words, nouns, language)
    at = [0] * len(words)
    for clause in clauses:
        for index in range(clause.first, min(clause.last + 1, len(words))):
            at[index] = clause.index
    for piece, clause in zip(pieces, clauses, strict=True):
        for index in piece.lead:
            at[index] = clause.index
    return Parse(words, tuple(verbs), tuple(nouns), tuple(clauses), tuple(at))


# ---------------------------------------------------------------- where clauses begin


def _cut(words: Sequence[Word], verbs: Sequence[VerbGroup], nouns: Sequence[NounGroup]) -> list[Piece]:
    """Cut a sentence into one piece a verb group; a sentence with none is one verbless clause."""
    if not verbs:
        return [Piece(0, max(len(words) - 1, 0), None, ClauseKind.VERBLESS)]
    pieces = [Piece(0, len(words) - 1, verbs[0])]
    _kind_of_first(pieces[0], verbs[0], words)
    for before, verb in pairwise(verbs):
        previous = pieces[-1]
        begin, opener = _boundary(words, before.last + 1, verb, nouns)
        is_first = opener is None and not any(piece.verb and piece.verb.is_finite for piece in pieces)
        if is_first and has_object(before, verb, words, nouns):
            begin = verb.first  # "the men suspected of killing a clerk were freed"
        if opener is None and verb.is_finite and is_object_of_relative(begin, pieces, nouns):
            begin = verb.first  # "traders who blocked the road were beaten"
        is_inside = opener is None and is_embedded(previous, verb, words, nouns)
        begin = verb.first if is_inside else begin
        piece = Piece(begin, len(words) - 1, verb, opener=opener)
        piece.kind = _kind(words, verb, opener)
        piece.is_coordinate = opener is not None and words[opener].tag is Tag.CONJUNCTION
        previous.last = max(begin - 1, before.last)
        if is_inside:
            embed(previous, piece)
        pieces.append(piece)
    give_lead(pieces)
    for at in range(1, len(pieces) - 1):
        give_inner_lead(pieces[at - 1 : at + 2], words, nouns)
    return pieces


_WHO = frozenset({"who", "whose", "whom", "which"})


def _kind_of_first(piece: Piece, verb: VerbGroup, words: Sequence[Word]) -> None:
    for index in range(verb.first):
        if words[index].tag in (Tag.SUBORDINATOR, Tag.RELATIVE):
            piece.opener = index
            before = words[index - 1 - (words[index].norm in _WHO and words[index - 1].norm == ",")]
            is_relative = words[index].tag is Tag.RELATIVE and index > 0 and before.tag is Tag.NOUN
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
        is_joint = words[index].tag is Tag.CONJUNCTION
        if is_joint and not _joins_nouns(index, verb, nouns) and not _joins_names(index, between, words):
            return index, index
    for index in range(verb.first - 1, start - 1, -1):
        if words[index].norm == ",":
            inserted = _before_insertion(index, start, between, words) if index == verb.first - 1 else None
            return (index if inserted is None else inserted), None
    if subject is not None:
        return subject, None
    return verb.first, None


def _before_insertion(closes: int, start: int, between: list[NounGroup], words: Sequence[Word]) -> int | None:
    """Give where the subject begins whose verb stands behind an insertion: "said [Ana Roca], a baker, was freed"."""
    opens = next((index for index in range(closes - 1, start - 1, -1) if words[index].norm == ","), None)
    if opens is None or not any(opens < group.first and group.preposition is None for group in between):
        return None
    near = [group for group in between if group.last < opens]
    if not near or near[-1].last != opens - 1:
        return None
    first = near[-1]
    for group in reversed(near[:-1]):
        joint = {word.norm for word in words[group.last + 1 : first.first]}
        if first.preposition is None and not joint <= _AND:
            break
        first = group
    return first.first if first.preposition is None else None


_AND = frozenset({"and", "y", "e", ","})


def _joins_nouns(index: int, verb: VerbGroup, nouns: Sequence[NounGroup]) -> bool:
    """Tell "students and miners marched" from "... in Lima and miners marched", by what stands on both sides."""
    if index + 1 == verb.first:
        return False
    before = [noun for noun in nouns if noun.last == index - 1]
    after = [noun for noun in nouns if noun.first == index + 1]
    return bool(before and after and before[0].preposition is None)


def _joins_names(index: int, between: list[NounGroup], words: Sequence[Word]) -> bool:
    """Tell "..., and students in Ica and Puno occupied" from "... in Ica and Puno saw": who acts stands before."""
    before = next((noun for noun in between if noun.last == index - 1), None)
    after = next((noun for noun in between if noun.first == index + 1), None)
    if before is None or after is None or before.preposition is None:
        return False
    if not (words[before.head].text[0].isupper() and words[after.head].text[0].isupper()):
        return False
    led = (noun for noun in between if noun.preposition is None and noun.last < before.first)
    return any(words[noun.first - 1].tag is Tag.CONJUNCTION or words[noun.first - 1].norm == "," for noun in led)


def _preposition_before(words: Sequence[Word], verb: VerbGroup, start: int) -> int | None:
    before = verb.first - 1
    return before if before >= start and words[before].tag in (Tag.PREPOSITION, Tag.CONJUNCTION) else None


def _kind(words: Sequence[Word], verb: VerbGroup, opener: int | None) -> ClauseKind:
    if opener is not None and words[opener].tag is Tag.RELATIVE:
        before = words[opener - 1] if opener else None
        is_content = before is not None and (before.tag is Tag.VERB or before.norm in _BEFORE_THAT)
        return ClauseKind.SUBORDINATE if is_content else ClauseKind.RELATIVE
    if opener is not None and words[opener].tag is Tag.SUBORDINATOR:
        return ClauseKind.SUBORDINATE
    if verb.tense is Tense.INFINITIVE:
        return ClauseKind.INFINITIVE
    if verb.tense in (Tense.GERUND, Tense.PARTICIPLE):
        return ClauseKind.PARTICIPLE
    return ClauseKind.MAIN


# With "que" behind them these open clauses of time, aim or content, which are of no noun.
_BEFORE_THAT = frozenset(["luego", "despues", "antes", "desde", "hasta", "para", "sin", "ya", "tras", "siempre", "de"])


# ---------------------------------------------------------------- who stands where


def _fill(pieces: list[Piece], words: Sequence[Word], nouns: Sequence[NounGroup], language: str) -> list[Clause]:
    at = 0
    led = [piece for piece in pieces if piece.lead]
    begin = end_of_dateline(words)
    for noun in nouns:
        if noun.last < begin:
            continue
        while at + 1 < len(pieces) and noun.first > pieces[at].last:
            at += 1
        next((piece for piece in led if noun.last in piece.lead), pieces[at]).groups.append(noun)
    clauses: list[Clause] = []
    for index, piece in enumerate(pieces):
        clauses.append(_clause(_Frame(index, words, clauses, _leading(piece, led), language), piece))
    return share_objects(clauses, words)


def _leading(piece: Piece, led: list[Piece]) -> NounGroup | None:
    """Give the noun before an embedded clause that is the subject of the clause around it."""
    around = next((other for other in led if other.lead.stop == _begin(piece)), None)
    if around is None:
        return None
    return max((noun for noun in around.groups if noun.last in around.lead), key=_end, default=None)


def _begin(piece: Piece) -> int | None:
    if piece.opener is not None or piece.verb is None:
        return piece.opener
    return piece.verb.first


def _end(group: NounGroup) -> int:
    return group.last


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a clause is built in; `leading` is the noun that an embedded clause is of."""

    index: int
    words: Sequence[Word]
    earlier: list[Clause]
    leading: NounGroup | None
    language: str


def _clause(frame: _Frame, piece: Piece) -> Clause:
    index, words, earlier, leading, language = frame.index, frame.words, frame.earlier, frame.leading, frame.language
    marker = words[piece.opener].norm if piece.opener is not None else None
    parent = earlier[-1].index if earlier and piece.kind is not ClauseKind.MAIN else None
    if piece.lead and earlier:
        parent = earlier[-1].parent if piece.kind is ClauseKind.SUBORDINATE else parent
    if piece.verb is None:
        return Clause(index, piece.first, piece.last, piece.kind, None, complements=tuple(piece.groups), marker=marker)
    before = _outside_brackets([group for group in piece.groups if group.last < piece.verb.first], words)
    after = [group for group in piece.groups if group.first > piece.verb.last]
    if piece.lead:
        subject = of_its_number([group for group in before if group.preposition is None], piece.verb, words)
    else:
        subject = next((group for group in reversed(before) if group.preposition is None), None)
        subject = _over_apposition(before, _over_joined_name(before, subject, words), words, piece.verb)
        if piece.verb.tense is Tense.PARTICIPLE:
            subject = kin_before(subject, before, piece.verb.first, words, grammar(language)["kin"]) or subject
    bare = [group for group in after if group.preposition is None and not is_gapped(group, piece.verb, words)]
    object_ = bare[0] if bare else None
    if language == "es" and object_ is None:
        object_ = next((group for group in after if group.preposition in _PERSONAL), None)
    if subject is None:
        is_teller = language == "es" and tells_behind(piece.verb, bare, words)
        subject = None if is_teller else _subject_elsewhere(piece, earlier, words, leading, grammar(language))
        if subject is None and language == "es" and bare:
            subject, object_ = behind_verb(bare, piece.verb, words)
    elif language == "es" and is_left_by(subject, object_, piece.verb, words):
        subject, object_ = object_, subject
    agent = None
    if piece.verb.is_passive or piece.verb.tense is Tense.PARTICIPLE:
        agent = next((group for group in after if group.preposition in _AGENTS), None)
    rest = tuple(group for group in piece.groups if group.preposition is not None)
    return Clause(index, piece.first, piece.last, piece.kind, piece.verb, subject, object_, agent, rest, marker, parent)


def _over_joined_name(before: list[NounGroup], subject: NounGroup | None, words: Sequence[Word]) -> NounGroup | None:
    """Step from the last town of "miners in Puno and Ica" back to "miners", from who holds "a strike" to the strike."""
    if subject is None or not subject.first or words[subject.first - 1].tag is not Tag.CONJUNCTION:
        return subject
    joined = before[before.index(subject) - 1] if before.index(subject) else None
    if joined is None or joined.preposition is None or joined.last != subject.first - 2:
        return subject
    led = [group for group in before if group.preposition is None and group.last < joined.first]
    is_held = bool(led) and led[-1].lemma in _HELD_BY and led[-1].last == joined.first - 2  # "a strike by A and B"
    are_names = words[subject.head].text[0].isupper() and words[joined.head].text[0].isupper()
    return led[-1] if led and (is_held or are_names) else subject


_HELD_BY = words_of("parser", "held_by")
_SOME = words_of("parser", "some")


def _over_apposition(
    before: list[NounGroup], subject: NounGroup | None, words: Sequence[Word], verb: VerbGroup
) -> NounGroup | None:
    """Step from "Juan P., 19," and "Juan P., the mayor of Ica," back to "Juan P."; stay in "on Tuesday, teachers"."""
    if subject is None:
        return None
    position = before.index(subject)
    if not position or words[subject.first - 1].norm != ",":
        return subject
    if words[subject.first].norm in _SOME and words[verb.first - 1].norm == ",":  # "dockers, some armed, marched"
        return next((group for group in reversed(before[:position]) if group.preposition is None), subject)
    earlier = before[position - 1]
    if words[subject.head].tag is Tag.NUMBER:
        return earlier
    is_closed = words[verb.first - 1].norm == "," and verb.first - 1 > subject.last
    is_closed = is_closed or words[subject.head].norm.endswith(_TOLD_OF)
    heads = position - 1
    while heads and (before[heads].preposition is not None or words[before[heads].head].tag is Tag.NUMBER):
        heads -= 1
    named = before[heads]
    is_named = named.preposition is None and earlier.last == subject.first - 2 and words[named.head].text[0].isupper()
    return named if is_closed and is_named and words[named.head].tag is Tag.NOUN else subject


_TOLD_OF = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "scrito", "scrita", "scritos", "scritas")
_CLOSES = {"(": ")", "[": "]"}


def _outside_brackets(groups: list[NounGroup], words: Sequence[Word]) -> list[NounGroup]:
    """Leave out what only explains: "the Union [Orchard Pickers] marched", "the party (PSD)"."""
    hidden: set[int] = set()
    for index, word in enumerate(words):
        close = _CLOSES.get(word.norm)
        end = next((at for at in range(index, len(words)) if words[at].norm == close), None) if close else None
        if end is not None:
            hidden.update(range(index, end + 1))
    if not hidden:
        return groups
    return [group for group in groups if group.head not in hidden] or groups


def _subject_elsewhere(
    piece: Piece, earlier: list[Clause], words: Sequence[Word], leading: NounGroup | None, classes: Grammar
) -> NounGroup | None:
    """Give the subject that a clause leaves out: its antecedent, or the subject of the clause before."""
    is_led = leading is not None and piece.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE)
    if not earlier or is_led or is_of_nobody_named(piece.opener, words):
        return leading
    previous = earlier[-1]
    if piece.opener is None and piece.kind is ClauseKind.PARTICIPLE and previous.verb is None:
        return previous.subject
    is_of_noun = piece.kind is ClauseKind.PARTICIPLE and not _follows_comma(piece, words)
    if piece.kind is ClauseKind.RELATIVE or (
        is_of_noun and not (piece.is_coordinate and goes_on_with(piece.verb, previous.verb))
    ):
        behind = [group for group in (previous.object, previous.subject, *previous.complements) if group is not None]
        behind = [group for group in behind if group.last < piece.first]
        nearest = max(behind, key=lambda group: group.last, default=previous.subject)
        return (attack_before(piece.verb, nearest, behind) if piece.kind is ClauseKind.RELATIVE else None) or nearest
    if piece.kind is ClauseKind.SUBORDINATE and not piece.is_coordinate:
        return _left_out(piece, previous, words)
    if piece.kind is ClauseKind.INFINITIVE and piece.opener is not None:
        return blamed_before(previous, words[piece.opener], classes) or previous.subject
    marker = words[piece.opener] if piece.opener is not None and piece.kind is ClauseKind.MAIN else None
    return striker_before(piece.verb, earlier, classes) or subject_joined(piece.verb, marker, earlier, words)


def _left_out(piece: Piece, previous: Clause, words: Sequence[Word]) -> NounGroup | None:
    """Give whom a Spanish clause of time speaks of without naming them: "detuvo a dos jóvenes cuando salían"."""
    opener = piece.opener
    if opener is None or piece.verb is None or not piece.verb.is_finite:
        return None
    is_after = words[opener].norm == "que" and bool({words[opener - 1].norm, words[opener - 2].norm} & _AFTER)
    if words[opener].norm not in _MEANWHILE and not is_after:
        return None
    done_to = next((group for group in previous.complements if group.preposition in _PERSONAL), None)
    is_of_many = words[piece.verb.head].norm.endswith("n")
    agreeing = [group for group in (done_to, previous.subject) if group is not None]
    return next((group for group in agreeing if is_plural(group, words) is is_of_many), None)


_MEANWHILE = frozenset({"cuando", "mientras", "aunque"})
_AFTER = frozenset({"luego", "despues"})


def _follows_comma(piece: Piece, words: Sequence[Word]) -> bool:
    return piece.first > 0 and (words[piece.first].norm == "," or words[piece.first - 1].norm == ",")
