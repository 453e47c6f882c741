"""An RSS or Atom feed to leads: the links of its items, with the days on which they were published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate
from io import BytesIO
from typing import Any

import feedparser

from constancia.collect.leads import Lead
from constancia.collect.xml_safety import refuse_entities
from constancia.errors import DecodeError

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def feed_leads(body: bytes, base: str) -> tuple[Lead, ...]:
    """Read the items' links, relative ones against `base`; raise DecodeError where the bytes are no feed."""
    # A stream, since feedparser would take bare bytes for a path or an address to open.
    stream = BytesIO(refuse_entities(body))
    parsed = feedparser.parse(stream, response_headers={"content-location": base}, sanitize_html=False)
    if not parsed.get("version") and not parsed.entries:
        raise DecodeError(f"the feed cannot be read: {parsed.get('bozo_exception', 'it holds no items')}")
    return tuple(dict.fromkeys(_leads(parsed.entries)))


def _leads(entries: list[Any]) -> Iterator[Lead]:
    for entry in entries:
        link = entry.get("link")
        if link and link.startswith(("http://", "https://")):
            yield Lead(link, _day(entry))


def _day(entry: Any) -> dt.date | None:
    """Give the day as its publisher's calendar has it: feedparser's own reading moves it to UTC."""
    written = str(entry.get("published") or "").strip()
    iso = _ISO_DAY.match(written)
    moment = tuple(map(int, iso.groups())) if iso else parsedate(written) or entry.get("published_parsed")
    try:
        return dt.date(*moment[:3]) if moment else None
    except ValueError:
        return None
