"""A cue in, the word groups that may be its speaker out, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from constancia.read.speakers.cues import PHRASE, Cue, Edges
from constancia.read.speakers.features import Facet, Fact, facets_of
from constancia.read.speakers.lines import (
    BRACKET,
    CAPITAL,
    COMMA,
    DASH,
    NUMBER,
    PAST_LIKE,
    PLURAL_LIKE,
    QUOTE,
    STOP,
    WORD,
    Line,
)

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
_PLAIN = frozenset({WORD, PLURAL_LIKE, NUMBER, PAST_LIKE, "gerund-like", "adverb", CAPITAL})
_NEVER_CROSSED = frozenset({STOP, "semicolon", "colon", QUOTE})
_NEVER_CROSSED_RIGHT = frozenset({STOP, "semicolon", "colon", QUOTE, "that"})
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
_BEGINS_PHRASE = frozenset({"preposition", "adverb", "to", "time", "determiner"})
_LEADS_IN = frozenset({"determiner", "possessive", "of", "preposition", "to"})
_FARTHEST = 9
_LONGEST = 34
_LONGEST_RIGHT = 26


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens [start, end) that may be a speaker, and where they were sought."""

    start: int
    end: int
    side: str


def source_groups(line: Line, cue: Cue, earlier: list[Group], edges: Edges) -> Iterator[Group]:
    """Give each word group that may be the speaker of a cue."""
    first, last = line.bounds[cue.head]
    if cue.word.group != PHRASE:
        yield from _left(line, cue.start, first, edges)
        for group in earlier[-2:]:
            is_within_words = -1 < line.quoted[group.start] != line.quoted[cue.head]  # "We counted 43," said …
            if first <= group.start < cue.start and not is_within_words:
                yield Group(group.start, group.end, "earlier")
    yield from _right(line, cue.end, last, is_passive=cue.is_passive)
    yield from _far_right(line, cue.end, last, edges)


def _left(line: Line, end: int, first: int, edges: Edges) -> Iterator[Group]:
    """Give the groups that end where the cue begins, or before a comma there."""
    tags = line.tags
    if end - 1 > first and tags[end - 1] == COMMA and _CLOSED.isdisjoint(tags[first : end - 1]):
        return  # "hubo siete heridos y dos presos, añadió": only a comma that closes another's stands before the verb
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
            if tags[start] in _OPENS_GROUP and (start == first or start in edges.starts or _may_begin(tags, start)):
                yield Group(start, stop, "left" if stop == end else "apart")


_CLOSED = frozenset({COMMA, DASH, BRACKET, QUOTE})


def _may_begin(tags: list[str], start: int) -> bool:
    before, here = tags[start - 1], tags[start]
    if before in _BINDS or (before == CAPITAL and here == CAPITAL):
        return False
    return here not in _PLAIN or before not in _PLAIN


def _right(line: Line, start: int, last: int, *, is_passive: bool) -> Iterator[Group]:
    """Give the groups that begin where the cue ends."""
    tags = line.tags
    if is_passive and start < last and line.tokens[start].norm in _AGENT:
        start += 1
    if start >= last or tags[start] not in _OPENS_GROUP:
        return
    for end in range(start + 1, min(last, start + _LONGEST_RIGHT) + 1):
        if (end == last or tags[end] in _ENDS_GROUP) and tags[end - 1] not in _BINDS:
            yield Group(start, end, "right")
            if end < last and tags[end] == COMMA:
                yield Group(start, end + 1, "right")
        if end < last and tags[end] in _NEVER_CROSSED_RIGHT:
            return


def _far_right(line: Line, start: int, last: int, edges: Edges) -> Iterator[Group]:
    """Give the group of the first actor after a phrase that follows the cue: "contó entre lágrimas la vecina"."""
    tags = line.tags
    if start >= last or tags[start] not in _BEGINS_PHRASE:
        return
    for index in range(start + 1, min(last, start + _FARTHEST)):
        if tags[index] in _NEVER_CROSSED_RIGHT or tags[index] in {COMMA, "to"}:
            return
        begins = tags[index] in {"determiner", "possessive"} and (
            index + 1 in edges.starts or index + 2 in edges.starts
        )
        if index > start + 1 and (begins or index in edges.starts) and tags[index - 1] not in _LEADS_IN:
            for group in _right(line, index, last, is_passive=False):
                yield Group(group.start, group.end, "far")
            return


