"""A capture to the bytes of one WARC record, a gzip member of its own, and such a member back to the captured bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import uuid
import zlib
from http import HTTPStatus
from typing import BinaryIO
from urllib.parse import quote

from fastwarc.warc import ArchiveIterator
from isal import isal_zlib

from constancia import __version__
from constancia.errors import StoreError
from constancia.model import Capture

# Measured on HTML of 17 and of 180 KB: a third of the time of zlib-ng at level 2 and a quarter of zlib at level 1, for
# 1 % more room than the first and 4 % less than the second.
_GZIP_LEVEL = 1
_GZIP_WINDOW = 31
_READ_BYTES = 1 << 16

# What `collect` has undone already: kept under another name, as web archives do, so that no reader undoes it again.
_UNDONE_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_UNSAFE_IN_HEADER = re.compile(r"[\x00-\x1f\x7f]+")

_URL_NAMES = uuid.NAMESPACE_URL.bytes

Fields = list[tuple[str, str]]


def record_member(capture: Capture, sha256: str) -> bytes:
    """Write a capture as one gzip member: a `response` record where it came over HTTP, else a `resource`."""
    block = _http_block(capture) if capture.http_status is not None else capture.body
    is_response = capture.http_status is not None
    fields: Fields = [
        ("WARC-Type", "response" if is_response else "resource"),
        ("WARC-Record-ID", _record_id(capture, sha256)),
        ("WARC-Date", _warc_date(capture.fetched_at)),
        ("WARC-Target-URI", _target_uri(capture.final_url or capture.url)),
        ("WARC-Payload-Digest", f"sha256:{sha256}"),
        ("WARC-Block-Digest", f"sha256:{hashlib.sha256(block).hexdigest()}" if is_response else f"sha256:{sha256}"),
        *(("Constancia-Redirect", f"{hop.status} {_target_uri(hop.url)}") for hop in capture.redirects),
        ("Content-Type", "application/http; msgtype=response" if is_response else _resource_type(capture)),
    ]
    return _member(fields, block)


def warcinfo_member(file_name: str, begun_at: dt.datetime) -> bytes:
    """Write the record that opens a WARC file: the software and the format."""
    body = (
        f"software: constancia/{__version__}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    ).encode()
    fields: Fields = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", _named(file_name)),
        ("WARC-Date", _warc_date(begun_at)),
        ("WARC-Filename", file_name),
        ("Content-Type", "application/warc-fields"),
    ]
    return _member(fields, body)


def read_member(file: BinaryIO, offset: int) -> bytes:
    """Give the body of the record whose gzip member begins at `offset`; raise StoreError if there is none."""
    file.seek(offset)
    inflater = zlib.decompressobj(_GZIP_WINDOW)
    record = bytearray()
    try:
        while not inflater.eof:
            chunk = file.read(_READ_BYTES)
            if not chunk:
                raise StoreError(f"the record at byte {offset} is cut off")
            record += inflater.decompress(chunk)
        for entry in ArchiveIterator(io.BytesIO(bytes(record)), parse_http=True, auto_decode="none"):
            body: bytes = entry.reader.read()
            return body
    except (zlib.error, OSError, ValueError) as error:
        raise StoreError(f"the record at byte {offset} cannot be read: {error}") from error
    raise StoreError(f"no WARC record at byte {offset}")


def _warc_date(moment: dt.datetime) -> str:
    """Give a moment as WARC 1.1 writes it: UTC, to the microsecond where it has one."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat() + "Z"


def _target_uri(url: str) -> str:
    """Give the URI of a captured URL; a path within a folder becomes a `file:` URI, since a record needs one."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url):
        return quote(url, safe="%/:=&?~#+!$,;'@()*[]|")
    return "file:///" + quote(url, safe="/")


def _record_id(capture: Capture, sha256: str) -> str:
    name = f"{capture.url}\n{sha256}\n{capture.fetched_at.isoformat()}"
    return _named(name)


def _named(name: str) -> str:
    """Give the URN of the UUID that a name has (version 5, RFC 9562): `uuid.uuid5` takes four times as long."""
    made = bytearray(hashlib.sha1(_URL_NAMES + name.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest())
    made[6], made[8] = made[6] & 0x0F | 0x50, made[8] & 0x3F | 0x80
    digits = made[:16].hex()
    return f"<urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}>"


def _resource_type(capture: Capture) -> str:
    declared = f"{capture.media_type}; charset={capture.charset}" if capture.charset else capture.media_type
    return _one_line(declared)


def _http_block(capture: Capture) -> bytes:
    status = capture.http_status or 0
    phrase = next((known.phrase for known in HTTPStatus if known.value == status), "")
    lines = [f"HTTP/1.1 {status} {phrase}".rstrip()]
    for name, value in capture.http_headers:
        kept_name = f"X-Archive-Orig-{name}" if name.lower() in _UNDONE_HEADERS else name
        lines.append(f"{_one_line(kept_name)}: {_one_line(value)}")
    lines.append(f"Content-Length: {len(capture.body)}")
    return "\r\n".join(lines).encode("utf-8", "backslashreplace") + b"\r\n\r\n" + capture.body


def _one_line(value: str) -> str:
    return _UNSAFE_IN_HEADER.sub(" ", value)


def _member(fields: Fields, block: bytes) -> bytes:
    lines = ["WARC/1.1", *(f"{name}: {value}" for name, value in fields), f"Content-Length: {len(block)}"]
    head = "\r\n".join(lines).encode("utf-8", "backslashreplace") + b"\r\n\r\n"
    deflater = isal_zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
    parts = [deflater.compress(part) for part in (head, block, b"\r\n\r\n")]
    return b"".join((*parts, deflater.flush()))
