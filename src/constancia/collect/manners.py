"""How a host wants to be visited: what its robots.txt allows, and how long to wait between two requests."""

from __future__ import annotations

from dataclasses import dataclass, field

from protego import Protego

from constancia.collect.clock import Clock
from constancia.collect.settings import CollectSettings

ROBOTS_MAX_BYTES = 500 * 1024
"""RFC 9309, section 2.5: a crawler reads at least this much of robots.txt."""


@dataclass(slots=True)
class Host:
    """What is known of one host: when it was last asked, how long it wants to be left alone, what it allows."""

    delay_s: float
    free_at: float = 0.0
    rules: Protego | None = None
    refusal: str | None = None


@dataclass(slots=True)
class Manners:
    """Keeps to each host's pace: one request at a time, with a pause after each."""

    settings: CollectSettings
    clock: Clock
    _hosts: dict[str, Host] = field(default_factory=dict)

    def host(self, origin: str) -> Host | None:
        """Give what is known of a host, None for one not met before."""
        return self._hosts.get(origin)

    def meet(self, origin: str) -> Host:
        """Begin to keep to a host's pace."""
        return self._hosts.setdefault(origin, Host(self.settings.delay_s))

    def wait_for(self, host: Host) -> None:
        """Wait until the host may be asked again."""
        wait = host.free_at - self.clock.monotonic()
        if wait > 0:
            self.clock.sleep(wait)

    def leave(self, host: Host) -> None:
        """Begin the pause after a request."""
        host.free_at = self.clock.monotonic() + host.delay_s

    def learn(self, host: Host, status: int, robots: bytes) -> None:
        """Take in the answer for robots.txt: an error of the client's allows all, one of the server's nothing.

        Rule: RFC 9309, section 2.3.1.
        """
        if 200 <= status < 300:
            host.rules = Protego.parse(robots.decode("utf-8", "replace"))
            wanted = host.rules.crawl_delay(self._agent()) or 0.0
            host.delay_s = min(max(host.delay_s, float(wanted)), self.settings.max_wait_s)
        elif status >= 500:
            host.refusal = f"the host's robots.txt answers {status}, which asks to be left alone: try later"

    def refusal(self, host: Host, url: str) -> str | None:
        """Say why a URL may not be fetched; None if it may."""
        if host.refusal is None and host.rules is not None and not host.rules.can_fetch(url, self._agent()):
            return "the host's robots.txt does not allow it"
        return host.refusal

    def _agent(self) -> str:
        return self.settings.user_agent.split("/")[0].split()[0]
