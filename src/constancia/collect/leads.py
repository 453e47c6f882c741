"""What feeds and sitemaps point at: pages to fetch."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lead:
    """A URL to fetch, with the day on which its feed or sitemap says it was published."""

    url: str
    published: dt.date | None = None
