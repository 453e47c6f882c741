"""Compressed bytes to plain ones, never more than a limit, so that a small bomb cannot fill the memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Protocol

from fastwarc.stream_io import BrotliReader, ZstdReader

from constancia.errors import DecodeError, TooLargeError

_CHUNK_BYTES = 1 << 16
_GZIP, _ZLIB, _RAW = 31, 15, -15


class Readable(Protocol):
    """Anything with bytes to read."""

    def read(self, size: int = ..., /) -> bytes:
        """Give at most `size` bytes, none at the end."""
        ...


def gunzip_head(data: bytes, size: int) -> bytes:
    """Give at most `size` of the first bytes inside gzip; none where the bytes are no gzip."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data, size)
    except zlib.error:
        return b""


def gunzip(stream: Readable, limit: int) -> bytes:
    """Give all that is inside gzip, of one member or more; raise TooLargeError above `limit`, DecodeError if torn."""
    return _inflate(stream, limit, _GZIP)


def undo_encoding(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo a Content-Encoding; raise TooLargeError above `limit`, DecodeError if it is damaged or not known.

    Bytes that bear none of gzip's marks pass as they are: archives often keep a header of what they undid.
    """
    for name in reversed([part.strip() for part in encoding.lower().split(",")]):
        body = _undo_one(body, name, limit)
    return body


def read_limited(stream: Readable, limit: int) -> bytes:
    """Read all of a stream; raise TooLargeError above `limit`."""
    body = bytearray()
    while chunk := stream.read(min(_CHUNK_BYTES * 16, limit + 1 - len(body))):
        body += chunk
        if len(body) > limit:
            raise TooLargeError(f"more than the limit of {limit:,} bytes: raise max_bytes if it is a page after all")
    return bytes(body)


def _undo_one(body: bytes, name: str, limit: int) -> bytes:
    if name in ("", "identity", "none"):
        return body
    if name in ("gzip", "x-gzip"):
        return _inflate(io.BytesIO(body), limit, _GZIP) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        is_zlib = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return _inflate(io.BytesIO(body), limit, _ZLIB if is_zlib else _RAW)
    readers: dict[str, Callable[[io.BytesIO], Readable]] = {"br": BrotliReader, "zstd": ZstdReader}
    if name not in readers:
        raise DecodeError(f"the content encoding {name!r} is not known")
    try:
        return read_limited(readers[name](io.BytesIO(body)), limit)
    except OSError as error:
        raise DecodeError(f"the {name} encoding is damaged: {error}") from error


def _inflate(stream: Readable, limit: int, window: int) -> bytes:
    inflater, body, data = zlib.decompressobj(window), bytearray(), b""
    try:
        while True:
            data = data or stream.read(_CHUNK_BYTES)
            if not data:
                break
            body += inflater.decompress(data, limit + 1 - len(body))
            if len(body) > limit:
                raise TooLargeError(f"it inflates to more than the limit of {limit:,} bytes: a bomb, or no page")
            data = inflater.unconsumed_tail
            if inflater.eof:
                data = inflater.unused_data.lstrip(b"\x00")
                if not data.startswith(b"\x1f\x8b"):
                    return bytes(body)
                inflater = zlib.decompressobj(window)
    except zlib.error as error:
        raise DecodeError(f"the compressed bytes are damaged: {error}") from error
    raise DecodeError("the compressed bytes are cut off")
