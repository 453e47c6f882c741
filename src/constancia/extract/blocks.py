"""A parsed page to its blocks: the runs of visible text that a reader sees as lines, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import XPath
from lxml.html import HtmlElement

from constancia.extract.page_parts import zone_of

_INLINE = frozenset(
    {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
    }
)  # fmt: skip
_UNSEEN = frozenset(
    {
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "select", "option", "textarea", "button", "input", "map", "dialog",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
ARTICLE_BODY = "articleBody"
_MARKED = XPath(f"//*[@itemprop='{ARTICLE_BODY}']")
_BREAK = "\x0b"  # a line break of the page, told apart from those of its source; white space, too
_TAIL_PARTS = 40
_OWN_LINE = 60  # lines that a page wraps by hand are longer
_SHORT_CELL = 60
_SENTENCE_END = (".", "!", "?", ":", ";", '"', "”", "»", "…")


@dataclass(slots=True)
class Block:
    """A run of visible text, white space folded.

    `container` is the number of the innermost block element (see `Blocks.containers`), `zone` the kind of page
    furniture that it stands in (None: none), `linked` how many of its characters are links, `href` the first link's,
    `lead` its first words where they are in bold, `led_by_link` the length of the link that it begins with.
    """

    text: str
    tag: str
    heading: int
    container: int
    zone: str | None
    classes: str
    linked: int = 0
    href: str | None = None
    datetime: str | None = None
    lead: str | None = None
    led_by_link: int = 0


@dataclass(slots=True)
class Container:
    """A block element, with its parent's number, its tag and its class."""

    parent: int
    tag: str
    classes: str
    element: HtmlElement


@dataclass(slots=True)
class Blocks:
    """The blocks of a page in order, the elements that hold them, the furniture not read, and where a rule divides."""

    blocks: list[Block] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    left_out: list[HtmlElement] = field(default_factory=list)
    after_rules: set[int] = field(default_factory=set)

    def ancestors(self, number: int) -> Iterator[int]:
        """Give a container and those around it, from the inside out."""
        while number >= 0:
            yield number
            number = self.containers[number].parent


def read_blocks(tree: HtmlElement, leave_out: frozenset[str] = frozenset(), *, may_mark_story: bool = True) -> Blocks:
    """Read the visible blocks of a page; the furniture of the zones named in `leave_out` is noted and not read.

    `may_mark_story` tells whether some element may be marked as ARTICLE_BODY.
    """
    walker = _Walker(_story_elements(tree, may_mark_story=may_mark_story), leave_out)
    body = tree.find("body")
    walker.walk_page(tree if body is None else body)
    return walker.found


def _story_elements(tree: HtmlElement, *, may_mark_story: bool) -> set[HtmlElement]:
    """Give the elements around the headline and the story: however they are called, they are no furniture."""
    around: set[HtmlElement] = set()
    for element in tree.iter("h1", "main"):
        around.add(element)
        around.update(element.iterancestors())
    for element in _MARKED(tree) if may_mark_story else ():
        around.add(element)
        around.update(element.iterancestors())
    return around


@dataclass(slots=True, frozen=True)
class _Place:
    """Where the walk stands: container, zone, link around and level of heading around."""

    container: int
    zone: str | None
    href: str | None
    heading: int


def _is_short_cell(cell: HtmlElement) -> bool:
    """Say whether a table cell holds a word or a figure and no more; a row of such cells is read as one line."""
    if any(child.tag not in _INLINE for child in cell):
        return False
    return len("".join(cell.itertext())) < _SHORT_CELL


