"""An archive's chain to what is held, checked on the way: every byte of every WARC file is hashed again.

This is a path of its own: it shares no code with the archive that wrote the files, and reads WARC with another library.
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from constancia.errors import VerifyError
from constancia.identity import snapshot_id
from constancia.verify.finding import Finding

MANIFEST = "chain.jsonl"
_GENESIS = "0" * 64
_CHUNK_BYTES = 1 << 20
_FACTS = ("snapshot_id", "url", "final_url", "fetched_at", "http_status", "media_type", "charset", "published")
_STORED_FACTS = ("sha256", "bytes", "warc", "warc_offset")


@dataclass(frozen=True, slots=True)
class Held:
    """A line of the chain as it stands, and which line that is."""

    row: int
    snapshot: dict[str, Any]
    warc_end: int
    warc_sha256: str


def _read_manifest(folder: Path) -> Iterator[Held | Finding]:
    """Give the lines of the chain in order, a Finding for each that is none."""
    path = folder / MANIFEST
    if not path.is_file():
        yield Finding(MANIFEST, "the archive has no chain: nothing says what was captured")
        return
    with path.open("rb") as lines:
        for row, line in enumerate(lines, start=1):
            yield _held(row, line)


def _held(row: int, line: bytes) -> Held | Finding:
    if not line.endswith(b"\n"):
        return Finding(MANIFEST, "the line is not all there: a capture was interrupted", row)
    try:
        entry = json.loads(line)
        held = Held(row, entry["snapshot"], entry["warc_end"], entry["warc_sha256"])
        missing = [name for name in (*_FACTS, *_STORED_FACTS, "chain") if name not in held.snapshot]
        is_sound = all(type(number) is int for number in (held.warc_end, held.snapshot["warc_offset"]))
    except (ValueError, KeyError, TypeError):
        return Finding(MANIFEST, "the line is no entry of a chain", row)
    if missing or not is_sound:
        return Finding(MANIFEST, f"the entry is not whole: {', '.join(missing) or 'a place is no number'}", row)
    return held


def check_archive(folder: Path) -> Iterator[Finding | Held]:
    """Hash everything again: the chain, the stretches of the WARC files, each captured page; give what is held.

    The order is that of capture; what the chain does not speak of comes last.
    """
    chain, ends = _GENESIS, dict[str, int]()
    for held in _read_manifest(folder):
        if isinstance(held, Finding):
            yield held
            continue
        yield from _chain_findings(held, chain)
        chain = str(held.snapshot["chain"])
        yield from _record_findings(folder, held, ends.get(held.snapshot["warc"], 0))
        ends[held.snapshot["warc"]] = held.warc_end
        yield held
    yield from _unspoken_of(folder, ends)


def read_body(folder: Path, snapshot: dict[str, Any]) -> bytes:
    """Give the captured bytes of a snapshot; raise VerifyError where there are none."""
    path = folder / snapshot["warc"]
    if path.parent != folder:
        raise VerifyError("the WARC file lies outside of the archive")
    try:
        with path.open("rb") as file:
            member = _inflated(file, snapshot["warc_offset"])
        for record in ArchiveIterator(io.BytesIO(member)):
            body: bytes = record.raw_stream.read()
            return body
    except (OSError, zlib.error, ArchiveLoadFailed, ValueError) as error:
        raise VerifyError(f"the record cannot be read ({error})") from error
    raise VerifyError("there is no record")


def _chain_findings(held: Held, previous: str) -> Iterator[Finding]:
    page = held.snapshot
    facts = [*(page[name] for name in (*_FACTS, *_STORED_FACTS)), held.warc_end, held.warc_sha256]
    body = previous + "\n" + json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != page["chain"]:
        reason = "the chain breaks: this capture was altered, or one before it was removed, added or moved"
        yield Finding(MANIFEST, reason, held.row, page["snapshot_id"], "chain", str(page["chain"]))
    if snapshot_id(page["url"], page["sha256"]) != page["snapshot_id"]:
        yield Finding(MANIFEST, "the id does not come from address and hash", held.row, page["url"], "snapshot_id")


def _record_findings(folder: Path, held: Held, begin: int) -> Iterator[Finding]:
    page = held.snapshot
    found = partial(Finding, str(page["warc"]), subject=str(page["url"]))
    try:
        stretch = _hash_of_stretch(folder / page["warc"], begin, held.warc_end)
        body = read_body(folder, page) if stretch is not None else b""
    except OSError as error:
        yield found(f"the file cannot be read ({error.strerror})")
        return
    except VerifyError as error:
        yield found(str(error))
        return
    if stretch is None:
        yield found(f"the file ends before byte {held.warc_end:,}, where this capture ends")
    elif hashlib.sha256(body).hexdigest() != page["sha256"] or len(body) != page["bytes"]:
        yield found("the page is not the one captured", field="sha256", value=str(page["sha256"]))
    elif stretch != held.warc_sha256:
        yield found(f"a byte between {begin:,} and {held.warc_end:,} was altered, outside of the page itself")


def _hash_of_stretch(path: Path, begin: int, end: int) -> str | None:
    digest, left = hashlib.sha256(), end - begin
    with path.open("rb") as file:
        file.seek(begin)
        while left > 0:
            chunk = file.read(min(left, _CHUNK_BYTES))
            if not chunk:
                return None
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _inflated(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    inflater, record = zlib.decompressobj(31), bytearray()
    while not inflater.eof:
        chunk = file.read(_CHUNK_BYTES)
        if not chunk:
            raise VerifyError("the record is cut off")
        record += inflater.decompress(chunk)
    return bytes(record)


def _unspoken_of(folder: Path, ends: dict[str, int]) -> Iterator[Finding]:
    for path in sorted(folder.glob("*.warc*")):
        extra = path.stat().st_size - ends.get(path.name, 0)
        if extra > 0:
            yield Finding(path.name, f"{extra:,} bytes at its end are in no entry of the chain")
