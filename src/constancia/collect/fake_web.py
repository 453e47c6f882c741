"""A web for tests: answers laid out beforehand, given in fake time; every request is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import httpx2

from constancia.collect.clock import FakeClock
from constancia.collect.web import Validator


@dataclass(frozen=True, slots=True)
class FakeAnswer:
    """One answer of a server: its body comes in `chunks` parts, each after `chunk_s`; or else it fails with `error`."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    chunks: int = 1
    chunk_s: float = 0.0
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class FakeRequest:
    """A request that was made: when, where to, and with which headers (names in lower case)."""

    at: float
    url: str
    headers: Mapping[str, str]


class FakeTransport(httpx2.BaseTransport):
    """Answers from a table; a URL with several answers gives them in turn, the last again and again.

    A URL that is not in the table answers 404, so that a host without a robots.txt allows everything.
    """

    def __init__(self, clock: FakeClock, answers: Mapping[str, FakeAnswer | Sequence[FakeAnswer]]) -> None:
        self._clock = clock
        self._answers = {url: [one] if isinstance(one, FakeAnswer) else list(one) for url, one in answers.items()}
        self.requests: list[FakeRequest] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Give the next answer for the request's URL."""
        url = str(request.url)
        self.requests.append(FakeRequest(self._clock.monotonic(), url, dict(request.headers)))
        left = self._answers.get(url, [FakeAnswer(status=404)])
        answer = left.pop(0) if len(left) > 1 else left[0]
        if answer.error is not None:
            raise answer.error
        return httpx2.Response(answer.status, headers=dict(answer.headers), stream=_Trickle(answer, self._clock))


class MemoryValidators:
    """Remembers validators for as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, Validator] = {}

    def get(self, url: str) -> Validator | None:
        """Give what was kept for a URL."""
        return self._kept.get(url)

    def put(self, url: str, validator: Validator) -> None:
        """Keep it."""
        self._kept[url] = validator


class _Trickle(httpx2.SyncByteStream):
    def __init__(self, answer: FakeAnswer, clock: FakeClock) -> None:
        self._answer = answer
        self._clock = clock

    def __iter__(self) -> Iterator[bytes]:
        size = max(1, -(-len(self._answer.body) // self._answer.chunks))
        for begin in range(0, len(self._answer.body), size):
            self._clock.advance(self._answer.chunk_s)
            yield self._answer.body[begin : begin + size]
