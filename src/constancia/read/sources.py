"""A cue in, the word groups that may be its speaker out, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from constancia.read.cues import PHRASE, Cue
from constancia.read.lines import BRACKET, CAPITAL, COMMA, DASH, NUMBER, PAST_LIKE, PLURAL_LIKE, QUOTE, STOP, WORD, Line

_OPENS_GROUP = frozenset(
    {
        "determiner",
        "possessive",
        "pronoun",
        "relative",
        "question",
        "that",
        CAPITAL,
        NUMBER,
        WORD,
        PLURAL_LIKE,
        "gerund-like",
        PAST_LIKE,
        "adverb",
        "time",
        QUOTE,
    }
)
_BINDS = frozenset({"determiner", "possessive", "of"})
_NEVER_CROSSED = frozenset({STOP, "semicolon", "colon"})
_ENDS_GROUP = frozenset(
    {
        COMMA,
        STOP,
        QUOTE,
        "that",
        "preposition",
        "relative",
        "coordination",
        "contrast",
        "subordination",
        "time",
        "semicolon",
        DASH,
        BRACKET,
        "bracket-end",
        "to",
        "be",
        "have",
        "modal",
        "adverb",
        "colon",
        "gerund-like",
        PAST_LIKE,
        "question",
        "of",
        "pronoun",
        "ellipsis",
    }
)
_AGENT = frozenset({"by", "por"})
_LONGEST = 34
_LONGEST_RIGHT = 26


class Group(NamedTuple):
    """Tokens [start, end) that may be a speaker, and where they were sought."""

    start: int
    end: int
    side: str


def source_groups(line: Line, cue: Cue, earlier: list[Group]) -> Iterator[Group]:
    """Give each word group that may be the speaker of a cue."""
    first, last = line.bounds[cue.head]
    if cue.word.group != PHRASE:
        yield from _left(line, cue.start, first)
        for group in earlier[-2:]:
            if first <= group.start < cue.start:
                yield Group(group.start, group.end, "earlier")
    yield from _right(line, cue.end, last, is_passive=cue.is_passive)


def _left(line: Line, end: int, first: int) -> Iterator[Group]:
    """Groups that end where the cue begins, or before a comma there."""
    tags = line.tags
    ends = [end] if end > first else []
    if end - 1 > first and tags[end - 1] in {COMMA, DASH, "bracket-end"}:
        ends.append(end - 1)
    if end - 1 > first and tags[end - 1] == "possessive_mark":
        ends.append(end - 1)
    if end - 1 > first and tags[end - 1] in {COMMA, DASH, "bracket-end"}:
        opened = next((k for k in range(end - 2, max(first, end - 22), -1) if tags[k] in {COMMA, DASH}), -1)
        if opened > first:
            ends.append(opened)
    for stop in ends:
        for start in range(stop - 1, max(first, stop - _LONGEST) - 1, -1):
            if tags[start] in _NEVER_CROSSED:
                break
            if tags[start] in _OPENS_GROUP and (start == first or _may_begin(tags, start)):
                yield Group(start, stop, "left" if stop == end else "apart")


def _may_begin(tags: list[str], start: int) -> bool:
    before = tags[start - 1]
    return before not in _BINDS and not (before == CAPITAL and tags[start] == CAPITAL)


def _right(line: Line, start: int, last: int, *, is_passive: bool) -> Iterator[Group]:
    """Groups that begin where the cue ends."""
    tags = line.tags
    if is_passive and start < last and line.tokens[start].norm in _AGENT:
        start += 1
    if start >= last or tags[start] not in _OPENS_GROUP:
        return
    for end in range(start + 1, min(last, start + _LONGEST_RIGHT) + 1):
        if end == last or tags[end] in _ENDS_GROUP:
            if tags[end - 1] not in _BINDS:
                yield Group(start, end, "right")
                if end < last and tags[end] == COMMA:
                    yield Group(start, end + 1, "right")
        if end < last and tags[end] in _NEVER_CROSSED:
            return


def source_features(line: Line, cue: Cue, group: Group, actor_starts: set[int], actor_ends: set[int]) -> list[str]:
    """Give what speaks for and against a group being the speaker of a cue."""
    tags, start, end, side = line.tags, group.start, group.end, group.side
    first, last = tags[start], tags[end - 1]
    before = tags[start - 1] if start > line.bounds[start][0] else "edge"
    after = tags[end] if end < line.bounds[start][1] else "edge"
    inside = tags[start:end]
    length = end - start
    size = str(length) if length < 5 else "5+" if length < 8 else "8+" if length < 15 else "15+"
    verbs = line.verbs[end] - line.verbs[start]
    starts_actor = start in actor_starts or (start + 1 in actor_starts and first in {"determiner", "possessive"})
    ends_actor = end - 1 in actor_ends or (last == COMMA and end - 2 in actor_ends)
    relative = "relative" in inside[1:] or "that" in inside[1:]
    commas = inside.count(COMMA)
    before_quote = "q" if line.quoted[start] >= 0 and line.quoted[start] != line.quoted[cue.head] else "n"
    gap = cue.start - end if end <= cue.start else 0
    shape = "passive" if cue.is_passive else cue.word.shape
    return [
        f"side={side}",
        f"side+size={side}+{size}",
        f"side+first={side}+{first}",
        f"side+last={side}+{last}",
        f"side+before={side}+{before}",
        f"side+after={side}+{after}",
        f"before+first={before}+{first}",
        f"first+size={first}+{size}",
        f"last+after={last}+{after}",
        f"verbs={min(2, verbs)}+{relative}",
        f"commas={min(commas, 3)}+{last == COMMA}",
        f"commas+verbs={min(commas, 2)}+{min(verbs, 2)}+{side}",
        f"actor={starts_actor}+{ends_actor}",
        f"actor+size={starts_actor}+{ends_actor}+{size}",
        f"cross={side}+{before_quote}",
        f"gap={min(gap, 3)}+{side}",
        f"shape+side={shape}+{side}",
        f"group+side={cue.word.group}+{side}",
        f"shape+side+first={shape}+{side}+{first}",
        f"preps={min(inside.count('preposition') + inside.count('of'), 3)}+{side}",
        f"conj={min(inside.count('coordination') + inside.count('contrast'), 2)}+{side}+{before}",
        f"subord={'subordination' in inside}+{side}",
        f"opening={cue.start == line.bounds[cue.head][0]}+{min(commas, 2)}+{after}+{side}",
        f"quote-in={QUOTE in inside}+{side}",
    ]


def none_features(line: Line, cue: Cue) -> list[str]:
    """Give what speaks for a cue with no speaker of its own: "adding that"."""
    first, _ = line.bounds[cue.head]
    before = line.tags[cue.start - 1] if cue.start > first else "edge"
    shape = "passive" if cue.is_passive else cue.word.shape
    return [
        "none",
        f"none+shape={shape}",
        f"none+before={before}",
        f"none+shape+before={shape}+{before}",
        f"none+group={cue.word.group}",
    ]
