"""A document and its actors in, its quotations out: who says what, and the words that show it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from constancia.model import ActorValue, Extent, Mention, Sentence, Span, SpeakerValue
from constancia.read.document import Document
from constancia.read.speakers.cues import Edges
from constancia.read.speakers.lines import COMMA, NUMBER, STOP, Line, Tagger, line_of, tagger_of
from constancia.read.speakers.quotations import Judge, Quotation
from constancia.read.speakers.reporting import Reporting, reporting_lexicon
from constancia.read.speakers.sources import Group
from constancia.read.speakers.weights import quotation_weights
from constancia.vocabulary import QuotationKind, Role
from constancia.words import fold

# A quoted sentence of fewer tokens, its marks among them, is as likely a title or a slogan.
_SHORTEST_SENTENCE = 6

# A head of these roles says little of who speaks when a body stands beside it: "lawyers of the Hill Farmers League".
_UNSPECIFIC = frozenset({Role.INDIVIDUAL, Role.CIVILIANS})

# Verbs of counting, whose subject may be who is counted.
_COUNT = "count"

# What parts one speaker's figure from the next one's.
_PARTS = frozenset({"semicolon", "coordination", "contrast"})


@cache
def _judge(language: str) -> Judge:
    return Judge(quotation_weights(language), reporting_lexicon(language), is_spanish=language == "es")


def find_speakers(document: Document, actors: list[Mention]) -> list[Mention]:
    """Find who is quoted for what; each mention is a speaker's words, its cue and one stretch that it reports."""
    return speakers_by(_judge(document.language), document, actors)


def speakers_by(judge: Judge, document: Document, actors: list[Mention]) -> list[Mention]:
    """Find who is quoted for what, as one judge decides."""
    speeches = _Speeches(actors, judge.reporting)
    for line in lines_of(document, tagger_of(document.language)):
        edges = edges_of(line, actors)
        quotations = judge.quotations(line, edges)
        speeches.add(line, quotations)
        speeches.add_gapped(line, quotations, edges)
    return speeches.found


@dataclass(frozen=True, slots=True)
class _Voice:
    """A speaker: the words that stand for it, its role and its name."""

    words: Span
    role: Role | None
    name: str | None


