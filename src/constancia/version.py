"""What made a page's rows, by name and version."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Name what read a page: this package and the library that finds main text, each with its version."""
    return f"constancia {version('constancia')}, trafilatura {version('trafilatura')}"
