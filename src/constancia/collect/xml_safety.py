"""XML of strangers to the same XML, or a refusal: entities that it declares itself can grow without end."""

from __future__ import annotations

import re

from constancia.errors import DecodeError

_DECLARES_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)


def refuse_entities(body: bytes) -> bytes:
    """Give the bytes back, or raise DecodeError if the document declares entities of its own.

    NUL bytes are left out of the search, so that UTF-16 hides nothing.
    """
    if _DECLARES_ENTITY.search(body.replace(b"\x00", b"")):
        raise DecodeError("it declares entities of its own, which can grow without end: refused")
    return body
