"""The blocks of a page to its teasers: headlines that link elsewhere, each with the text and the date beside it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from constancia.extract.addresses import link_target, path_of
from constancia.extract.blocks import Block, Blocks
from constancia.extract.boilerplate import ends_story, is_boilerplate
from constancia.extract.draft import Story
from constancia.extract.page_parts import has_role
from constancia.extract.publication_date import page_dates
from constancia.extract.written_dates import ANY_ORDER, DayOrder, read_iso
from constancia.vocabulary import Precision

_FURNITURE = {
    "navigation", "sidebar", "footer", "related", "share", "advert", "signup", "consent", "comments", "caption",
    "labels", "hidden", "author",
}  # fmt: skip
_MIN_TITLE_WORDS = 3
_MAX_TITLE = 250
_MIN_TEASER = 25
_MIN_LINKS = 5
_MIN_LED = 3
_MIN_BESIDE = 3
_MIN_REPEATS = 3  # the same linked words over several teasers name their section
_JOINTS = " \u00a0-–—:|·•.,"
_ALL_LINKS = 0.9
_MAX_PROMOTED = 800
_MAX_PROMOTED_LINES = 3


@dataclass(slots=True)
class Teaser:
    """A headline that links to a story, its text, and what else stands beside it (date, byline).

    `container` is the element that holds it and nothing else, `held` numbers the blocks in there.
    """

    title: Block
    number: int
    href: str
    body: list[Block] = field(default_factory=list)
    beside: list[Block] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    container: int | None = None

    @property
    def size(self) -> int:
        """Count the characters of its title and text."""
        return len(self.title.text) + sum(len(block.text) for block in self.body)


def find_teasers(page: Blocks, own_url: str, headline: int | None) -> list[Teaser]:
    """Find the teasers of a page, in order; none in its furniture, and none that holds the page's own headline."""
    heads = _heads(page, own_url)
    if not heads:
        return []
    items = _items(page, heads, headline)
    teasers = {number: Teaser(page.blocks[number], number, href) for number, href in heads.items()}
    for container, number in items.items():
        teasers[number].container = container
    _gather(page, teasers, items)
    return list(_without_twins(teasers.values()))


def split_led_lines(page: Blocks) -> None:
    """Part the lines of a list in which each begins with a link and goes on with the text of a teaser."""
    led = [number for number, block in enumerate(page.blocks) if _is_led_by_title(block)]
    holders = Counter(page.containers[page.blocks[number].container].parent for number in led)
    for number in reversed(led):
        block = page.blocks[number]
        if holders[page.containers[block.container].parent] < _MIN_LED:
            continue
        title, rest = block.text[: block.led_by_link], block.text[block.led_by_link :].lstrip(_JOINTS)
        parts = (
            replace(block, text=title, linked=len(title)),
            replace(block, text=rest, linked=max(0, block.linked - len(title)), href=None, lead=None, led_by_link=0),
        )
        page.blocks[number : number + 1] = parts
        page.after_rules = {at + 1 if at > number else at for at in page.after_rules}


def _is_led_by_title(block: Block) -> bool:
    size = block.led_by_link
    if block.zone in _FURNITURE or block.heading or len(block.text) - size < _MIN_TEASER:
        return False
    return len(block.text[:size].split()) > _MIN_TITLE_WORDS


def _heads(page: Blocks, own_url: str) -> dict[int, str]:
    """Give the blocks that are headlines with a link, by number, with the link's address."""
    heads: dict[int, str] = {}
    here = link_target(own_url, own_url)
    seen: set[str] = set()
    has_headings = sum(1 for block in page.blocks if block.heading and block.href and block.zone not in _FURNITURE) >= 2
    words = Counter(block.text for block in page.blocks if block.href is not None)
    for number, block in enumerate(page.blocks):
        if block.zone in _FURNITURE or block.href is None or not _is_title(block):
            continue
        if (has_headings and not block.heading) or words[block.text] >= _MIN_REPEATS:
            continue
        href = link_target(own_url, block.href)
        if href is None or href in seen or href == here:
            continue
        seen.add(href)
        heads[number] = href
    return heads if len(heads) > 1 else _heads_beside_links(page, own_url) or heads


def _heads_beside_links(page: Blocks, own_url: str) -> dict[int, str]:
    """Give headings that are no links, each in an element with one link only: on its picture, or a "read more"."""
    found = [
        number
        for number, block in enumerate(page.blocks)
        if block.heading > 1 and not block.linked and block.zone not in _FURNITURE
    ]
    heads: dict[int, str] = {}
    for container, number in _items(page, dict.fromkeys(found, ""), None).items():
        links = (link.get("href") or "" for link in page.containers[container].element.iter("a"))
        targets = {target for href in links if (target := link_target(own_url, href))}
        if len(targets) == 1:
            heads[number] = targets.pop()
    return dict(sorted(heads.items())) if len(heads) >= _MIN_BESIDE and len(heads) >= 0.8 * len(found) else {}


