"""The text of an RSS, Atom or RDF feed to its title, language and items; HTML inside the items is read as HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from lxml import etree

from constancia.errors import InputError
from constancia.extract.blocks import read_blocks
from constancia.extract.boilerplate import is_boilerplate
from constancia.extract.decode import refuse_long
from constancia.extract.draft import Story
from constancia.extract.html_tree import parse_html
from constancia.extract.written_dates import read_iso

_START = re.compile(
    r"^\s*(?>(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*)<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)\b",
    re.DOTALL,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKUP_SHARE = 2  # about half of a feed is markup
_ITEMS = {"item", "entry"}
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds."""

    title: str | None
    language: str | None
    updated: dt.date | None
    stories: tuple[Story, ...]


def feed_kind(text: str) -> str | None:
    """Give "feed" for a syndication feed, "sitemap" for a sitemap, None for anything else."""
    found = _START.match(text[:4000])
    if not found:
        return None
    return "sitemap" if found.group(1) in {"urlset", "sitemapindex"} else "feed"


def read_feed(text: str) -> Feed:
    """Read a feed. Raises InputError for XML that declares entities or cannot be parsed."""
    refuse_long(len(text) // _MARKUP_SHARE)
    root = _parse(text)
    channel = next((child for child in root if _name(child) == "channel"), root)
    stories = tuple(_story(item) for item in root.iter() if _name(item) in _ITEMS)
    language = _own(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    updated = next((day for name in ("lastBuildDate", *_DATES) if (day := _day(_own(channel, name)))), None)
    newest = max((story.published for story in stories if story.published), default=None)
    return Feed(_plain(_own(channel, "title")), language, updated or newest, stories)


def feed_lines(text: str) -> Iterator[str]:
    """Give the text of every element of a feed, in order, HTML inside it as its visible lines."""
    for element in _parse(text).iter():
        if isinstance(element.tag, str) and element.text:
            yield from _visible_lines(element.text)


def _parse(text: str) -> etree._Element:
    if "<!ENTITY" in text:
        raise InputError("the feed declares entities, which can blow up without bound; it is not read")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text).strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"the feed is no XML that could be parsed: {error}") from error
    if root is None:
        raise InputError("the feed is no XML that could be parsed; is it cut off or empty?")
    return root


def _story(item: etree._Element) -> Story:
    texts = [lines for name in _TEXTS if (lines := _lines(_own(item, name)))]
    title = _plain(_own(item, "title"))
    longest = max(texts, key=lambda lines: sum(map(len, lines)), default=[])
    published = next((day for name in _DATES if (day := _day(_own(item, name)))), None)
    return Story(title, tuple(line for line in longest if line != title), _link(item), published)


def _name(element: etree._Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _own(parent: etree._Element, name: str) -> str | None:
    """Give the text of a child by its local name, markup inside it as text."""
    for child in parent:
        if _name(child) == name:
            if len(child):
                return "".join(etree.tostring(part, encoding="unicode") for part in child) or None
            return None if child.text is None else str(child.text)
    return None


def _link(item: etree._Element) -> str | None:
    links = [child for child in item if _name(child) == "link"]
    for child in links:
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
    written: str | None = next((str(child.text).strip() for child in links if child.text and child.text.strip()), None)
    guid = _own(item, "guid") or _own(item, "id")
    return written or (guid.strip() if guid and guid.strip().startswith("http") else None)


def _lines(markup: str | None) -> list[str]:
    return [line for line in _visible_lines(markup) if not is_boilerplate(line)]


def _plain(markup: str | None) -> str | None:
    return " ".join(_visible_lines(markup)) or None


def _visible_lines(markup: str | None) -> Iterator[str]:
    if not markup or not markup.strip():
        return
    if "<" not in markup and "&" not in markup:
        yield from (folded for line in markup.split("\n\n") if (folded := " ".join(line.split())))
        return
    yield from (block.text for block in read_blocks(parse_html(f"<body>{markup}</body>")).blocks)


def _day(written: str | None) -> dt.date | None:
    if not written:
        return None
    read = read_iso(written)
    if read is not None:
        return read[0]
    try:
        return parsedate_to_datetime(written.strip()).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
