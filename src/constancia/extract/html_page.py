"""The text of an HTML page to what it says: its kind, its headline and its stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from constancia.errors import InputError
from constancia.extract.blocks import ARTICLE_BODY, Block, Blocks, read_blocks
from constancia.extract.day_order import find_day_order
from constancia.extract.decode import refuse_long
from constancia.extract.draft import Story
from constancia.extract.headline import find_headline, headline_text, stated_titles
from constancia.extract.html_article import find_body, main_lines
from constancia.extract.html_tree import Stated, parse_html, read_stated
from constancia.extract.kind import is_listing, is_roundup, is_story_heading
from constancia.extract.listing import (
    Teaser,
    find_teasers,
    is_promotion,
    link_lists,
    promoted_blocks,
    split_led_lines,
    stories_of,
)
from constancia.extract.page_parts import has_role
from constancia.extract.plain_story import is_plain_story
from constancia.extract.written_dates import DayOrder
from constancia.vocabulary import PageKind

_NEAR_TITLE = 12
_BEFORE_TITLE = 5  # further above stands the day of reading, which many mastheads show
_SHORT = 80
_SAMPLE_BLOCKS = 12
_HARDLY_A_STORY = 250
_LEFT_OUT = frozenset({"navigation", "sidebar", "footer", "related", "share", "advert", "consent", "comments"})
_FURNITURE = {"navigation", "sidebar", "related", "comments", "consent", "advert"}


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML page says: `title` as stated or shown, `heading` only as shown on a page of many stories.

    `near_title` are the blocks where its date may stand.
    """

    kind: PageKind
    title: str | None
    heading: str | None
    stories: tuple[Story, ...]
    stated: Stated
    near_title: tuple[Block, ...]
    order: DayOrder


@dataclass(frozen=True, slots=True)
class Asked:
    """How a page is to be read.

    `is_worth` tells from all text of the page whether its story is to be sought with care, by trafilatura (None:
    always); else the layout alone decides.
    """

    url: str
    is_worth: Callable[[str], bool] | None = None


def read_html(text: str, asked: Asked) -> HtmlPage:
    """Read an HTML page.

    Furniture known by its name is left out first, which spares most of the work. Where that leaves no headline or
    hardly a story, the names mislead and the page is read whole.
    """
    page = _read(text, asked, _LEFT_OUT)
    if page is None:
        page = _read(text, asked, frozenset())
    if page is None:
        raise InputError("no story text was found in the page; it may be drawn by a script, or be a menu or a form")
    return page


def _read(text: str, asked: Asked, leave_out: frozenset[str]) -> HtmlPage | None:
    tree = parse_html(text)
    stated = read_stated(tree)
    page = read_blocks(tree, leave_out, may_mark_story=ARTICLE_BODY in text)
    refuse_long(sum(len(block.text) for block in page.blocks))
    split_led_lines(page)
    own_url = asked.url if "://" in asked.url else stated.address() or asked.url
    order = _day_order(page, stated, own_url)
    headline = find_headline(stated, page.blocks)
    teasers = find_teasers(page, own_url, headline)
    if is_listing(stated, page, teasers, headline, own_url):
        return _listing_page(page, stated, stories_of(teasers, order), order)
    promoted = promoted_blocks(teasers)
    is_clear = is_plain_story(page, headline, promoted)
    is_sought = not is_clear and (asked.is_worth is None or asked.is_worth(_shown(page)))
    lines = _main_lines(tree, page, teasers, headline) if is_sought else []
    body = find_body(page, lines, headline, promoted)
    size = sum(len(block.text) for block in body)
    if not body or (leave_out and page.left_out and (headline is None or size < _HARDLY_A_STORY)):
        return None
    return _article_page(page, stated, headline, body, order)


