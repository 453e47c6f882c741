"""The interfaces between `collect` and the network: who fetches, and who remembers what was fetched before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from constancia.model import Capture


class Web(Protocol):
    """Fetches pages."""

    def fetch(self, url: str) -> Capture | None:
        """Give the page as it was received, None if it has not changed; raise InputError if it cannot be had."""
        ...

    def settled(self, capture: Capture) -> None:
        """Hear that a fetched page was handed on and its consumer has asked for what follows."""
        ...


@dataclass(frozen=True, slots=True)
class Validator:
    """What a server gave with a page, to be asked later whether it has changed."""

    etag: str | None = None
    last_modified: str | None = None


class Validators(Protocol):
    """Remembers validators from run to run.

    `put` is called once the consumer of a page asks for what follows it; a caller that keeps pages in batches
    should keep these in the same batch, so that a page lost in a crash is fetched again.
    """

    def get(self, url: str) -> Validator | None:
        """Give what was kept for a URL."""
        ...

    def put(self, url: str, validator: Validator) -> None:
        """Keep it."""
        ...