def _is_title(block: Block) -> bool:
    if len(block.text) > _MAX_TITLE or block.linked < 0.7 * len(block.text):
        return False
    enough = 2 if block.heading else _MIN_TITLE_WORDS
    return len(block.text.split()) >= enough and not is_boilerplate(block.text)


def _items(page: Blocks, heads: dict[int, str], headline: int | None) -> dict[int, int]:
    """Give the outermost element around each headline that holds no other headline: element to headline."""
    counts: Counter[int] = Counter()
    for number in {*heads, *([] if headline is None else [headline])}:
        counts.update(page.ancestors(page.blocks[number].container))
    items: dict[int, int] = {}
    for number in heads:
        outermost = -1
        for container in page.ancestors(page.blocks[number].container):
            if counts[container] > 1:
                break
            outermost = container
        if outermost >= 0:
            items[outermost] = number
    return items


def _gather(page: Blocks, teasers: dict[int, Teaser], items: dict[int, int]) -> None:
    """Give each block to the headline whose element holds it, or, on a flat page, to the one before it."""
    current: int | None = None
    level = -1
    for number, block in enumerate(page.blocks):
        if number in teasers:
            current, level = number, page.containers[block.container].parent
            continue
        owner = next((items[at] for at in page.ancestors(block.container) if at in items), None)
        if owner is not None:
            teasers[owner].held.append(number)
        elif current is not None:
            parents = (block.container, page.containers[block.container].parent)
            is_under = level in parents and not block.heading and number not in page.after_rules
            owner = current = current if is_under else None
        if owner is None or block.zone in _FURNITURE:
            continue
        (teasers[owner].body if _is_teaser_text(block, teasers[owner]) else teasers[owner].beside).append(block)


def _is_teaser_text(block: Block, teaser: Teaser) -> bool:
    if len(block.text) < _MIN_TEASER or is_boilerplate(block.text) or block.text == teaser.title.text:
        return False
    if page_dates(block, ANY_ORDER) or (has_role(block.classes, "byline") and len(block.text) < 80):
        return False
    is_card = block.href is not None and teaser.title.href == block.href
    return is_card or block.linked < 0.5 * len(block.text)


def is_promotion(teaser: Teaser) -> bool:
    """Say whether a teaser on an article's page only leads to another story: a linked headline over a short text."""
    is_over = not teaser.held or teaser.number < min(teaser.held) or not teaser.body
    return is_over and len(teaser.body) <= _MAX_PROMOTED_LINES and teaser.size <= _MAX_PROMOTED


def promoted_blocks(teasers: Iterable[Teaser]) -> set[int]:
    """Give the blocks of an article's page that only lead to other stories."""
    return {number for teaser in teasers if is_promotion(teaser) for number in (teaser.number, *teaser.held)}


def link_lists(page: Blocks) -> list[int]:
    """Give the outermost elements that hold nothing but many links: menus and lists of headlines, however named."""
    texts: Counter[int] = Counter()
    links: Counter[int] = Counter()
    lines: Counter[int] = Counter()
    for block in page.blocks:
        for container in page.ancestors(block.container):
            texts[container] += len(block.text)
            links[container] += block.linked
            lines[container] += 1
    lists = {at for at, count in lines.items() if count >= _MIN_LINKS and links[at] >= _ALL_LINKS * texts[at]}
    return [at for at in lists if page.containers[at].parent not in lists]


def _without_twins(teasers: Iterable[Teaser]) -> Iterable[Teaser]:
    """Leave out a headline that an earlier one of the same words repeats without a text of its own."""
    seen: set[str] = set()
    for teaser in teasers:
        if teaser.title.text in seen and not teaser.body:
            continue
        seen.add(teaser.title.text)
        yield teaser


def stories_of(teasers: Sequence[Teaser], order: DayOrder) -> list[Story]:
    """Make a story of each teaser."""
    kept = [teaser for teaser in teasers if not ends_story(teaser.title.text)]
    return [
        Story(teaser.title.text, tuple(block.text for block in teaser.body), teaser.href, _own_date(teaser, order))
        for teaser in kept
    ]


def _own_date(teaser: Teaser, order: DayOrder) -> dt.date | None:
    for block in teaser.beside:
        read = read_iso(block.datetime) if block.datetime else None
        if read is not None:
            return read[0]
        days = [date.day for date in page_dates(block, order) if date.precision is Precision.DAY]
        if days:
            return days[0]
    return None


def is_section_address(url: str, words: frozenset[str]) -> bool:
    """Say whether an address is that of a section, tag or search page, or of a front page."""
    path = [part for part in path_of(url).lower().split("/") if part]
    if "://" in url and not path:
        return True
    return any(part in words for part in path[:-1]) or (bool(path) and path[-1] in words)
