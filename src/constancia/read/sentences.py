"""Text in, sentences out: headlines, list items and hard-wrapped capitals among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise

from constancia.model import Sentence, Text
from constancia.read.tokens import tokenize
from constancia.words import load_lexicon

_STOP = re.compile(r"[.!?…]+(?:[\"'”’»)\]]*(?=\s|$)|(?<=[^\W\d_]{2}[.!?])(?=[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ]))")
_NEXT = re.compile(r"[\s\"'“‘«(\[¿¡*•·–—-]*(\w?)(\w*)")
_WORD_LONGEST = 24
_LINE = re.compile(r"[^\n]+")
_SMALL_AFTER_MARK = re.compile(r"[.!?][\"'”’]*\s+[a-záéíóúñ¿¡]")
_SMALL_AFTER_STOP = re.compile(r"[a-záéíóúñ]{3}[.!?][\"'”’]*\s+[a-záéíóúñ¿¡]")
_CAPITAL_AFTER_STOP = re.compile(r"[a-záéíóúñ]{3}[.!?][\"'”’]*\s+[\"'“‘¿¡]*[A-ZÁÉÍÓÚÑ]")
_CAPITALISED = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]")
# Ordinary prose has eight or more capitalised words in a hundred; a text in small letters keeps those of its header.
_FEW_CAPITALS = 0.05
_SMALL_TO_CAPITAL = 3
_CLOCK = {"a.m", "p.m", "am", "pm"}
# A hard-wrapped line is no longer than a printed one; its paragraph's lines are about as long as each other.
_WRAP_SHORTEST, _WRAP_LONGEST = 40, 100
_HEADLINE_LONGEST = 200
_HEADLINE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Stops:
    """Abbreviations and first words of one language, folded."""

    never_end: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    after_clock: frozenset[str]


@cache
def _stops(language: str) -> _Stops:
    lexicon = load_lexicon(language, "sentences")
    return _Stops(**{entry.name: frozenset(lexicon[entry.name]) for entry in fields(_Stops)})


def split_sentences(text: Text, folded: str, language: str) -> tuple[Sentence, ...]:
    """Split a text; `folded` is `fold(text.text)`. Every word of the text stands in exactly one sentence."""
    body = text.text
    has_case = not _is_in_small_letters(body)
    spans = [
        (start, end, paragraph)
        for paragraph, (begin, stop) in enumerate(_paragraphs(body, text.title_end))
        for start, end in _sentences(body, folded, _Block(begin, stop, has_case), _stops(language))
    ]
    headline_end = _headline_end(text, spans)
    return tuple(
        Sentence(start, end, paragraph, end <= headline_end, tuple(tokenize(body, folded, start, end)))
        for start, end, paragraph in spans
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, and whether its text begins sentences and names with capitals."""

    start: int
    end: int
    has_case: bool


def _is_in_small_letters(body: str) -> bool:
    """Whether a text is written without capitals but for a few words: then a small letter may begin a sentence."""
    if not _SMALL_AFTER_MARK.search(body):  # so it is with most
        return False
    small, capital = len(_SMALL_AFTER_STOP.findall(body)), len(_CAPITAL_AFTER_STOP.findall(body))
    if small <= _SMALL_TO_CAPITAL * capital:
        return False
    return len(_CAPITALISED.findall(body)) <= _FEW_CAPITALS * (body.count(" ") + 1)


def _paragraphs(body: str, title_end: int) -> Iterator[tuple[int, int]]:
    """Give the blocks of lines that belong together; the title never shares one with the body."""
    start = end = -1
    for begin, stop in _lines(body, title_end):
        if start >= 0 and (begin >= title_end > start or not _goes_on(body, (start, end), (begin, stop))):
            yield start, end
            start = -1
        start = begin if start < 0 else start
        end = stop
    if start >= 0:
        yield start, end


