"""Passages to fingerprints, packed with the passage's number: the same in whatever order the passages come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from constancia.link.shingles import Hashes, many_fingerprints
from constancia.model import PassageText

Ints = npt.NDArray[np.int64]

NUMBER_BITS = np.uint64(24)
"""Bits for a passage's number: 16 million passages, and 40 bits are left for the hash."""

NUMBER_MASK = np.uint64((1 << 24) - 1)
_CHARACTERS_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of passages: packed with the passage's number, how many each has, and how long each is.

    Passages are numbered in the order of their ids.
    """

    names: list[str]
    lengths: Ints
    counts: Ints
    packed: Hashes

    def hashes(self) -> tuple[Ints, Ints]:
        """Give the hash and the passage's number of each fingerprint."""
        return (self.packed >> NUMBER_BITS).astype(np.int64), (self.packed & NUMBER_MASK).astype(np.int64)


@dataclass(slots=True)
class PrintReader:
    """The fingerprints of passages that come one by one; many are read together."""

    _names: list[str] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)
    _read: list[Hashes] = field(default_factory=list)
    _waiting: list[tuple[str, int]] = field(default_factory=list)
    _characters: int = 0

    def add(self, passage: PassageText) -> None:
        """Take in one more."""
        self._names.append(passage.passage_id)
        self._lengths.append(len(passage.text))
        self._waiting.append((passage.text, passage.title_end))
        self._characters += len(passage.text)
        if self._characters > _CHARACTERS_AT_ONCE:
            self._flush()

    def prints(self) -> Prints:
        """Give the fingerprints of all that came."""
        self._flush()
        order = sorted(range(len(self._names)), key=self._names.__getitem__)
        parts = [_packed_with(self._read[at], number) for number, at in enumerate(order)]
        return Prints(
            names=[self._names[at] for at in order],
            lengths=np.array([self._lengths[at] for at in order], np.int64),
            counts=np.fromiter(map(len, parts), np.int64, len(parts)),
            packed=np.concatenate([np.zeros(0, np.uint64), *parts]),
        )

    def _flush(self) -> None:
        self._read += many_fingerprints(self._waiting)
        self._waiting, self._characters = [], 0


def read_prints(passages: Iterable[PassageText]) -> Prints:
    """Read the fingerprints of passages."""
    reader = PrintReader()
    for passage in passages:
        reader.add(passage)
    return reader.prints()


def _packed_with(prints: Hashes, number: int) -> Hashes:
    """Put the high bits of each fingerprint and the passage's number into one, so that one array is the index."""
    return ((prints >> NUMBER_BITS) << NUMBER_BITS) | np.uint64(number)