class _Walker:
    """Walks the tree once and gathers text until a block ends."""

    def __init__(self, story: set[HtmlElement], leave_out: frozenset[str]) -> None:
        self.found = Blocks()
        self._story = story
        self._leave_out = leave_out
        self._parts: list[str] = []
        self._linked = 0
        self._href: str | None = None
        self._datetime: str | None = None
        self._classes = ""
        self._lead: str | None = None
        self._led_by_link = 0

    def walk_page(self, body: HtmlElement) -> None:
        """Walk all of a page."""
        self.found.containers.append(Container(-1, "body", "", body))
        whole = _Place(0, None, None, 0)
        self.walk(body, whole)
        self.flush(whole)

    def walk(self, element: HtmlElement, place: _Place) -> None:
        parts = self._parts
        if element.text:
            self._add(element.text, place)
        for node in element:
            tag = node.tag
            if tag in _INLINE:
                self._inline(node, place)
            elif tag == "br":
                self._line_break(place)
            elif tag in {"td", "th"} and _is_short_cell(node):
                self._parts.append(" ")
                self.walk(node, place)
                self._parts.append(" ")
            elif tag == "hr":
                self.flush(place)
                self.found.after_rules.add(len(self.found.blocks))
            elif tag not in _UNSEEN:
                self._block(node, place)
            if node.tail:
                if place.href is None:
                    parts.append(node.tail)
                else:
                    self._add(node.tail, place)

    def _add(self, text: str, place: _Place) -> None:
        self._parts.append(text)
        if place.href is not None:
            self._linked += len(text)
            if self._href is None and not text.isspace():
                self._href = place.href

    def _inline(self, node: HtmlElement, place: _Place) -> None:
        tag = node.tag
        if tag == "a":
            href = node.get("href")
            if href:
                place = _Place(place.container, place.zone, href, place.heading)
        elif tag == "time":
            self._datetime = self._datetime or node.get("datetime")
        own = node.get("class")
        if own:
            if zone_of("", own) == "hidden":
                return
            self._classes = f"{self._classes} {own}"
        is_first = tag in {"b", "strong", "a"} and not any(part.strip() for part in self._parts)
        self.walk(node, place)
        if is_first:
            lead = " ".join("".join(self._parts).split())
            if tag == "a":
                self._led_by_link = len(lead)
            else:
                self._lead = lead or None

    def _block(self, node: HtmlElement, place: _Place) -> None:
        self.flush(place)
        tag = node.tag if isinstance(node.tag, str) else "div"
        own = node.get("class") or ""
        name = node.get("id")
        classes = f"{own} {name}" if name else own
        zone = place.zone
        if zone is None and node not in self._story and tag not in {"body", "html", "article"}:
            zone = zone_of(tag, classes)
            if zone == "footer" and self._is_in_article(place):
                zone = "labels"
        if zone == "hidden" or node.get("hidden") is not None:
            return
        if zone in self._leave_out:
            self.found.left_out.append(node)
            return
        self.found.containers.append(Container(place.container, tag, classes, node))
        inner = _Place(len(self.found.containers) - 1, zone, place.href, _HEADINGS.get(tag, place.heading))
        self.walk(node, inner)
        self.flush(inner)

    def _is_in_article(self, place: _Place) -> bool:
        return any(self.found.containers[at].tag == "article" for at in self.found.ancestors(place.container))

    def _line_break(self, place: _Place) -> None:
        """End the block at a <br> unless it is a single one that wraps a heading or the middle of a sentence.

        A short line, or one that is all a link or all in bold, is a line of its own.
        """
        so_far = "".join(self._parts[-_TAIL_PARTS:])
        line = so_far.strip()
        is_second = _BREAK in so_far[len(so_far.rstrip()) :]
        is_marked = self._linked >= len(line) or self._lead == line
        is_own = is_marked or len(line) < _OWN_LINE or line.endswith(_SENTENCE_END)
        if line and not is_second and (place.heading or not is_own):
            self._parts.append(_BREAK)
        else:
            self.flush(place)

    def flush(self, place: _Place) -> None:
        """End the block gathered so far."""
        if not self._parts:
            self._classes = ""
            return
        text = " ".join("".join(self._parts).split())
        if text:
            holder = self.found.containers[place.container]
            self.found.blocks.append(
                Block(
                    text, holder.tag, place.heading, place.container, place.zone, f"{holder.classes}{self._classes}",
                    min(self._linked, len(text)),
                    self._href, self._datetime, self._lead, self._led_by_link,
                )
            )  # fmt: skip
        self._parts.clear()
        self._linked, self._href, self._datetime, self._classes, self._lead = 0, None, None, "", None
        self._led_by_link = 0
