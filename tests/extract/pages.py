"""Snapshots for tests: bytes of a page and where they came from."""

import datetime as dt
import hashlib

from constancia.identity import snapshot_id
from constancia.model import Snapshot

FETCHED = dt.datetime(2024, 10, 12, 9, 0, tzinfo=dt.UTC)


def snapshot_of(body: bytes, url: str = "https://diario.example/nota", **fields: object) -> Snapshot:
    sha = hashlib.sha256(body).hexdigest()
    known = {"media_type": "text/html", "fetched_at": FETCHED, "charset": None} | fields
    return Snapshot(
        snapshot_id=snapshot_id(url, sha),
        url=url,
        sha256=sha,
        bytes=len(body),
        warc="a",
        warc_offset=0,
        chain="c",
        **known,
    )
