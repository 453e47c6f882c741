"""A line in, the words that may show speech out, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from constancia.read.lines import (
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
from constancia.read.reporting import CueWord, Reporting

_BEFORE_VERB = frozenset({"have", "be", "modal", "do", "negation", "adverb", "to", "reflexive", "object_pronoun"})
_AUXILIARY = frozenset({"have", "be", "modal", "do", "negation"})
_OPEN_CLASS = frozenset({WORD, CAPITAL, PAST_LIKE, GERUND_LIKE, PLURAL_LIKE})
_EDGE = "edge"
PHRASE, MARK = "phrase", "mark"
_FINITE = frozenset({"past", "present", "imperfect"})


@dataclass(slots=True)
class Cue:
    """A word or phrase that may show speech: tokens [start, end), `head` the verb or noun among them."""

    head: int
    start: int
    end: int
    word: CueWord
    is_passive: bool = False


def phrase_cues(line: Line, reporting: Reporting) -> Iterator[Cue]:
    """Give the fixed phrases, "according to", in front of their source."""
    firsts = reporting.phrase_starts
    for index, token in enumerate(line.tokens):
        for words in firsts.get(token.norm, ()):
            end = index + len(words)
            if end <= len(line.tokens) and all(line.tokens[index + k].norm == words[k] for k in range(1, len(words))):
                if len(words) == 1 and _is_verb(line, end, reporting):
                    end += 1
                yield Cue(index, index, end, CueWord(words[0], PHRASE, PHRASE, frozenset()))
                break


def figure_cues(line: Line, reporting: Reporting) -> Iterator[Cue]:
    """Give each "by" whose noun counts or tells: "by the union's account"."""
    if not reporting.figures:
        return
    for index, token in enumerate(line.tokens):
        if token.norm in reporting.figures:
            for before in range(index - 1, max(line.bounds[index][0], index - 6) - 1, -1):
                if line.tags[before] in {COMMA, COLON, DASH}:
                    break
                if line.tokens[before].norm == "by":
                    yield Cue(before, before, before + 1, CueWord("by", PHRASE, PHRASE, frozenset()))
                    break


def _is_verb(line: Line, index: int, reporting: Reporting) -> bool:
    """Whether a finite form of speech stands there: "según informó la alcaldía"."""
    if index >= len(line.tokens):
        return False
    word = reporting.words.get(line.tokens[index].text.lower())
    return word is not None and word.shape in _FINITE and line.tags[index] in _OPEN_CLASS


def mark_cues(line: Line) -> Iterator[Cue]:
    """Give each colon or dash beside a quotation, which may stand for a verb: "“Enough.” — Ana Luz"."""
    tags, last = line.tags, len(line.tags) - 1
    for index, tag in enumerate(tags):
        if (
            tag == COLON
            and 0 < index < last
            and (tags[index + 1] == QUOTE or tags[index - 1] == CAPITAL or tags[index + 1] == NUMBER)
        ) or (tag == DASH and 0 < index < last and tags[index - 1] == QUOTE and tags[index + 1] == CAPITAL):
            yield Cue(index, index, index + 1, CueWord(tag, MARK, tag, frozenset()))


def word_cues(line: Line, reporting: Reporting, is_spanish: bool) -> Iterator[Cue]:  # noqa: FBT001
    """Give each form of a reporting verb and each noun of speech."""
    words = reporting.words
    for index, token in enumerate(line.tokens):
        word = words.get(token.text.lower() if is_spanish else token.norm)
        if word is not None and line.tags[index] in _OPEN_CLASS:
            yield Cue(index, index, index + 1, word)


def extend(line: Line, cue: Cue) -> None:
    """Take in the auxiliaries and adverbs before a verb."""
    if cue.word.shape == "noun" or cue.word.group in {PHRASE, MARK}:
        return
    tags = line.tags
    first, _ = line.bounds[cue.head]
    start = cue.start
    while start > first and tags[start - 1] in _BEFORE_VERB:
        start -= 1
    while start < cue.start and tags[start] in {"adverb"} and start and tags[start - 1] in {COMMA}:
        start += 1
    cue.start = start
    cue.is_passive = cue.word.shape in {"past", "participle"} and "be" in tags[start : cue.head]


def cue_features(line: Line, cue: Cue, actor_ends: set[int], actor_starts: set[int], with_lemma: bool) -> list[str]:  # noqa: FBT001
    """Give what speaks for and against a word being a cue."""
    head, word, tags = cue.head, cue.word, line.tags
    begin, stop = line.bounds[head]

    def tag(index: int) -> str:
        return tags[index] if begin <= index < stop else _EDGE

    before, after = tag(head - 1), tag(head + 1)
    before2, after2 = tag(head - 2), tag(head + 2)
    first = cue.start - 1
    subject = tag(first)
    if first in actor_ends or (subject in {WORD, PLURAL_LIKE} and first - 1 in actor_ends):
        subject = "actor"
    beyond = "actor" if head + 1 in actor_starts or (head + 2 in actor_starts and after in {"determiner"}) else after
    quoted = "q" if line.quoted[head] >= 0 else "n"
    group = word.group
    shape = "passive" if cue.is_passive else word.shape
    counts = "number" in tags[head + 1 : min(stop, head + 5)]
    features = [
        f"counts={counts}+{group}",
        f"counts+subject={counts}+{subject}",
        f"counts+shape={counts}+{shape}",
        "bias",
        f"group={group}",
        f"shape={shape}",
        f"group+shape={group}+{shape}",
        f"before={before}",
        f"after={after}",
        f"before2={before2}+{before}",
        f"after2={after}+{after2}",
        f"subject={subject}",
        f"beyond={beyond}",
        f"group+after={group}+{after}",
        f"shape+before={shape}+{before}",
        f"shape+subject={shape}+{subject}",
        f"group+subject={group}+{subject}",
        f"subject+beyond={subject}+{beyond}",
        f"quoted={quoted}+{group}",
        f"headline={line.is_headline}+{shape}",
    ]
    if after in {QUOTE} or (after in {COMMA, COLON} and after2 == QUOTE) or before == QUOTE or subject == QUOTE:
        features.append(f"by-quote={group}")
    if after == WORD or after == "preposition":
        features.append(
            f"next={line.tokens[head + 1].norm}" if with_lemma and after == "preposition" else f"next={after}"
        )
    if with_lemma:
        features += (
            f"lemma={word.lemma}",
            f"lemma+shape={word.lemma}+{shape}",
            f"lemma+after={word.lemma}+{after}",
            f"lemma+subject={word.lemma}+{subject}",
        )
    return features


def particle_features(line: Line, cue: Cue, with_lemma: bool) -> list[str]:  # noqa: FBT001
    """Give what speaks for the word after a cue being part of it: "called for", "complained about"."""
    token = line.tokens[cue.end]
    known = token.norm in cue.word.particles
    after = line.tags[cue.end + 1] if cue.end + 1 < len(line.tags) else _EDGE
    features = [
        "bias",
        f"word={token.norm}" if with_lemma else "word",
        f"known={known}",
        f"group={cue.word.group}",
        f"group+known={cue.word.group}+{known}",
        f"after={after}",
        f"shape={cue.word.shape}+{known}",
    ]
    if with_lemma:
        features += [f"group+word={cue.word.group}+{token.norm}", f"lemma+word={cue.word.lemma}+{token.norm}"]
    return features
