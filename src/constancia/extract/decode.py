"""The bytes of a page to its text: declared charset, byte-order mark, then what the bytes themselves show."""

from __future__ import annotations

import codecs
import re

from constancia.errors import DecodeError, TooLargeError

MAX_BYTES = 20_000_000
"""Above this a page is refused: the largest pages of news archives seen are below 8 MB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_HEAD_BYTES = 4096
# The Encoding Standard of the web reads these labels as windows-1252, and so does every browser.
_WESTERN = {
    "iso-8859-1",
    "iso8859-1",
    "latin-1",
    "latin1",
    "ascii",
    "us-ascii",
    "iso-8859-15",
    "cp1252",
    "windows-1252",
}
_C1_CONTROLS = re.compile("[\x80-\x9f]")
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_BINARY_STARTS = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
    b"Rar!", b"\x7fELF", b"MZ\x90", b"\x00\x00\x01\x00", b"\xd0\xcf\x11\xe0", b"RIFF", b"OggS", b"ID3", b"wOFF",
    b"SQLite format 3",
)  # fmt: skip


MAX_TEXT = 2_000_000
"""Characters of visible text above which a page is refused: a book or a dump, not a page of news."""


def refuse_long(size: int) -> None:
    """Raise TooLargeError for a page with more visible text than MAX_TEXT."""
    if size > MAX_TEXT:
        raise TooLargeError(f"the page's text of {size:,} characters is above the limit of {MAX_TEXT:,}; split it")


def decode(body: bytes, declared: str | None = None) -> str:
    """Give the text of a page's bytes; `declared` is what the transport said its charset is.

    A declaration that the bytes contradict is not believed. Raises DecodeError for an empty or binary body and
    TooLargeError above MAX_BYTES.
    """
    if len(body) > MAX_BYTES:
        raise TooLargeError(
            f"page of {len(body):,} bytes is above the limit of {MAX_BYTES:,}; split it or leave it out"
        )
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise DecodeError("the page is empty: there is nothing to read")
    text = _decode(body, declared)
    if "\x00" in text:
        text = text.replace("\x00", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(body: bytes, declared: str | None) -> str:
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, "replace")
    wide = _utf16_without_mark(body)
    if wide is not None:
        return wide
    _refuse_binary(body)
    try:
        return body.decode("utf-8")  # text of another charset is hardly ever valid UTF-8 by chance
    except UnicodeDecodeError as error:
        return _decode_other(body, declared, error)


def _decode_other(body: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    for label in (declared, _declared_inside(body)):
        charset = _python_name(label)
        if charset and charset not in {"utf-8", "utf-16", "utf-32"}:
            return _western(body) if charset == "cp1252" else body.decode(charset, "replace")
    if _is_nearly_utf8(body, error):
        return body.decode("utf-8", "replace")
    return _western(body)


def _western(body: bytes) -> str:
    """Read windows-1252; the five bytes that it leaves open become the replacement character."""
    return _C1_CONTROLS.sub("\ufffd", body.decode("cp1252", "replace"))


def _declared_inside(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_HEAD_BYTES])
    return found.group(1).decode("ascii") if found else None


def _python_name(label: str | None) -> str | None:
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    if label in _WESTERN:
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _is_nearly_utf8(body: bytes, error: UnicodeDecodeError) -> bool:
    """Say whether UTF-8 was meant: a cut or damaged place or two among many whole characters of several bytes."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return whole > 4 * broken or error.start >= len(body) - 3


def _utf16_without_mark(body: bytes) -> str | None:
    sample = body[:1000]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return body.decode("utf-16-le", "replace")
    if even > 0.6 * half and odd < 0.1 * half:
        return body.decode("utf-16-be", "replace")
    return None


def _refuse_binary(body: bytes) -> None:
    sample = body[:8192]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if sample.startswith(_BINARY_STARTS) or controls > max(2, len(sample) // 100):
        raise DecodeError("the page holds binary data, not text; give the HTML, XML or plain text of it")
