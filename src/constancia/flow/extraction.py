"""Captures -> extract: each passage as a text that `read`, `code` and `link` take (record.md, section 1); no store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from constancia.codec import dumps
from constancia.errors import InputError
from constancia.extract import extract
from constancia.flow.hiring import Failure
from constancia.flow.pages import text_of
from constancia.flow.workers import work_through
from constancia.identity import snapshot_id
from constancia.model import Capture, Problem, Snapshot
from constancia.store import Store


def extract_captures(
    captures: Iterable[Capture | Problem], jobs: int, timeout_s: float
) -> Iterator[tuple[tuple[str, ...], tuple[Problem, ...]]]:
    """Give, page by page, the lines of its passages and what failed."""
    failed: list[Problem] = []
    for capture, result in work_through(_extracted, _usable(captures, failed), jobs, timeout_s):
        while failed:
            yield (), (failed.pop(0),)
        if isinstance(result, tuple):
            yield result, ()
        elif isinstance(result, Failure):
            yield (), (Problem("extract", capture.url, result.reason, result.detail),)
        else:
            yield (), (Problem("extract", capture.url, result),)
    for problem in failed:
        yield (), (problem,)


def stored_texts(store: Store) -> Iterator[str]:
    """Write every passage of a record as a text."""
    for page in store.pages():
        for passage in page.passages:
            yield dumps(text_of(page, passage))


def _usable(captures: Iterable[Capture | Problem], failed: list[Problem]) -> Iterator[Capture]:
    for capture in captures:
        if isinstance(capture, Problem):
            failed.append(capture)
        else:
            yield capture


def _extracted(capture: Capture) -> tuple[str, ...] | str:
    """Give the lines of a page, or why there are none."""
    try:
        page = extract(_snapshot(capture), capture.body)
    except InputError as error:
        return str(error)
    return tuple(dumps(text_of(page, passage)) for passage in page.passages)


def _snapshot(capture: Capture) -> Snapshot:
    """Describe a capture that no archive keeps."""
    sha256 = hashlib.sha256(capture.body).hexdigest()
    return Snapshot(
        snapshot_id=snapshot_id(capture.url, sha256),
        url=capture.url,
        fetched_at=capture.fetched_at,
        media_type=capture.media_type,
        sha256=sha256,
        bytes=len(capture.body),
        warc="",
        warc_offset=0,
        chain="",
        final_url=capture.final_url,
        http_status=capture.http_status,
        charset=capture.charset,
        published=capture.published,
    )
