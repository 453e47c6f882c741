"""A snapshot and its bytes to a page: kind, text, passages with their offsets, and what is known of when and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from constancia.errors import InputError
from constancia.extract.addresses import host_of
from constancia.extract.dateline import dateline_of
from constancia.extract.day_order import find_day_order
from constancia.extract.decode import decode, refuse_long
from constancia.extract.draft import Draft, DraftPassage, Story, draft_of
from constancia.extract.feed import feed_kind, read_feed
from constancia.extract.html_page import Asked, HtmlPage, read_html
from constancia.extract.html_tree import Stated, is_html
from constancia.extract.language import find_language
from constancia.extract.place import find_place
from constancia.extract.plain_text import read_plain_text
from constancia.extract.publication_date import DateClues, Published, find_published
from constancia.extract.publisher import feed_publisher, find_publisher
from constancia.identity import page_id, passage_id
from constancia.model import Page, Passage, Snapshot
from constancia.version import extractor_version
from constancia.vocabulary import PageKind, Precision

_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class _Said:
    """What was read of a page before ids are given."""

    kind: PageKind
    title: str | None
    stories: tuple[Story, ...]
    published: Published
    claimed_language: str | None
    publisher: str | None
    host: str | None
    heading: str | None = None
    stated: Stated | None = None
    beside: tuple[str, ...] = ()


def extract(snapshot: Snapshot, body: bytes, is_worth: Callable[[str], bool] | None = None) -> Page:
    """Read a page from the bytes of its snapshot.

    `is_worth` tells from all text of an HTML page whether its story is to be sought with care; for a page that it turns
    down the layout alone decides what the story is, at a third of the time (None: every page is worth it).

    Raises InputError (DecodeError, TooLargeError) when the bytes are empty, binary, too much or hold no text.
    """
    text = decode(body, snapshot.charset)
    said = _read(text, snapshot, is_worth)
    draft = draft_of(said.stories, said.heading)
    if not draft.passages:
        raise InputError(
            "no story text was found in the page; it may be drawn by a script, or be a menu or a login form"
        )
    return _page(snapshot, said, draft)


def _read(text: str, snapshot: Snapshot, is_worth: Callable[[str], bool] | None) -> _Said:
    kind = feed_kind(text)
    if kind == "sitemap":
        raise InputError("a sitemap holds addresses and no text; give it to `constancia collect`")
    if kind == "feed":
        return _feed_said(text, host_of(snapshot.final_url or snapshot.url))
    if is_html(text, snapshot.media_type):
        return _html_said(text, snapshot, is_worth)
    return _plain_said(text, snapshot)


def _feed_said(text: str, host: str | None) -> _Said:
    feed = read_feed(text)
    published = Published(feed.updated, Precision.DAY if feed.updated else None, "feed" if feed.updated else None)
    name = feed_publisher(feed.title, host)
    return _Said(PageKind.FEED, feed.title, feed.stories, published, feed.language, name, host, feed.title)


def _html_said(text: str, snapshot: Snapshot, is_worth: Callable[[str], bool] | None) -> _Said:
    url = snapshot.final_url or snapshot.url
    page = read_html(text, Asked(url, is_worth))
    published = Published() if page.kind is PageKind.LISTING else _when(page, snapshot, url)
    host = host_of(url) or host_of(page.stated.address() or "")
    publisher = find_publisher(page.stated, page.title, host)
    return _Said(
        page.kind,
        page.title,
        page.stories,
        published,
        page.stated.language(),
        publisher,
        host,
        page.heading,
        page.stated,
        tuple(block.text for block in page.near_title),
    )


def _when(page: HtmlPage, snapshot: Snapshot, url: str) -> Published:
    clues = DateClues(
        page.stated.address() or url, snapshot.fetched_at.date(), page.order, snapshot.published, _opening(page.stories)
    )
    return find_published(page.stated, page.near_title, clues)


def _opening(stories: tuple[Story, ...]) -> str:
    """Give the first paragraph that is more than a standfirst: one that opens with a dateline, else the first."""
    lines = stories[0].paragraphs if stories else ()
    return next((line for line in lines[:3] if dateline_of(line)), next(iter(lines), ""))


def _plain_said(text: str, snapshot: Snapshot) -> _Said:
    refuse_long(len(text.strip()))
    order = find_day_order(snapshot.url, None, text[:_SAMPLE], text[:_SAMPLE])
    page = read_plain_text(text, order)
    clues = DateClues(snapshot.url, snapshot.fetched_at.date(), order, snapshot.published, _opening(page.stories))
    published = Published() if page.kind is PageKind.LISTING else find_published(None, page.near_title, clues)
    host, beside = host_of(snapshot.url), tuple(block.text for block in page.near_title)
    return _Said(page.kind, page.title, page.stories, published, None, None, host, page.heading, beside=beside)


def _page(snapshot: Snapshot, said: _Said, draft: Draft) -> Page:
    number = page_id(snapshot.snapshot_id)
    lines = said.stories[0].paragraphs if said.stories else ()
    return Page(
        page_id=number,
        snapshot_id=snapshot.snapshot_id,
        url=snapshot.url,
        kind=said.kind,
        title=said.title,
        published=said.published.day,
        published_precision=said.published.precision,
        published_how=said.published.how,
        language=find_language(draft.text, said.claimed_language),
        publisher=said.publisher,
        publisher_domain=said.host,
        text=draft.text,
        extractor=extractor_version(),
        passages=tuple(_passage(number, passage) for passage in draft.passages),
        place=find_place(said.stated, lines, said.beside) if said.kind is PageKind.ARTICLE else None,
    )


def _passage(page: str, draft: DraftPassage) -> Passage:
    return Passage(
        passage_id=passage_id(page, draft.start, draft.end),
        page_id=page,
        start=draft.start,
        end=draft.end,
        title_end=draft.title_end,
        title=draft.title,
        linked_url=draft.linked_url,
        published=draft.published,
    )
