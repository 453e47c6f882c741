"""A document and its actors in, its quotations out: who says what, and the words that show it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from constancia.model import ActorValue, Extent, Mention, Sentence, Span, SpeakerValue
from constancia.read.contents import Stretch
from constancia.read.document import Document
from constancia.read.lines import Line, Tagger, line_of, tagger_of
from constancia.read.quotations import Edges, Judge, Quotation
from constancia.read.reporting import reporting_lexicon
from constancia.read.weights import quotation_weights
from constancia.vocabulary import QuotationKind, Role


@cache
def _judge(language: str) -> Judge:
    return Judge(dict(quotation_weights(language)), reporting_lexicon(language), is_spanish=language == "es")


def find_speakers(document: Document, actors: list[Mention]) -> list[Mention]:
    """Find who is quoted for what; each mention is a speaker's words, its cue and one stretch that it reports."""
    found: list[Mention] = []
    judge = _judge(document.language)
    last = None
    for line in lines_of(document, tagger_of(document.language)):
        quotations = judge.quotations(line, edges_of(line, actors))
        for quotation in quotations:
            group = quotation.source
            source = _words(line, group.start, group.end) if group is not None else last
            if source is None:
                continue
            last = source
            found += _mentions(line, quotation, source, actors)
    return found


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
    at = {token.start: index for index, token in enumerate(line.tokens)}
    closing = {token.end: index for index, token in enumerate(line.tokens)}
    stop = line.tokens[-1].end
    for mention in actors[first:]:
        if mention.start >= stop:
            break
        if mention.start in at:
            starts.add(at[mention.start])
        if mention.end in closing:
            ends.add(closing[mention.end])
    return Edges(starts, ends)


def _words(line: Line, start: int, end: int) -> Span:
    begin, stop = line.tokens[start].start, line.tokens[end - 1].end
    return Span(begin, stop, line.text[begin:stop])


def _mentions(line: Line, quotation: Quotation, source: Span, actors: list[Mention]) -> Iterator[Mention]:
    cue = _words(line, quotation.cue.start, quotation.cue.end)
    role, name = _who(source, actors)
    for stretch in quotation.contents or [None]:
        content = None if stretch is None else _words(line, stretch.start, stretch.end)
        value = SpeakerValue(
            source, cue, content and Extent(content.start, content.end), _kind(line, stretch), role, name
        )
        yield Mention(
            source.start, source.end, source.text, value, f"{quotation.cue.word.group}: {quotation.cue.word.lemma}"
        )


def _who(source: Span, actors: list[Mention]) -> tuple[Role | None, str | None]:
    """The role and name of the first actor in the source."""
    position = bisect_left(actors, source.start, key=lambda mention: mention.start)
    for mention in actors[position : position + 6]:
        if mention.start >= source.end:
            break
        if isinstance(mention.value, ActorValue):
            return mention.value.role, mention.value.name
    return None, None


def _kind(line: Line, stretch: Stretch | None) -> QuotationKind:
    if stretch is None:
        return QuotationKind.INDIRECT
    quoted = [line.quoted[index] >= 0 for index in range(stretch.start, stretch.end)]
    if all(quoted):
        return QuotationKind.DIRECT
    return QuotationKind.MIXED if any(quoted) else QuotationKind.INDIRECT