def _lines(body: str, title_end: int) -> Iterator[tuple[int, int]]:
    """Give the lines that hold anything, cut where the title ends."""
    for match in _LINE.finditer(body):
        begin, stop = match.span()
        cuts = (begin, title_end, stop) if begin < title_end < stop else (begin, stop)
        yield from ((left, right) for left, right in pairwise(cuts) if not body[left:right].isspace())


def _goes_on(body: str, block: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line continues the block before it, because a machine wrapped the lines."""
    start, end = block
    if body.count("\n", end, line[0]) > 1:
        return False
    last = body[body.rfind("\n", start, end) + 1 if body.rfind("\n", start, end) >= 0 else start : end].strip()
    following = body[line[0] : line[1]]
    if not _WRAP_SHORTEST <= len(last) <= _WRAP_LONGEST or following[:1] in "-*•·\t" or following.startswith("  "):
        return False
    return following[:1].islower() or (len(last) + len(following.split(maxsplit=1)[0]) > 65 and last[-1] != ":")


def _sentences(body: str, folded: str, block: _Block, stops: _Stops) -> Iterator[tuple[int, int]]:
    start, stop = block.start, block.end
    for match in _STOP.finditer(body, start, stop):
        if _ends(body, folded, match.span(), block, stops):
            yield from _trimmed(body, start, match.end())
            start = match.end()
    yield from _trimmed(body, start, stop)


def _trimmed(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = body[start:end]
    if words and not words.isspace():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _ends(body: str, folded: str, stop: tuple[int, int], block: _Block, stops: _Stops) -> bool:
    """Whether the mark at `stop` ends a sentence, by the word before it and the word after it."""
    following = _NEXT.match(folded, stop[1], block.end)
    first, rest = (following.group(1), following.group(2)) if following else ("", "")
    if not first:
        return True
    written = body[following.start(1)] if following else ""
    if written.islower() and block.has_case and any(map(str.isupper, body[block.start : block.end])):
        return False
    if body[stop[0]] != "." or body.startswith("..", stop[0]):
        return True
    before = _word_before(folded, max(block.start, stop[0] - _WORD_LONGEST), stop[0])
    # "OCALA, Fla. – A boy": a dateline goes on after its dash.
    starter = "" if following and "-" in folded[stop[1] : following.start(1)] else first + rest
    return not before or _word_ends(before, starter, stops)


def _word_before(folded: str, start: int, stop: int) -> str:
    """Give the letters right before `stop`, with the full stops between them ("u.s"); "" where there are none."""
    words = folded[start:stop]
    at = len(words)
    while at and (_is_letter(words[at - 1]) or (words[at - 1] == "." and _is_letter(words[at - 2 : at - 1]))):
        if words[at - 1] == "." and at == len(words):
            break
        at -= 1
    return words[at:]


def _is_letter(mark: str) -> bool:
    return mark.isalnum() and not mark.isdecimal()


def _word_ends(word: str, following: str, stops: _Stops) -> bool:
    """Whether a full stop after `word` and before `following` ends a sentence (both folded)."""
    if word in _CLOCK:
        return following not in stops.after_clock
    if word in stops.never_end:
        return False
    if word in stops.before_number and following[:1].isdecimal():
        return False
    if "." in word or len(word) == 1 or word in stops.may_end:
        return following in stops.starters
    return True


def _headline_end(text: Text, spans: list[tuple[int, int, int]]) -> int:
    """Give where the headline ends: the known title, else a first short line without a stop, else 0."""
    if text.title_end or not spans:
        return text.title_end
    start, end, _ = spans[0]
    words = text.text[start:end]
    is_line = len(spans) == 1 or spans[1][2] > 0
    is_title = words[-1].isalnum() or words[-1] in "\"'”’»)?!%"
    is_short = len(words) <= _HEADLINE_LONGEST and len(words.split()) >= _HEADLINE_WORDS
    return end if is_line and is_title and is_short else 0
