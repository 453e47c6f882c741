r"""Snapshots to the lines of `chain.jsonl`, each bound to all before it, and those lines back to snapshots.

The chain makes any change to what was captured show: a capture that was altered, removed, added or moved.

    chain(0) = 64 zeros
    chain(n) = SHA-256( chain(n-1) + "\n" + facts(n) ), as 64 hex digits in lower case

facts(n) is the JSON array, in UTF-8, without spaces and with non-ASCII characters as they are, of
[snapshot_id, url, final_url, fetched_at, http_status, media_type, charset, published, sha256, bytes, warc, warc_offset,
warc_end, warc_sha256]. A value that is not known is null, times and days are ISO 8601. `sha256` is of the captured
bytes. `warc_sha256` is of the bytes of the WARC file from the end of the entry before it in the same file (or from the
file's beginning) to `warc_end`, so that the entries cover every byte of every file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from constancia.codec import dumps, loads
from constancia.errors import InputError, StoreError
from constancia.model import Snapshot

MANIFEST = "chain.jsonl"
GENESIS = "0" * 64
_TAIL_BYTES = 1 << 14


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the manifest: a snapshot, where its record ends, and the hash of the stretch of the WARC it closes."""

    snapshot: Snapshot
    warc_end: int
    warc_sha256: str


def chained(entry: Entry, previous: str) -> Entry:
    """Give the entry with its `chain`, reckoned from the chain value before it."""
    snapshot = replace(entry.snapshot, chain=chain_value(entry, previous))
    return Entry(snapshot, entry.warc_end, entry.warc_sha256)


def chain_value(entry: Entry, previous: str) -> str:
    """Reckon an entry's chain value by the formula above."""
    page = entry.snapshot
    facts = [
        page.snapshot_id,
        page.url,
        page.final_url,
        page.fetched_at.isoformat(),
        page.http_status,
        page.media_type,
        page.charset,
        page.published.isoformat() if page.published else None,
        page.sha256,
        page.bytes,
        page.warc,
        page.warc_offset,
        entry.warc_end,
        entry.warc_sha256,
    ]
    return hashlib.sha256(f"{previous}\n{dumps(facts)}".encode()).hexdigest()


def write_line(entry: Entry) -> bytes:
    """Give the entry as one line of the manifest."""
    return dumps(entry).encode() + b"\n"


def read_line(line: bytes, where: str) -> Entry:
    """Read a line of the manifest; raise StoreError, naming `where`, if it is none."""
    try:
        return loads(Entry, line.decode())
    except (InputError, ValueError) as error:
        raise StoreError(f"{where} is no entry of a capture chain: {error}") from error


def read_chain(manifest: Path) -> Iterator[Entry]:
    """Give the entries in order; a last line without its end is one that never came to be, and is left out."""
    if not manifest.exists():
        return
    with manifest.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.endswith(b"\n"):
                yield read_line(line, f"{manifest.name}, line {number}")


def last_lines(manifest: Path) -> Iterator[tuple[int, bytes]]:
    """Give the lines of a manifest from the last to the first, each with the byte at which it begins."""
    with manifest.open("rb") as file:
        begin = file.seek(0, 2)
        held = b""
        while begin:
            step = min(_TAIL_BYTES, begin)
            begin -= step
            file.seek(begin)
            held = file.read(step) + held
            while (cut := held.rfind(b"\n", 0, len(held) - 1)) >= 0:
                yield begin + cut + 1, held[cut + 1 :]
                held = held[: cut + 1]
        if held:
            yield 0, held
