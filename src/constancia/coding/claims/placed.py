"""The nouns that the later steps add: how far a figure reaches, and a figure with all that is decided of it."""

from __future__ import annotations

from dataclasses import dataclass

from constancia.coding.claims.line import Figure, Line
from constancia.coding.story import Draft
from constancia.model import PlaceValue, Speaker
from constancia.vocabulary import Modifier, Scope


@dataclass(frozen=True, slots=True)
class Reach:
    """A scope, and for a cumulative figure its beginning as said (an ISO date, month or year)."""

    scope: Scope
    since: str | None = None


@dataclass(slots=True)
class Placed:
    """A figure with its measure, home and reach decided; `place` is that of its row in a table.

    `is_rate` is so many a day: nothing is claimed of it, and the deed that it is a rate of is no event.
    """

    line: Line
    figure: Figure
    home: Draft | None
    reach: Reach
    whole: Figure | None
    speakers: tuple[Speaker | None, Speaker | None] = (None, None)
    place: PlaceValue | None = None
    is_rate: bool = False

    @property
    def is_toll(self) -> bool:
        """Whether it goes to the ledger: it counts more than one deed, or none that is known."""
        return self.reach.scope is Scope.CUMULATIVE or self.home is None

    @property
    def is_plain(self) -> bool:
        """Whether it counts those of one deed, by a number as good as exact, and is no part."""
        is_exact = self.figure.value.modifier in (Modifier.EXACT, Modifier.AT_LEAST)
        return is_exact and self.reach.scope is Scope.INCIDENT and self.home is not None and self.whole is None

    @property
    def number(self) -> int:
        """The number told, or the least of it; 0 where it has none."""
        return self.figure.value.best or self.figure.value.low or 0