class _Speeches:
    """The quotations of a text so far, and who spoke last."""

    def __init__(self, actors: list[Mention], reporting: Reporting) -> None:
        self.found: list[Mention] = []
        self.actors = actors
        self.starts = [actor.start for actor in actors]
        self.reporting = reporting
        self.last: _Voice | None = None
        self.last_why = ""

    def add(self, line: Line, quotations: list[Quotation]) -> None:
        """Add a line's quotations, and its quoted sentences that go on with the words of the last speaker."""
        told: set[int] = set()
        loose = _loose_quotes(line, quotations)
        for quotation in quotations:
            head = quotation.cue.head
            for number in [number for number in loose if line.quotes[number][0] < head and number not in told]:
                self._go_on(line, line.quotes[number])
                told.add(number)
            voice = self._voice(line, quotation)
            if voice is None:
                continue
            self.last = voice
            self.last_why = f"{quotation.cue.word.group}: {quotation.cue.word.lemma}"
            cue = _words(line, quotation.cue.start, quotation.cue.end)
            extents: list[tuple[int, int] | None] = [(stretch.start, stretch.end) for stretch in quotation.contents]
            for extent in extents or [None]:
                self._say(line, voice, cue, extent)
        for number in loose:
            if number not in told:
                self._go_on(line, line.quotes[number])

    def add_gapped(self, line: Line, quotations: list[Quotation], edges: Edges) -> None:
        """Add the speakers whose verb is left out: "Police said six; the union, eleven"."""
        tags = line.tags
        for comma in [end + 1 for end in edges.ends if end + 2 < len(tags) and tags[end + 1] == COMMA]:
            first, stop = line.bounds[comma]
            if NUMBER not in tags[comma + 1 : min(stop, comma + 4)] or not any(
                first <= each.cue.head < comma for each in quotations
            ):
                continue
            start = next((k for k in range(comma - 1, max(first, comma - 12), -1) if tags[k - 1] in _PARTS), -1)
            if start < 0 or any(start <= each.cue.head < stop for each in quotations):
                continue
            words = _words(line, start, comma)
            end = next((k for k in range(comma + 1, stop) if tags[k] in {"semicolon", STOP}), stop)
            self._say(line, _Voice(words, *self._who(words)), None, (comma + 1, end))

    def _go_on(self, line: Line, quote: tuple[int, int]) -> None:
        """Give a quoted sentence that names no speaker to whoever spoke last."""
        if self.last is not None:
            self._say(line, self.last, None, quote)

    def _say(self, line: Line, voice: _Voice, cue: Span | None, stretch: tuple[int, int] | None) -> None:
        extent = None
        if stretch is not None:
            extent = Extent(line.tokens[stretch[0]].start, line.tokens[stretch[1] - 1].end)
        value = SpeakerValue(voice.words, cue, extent, _kind(line, stretch), voice.role, voice.name)
        why = self.last_why if cue else f"{self.last_why}, goes on"
        self.found.append(Mention(voice.words.start, voice.words.end, voice.words.text, value, why))

    def _voice(self, line: Line, quotation: Quotation) -> _Voice | None:
        """Say who speaks: the words beside the cue; for a pronoun or none, whoever spoke or was named last."""
        group = quotation.source
        if group is None and quotation.cue.is_passive:
            return None
        if group is not None and self._is_counted(line, quotation, group):
            return None
        if group is None:
            return self.last or self._named_before(line.tokens[line.bounds[quotation.cue.start][0]].start)
        return self._voice_of(line, group)

    def _is_counted(self, line: Line, quotation: Quotation, group: Group) -> bool:
        """Whether the words are who is counted, "los heridos suman 140"."""
        is_of_count = quotation.cue.word.group == _COUNT
        return is_of_count and line.tokens[group.end - 1].norm in self.reporting.counted

    def _voice_of(self, line: Line, group: Group) -> _Voice | None:
        words = _words(line, group.start, group.end)
        folded = fold(words.text)
        if any(outlet in folded for outlet in self.reporting.outlet):
            return None
        tags = line.tags[group.start : group.end]
        if len(tags) == 1 and tags[0] == "relative":
            before = self._named_before(words.start)
            return _Voice(words, before.role if before else None, before.name if before else None)
        if tags[0] == "pronoun" and (len(tags) == 1 or tags[1] == COMMA):
            known = self.last or self._named_before(words.start)
            return _Voice(words, known.role if known else None, known.name if known else None)
        if self._is_said_again(line, group):
            known = self._body_before(words.start, line.tokens[group.end - 1].norm)
            if known is not None:
                return _Voice(words, known.role, known.name)
        return _Voice(words, *self._who(words))

    def _is_said_again(self, line: Line, group: Group) -> bool:
        """Whether the words are "the group" or "la entidad": a body that was named before."""
        tokens = line.tokens[group.start : group.end]
        return (
            len(tokens) == 2
            and line.tags[group.start] == "determiner"
            and tokens[1].norm in self.reporting.again
            and tokens[1].text.islower()
        )

    def _body_before(self, place: int, noun: str) -> _Voice | None:
        """Give the body that was named last before a place; first one whose name holds the noun: "the office"."""
        last: _Voice | None = None
        for position in range(bisect_left(self.starts, place) - 1, -1, -1):
            actor = self.actors[position]
            value = actor.value
            if not isinstance(value, ActorValue) or value.is_private or value.role is Role.INDIVIDUAL:
                continue
            if value.name and value.name == actor.text:
                named = _Voice(Span(actor.start, actor.end, actor.text), value.role, value.name)
                if noun in fold(value.name).split():
                    return named
                last = last or named
        return last

    def _who(self, words: Span) -> tuple[Role | None, str | None]:
        """Give the role and name of the words: of their head, and of the body that an unspecific head is of."""
        position = bisect_left(self.starts, words.start)
        if position and self.actors[position - 1].end > words.start:
            position -= 1
        values: list[ActorValue] = []
        end = -1
        for actor in self.actors[position : position + 8]:
            if actor.start >= words.end:
                break
            if isinstance(actor.value, ActorValue):
                between = words.text[max(end - words.start, 0) : actor.start - words.start].split()
                if values and all(word[0].isupper() for word in between):
                    values.pop()  # half of a name: "a Save the Police Horses Trust supporter"
                values.append(actor.value)
                end = actor.end
        if not values:
            return None, None
        head = values[0]
        if head.role in _UNSPECIFIC and head.name is None:
            head = next((value for value in values if value.role not in _UNSPECIFIC), head)
        named = next((value for value in values if value.name and value.role is head.role), head)
        return head.role, named.name

    def _named_before(self, place: int) -> _Voice | None:
        """Give the actor that stands last before a place."""
        position = bisect_left(self.starts, place) - 1
        if position < 0:
            return None
        actor = self.actors[position]
        value = actor.value
        if not isinstance(value, ActorValue):
            return None
        return _Voice(Span(actor.start, actor.end, actor.text), value.role, value.name)


