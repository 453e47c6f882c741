"""Addresses, however broken, to their host, their path and the address that a link leads to; nothing here raises."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

_NO_PAGE = ("#", "javascript:", "mailto:", "tel:", "whatsapp:", "data:")


def host_of(url: str) -> str | None:
    """Give the host of an address without its "www."; None for a file or a broken address."""
    try:
        host = urlsplit(url).hostname if "://" in url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def path_of(url: str) -> str:
    """Give the path of an address, "" for a broken one."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def link_target(page_url: str, href: str) -> str | None:
    """Give the address that a link on a page leads to, without its fragment; None when it leads to no other page."""
    href = href.strip()
    if not href or href.lower().startswith(_NO_PAGE):
        return None
    try:
        return urldefrag(urljoin(page_url, href))[0] or None
    except ValueError:
        return None
