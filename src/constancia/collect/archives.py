"""WARC and WACZ archives to the pages that they hold, one record in memory at a time."""

from __future__ import annotations

import logging
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO, BinaryIO
from urllib.parse import unquote

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from constancia.collect.found import Errand, Item, items_of, problem
from constancia.collect.inflate import read_limited, undo_encoding
from constancia.collect.sniff import declared_charset
from constancia.errors import ArchiveError, DecodeError, InputError
from constancia.model import Capture

_log = logging.getLogger(__name__)

_KEPT = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion, WarcRecordType.unknown)
_GZIP, _READ_BYTES = 31, 1 << 16
_PAGE_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "xml", "")
_CHUNK_SIZE_DIGITS = frozenset(b"0123456789abcdefABCDEF")


def warc_items(name: str, stream: IO[bytes], errand: Errand) -> Iterator[Item]:
    """Give the pages of a WARC, compressed or not, and a Problem where it is cut off or damaged.

    Passed over are answers that are no success, and what is declared as an image, a script or the like.
    """
    errand, begin = replace(errand, is_asked_for=False), 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False):
            begin = record.stream_pos
            if record.record_type in _KEPT:
                yield from _record_items(record, errand)
        _refuse_torn_end(stream, begin)
    except (OSError, ValueError, ArchiveError, EOFError) as error:
        yield problem(name, "the archive is cut off or damaged; the records before that are kept", str(error))


def wacz_items(name: str, file: BinaryIO, errand: Errand) -> Iterator[Item]:
    """Give the pages of every WARC inside a WACZ, or a Problem if the ZIP file is none."""
    try:
        with zipfile.ZipFile(file) as wacz:
            members = sorted(member for member in wacz.namelist() if _is_warc(member))
            if not members:
                yield problem(name, "it is no page that can be read (a ZIP file without WARC files in archive/)")
            for member in members:
                with wacz.open(member) as stream:
                    yield from warc_items(f"{name}/{member}", stream, errand)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        yield problem(name, "the ZIP file is cut off or damaged", str(error))


def _refuse_torn_end(stream: IO[bytes], begin: int) -> None:
    """Raise where the compressed record at `begin`, the last that was read, or what follows it is cut off.

    The iterator ends in silence when the header of a last record is not all there.
    """
    stream.seek(begin)
    data, inflater, is_whole = stream.read(_READ_BYTES), zlib.decompressobj(_GZIP), True
    if not data.startswith(b"\x1f\x8b"):
        return
    while data:
        inflater.decompress(data, _READ_BYTES)
        is_whole = inflater.eof
        data = inflater.unused_data if is_whole else inflater.unconsumed_tail
        inflater = zlib.decompressobj(_GZIP) if is_whole else inflater
        data = data or stream.read(_READ_BYTES)
    inflater.flush()
    if not is_whole and not inflater.eof:
        raise ArchiveError("the last record is not all there")


def _is_warc(member: str) -> bool:
    return member.startswith("archive/") and member.endswith((".warc", ".warc.gz"))


def _record_items(record: WarcRecord, errand: Errand) -> Iterator[Item]:
    if record.record_type == WarcRecordType.unknown:
        raise ArchiveError("a record has no header that can be read")
    if (record.headers.get("Content-Type") or "").lower().startswith("application/http"):
        record.parse_http(auto_decode="none")
    url = _target(record)
    declared = _declared_type(record)
    status = record.http_headers.status_code if record.is_http_parsed and record.http_headers else None
    if (status is not None and not 200 <= status < 300) or not _may_be_page(declared):
        _log.info("passed over %r: status %s, %s", url, status, declared)
        return
    try:
        body = _body(record, errand.settings.max_bytes)
    except ArchiveError:
        raise
    except InputError as error:
        yield problem(url, error)
        return
    capture = Capture(
        url=url,
        fetched_at=record.record_date or errand.clock.now(),
        media_type=declared,
        body=body,
        http_status=status,
        http_headers=tuple(record.http_headers.to_tuples()) if record.http_headers else (),
        charset=declared_charset(declared),
    )
    yield from items_of(capture, errand)


def _target(record: WarcRecord) -> str:
    uri = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if uri.startswith("file:///"):
        return unquote(uri.removeprefix("file:///"))
    return uri or f"record {record.record_id}"


def _declared_type(record: WarcRecord) -> str:
    headers = record.http_headers if record.is_http_parsed else record.headers
    return ((headers.get("Content-Type") if headers else None) or "").strip()


def _may_be_page(declared: str) -> bool:
    kind = declared.partition(";")[0].strip().lower()
    return kind in _PAGE_TYPES or kind.endswith("xml") or kind == "application/octet-stream"


def _body(record: WarcRecord, limit: int) -> bytes:
    raw = read_limited(record.reader, limit)
    if len(raw) < record.content_length:
        raise ArchiveError(f"a record of {record.content_length:,} bytes ends after {len(raw):,}")
    headers = record.http_headers if record.is_http_parsed else None
    if headers is None:
        return raw
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _looks_chunked(raw):
        raw = _unchunked(raw, limit)
    return undo_encoding(raw, headers.get("Content-Encoding") or "", limit)


def _looks_chunked(raw: bytes) -> bool:
    """Tell whether the chunks are still there: many archives keep the header and undo what it says."""
    size = raw[:20].partition(b"\r\n")[0].partition(b";")[0].strip()
    return bool(size) and set(size) <= _CHUNK_SIZE_DIGITS


def _unchunked(raw: bytes, limit: int) -> bytes:
    try:
        return read_limited(ChunkedReader(BytesIO(raw)), limit)
    except OSError as error:
        raise DecodeError(f"its chunks are damaged: {error}") from error