def _day_order(page: Blocks, stated: Stated, url: str) -> DayOrder:
    short = [block.text for block in page.blocks if len(block.text) < _SHORT]
    running = [block.text for block in page.blocks if len(block.text) >= _SHORT]
    return find_day_order(url, stated.language(), "\n".join(short), "\n".join(running[:_SAMPLE_BLOCKS]))


def _shown(page: Blocks) -> str:
    return "\n".join(block.text for block in page.blocks)


def _main_lines(tree: HtmlElement, page: Blocks, teasers: Sequence[Teaser], headline: int | None) -> list[str]:
    """Spare the extractor what is known to be no story, which halves its work."""
    around = set() if headline is None else set(page.ancestors(page.blocks[headline].container))
    spared = {teaser.container for teaser in teasers if teaser.container is not None and is_promotion(teaser)}
    spared.update(link_lists(page))
    elements = [page.containers[at].element for at in spared - around]
    for element in (*page.left_out, *elements):
        element.clear(keep_tail=True)
    return main_lines(tree)


def _article_page(page: Blocks, stated: Stated, headline: int | None, body: list[Block], order: DayOrder) -> HtmlPage:
    title = headline_text(page.blocks[headline].text, stated) if headline is not None else None
    near = tuple(_near_title(page.blocks, headline, body))
    kind = PageKind.ROUNDUP if is_roundup(title, body) else PageKind.ARTICLE
    stories = _roundup_stories(title, body) if kind is PageKind.ROUNDUP else [_story(title, body)]
    heading = title if stories[0].title != title else None
    shown = title or next(iter(stated_titles(stated)), None)
    return HtmlPage(kind, shown, heading, tuple(stories), stated, near, order)


def _listing_page(page: Blocks, stated: Stated, stories: list[Story], order: DayOrder) -> HtmlPage:
    teased = {story.title for story in stories}
    heading = next(
        (b.text for b in page.blocks if b.heading == 1 and b.zone not in _FURNITURE and b.text not in teased), None
    )
    title = heading or next(iter(stated_titles(stated)), None)
    return HtmlPage(PageKind.LISTING, title, heading, tuple(stories), stated, (), order)


def _story(title: str | None, body: Sequence[Block]) -> Story:
    return Story(title, tuple(block.text for block in body))


def _roundup_stories(title: str | None, body: Sequence[Block]) -> list[Story]:
    """Give a story for each headed part; paragraphs that only begin in bold stay together under the headline."""
    if sum(1 for block in body if is_story_heading(block)) < 2:
        return [_story(title, body)]
    stories: list[Story] = []
    heading, lines = title, list[str]()
    for block in body:
        if not is_story_heading(block):
            lines.append(block.text)
            continue
        if lines:
            stories.append(Story(heading, tuple(lines)))
        heading, lines = block.text, []
    stories.append(Story(heading, tuple(lines)))
    return stories


def _near_title(blocks: Sequence[Block], headline: int | None, body: Sequence[Block]) -> list[Block]:
    """Give the blocks between headline and body, then those around them, nearest first: there the date stands."""
    if headline is None:
        return [block for block in blocks[: 3 * _NEAR_TITLE] if block.zone not in _FURNITURE]
    first = next(
        (number for number in range(headline + 1, len(blocks)) if body and blocks[number] is body[0]), headline
    )
    after = list(range(headline + 1, min(len(blocks), max(first, headline) + _NEAR_TITLE)))
    before = list(range(headline - 1, max(-1, headline - _BEFORE_TITLE), -1))
    between = [number for number in after if number < first]
    further = [number for number in after if number >= first and has_role(blocks[number].classes, "date")]
    at_end = _after_body(blocks, body)
    return [blocks[n] for n in (*between, *before, *further, *at_end) if blocks[n].zone not in _FURNITURE]


def _after_body(blocks: Sequence[Block], body: Sequence[Block]) -> list[int]:
    if not body:
        return []
    last = next(number for number in range(len(blocks) - 1, -1, -1) if blocks[number] is body[-1])
    return list(range(last + 1, min(len(blocks), last + 4)))
