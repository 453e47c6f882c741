"""The bytes of a stored page to the question whether certain words stand on it.

A path of its own: it chooses the charset itself, strips tags without a parser, and shares nothing with `extract`.
White space and signs without a shape count for nothing on either side, and a blackened letter (█) stands for any.
"""

from __future__ import annotations

import codecs
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from html import unescape

from constancia.words import fold

BLACK = "█"

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

_IS_HTML = re.compile(
    r"<!--|<!doctype|</?(?:html|head|body|title|meta|script|style|p|div|span|a|br|img|h[1-6]|ul|ol|li|table|td|b|i|em)"
    r"(?:\s+[\w:-]+\s*=|\s*/?>)",
    re.IGNORECASE,
)
_IS_FEED = re.compile(r"\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|(?:\w+:)?rdf)\b", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_UNSEEN = re.compile(r"<!--|<(script|style|template)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!?](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>|</?[a-z!?][^>]*+>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?:content|alt|title|value|datetime)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_DATA_BLOCK = re.compile(r"<script[^>]*json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')

# "Wed-" at the end of a line, "nesday" on the next.
_PARTED_WORD = re.compile(r"(?<=[^\W\d_])-[^\S\n]*\n\s*(?=[^\W\d_])")

_SHAPELESS = frozenset({"Cf", "Cc", "Zs"})
_BLACKS = re.compile(f"{BLACK}+")
# A blackened name is as long as in the text; composing accents on the page can move that by a few letters.
_BLACK_SLACK = 4


class PageWords:
    """The words of one stored page; each way of reading it is tried only when those before it did not do."""

    def __init__(self, body: bytes, declared: str | None = None) -> None:
        self._body = body
        self._readings = self._ways_of_reading(declared)
        self._read: list[str] = []

    def holds(self, words: str) -> bool:
        """Tell whether the words stand in what a reader sees of the page."""
        wanted = _squeezed(words)
        return any(_contains(text, wanted) for text in self._texts())

    def holds_folded(self, words: str) -> bool:
        """Tell whether the words stand there in whatever case."""
        return self.holds(words) or any(_contains(fold(text), fold(_squeezed(words))) for text in self._texts())

    def tells(self, words: str) -> bool:
        """Tell whether a reader sees the words, or the page says them of itself, in attributes or JSON-LD."""
        return self.holds(words) or _contains(self._told, _squeezed(words))

    def _texts(self) -> Iterator[str]:
        yield from self._read
        for text in self._readings:
            self._read.append(text)
            yield text

    def _ways_of_reading(self, declared: str | None) -> Iterator[str]:
        for charset in _charsets(self._body, declared):
            text = self._body.decode(charset, "replace")
            if not _IS_HTML.search(text) and not _IS_FEED.match(text):
                yield _squeezed(text)
                if _PARTED_WORD.search(text):
                    yield _squeezed(_PARTED_WORD.sub("", text))
            seen = _without_tags(text)
            yield _squeezed(seen)
            if _IS_FEED.match(text):  # its articles are HTML that was escaped
                yield _squeezed(_without_tags(seen))

    @cached_property
    def _told(self) -> str:
        text = self._body.decode(next(_charsets(self._body, None)), "replace")
        attributes = [unescape(found[1] or found[2] or "") for found in _ATTRIBUTE.finditer(text)]
        return _squeezed("\n".join([*attributes, *_data_strings(text)]))


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text, blackened letters on either side matching any."""
    wanted = _squeezed(words)
    return _contains(_squeezed(text), wanted) or BLACK in text


def _squeezed(text: str) -> str:
    """Leave out white space and signs without a shape (soft hyphens, joiners), and compose accents."""
    kept = "".join(text.split())
    if kept.isascii():
        return kept
    return "".join(sign for sign in unicodedata.normalize("NFC", kept) if unicodedata.category(sign) not in _SHAPELESS)


def _without_tags(text: str) -> str:
    """Give the text between the tags, but nothing of comments, scripts and styles; entities become their letters."""
    text, parts, begin = _CDATA.sub("", text), list[str](), 0
    while unseen := _UNSEEN.search(text, begin):
        parts.append(text[begin : unseen.start()])
        closing = re.compile(rf"(?=</{unseen[1]})" if unseen[1] else "-->", re.IGNORECASE)
        closed = closing.search(text, unseen.end())
        begin = closed.end() if closed else len(text)
    shown = "".join([*parts, text[begin:]])
    # No tag ends behind the last ">": looking for one there, over and over, would take forever on a broken page.
    end = shown.rfind(">") + 1
    return unescape(_TAG.sub("", shown[:end]) + shown[end:])


def _data_strings(text: str) -> Iterator[str]:
    for block in _DATA_BLOCK.findall(text):
        for written in _JSON_STRING.findall(block):
            try:
                yield unescape(str(json.loads(written, strict=False)))
            except ValueError:
                continue


def _contains(text: str, wanted: str) -> bool:
    if BLACK not in wanted:
        return wanted in text
    parts = (re.escape(part) for part in _BLACKS.split(wanted))
    runs = (f".{{1,{len(run) + _BLACK_SLACK}}}" for run in _BLACKS.findall(wanted))
    pattern = next(parts) + "".join(run + part for run, part in zip(runs, parts, strict=True))
    return re.search(pattern, text) is not None


def _charsets(body: bytes, declared: str | None) -> Iterator[str]:
    """Give the charsets that the bytes can be in, the likeliest first, each once."""
    seen = set[str]()
    for name in _possible_charsets(body, declared):
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        if known not in seen:
            seen.add(known)
            yield name


def _possible_charsets(body: bytes, declared: str | None) -> Iterator[str]:
    yield from (charset for mark, charset in _BOMS if body.startswith(mark))
    head = body[:2000]
    if head.count(0) > len(head) // 4:
        yield "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    yield "utf-8"
    yield from (found.decode("ascii", "ignore") for found in _DECLARED.findall(body[:4096]))
    yield from (name for name in (declared, "windows-1252", "latin-1") if name)
