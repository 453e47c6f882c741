"""A line in, the words that may show speech out, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from constancia.read.speakers.features import Facet, Fact, facets_of
from constancia.read.speakers.lines import (
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    GERUND_LIKE,
    NUMBER,
    PAST_LIKE,
    PLURAL_LIKE,
    QUOTE,
    WORD,
    Line,
)
from constancia.read.speakers.reporting import CueWord, Reporting

_BEFORE_VERB = frozenset({"have", "be", "modal", "do", "negation", "adverb", "to", "reflexive", "object_pronoun"})
_OPEN_CLASS = frozenset({WORD, CAPITAL, PAST_LIKE, GERUND_LIKE, PLURAL_LIKE})
_EDGE = "edge"
PHRASE, MARK = "phrase", "mark"
_FINITE = frozenset({"past", "present", "imperfect"})


@dataclass(frozen=True, slots=True)
class Edges:
    """Where actors begin and end, in tokens of a line."""

    starts: set[int]
    ends: set[int]


@dataclass(slots=True)
class Cue:
    """A word or phrase that may show speech: tokens [start, end), `head` the verb or noun among them.

    `next_start` is where the next cue of the sentence begins: what a cue reports does not begin behind that.
    """

    head: int
    start: int
    end: int
    word: CueWord
    is_passive: bool = False
    next_start: int | None = None


def candidate_cues(line: Line, reporting: Reporting, *, is_spanish: bool) -> list[Cue]:
    """Give every word, phrase and mark of a line that may show speech, in order; verbs with their auxiliaries."""
    found: list[Cue] = []
    words, phrases, figures, tags = reporting.cue_words, reporting.phrase_starts, reporting.figures, line.tags
    end = 0
    for index, token in enumerate(line.tokens):
        norm = token.norm
        word = words[token.text if is_spanish else norm]
        if (word is None and norm not in reporting.openers) or index < end:  # so it is with most
            continue
        if norm in phrases:
            cue = _phrase_cue(line, index, reporting)
            if cue is not None:
                found.append(cue)
                end = cue.end
                continue
        if norm in figures:
            found += _figure_cue(line, index)
        if word is not None and tags[index] in _OPEN_CLASS:
            found.append(_extended(line, index, word))
    if COLON in tags or DASH in tags:
        found = sorted([*found, *_mark_cues(line)], key=lambda cue: cue.head)
    return found


def know_next(line: Line, cues: list[Cue]) -> None:
    """Tell each cue where the next one of its sentence begins."""
    for cue, following in pairwise(cues):
        if following.head < line.bounds[cue.head][1] and following.start >= cue.end:
            cue.next_start = following.start


def _phrase_cue(line: Line, index: int, reporting: Reporting) -> Cue | None:
    """Give the fixed phrase at a token, "according to", in front of its source."""
    for words in reporting.phrase_starts[line.tokens[index].norm]:
        end = index + len(words)
        if end <= len(line.tokens) and all(line.tokens[index + k].norm == words[k] for k in range(1, len(words))):
            if len(words) == 1 and _is_verb(line, end, reporting):
                end += 1
            return Cue(index, index, end, CueWord(words[0], PHRASE, PHRASE, frozenset()))
    return None


def _mark_cues(line: Line) -> Iterator[Cue]:
    """Give each colon or dash beside a quotation, which may stand for a verb: "“Enough.” — Ana Luz"."""
    tags, last = line.tags, len(line.tags) - 1
    for index, tag in enumerate(tags):
        if not 0 < index < last:
            continue
        before, after = tags[index - 1], tags[index + 1]
        if (tag == COLON and (after in {QUOTE, NUMBER} or before == CAPITAL)) or (
            tag == DASH and before == QUOTE and after == CAPITAL
        ):
            yield Cue(index, index, index + 1, CueWord(tag, MARK, tag, frozenset()))


def _figure_cue(line: Line, index: int) -> Iterator[Cue]:
    """Give the "by" before a noun that counts or tells: "by the union's account"."""
    for before in range(index - 1, max(line.bounds[index][0], index - 6) - 1, -1):
        if line.tags[before] in {COMMA, COLON, DASH}:
            return
        if line.tokens[before].norm == "by":
            yield Cue(before, before, before + 1, CueWord("by", PHRASE, PHRASE, frozenset()))
            return


def _is_verb(line: Line, index: int, reporting: Reporting) -> bool:
    """Whether a finite form of speech stands there: "según informó la alcaldía"."""
    if index >= len(line.tokens):
        return False
    word = reporting.words.get(line.tokens[index].text.lower())
    return word is not None and word.shape in _FINITE and line.tags[index] in _OPEN_CLASS


def _extended(line: Line, head: int, word: CueWord) -> Cue:
    """Give a verb with the auxiliaries and adverbs before it; a noun stands alone."""
    cue = Cue(head, head, head + 1, word)
    if word.shape == "noun":
        return cue
    tags = line.tags
    first, _ = line.bounds[head]
    start = head
    while start > first and tags[start - 1] in _BEFORE_VERB:
        start -= 1
    while start < head and tags[start] == "adverb" and start and tags[start - 1] == COMMA:
        start += 1
    cue.start = start
    cue.is_passive = start < head and word.shape in {"past", "participle"} and "be" in tags[start:head]
    return cue


CUE_FACETS = facets_of(
    Facet(
        "word",
        "group shape subject after beyond lemma",
        "group shape group+shape shape+subject group+subject group+after subject+beyond "
        "lemma lemma+shape lemma+after lemma+subject",
    ),
    Facet("around", "before2 before after after2 shape", "before after before2+before after+after2 shape+before"),
    Facet(
        "place",
        "group shape subject beyond counts quoted headline by_quote next",
        "subject beyond quoted+group headline+shape counts+group counts+subject counts+shape by_quote+group next",
    ),
)
PARTICLE_FACETS = facets_of(
    Facet(
        "word",
        "group known after shape lemma word",
        "group known group+known after shape+known word group+word lemma+word",
    )
)


def cue_facts(line: Line, cue: Cue, edges: Edges, *, with_lemma: bool) -> tuple[Fact, ...]:
    """Give what speaks for and against a word being a cue."""
    head, word, tags = cue.head, cue.word, line.tags
    begin, stop = line.bounds[head]
    before = tags[head - 1] if head > begin else _EDGE
    after = tags[head + 1] if head + 1 < stop else _EDGE
    before2 = tags[head - 2] if head - 1 > begin else _EDGE
    after2 = tags[head + 2] if head + 2 < stop else _EDGE
    first = cue.start - 1
    subject = tags[first] if first >= begin else _EDGE
    if first in edges.ends or (subject in {WORD, PLURAL_LIKE} and first - 1 in edges.ends):
        subject = "actor"
    is_actor = head + 1 in edges.starts or (after == "determiner" and head + 2 in edges.starts)
    beyond = "actor" if is_actor else after
    shape = "passive" if cue.is_passive else word.shape
    by_quote = QUOTE in {after, before, subject} or (after2 == QUOTE and after in {COMMA, COLON})
    following = line.tokens[head + 1].norm if with_lemma and after == "preposition" else None
    lemma = word.lemma if with_lemma else None
    counts = "number" in tags[head + 1 : min(stop, head + 7)]
    return (
        ("word", word.group, shape, subject, after, beyond, lemma),
        ("around", before2, before, after, after2, shape),
        (
            "place",
            word.group,
            shape,
            subject,
            beyond,
            counts,
            line.quoted[head] >= 0,
            line.is_headline,
            by_quote,
            following,
        ),
    )


def particle_facts(line: Line, cue: Cue, *, with_lemma: bool) -> tuple[Fact, ...]:
    """Give what speaks for the word after a cue being part of it: "called for", "complained about"."""
    norm = line.tokens[cue.end].norm
    after = line.tags[cue.end + 1] if cue.end + 1 < len(line.tags) else _EDGE
    lemma = cue.word.lemma if with_lemma else None
    word = norm if with_lemma and line.tags[cue.end] != "adverb" else None
    return (("word", cue.word.group, norm in cue.word.particles, after, cue.word.shape, lemma, word),)
