"""Time as `collect` sees it: the system's, or one that a test moves on by hand."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> dt.datetime:
        """Give the time of day, in UTC."""
        ...

    def monotonic(self) -> float:
        """Give seconds that never go back."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> dt.datetime:
        """Give the time of day, in UTC."""
        return dt.datetime.now(dt.UTC)

    def monotonic(self) -> float:
        """Give seconds that never go back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class FakeClock:
    """A clock that stands still until someone waits on it; `slept` keeps every wait."""

    def __init__(self, start: dt.datetime) -> None:
        self._start = start
        self._seconds = 0.0
        self.slept: list[float] = []

    def now(self) -> dt.datetime:
        """Give the start plus all that was waited."""
        return self._start + dt.timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        """Give the seconds waited so far."""
        return self._seconds

    def sleep(self, seconds: float) -> None:
        """Move on at once."""
        self.slept.append(seconds)
        self._seconds += seconds

    def advance(self, seconds: float) -> None:
        """Let time pass without anyone waiting."""
        self._seconds += seconds
