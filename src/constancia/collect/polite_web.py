"""URLs to captures over HTTP: robots.txt, one request at a time, pauses, retries, limits, redirects on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx2

from constancia.collect.clock import Clock
from constancia.collect.inflate import undo_encoding
from constancia.collect.manners import ROBOTS_MAX_BYTES, Host, Manners
from constancia.collect.settings import CollectSettings
from constancia.collect.sniff import declared_charset
from constancia.collect.web import Validator, Validators
from constancia.errors import FetchError, InputError, TooLargeError
from constancia.model import Capture, Redirect

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_MODIFIED = 304
_BACK_OFF_S = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server, its body as it came over the wire."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    body: bytes


class PoliteWeb:
    """Fetches as a guest: see CollectSettings for its manners. Transport, clock and memory can be given."""

    def __init__(
        self,
        settings: CollectSettings,
        *,
        clock: Clock,
        transport: httpx2.BaseTransport | None = None,
        validators: Validators | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._validators = validators
        self._manners = Manners(settings, clock)
        self._transport = transport
        self._client: httpx2.Client | None = None

    def fetch(self, url: str) -> Capture | None:
        """Give the page as it was received, None if it has not changed; raise FetchError or TooLargeError."""
        redirects: list[Redirect] = []
        target = _parsed(url)
        while True:
            answer = self._allowed(target, self._validators.get(str(target)) if self._validators else None)
            if answer.status not in _REDIRECTS:
                break
            redirects.append(Redirect(answer.status, str(answer.url)))
            target = self._next(answer, redirects)
        if answer.status == _NOT_MODIFIED:
            return None
        if not 200 <= answer.status < 300:
            raise FetchError(f"the server answers {answer.status}: check the address, or try later")
        return self._capture(url, answer, tuple(redirects))

    def settled(self, capture: Capture) -> None:
        """Remember a page that was handed on, so that the next run asks only whether it has changed."""
        headers = httpx2.Headers(list(capture.http_headers))
        validator = Validator(headers.get("ETag"), headers.get("Last-Modified"))
        if self._validators is not None and (validator.etag or validator.last_modified):
            self._validators.put(capture.final_url or str(_parsed(capture.url)), validator)

    def close(self) -> None:
        """Hang up."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _next(self, answer: Answer, redirects: list[Redirect]) -> httpx2.URL:
        location = answer.headers.get("Location")
        if not location:
            raise FetchError(f"the server answers {answer.status} without saying where to look")
        if len(redirects) > self._settings.max_redirects:
            raise FetchError(f"more than {self._settings.max_redirects} redirects: the last to {location}")
        return _parsed(str(answer.url.join(location)))

    def _capture(self, url: str, answer: Answer, redirects: tuple[Redirect, ...]) -> Capture:
        content_type = answer.headers.get("Content-Type", "")
        body = undo_encoding(answer.body, answer.headers.get("Content-Encoding", ""), self._settings.max_bytes)
        return Capture(
            url=url,
            fetched_at=self._clock.now(),
            media_type=content_type,
            body=body,
            final_url=str(answer.url) if redirects else None,
            http_status=answer.status,
            http_headers=tuple(answer.headers.multi_items()),
            charset=declared_charset(content_type),
            redirects=redirects,
        )

    def _allowed(self, url: httpx2.URL, known: Validator | None) -> Answer:
        host = self._host(url)
        refusal = self._manners.refusal(host, str(url))
        if refusal is not None:
            raise FetchError(refusal)
        return self._insisting(host, url, known)

    def _host(self, url: httpx2.URL) -> Host:
        origin = str(url.copy_with(path="/", query=None, fragment=None, username=None, password=None))
        host = self._manners.host(origin)
        if host is None:
            host = self._manners.meet(origin)
            self._read_robots(host, _parsed(origin).join("/robots.txt"))
        return host

    def _read_robots(self, host: Host, url: httpx2.URL) -> None:
        try:
            answer = self._insisting(host, url, None, ROBOTS_MAX_BYTES)
            for _ in range(5):  # RFC 9309, section 2.3.1.2
                if answer.status not in _REDIRECTS or "Location" not in answer.headers:
                    break
                answer = self._insisting(host, _parsed(str(answer.url.join(answer.headers["Location"]))), None)
            robots = undo_encoding(answer.body, answer.headers.get("Content-Encoding", ""), self._settings.max_bytes)
            self._manners.learn(host, answer.status, robots)
        except InputError as error:
            host.refusal = f"the host's robots.txt cannot be had ({error})"

    def _insisting(self, host: Host, url: httpx2.URL, known: Validator | None, limit: int | None = None) -> Answer:
        """Ask, and ask again after a pause that doubles, where the trouble may pass."""
        for attempt in range(self._settings.retries + 1):
            is_last = attempt == self._settings.retries
            self._manners.wait_for(host)
            try:
                answer = self._ask(url, known, limit)
            except httpx2.TransportError as error:
                if is_last or isinstance(error, httpx2.UnsupportedProtocol):
                    raise FetchError(f"no answer from {url.host}: {error or type(error).__name__}") from error
                wanted = 0.0
            else:
                if is_last or answer.status not in _TRY_AGAIN:
                    return answer
                wanted = self._retry_after(answer.headers.get("Retry-After", ""))
            finally:
                self._manners.leave(host)
            self._clock.sleep(min(max(wanted, _BACK_OFF_S * 2**attempt), self._settings.max_wait_s))
        raise FetchError("no attempt was made: retries must not be negative")

    def _retry_after(self, wanted: str) -> float:
        if wanted.strip().isdigit():
            return float(wanted)
        try:
            moment = parsedate_to_datetime(wanted)
        except (ValueError, TypeError):
            return 0.0
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return (zoned - self._clock.now()).total_seconds()

    def _ask(self, url: httpx2.URL, known: Validator | None, limit: int | None) -> Answer:
        headers = {"Accept-Encoding": "gzip, deflate"}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        self._client = self._client or httpx2.Client(
            transport=self._transport,
            timeout=self._settings.timeout_s,
            headers={"User-Agent": self._settings.user_agent, "Accept": "text/html, application/xml;q=0.9, */*;q=0.5"},
            follow_redirects=False,
        )
        with self._client.stream("GET", url, headers=headers) as response:
            is_wanted = response.status_code not in _REDIRECTS
            body = self._read(response, limit) if is_wanted else b""
            return Answer(response.url, response.status_code, response.headers, body)

    def _read(self, response: httpx2.Response, limit: int | None) -> bytes:
        """Read the body as it came; of robots.txt (`limit`) only the beginning counts, a longer page is refused."""
        give_up_at = self._clock.monotonic() + self._settings.page_timeout_s
        body, most = bytearray(), limit or self._settings.max_bytes
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > most:
                if limit is not None:
                    return bytes(body[:limit])
                raise TooLargeError(f"more than the limit of {most:,} bytes: raise max_bytes if it is a page after all")
            if self._clock.monotonic() > give_up_at:
                raise FetchError(f"it took longer than {self._settings.page_timeout_s:g} seconds")
        return bytes(body)


def _parsed(url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(f"{url!r} is no address: {error}") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(f"{url!r} is no address of a web page")
    return parsed
