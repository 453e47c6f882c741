"""Forms written with braces in, every form out: "maestr{o,a}" gives "maestro" and "maestra"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BRACES = re.compile(r"\{([^{}]*)\}")


def expand_forms(pattern: str) -> Iterator[str]:
    """Give each form of a lexicon entry; several pairs of braces give every combination."""
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    for choice in match.group(1).split(","):
        yield from expand_forms(pattern[: match.start()] + choice + pattern[match.end() :])


def expand_all(patterns: Iterable[str]) -> Iterator[str]:
    """Give each form of each entry."""
    for pattern in patterns:
        yield from expand_forms(pattern)
