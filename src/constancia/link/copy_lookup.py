"""A passage that comes to a record whose copies are known: which others it meets, and which meet no longer.

A fingerprint that many passages have brings only the fullest of them together with the rest, so that one passage more
can part others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from constancia.link.copies import enough, meetings
from constancia.link.prints import read_prints
from constancia.model import PassageText

BUCKET_BITS = 24
"""Fingerprints are kept in buckets by all but so many of their low bits."""

PRINTED = np.dtype([("hash", np.int64), ("passage", np.int64)])
"""A fingerprint and the number of a passage that has it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """How many fingerprints a passage has, and how long its text is."""

    count: int
    length: int


@dataclass(slots=True)
class Groups:
    """The passages that have each of some fingerprints, and what is known of each passage."""

    members: dict[int, list[int]] = field(default_factory=dict)
    printed: dict[int, Printed] = field(default_factory=dict)

    def ranked(self, value: int) -> list[int]:
        """Give the passages that have a fingerprint, the fullest first."""
        return sorted(self.members.get(value, ()), key=lambda one: (-self.printed[one].length, one))

    def add(self, number: int, values: Sequence[int], printed: Printed) -> tuple[list[int], set[tuple[int, int]]]:
        """Add a passage; give those that it is to be compared with, and the pairs that met and may no longer."""
        self.printed[number] = printed
        votes: Counter[int] = Counter()
        parted: set[tuple[int, int]] = set()
        for value in values:
            before = set(meetings(self.ranked(value)))
            self.members.setdefault(value, []).append(number)
            after = set(meetings(self.ranked(value)))
            parted |= before - after
            votes.update(one if two == number else two for one, two in after - before)
        able = [other for other, count in sorted(votes.items()) if self.is_enough(count, number, other)]
        return able, parted

    def is_enough(self, votes: int, one: int, two: int) -> bool:
        """Tell whether two passages share enough fingerprints to be compared."""
        counts = (np.array([self.printed[each].count]) for each in (one, two))
        return bool(enough(np.array([votes]), *counts)[0])

    def votes(self, values: Sequence[int], one: int, two: int) -> int:
        """Count how many of some fingerprints bring two passages together."""
        pair = {one, two}
        return sum(any({a, b} == pair for a, b in meetings(self.ranked(value))) for value in values)


def prints_of(passage: PassageText) -> tuple[list[int], Printed]:
    """Give the fingerprints of a passage."""
    prints = read_prints([passage])
    values = prints.hashes()[0].tolist()
    return values, Printed(len(values), len(passage.text))
