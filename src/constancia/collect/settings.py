"""What a run of `collect` may do: how large, how long, how often, how far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from constancia import __version__


@dataclass(frozen=True, slots=True)
class CollectSettings:
    """Limits and manners of collecting; every limit that is met becomes a Problem, never a silent cut."""

    max_bytes: int = 50_000_000
    """Largest page, after decompression; the largest news pages seen are below 8 MB."""
    max_pages: int = 10_000
    """Most pages fetched for one feed, sitemap or list of URLs."""
    follow: bool = False
    """Whether the pages that a feed links to are fetched as well."""
    delay_s: float = 1.0
    """Seconds between the end of one request to a host and the next; robots.txt can ask for more."""
    timeout_s: float = 30.0
    """Seconds without a byte after which a request is given up."""
    page_timeout_s: float = 120.0
    """Seconds that a whole page may take, however steadily its bytes trickle in."""
    retries: int = 3
    """How often a request is tried again after a network error or a status that says "later"."""
    max_wait_s: float = 120.0
    """Longest wait that a server can ask for, by Retry-After or Crawl-delay."""
    max_redirects: int = 10
    """Most redirects from one URL."""
    user_agent: str = f"constancia/{__version__} (research of news coverage)"
    """What servers are told; its first word is the name sought in robots.txt."""
    own: frozenset[Path] = frozenset()
    """Resolved paths of the record that is being made: no pages, also where the folder collected holds them."""