def with_those_before(line: Line, cue: Cue, group: Group) -> Group:
    """Widen "union leaders" in "…, hospital officials and union leaders said" to all who say it: up to the comma.

    What stands before the comma must be long enough to be what they said.
    """
    tags = line.tags
    first, _ = line.bounds[cue.head]
    at = group.start - 1
    if group.side != "left" or at <= first or tags[at] != "coordination":
        return group
    start = at
    while start > first and at - start < _LONGEST_JOINED and tags[start - 1] in _JOINED:
        start -= 1
    is_apart = start < at and start - 1 > first + _LEAST_SAID and tags[start - 1] == COMMA
    return Group(start, group.end, "left") if is_apart else group


_JOINED = frozenset({"determiner", "possessive", "of", CAPITAL, NUMBER, WORD, PLURAL_LIKE})
_LONGEST_JOINED = 6  # words before the "and"
_LEAST_SAID = 3  # words before the comma


SOURCE_FACETS = facets_of(
    Facet("start", "side size first before", "side side+size side+first side+before before+first first+size"),
    Facet("end", "side last after", "side+last side+after last+after"),
    Facet("inside", "side verbs relative commas comma_last", "verbs+relative commas+comma_last commas+verbs+side"),
    Facet("actor", "first last size", "first+last first+last+size"),
    Facet("cue", "side first group shape", "shape+side group+side shape+side+first"),
    Facet("gap", "side gap cross", "cross+side gap+side"),
    Facet(
        "links",
        "side before prepositions conjunctions subordinate quote",
        "prepositions+side conjunctions+side+before subordinate+side quote+side",
    ),
    Facet("opening", "opening commas after side", "opening+commas+after+side"),
    Facet("none", "shape before group", "shape before shape+before group"),
)


def source_facts(line: Line, cue: Cue, group: Group, edges: Edges) -> tuple[Fact, ...]:
    """Give what speaks for and against a group being the speaker of a cue."""
    return (*edge_facts(line, group), *inner_facts(line, cue, group, edges))


def edge_facts(line: Line, group: Group) -> tuple[Fact, ...]:
    """Give what the edges of a group say: quickly known, and enough to drop most groups."""
    tags, start, end, side = line.tags, group.start, group.end, group.side
    begin, stop = line.bounds[start]
    before = tags[start - 1] if start > begin else "edge"
    after = tags[end] if end < stop else "edge"
    return (("start", side, _size(end - start), tags[start], before), ("end", side, tags[end - 1], after))


def inner_facts(line: Line, cue: Cue, group: Group, edges: Edges) -> tuple[Fact, ...]:
    """Give what the inside of a group says, and how it stands to the cue."""
    tags, start, end, side = line.tags, group.start, group.end, group.side
    begin, stop = line.bounds[start]
    first, last = tags[start], tags[end - 1]
    before = tags[start - 1] if start > begin else "edge"
    after = tags[end] if end < stop else "edge"
    inside = tags[start:end]
    verbs = line.verbs[end] - line.verbs[start]
    starts, ends = edges.starts, edges.ends
    actor_first = start in starts or (start + 1 in starts and first in {"determiner", "possessive"})
    actor_last = end - 1 in ends or (last == COMMA and end - 2 in ends)
    relative = "relative" in inside[1:] or "that" in inside[1:]
    conjunctions = inside.count("coordination") + inside.count("contrast")
    prepositions = inside.count("preposition") + inside.count("of")
    gap = cue.start - end if end <= cue.start else 0
    cross = -1 < line.quoted[start] != line.quoted[cue.head]
    shape = "passive" if cue.is_passive else cue.word.shape
    few = min(inside.count(COMMA), 2)
    return (
        ("inside", side, min(verbs, 2), relative, few, last == COMMA),
        ("actor", actor_first, actor_last, _size(end - start)),
        ("cue", side, first, cue.word.group, shape),
        ("gap", side, min(gap, 3), cross),
        ("links", side, before, min(prepositions, 3), min(conjunctions, 2), "subordination" in inside, QUOTE in inside),
        ("opening", cue.start == line.bounds[cue.head][0], few, after, side),
    )


def _size(length: int) -> int:
    """Give the least length of the class that a length is in."""
    if length < 5:
        return length
    return 5 if length < 8 else 8 if length < 15 else 15


def no_source_facts(line: Line, cue: Cue) -> tuple[Fact, ...]:
    """Give what speaks for a cue with no speaker of its own: "adding that"."""
    before = line.tags[cue.start - 1] if cue.start > line.bounds[cue.head][0] else "edge"
    return (("none", "passive" if cue.is_passive else cue.word.shape, before, cue.word.group),)
