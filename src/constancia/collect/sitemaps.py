"""A sitemap or sitemap index to leads: the pages or further sitemaps it lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from constancia.collect.leads import Lead
from constancia.collect.xml_safety import refuse_entities
from constancia.errors import DecodeError

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def sitemap_leads(body: bytes) -> Iterator[Lead]:
    """Read what it lists, in order; raise DecodeError where it breaks off.

    `lastmod` is when a page changed, which may be any day, so that only the news extension's date counts as published.
    """
    events = etree.iterparse(
        BytesIO(refuse_entities(body)), events=("end",), resolve_entities=False, no_network=True, recover=False
    )
    try:
        for _, element in events:
            if etree.QName(element).localname in ("url", "sitemap"):
                yield from _lead(element)
                element.clear()
    except etree.XMLSyntaxError as error:
        raise DecodeError(f"the sitemap breaks off: {error.msg}") from error


def _lead(element: etree._Element) -> Iterator[Lead]:
    texts = {etree.QName(child).localname: (child.text or "").strip() for child in element.iter() if _is_element(child)}
    url = texts.get("loc", "")
    if url.startswith(("http://", "https://")):
        yield Lead(url, _day(texts.get("publication_date", "")))


def _is_element(node: etree._Element) -> bool:
    return isinstance(node.tag, str)


def _day(written: str) -> dt.date | None:
    found = _DAY.match(written)
    try:
        return dt.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
