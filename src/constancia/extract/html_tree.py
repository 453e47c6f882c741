"""The text of an HTML page to its tree, and the data that the page states of itself: meta tags, JSON-LD, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, document_fromstring

from constancia.errors import InputError

_MAX_DEPTH = 250  # libxml2 stops at 256 levels and drops in silence what lies deeper
_FIRST_LINKS = 60
_HOME = re.compile(r"(?:https?://[^/]+)?(?:/|/?(?:index|home|inicio|portada|default)\.\w+)?")
_HOME_ALONE = frozenset({"", "/"})
# One class for all elements: asking the kind of each by its name takes a tenth of the time of a small page.
_CLASSES = ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)
_LOOSE_LD = re.compile(r'"(datePublished|headline|@type|inLanguage)"\s*:\s*"([^"\\]{1,400})"')
_LD_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_HTML_SIGNS = (
    "<html",
    "<!doctype html",
    "<body",
    "<head",
    "<div",
    "<article",
    "<p>",
    "<p ",
    "<h1",
    "<table",
    "<span",
    "<br",
)


def is_html(text: str, media_type: str) -> bool:
    """Say whether a text is HTML: by its first tags, and by its media type where those leave a doubt."""
    head = text[:500].lower()
    if media_type != "text/plain" and any(sign in head for sign in _HTML_SIGNS):
        return True
    head = text[:20_000].lower()
    if any(sign in head for sign in _HTML_SIGNS):
        return media_type != "text/plain" or "<html" in head or "<!doctype html" in head or "<body" in head
    return "html" in media_type and "<" in head


def parse_html(text: str) -> HtmlElement:
    """Parse HTML as trafilatura does, so that it can take over the tree.

    Raises InputError when there is no element, or nesting so deep that the parser loses the text.
    """
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise InputError("the page holds no HTML that could be parsed; is it cut off or empty?") from error
    _refuse_lost_depth(tree)
    return tree


def _refuse_lost_depth(tree: HtmlElement) -> None:
    if _looks_deep(tree) and tree.xpath(f"count(//*[count(ancestor::*) >= {_MAX_DEPTH}])"):
        raise InputError(f"the page nests its elements more than {_MAX_DEPTH} deep; no text can be read from it safely")


def _looks_deep(tree: HtmlElement) -> bool:
    """Follow last children down: a page that nests by mistake does so along one branch."""
    for pick in (0, -1):
        node, depth = tree, 0
        while len(node):
            node = node[pick]
            depth += 1
        if depth >= _MAX_DEPTH - 50:
            return True
    return False


@dataclass(slots=False)
class Stated:
    """What an HTML page states of itself."""

    tree: HtmlElement
    metas: dict[str, str] = field(default_factory=dict)
    home_links: tuple[str, ...] = ()

    @cached_property
    def linked_data(self) -> tuple[dict[str, Any], ...]:
        """Give the page's JSON-LD objects, those in a @graph or list among them."""
        found: list[dict[str, Any]] = []
        for script in self.tree.iter("script"):
            if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json" and script.text:
                found.extend(_objects(_read_json(script.text), 0))
        return tuple(found)

    @cached_property
    def types(self) -> frozenset[str]:
        """Give the schema.org types of the JSON-LD objects."""
        return frozenset(name for thing in self.linked_data for name in type_names(thing))

    def first(self, *names: str) -> str | None:
        """Give the first of these meta tags that has a content."""
        return next((self.metas[name] for name in names if self.metas.get(name)), None)

    def language(self) -> str | None:
        """Give the language that the page claims, as written."""
        claimed = self.tree.get("lang") or self.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        return claimed or self.first("og:locale", "content-language", "language", "dc.language")

    def address(self) -> str | None:
        """Give the address that the page states as its own, None when it states none."""
        link = self.tree.find(".//link[@rel='canonical']")
        stated = (None if link is None else link.get("href")) or self.first("og:url") or ""
        return stated if stated.startswith(("http://", "https://")) else None

    @cached_property
    def title_tag(self) -> str | None:
        """Give the text of <title>."""
        found = next(self.tree.iter("title"), None)
        return None if found is None else (" ".join("".join(found.itertext()).split()) or None)


def read_stated(tree: HtmlElement) -> Stated:
    """Gather the meta tags of a page; the first of a name wins."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), " ".join(content.split()))
    return Stated(tree, metas, tuple(_home_links(tree)))


def _home_links(tree: HtmlElement) -> Iterator[str]:
    """Give the words of the first links that lead to the front page: an outlet's name stands there as its masthead."""
    for link in islice(tree.iter("a"), _FIRST_LINKS):
        href = (link.get("href") or "").strip()
        if href not in _HOME_ALONE and "." not in href and "://" not in href:  # most links of a page
            continue
        if _HOME.fullmatch(href):
            image = link.find(".//img")
            words = " ".join("".join(link.itertext()).split()) or ("" if image is None else image.get("alt") or "")
            if words:
                yield words


def type_names(thing: dict[str, Any]) -> list[str]:
    """Give the schema.org types of one JSON-LD object, without their address."""
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def _read_json(text: str) -> Any:
    text = _LD_COMMENT.sub("", text.strip())
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        # Hand-made JSON-LD is often broken by a quote or a comma: its plain pairs can still be read.
        return dict(reversed(_LOOSE_LD.findall(text)))


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), dict | list):
                yield from _objects(value[key], depth + 1)
