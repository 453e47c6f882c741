"""The words beside a figure in, those of its own thought out: up to a stop or a comma."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP = re.compile(r"[;:()!?]|\s-\s|\.\s")


@lru_cache(256)  # the words beside one figure are cut for each kind of governor
def until_stop(text: str) -> str:
    """Give the words up to the first mark that ends a thought."""
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


@lru_cache(256)
def since_stop(text: str) -> str:
    """Give the words behind the last mark that ends a thought."""
    stops = list(_STOP.finditer(text))
    return text[stops[-1].end() :] if stops else text


def until_comma(text: str) -> str:
    """Give the words up to the first comma."""
    return text.split(",", 1)[0]


def since_comma(text: str) -> str:
    """Give the words behind the last comma."""
    return text.rsplit(",", 1)[-1]
