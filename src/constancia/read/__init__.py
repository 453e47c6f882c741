"""Texts in, readings out: sentences, and the mentions of dates, quantities, places, actors and speakers in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from constancia.model import Mention, Reading, Sentence, Text
from constancia.read.actors.reader import find_actors
from constancia.read.dates import find_dates
from constancia.read.document import Document
from constancia.read.language import reading_language
from constancia.read.numbers import find_quantities
from constancia.read.places import find_places
from constancia.read.sentences import split_sentences
from constancia.read.speakers.reader import find_speakers
from constancia.words import fold

__all__ = ["Document", "document_of", "read", "read_text"]


def read(texts: Iterable[Text], kinds: frozenset[str] | None = None) -> Iterator[Reading]:
    """Read each text; `kinds` limits the mentions to those of record.md, section 2 ("date", "place", …)."""
    return (read_text(text, kinds) for text in texts)


def read_text(text: Text, kinds: frozenset[str] | None = None) -> Reading:
    """Read one text."""
    document = document_of(text)
    is_asked = kinds is None or not kinds.isdisjoint(("place", "actor", "speaker"))
    places = find_places(document) if is_asked else []
    mentions = places[:] if kinds is None or "place" in kinds else []
    mentions += _when_and_how_many(document, kinds)
    mentions += _who(document, kinds, places)
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return Reading(text, document.language, document.sentences, tuple(mentions))


def _when_and_how_many(document: Document, kinds: frozenset[str] | None) -> Iterator[Mention]:
    """Give the dates and the quantities; a number that belongs to a date counts nothing."""
    if kinds is not None and kinds.isdisjoint(("date", "quantity")):
        return
    dates = find_dates(document)
    if kinds is None or "date" in kinds:
        yield from dates
    if kinds is None or "quantity" in kinds:
        yield from find_quantities(document, dates)


def _who(document: Document, kinds: frozenset[str] | None, places: list[Mention]) -> Iterator[Mention]:
    """Give the actors and the speakers; speakers are read from the actors, so both come of one pass."""
    if kinds is not None and kinds.isdisjoint(("actor", "speaker")):
        return
    actors = find_actors(document, places)
    if kinds is None or "actor" in kinds:
        yield from actors
    if kinds is None or "speaker" in kinds:
        yield from find_speakers(document, actors)


def document_of(text: Text) -> Document:
    """Make a text ready for the readers: language, folded letters, sentences."""
    folded = fold(text.text)
    language = reading_language(text.language, folded)
    sentences = split_sentences(text, folded, language)
    return Document(text, language, _unwrapped(folded, sentences), sentences)


def _unwrapped(folded: str, sentences: tuple[Sentence, ...]) -> str:
    """Put a space for each line break within a sentence, so that phrases are found across hard-wrapped lines."""
    if not any("\n" in folded[sentence.start : sentence.end] for sentence in sentences):
        return folded
    pieces: list[str] = []
    last = 0
    for sentence in sentences:
        pieces += (folded[last : sentence.start], folded[sentence.start : sentence.end].replace("\n", " "))
        last = sentence.end
    return "".join((*pieces, folded[last:]))
