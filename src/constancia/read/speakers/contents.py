"""A cue and its speaker in, the stretches that may be what is said out, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from constancia.read.speakers.cues import Cue, Edges
from constancia.read.speakers.features import Facet, Fact, facets_of
from constancia.read.speakers.lines import BRACKET, COLON, COMMA, DASH, QUOTE, STOP, Line
from constancia.read.speakers.sources import Group

_BREAKS = frozenset(
    {
        COMMA,
        "coordination",
        "contrast",
        DASH,
        "semicolon",
        BRACKET,
        "subordination",
        "relative",
        STOP,
        "time",
        "gerund-like",
        "preposition",
        COLON,
        "ellipsis",
        "adverb",
    }
)
_MOST_ENDS = 14
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens [start, end) that may be what is said; `how` tells the kind of start."""

    start: int
    end: int
    how: str


def right_stretches(line: Line, cue: Cue, source: Group | None) -> Iterator[Stretch]:
    """Give each stretch after the cue, and after a speaker that follows it."""
    _, last = line.bounds[cue.head]
    begin = source.end if source is not None and source.side in {"right", "far"} else cue.end
    limit = last if cue.next_start is None else cue.next_start
    for start, how in _right_starts(line, begin, last, limit):
        yield from (Stretch(start, end, how) for end in _right_ends(line, start, last))


def _right_starts(line: Line, begin: int, last: int, limit: int) -> Iterator[tuple[int, str]]:
    tags = line.tags
    if begin >= last:
        if begin < len(tags) and tags[begin] == QUOTE and line.quoted[begin] >= 0:
            yield begin, "next-quote"
        return
    start = begin
    if tags[begin] in {COMMA, COLON, DASH}:
        start = begin + 1
    if start < last and tags[start] != STOP:
        yield start, "at" if start == begin else "after-mark"
    elif start < len(tags) and tags[start] == STOP and start + 1 < len(tags) and tags[start + 1] == QUOTE:
        yield start + 1, "next-quote"
        return
    for index in range(start + 1, min(limit, start + 14)):
        tag = tags[index]
        if tag in {"that", "question"} or (
            tag == QUOTE and line.quoted[index] >= 0 and line.quotes[line.quoted[index]][0] == index
        ):
            yield index, "far"
        elif tag == "to" and index + 1 < last:
            yield index, "far-to"
        elif tags[index - 1] == COMMA or tags[index - 1] == COLON:
            yield index, "far-mark"


def _right_ends(line: Line, start: int, last: int) -> Iterator[int]:
    tags, quoted = line.tags, line.quoted
    number = quoted[start]
    if number >= 0 and line.quotes[number][0] == start:
        close = line.quotes[number][1]
        yield close
        if close >= last:
            return
        start = close
    found = 0
    stop = _trimmed(line, last)
    for index in range(start + 1, min(stop, start + _LONGEST)):
        if tags[index] in _BREAKS and (quoted[index] < 0 or line.quotes[quoted[index]][0] <= start):
            if tags[index - 1] not in {"determiner", "possessive", "of"}:
                yield index
                found += 1
                if found > _MOST_ENDS:
                    break
        elif index > start and quoted[index - 1] >= 0 and line.quotes[quoted[index - 1]][1] == index:
            yield index
    if stop > start:
        yield stop


def _trimmed(line: Line, last: int) -> int:
    """Leave the full stop of a sentence out, and a mark of quotation that stands for itself in."""
    while last > 1 and line.tags[last - 1] == STOP:
        last -= 1
    return last


def left_stretches(line: Line, cue: Cue, source: Group | None) -> Iterator[Stretch]:
    """Give each stretch before the cue, or before a speaker that stands between."""
    first, _ = line.bounds[cue.head]
    end = cue.start
    if source is not None and source.end <= cue.start and source.side != "earlier":
        end = source.start
    tags, quoted = line.tags, line.quoted
    if end <= 0:
        return
    if end > first and tags[end - 1] in {COMMA, DASH}:
        end -= 1
    if end <= 0 or (end <= first and tags[end - 1] != QUOTE):
        return
    number = quoted[end - 1]
    if number >= 0 and line.quotes[number][1] == end:
        start = line.quotes[number][0]
        yield Stretch(start, end, "quote")
        if start <= first:
            return
        end_how = "quote-end"
    else:
        end_how = "plain"
    found = 0
    yield Stretch(first, end, f"{end_how}-first") if first < end else Stretch(end - 1, end, "bad")
    for start in range(end - 1, max(first, end - _LONGEST), -1):
        before = tags[start - 1]
        if before in {COMMA, "contrast", "coordination", DASH, "semicolon", COLON, QUOTE, "that"} or tags[start] in {
            "that",
            "question",
        }:
            yield Stretch(start, end, f"{end_how}-inner")
            found += 1
            if found > 7:
                break