def _loose_quotes(line: Line, quotations: list[Quotation]) -> list[int]:
    """Give the quoted sentences of a line that no cue reports: a whole sentence begins with the quotation."""
    if not line.quotes:
        return []
    taken = [(stretch.start, stretch.end) for each in quotations for stretch in each.contents]
    cues = [each.cue.head for each in quotations]
    loose = []
    for number, (start, end) in enumerate(line.quotes):
        is_sentence = (
            line.bounds[start][0] == start and end - start >= _SHORTEST_SENTENCE and end >= line.bounds[end - 1][1]
        )
        if (
            is_sentence
            and not any(begin < end and start < stop for begin, stop in taken)
            and not any(start <= head < end for head in cues)
        ):
            loose.append(number)
    return loose


def lines_of(document: Document, tagger: Tagger) -> Iterator[Line]:
    """Give the paragraphs of a document."""
    text = document.text.text
    together: list[Sentence] = []
    for sentence in document.sentences:
        if together and sentence.paragraph != together[-1].paragraph:
            yield line_of(text, together, tagger)
            together = []
        if sentence.tokens:
            together.append(sentence)
    if together:
        yield line_of(text, together, tagger)


def edges_of(line: Line, actors: list[Mention]) -> Edges:
    """Give the tokens of a line where actors begin and end."""
    starts: set[int] = set()
    ends: set[int] = set()
    if not line.tokens:
        return Edges(starts, ends)
    first = bisect_left(actors, line.tokens[0].start, key=lambda mention: mention.start)
    tokens, count = line.tokens, len(line.tokens)
    stop = tokens[-1].end
    at = 0
    for mention in actors[first:]:
        if mention.start >= stop:
            break
        while at < count and tokens[at].start < mention.start:
            at += 1
        if at < count and tokens[at].start == mention.start:
            starts.add(at)
        last = max(at - 1, 0)
        while last < count and tokens[last].end < mention.end:
            last += 1
        if last < count and tokens[last].end == mention.end:
            ends.add(last)
    return Edges(starts, ends)


def _words(line: Line, start: int, end: int) -> Span:
    begin, stop = line.tokens[start].start, line.tokens[end - 1].end
    return Span(begin, stop, line.text[begin:stop])


def _kind(line: Line, stretch: tuple[int, int] | None) -> QuotationKind:
    if stretch is None:
        return QuotationKind.INDIRECT
    quoted = [number >= 0 for number in line.quoted[slice(*stretch)]]
    if all(quoted):
        return QuotationKind.DIRECT
    return QuotationKind.MIXED if any(quoted) else QuotationKind.INDIRECT
