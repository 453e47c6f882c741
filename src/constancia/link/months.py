"""Days on which passages were published to the day before which the sample of a record's words is drawn.

News that comes day by day would, drawn from, change how rare words are, and all would be linked anew. So the newest
month that holds more than a few of the record's passages, and what is newer, are left out: the sample stands until the
next month has as many. It hangs on nothing but what the record holds, in whatever order that came.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.facts import NO_DAY

Ints = npt.NDArray[np.signedinteger[Any]]

UNDATED = -1

_LATE = 100
"""Of so many dated passages one may be newer than the month that is left out: by then a month has begun in earnest, and
a few pages with a wrong day in years to come do not put off what is late."""


@dataclass(frozen=True, slots=True)
class Months:
    """How many passages a record has of each month: years by twelve, and the months of the year; or UNDATED."""

    passages: Mapping[int, int]

    @classmethod
    def of(cls, days: Ints) -> Months:
        """Count passages by the days on which they were published, as ordinals or NO_DAY."""
        counts: Counter[int] = Counter()
        for day, count in zip(*(column.tolist() for column in np.unique(days, return_counts=True)), strict=True):
            counts[_month(day)] += count
        return cls(counts)

    def __len__(self) -> int:
        return sum(self.passages.values())

    def with_days(self, days: Iterable[int]) -> Months:
        """Give the months of the record with a few passages more."""
        return Months(Counter(self.passages) + Counter(map(_month, days)))

    def until(self, least: int) -> int | None:
        """Give the day before which the sample is drawn.

        It is None, for all of the record, where fewer than `least` passages lie there.
        """
        dated = sorted(((month, count) for month, count in self.passages.items() if month != UNDATED), reverse=True)
        before = sum(count for _, count in dated)
        newer = before // _LATE
        for month, count in dated:
            before -= count
            if count > newer:
                return dt.date(month // 12, month % 12 + 1, 1).toordinal() if before >= least else None
            newer -= count
        return None


def is_early(day: int, until: int | None) -> bool:
    """Tell whether a passage of a day may be of a sample drawn until another."""
    return until is None or (day != NO_DAY and day < until)


def _month(day: int) -> int:
    if day == NO_DAY:
        return UNDATED
    date = dt.date.fromordinal(day)
    return date.year * 12 + date.month - 1
