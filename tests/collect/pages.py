"""Pages written for these tests, and short ways to collect them."""

import datetime as dt
import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path

from constancia.collect import CollectSettings, collect
from constancia.collect.clock import FakeClock
from constancia.collect.fake_web import FakeAnswer, FakeTransport, MemoryValidators
from constancia.collect.polite_web import PoliteWeb
from constancia.model import Capture, Problem

NOON = dt.datetime(2031, 5, 4, 12, tzinfo=dt.UTC)
PAGE = b"<!doctype html><title>Marcha</title><p>Unas 300 personas marcharon en Valdoro.</p>"
OTHER = b"<!doctype html><title>Paro</title><p>El paro sigue en Quebrada Honda.</p>"


def collected(*inputs: str | Path, lines=None, web=None, **settings) -> tuple[list[Capture], list[Problem]]:
    clock = FakeClock(NOON)
    web = web or PoliteWeb(CollectSettings(**settings), clock=clock, transport=FakeTransport(clock, {}))
    found = list(collect(map(str, inputs), CollectSettings(**settings), web=web, lines=lines, clock=clock))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Problem)]


class Net:
    """A fake web with a polite visitor."""

    def __init__(self, answers: Mapping[str, FakeAnswer | Sequence[FakeAnswer]], **settings) -> None:
        self.clock = FakeClock(NOON)
        self.transport = FakeTransport(self.clock, answers)
        self.settings = CollectSettings(**settings)
        self.validators = MemoryValidators()
        self.web = PoliteWeb(self.settings, clock=self.clock, transport=self.transport, validators=self.validators)

    def collect(self, *inputs: str, lines=None) -> tuple[list[Capture], list[Problem]]:
        found = list(collect(inputs, self.settings, web=self.web, lines=lines, clock=self.clock))
        return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Problem)]

    def asked(self) -> list[str]:
        return [request.url for request in self.transport.requests]


def html(body: bytes = PAGE, **rest) -> FakeAnswer:
    headers = {"Content-Type": "text/html; charset=utf-8", **rest.pop("headers", {})}
    return FakeAnswer(body, headers=headers, **rest)


def warc_record(url: str, body: bytes, *, kind: str = "response", headers: str = "", status: str = "200 OK") -> bytes:
    if kind == "response":
        content_type = "application/http; msgtype=response"
        block = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=latin-1\r\n{headers}\r\n".encode() + body
    else:
        content_type, block = "text/html", body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2029-02-03T04:05:06Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def gz(*records: bytes) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)
