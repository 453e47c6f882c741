"""A function of a word in, a table that asks it once for each word out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
# More words than a run of news holds; beyond it the memory begins anew.
_MOST_WORDS = 200_000


class WordMemory(dict[str, V]):
    """What a function tells of each word; looked up as fast as any dictionary."""

    def __init__(self, tell: Callable[[str], V]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> V:
        if len(self) > _MOST_WORDS:
            self.clear()
        self[word] = told = self._tell(word)
        return told