CONTENT_FACETS = facets_of(
    Facet("begins", "how opens group", "how how+opens group+opens+how group+how"),
    Facet("place", "how place before shape", "how+place how+place+before shape+how before+how"),
    Facet("left", "how before before2 verbs_before", "how+before+before2 how+verbs_before before+verbs_before+how"),
    Facet("ahead", "how that_ahead time_first group", "how+that_ahead time_first how+time_first that_ahead+group"),
    Facet("stops", "after after2 next", "after after+after2 after+next"),
    Facet("match", "opens closes after group", "after+opens group+after closes+after"),
    Facet("inside", "how after size strong", "size+how size+after strong+how strong+after"),
    Facet("verbs", "verbs opens after", "verbs+opens verbs+after"),
    Facet("rest", "how after place rest", "rest+after place+rest+how"),
    Facet("marks", "how side cut semicolons opens closes", "cut+side semicolons+how closes+opens+how"),
    Facet(
        "none",
        "place before after group shape",
        "place after+place before+place group shape before+after+place",
    ),
)


def stretch_facts(line: Line, cue: Cue, source: Group | None, stretch: Stretch, edges: Edges) -> tuple[Fact, ...]:
    """Give what speaks for and against a stretch being what a cue reports."""
    return (*start_facts(line, cue, source, stretch), *end_facts(line, cue, source, stretch, edges))


def start_facts(line: Line, cue: Cue, source: Group | None, stretch: Stretch) -> tuple[Fact, ...]:
    """Give what the start of a stretch says, wherever it ends."""
    tags, start, how = line.tags, stretch.start, stretch.how
    first, last = line.bounds[cue.head]
    opens = tags[start]
    before = tags[start - 1] if start > first else "edge"
    before2 = tags[start - 2] if start - 1 > first else "edge"
    that_ahead = opens != "that" and "that" in tags[start + 1 : min(last, start + 9)]
    time_first = opens == "time" or (start + 1 < last and tags[start + 1] == "time")
    group = cue.word.group
    shape = "passive" if cue.is_passive else cue.word.shape
    place = "none" if source is None else source.side
    return (
        ("begins", how, opens, group),
        ("place", how, place, before, shape),
        ("left", how, before, before2, min(line.verbs[start] - line.verbs[min(first, start)], 2)),
        ("ahead", how, that_ahead, time_first, group),
    )


def end_facts(line: Line, cue: Cue, source: Group | None, stretch: Stretch, edges: Edges) -> tuple[Fact, ...]:
    """Give what the end and the inside of a stretch say."""
    tags, start, end, how = line.tags, stretch.start, stretch.end, stretch.how
    last = line.bounds[cue.head][1]
    opens, closes = tags[start], tags[end - 1]
    after = tags[end] if end < last else "edge"
    after2 = tags[end + 1] if end + 1 < last else "edge"
    following = "actor" if end + 1 in edges.starts or end in edges.starts else after2
    quoted = line.quoted
    cut = (start > 0 and quoted[start] >= 0 and quoted[start] == quoted[start - 1]) or (
        end < len(tags) and -1 < quoted[end] == quoted[end - 1]
    )
    side = "right" if start >= cue.end else "left"
    place = "none" if source is None else source.side
    verbs = min(line.verbs[end] - line.verbs[start], 2)
    strong = min(line.strong[end] - line.strong[start], 3)
    return (
        ("stops", after, after2, following),
        ("match", opens, closes, after, cue.word.group),
        ("inside", how, after, _size(end - start), strong),
        ("verbs", verbs, opens, after),
        ("rest", how, after, place, _rest(last - end)),
        ("marks", how, side, cut, line.semicolons[end] > line.semicolons[start], opens == QUOTE, closes == QUOTE),
    )


def _size(length: int) -> int:
    """Give the least length of the class that a length is in."""
    if length < 4:
        return length
    return 4 if length < 7 else 7 if length < 13 else 13 if length < 25 else 25


def _rest(length: int) -> str:
    """How much of the sentence a stretch leaves after it."""
    return "end" if length <= 1 else "s" if length < 5 else "m" if length < 12 else "l"


def no_stretch_facts(line: Line, cue: Cue, source: Group | None) -> tuple[Fact, ...]:
    """Give what speaks for nothing being reported on a side of a cue."""
    first, last = line.bounds[cue.head]
    place = "none" if source is None else source.side
    after = line.tags[cue.end] if cue.end < last else "edge"
    start = source.start if source is not None and source.side in {"left", "apart"} else cue.start
    before = line.tags[start - 1] if start > first else "edge"
    shape = "passive" if cue.is_passive else cue.word.shape
    return (("none", place, before, after, cue.word.group, shape),)
