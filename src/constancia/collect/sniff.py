"""The first bytes of something to what it is: page, feed, sitemap, archive, or nothing that can be read."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

HEAD_BYTES = 8192


class Form(StrEnum):
    """What bytes are, by their look; the value is their media type."""

    HTML = "text/html"
    TEXT = "text/plain"
    RSS = "application/rss+xml"
    ATOM = "application/atom+xml"
    XML = "application/xml"
    SITEMAP = "application/sitemap+xml"
    JSON = "application/json"
    GZIP = "application/gzip"
    ZIP = "application/zip"
    WARC = "application/warc"
    PDF = "application/pdf"
    IMAGE = "image"
    MEDIA = "audio or video"
    OFFICE = "office document"
    BINARY = "application/octet-stream"
    EMPTY = "empty"


PAGES = frozenset({Form.HTML, Form.TEXT, Form.XML})
FEEDS = frozenset({Form.RSS, Form.ATOM})

_STARTS = (
    (b"\x1f\x8b", Form.GZIP),
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"WARC/", Form.WARC),
    (b"%PDF", Form.PDF),
    (b"\x89PNG", Form.IMAGE),
    (b"\xff\xd8\xff", Form.IMAGE),
    (b"GIF8", Form.IMAGE),
    (b"II*\x00", Form.IMAGE),
    (b"MM\x00*", Form.IMAGE),
    (b"RIFF", Form.MEDIA),
    (b"OggS", Form.MEDIA),
    (b"ID3", Form.MEDIA),
    (b"\xd0\xcf\x11\xe0", Form.OFFICE),
    (b"{\\rtf", Form.OFFICE),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that no text file holds; tab, line ends, form feed and escape are left out.
_CONTROLS = bytes(frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_MAX_CONTROLS = 0.02

_PREAMBLE = re.compile(
    r"\A(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype(?!\s+html)[^>\[]*(?:\[.*?\]\s*)?>)+", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)\b", re.IGNORECASE)
_ROOTS = {
    "rss": Form.RSS,
    "rdf": Form.RSS,
    "feed": Form.ATOM,
    "urlset": Form.SITEMAP,
    "sitemapindex": Form.SITEMAP,
    "svg": Form.IMAGE,
}
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base|main|header|nav|section|article|aside|footer"
    r"|div|p|h[1-6]|a|b|i|em|strong|span|br|hr|img|ul|ol|li|dl|table|tr|td|center|font|blockquote|figure|iframe)[\s/>]",
    re.IGNORECASE,
)
_HTML_TAG = re.compile(r"</(?:p|div|a|span|body|html|h[1-6]|li|td|title|script)\s*>|<(?:br|p|div)\s*/?>", re.IGNORECASE)
_JSON_START = re.compile(r'\A(?:\{\s*(?:"|\})|\[\s*(?:[\[{"\d-]|\]))')
# A text may show a tag or two; a page without a head, cut out of another, holds more than that.
_MIN_HTML_TAGS = 3


def sniff(head: bytes) -> Form:
    """Tell the form of something from its first HEAD_BYTES, whatever it is named or declared as."""
    for start, form in _STARTS:
        if head.startswith(start):
            return form
    text = _text(head)
    if text is None:
        return Form.BINARY
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        return Form.EMPTY
    return _form_of_text(text)


def declared_charset(content_type: str | None) -> str | None:
    """Give the charset that a Content-Type header declares."""
    found = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type or "", re.IGNORECASE)
    return found[1].lower() if found else None


def _text(head: bytes) -> str | None:
    for mark, charset in _BOMS:
        if head.startswith(mark):
            return head.decode(charset, "ignore")
    wide = _wide_charset(head)
    if wide is not None:
        return head.decode(wide, "ignore")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) * _MAX_CONTROLS:
        return None
    return head.decode("latin-1")  # every mark that tells the form is ASCII


def _wide_charset(head: bytes) -> str | None:
    """Find UTF-16 without a mark: in Latin script every second byte is NUL, on one side only."""
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return None
    odd, even = head[1::2].count(0), head[0 : 2 * half : 2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _form_of_text(text: str) -> Form:
    start = text.lstrip("\ufeff \t\r\n\f\v")
    is_xml = start[:5].lower() == "<?xml"
    start = _PREAMBLE.sub("", start, count=1)
    if _HTML_START.match(start):
        return Form.HTML
    root = _ROOT.match(start)
    if root is not None:
        known = _ROOTS.get(root[1].lower())
        if known is not None:
            return known
        return Form.XML if is_xml else Form.HTML
    if len(_HTML_TAG.findall(text)) >= _MIN_HTML_TAGS:
        return Form.HTML
    return Form.JSON if _JSON_START.match(start) else Form.TEXT
