"""The page as it was: the bytes of a URL, what they say, and who published them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from constancia.vocabulary import PageKind, Precision, Role


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of one URL at one moment, kept in a WARC; append-only."""

    snapshot_id: str
    url: str
    fetched_at: dt.datetime
    media_type: str
    sha256: str
    bytes: int
    warc: str
    warc_offset: int
    chain: str
    final_url: str | None = None
    http_status: int | None = None
    charset: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """A URL that answered with another place to look, and the status it gave."""

    status: int
    url: str


@dataclass(frozen=True, slots=True)
class Capture:
    """What `collect` hands over: a snapshot yet to be stored, and its bytes.

    `charset` is what the transport declared. `published` is what a feed or sitemap said of the page, else None.
    """

    url: str
    fetched_at: dt.datetime
    media_type: str
    body: bytes
    final_url: str | None = None
    http_status: int | None = None
    http_headers: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    published: dt.date | None = None
    redirects: tuple[Redirect, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a page's text about one story: an article's body or one teaser.

    `start` and `end` count in the page's text; the title, when there is one, stands at its beginning, so that
    `text[start:title_end]` is the title as written and the rest is the body.
    """

    passage_id: str
    page_id: str
    start: int
    end: int
    title_end: int
    title: str | None = None
    linked_url: str | None = None
    published: dt.date | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage as the search for copies wants it; `title_end` counts in its own text."""

    passage_id: str
    text: str
    title_end: int = 0
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a snapshot says: its text, and what kind of page it is."""

    page_id: str
    snapshot_id: str
    url: str
    kind: PageKind
    title: str | None
    published: dt.date | None
    published_precision: Precision | None
    published_how: str | None
    language: str | None
    publisher: str | None
    publisher_domain: str | None
    text: str
    extractor: str
    passages: tuple[Passage, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who publishes, or is quoted."""

    source_id: str
    name: str
    kind: str
    domain: str | None = None
    country: str | None = None
    role: Role | None = None
    first_seen: dt.date | None = None
