"""WARC and WACZ archives to the pages that they hold, one record in memory at a time."""

from __future__ import annotations

import logging
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO, BinaryIO
from urllib.parse import unquote

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from constancia.collect.found import Errand, Item, items_of, problem
from constancia.collect.inflate import gunzip_head, read_limited, undo_encoding
from constancia.collect.sniff import declared_charset
from constancia.errors import ArchiveError, DecodeError, InputError
from constancia.model import Capture

_log = logging.getLogger(__name__)

_KEPT = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion, WarcRecordType.unknown)
_GZIP, _READ_BYTES = 31, 1 << 16
_MEMBER_START = b"\x1f\x8b\x08"
# So many compressed bytes are enough to tell whether a record begins there.
_PROBE_BYTES = 1024
_PAGE_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "xml", "")
_CHUNK_SIZE_DIGITS = frozenset(b"0123456789abcdefABCDEF")


def warc_items(name: str, stream: IO[bytes], errand: Errand) -> Iterator[Item]:
    """Give the pages of a WARC, compressed or not, and a Problem for each place where it is cut off or damaged.

    Passed over are answers that are no success, and what is declared as an image, a script or the like. Behind damage
    the next record that is whole is sought, in an archive whose records are compressed one by one.
    """
    errand, begin, told = replace(errand, is_asked_for=False), 0, ""
    while begin >= 0:
        position = _Position(begin)
        try:
            yield from _items_from(stream, errand, position)
        except (OSError, ValueError, ArchiveError, EOFError) as error:
            if str(error) != told:
                yield problem(name, "the archive is cut off or damaged; what is whole of it is kept", str(error))
            told = str(error)
            begin = _next_record(stream, position.begin + 1)
        else:
            if not position.records and not told:
                yield problem(name, "it begins like a WARC file and holds no record that can be read")
            return


@dataclass(slots=True)
class _Position:
    """Where the record that was read last begins, and how many were read."""

    begin: int
    records: int = 0


def _items_from(stream: IO[bytes], errand: Errand, position: _Position) -> Iterator[Item]:
    stream.seek(position.begin)
    for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False):
        position.begin = record.stream_pos
        position.records += record.record_type != WarcRecordType.no_type
        if record.record_type in _KEPT:
            yield from _record_items(record, errand)
    _refuse_torn_end(stream, position.begin)


def _next_record(stream: IO[bytes], begin: int) -> int:
    """Find the next gzip member from `begin` on that opens a WARC record; -1 if there is none."""
    stream.seek(begin)
    held = b""
    while chunk := stream.read(_READ_BYTES):
        held, at = held + chunk, 0
        while (at := held.find(_MEMBER_START, at)) >= 0:
            if gunzip_head(held[at : at + _PROBE_BYTES], 5) == b"WARC/":
                return begin + at
            at += 1
        # A start near the end of what was read may need more of what follows: it is kept for the next look.
        begin += max(0, len(held) - _PROBE_BYTES)
        held = held[-_PROBE_BYTES:]
    return -1


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
