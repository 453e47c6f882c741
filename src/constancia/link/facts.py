"""The columns that linking works on: what it needs to know of each report, one row a report in order of its id."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.campaigns import Series
from constancia.link.passages import Passages
from constancia.link.places import Atlas
from constancia.link.rarity import Lookup, Yardstick
from constancia.model import Actor, ReportDate, ReportPlace
from constancia.vocabulary import (
    AcledEventType,
    AcledSubEventType,
    EventType,
    Form,
    Measure,
    Mode,
    Precision,
    Role,
    Status,
)

NO_DAY = -(2**30)
"""The day of a report of which neither its own date nor its page's is known."""

UNDATED_DAYS = 7
"""A report without a date is held to be of the week before its page, and never counts as dated."""

TYPES, MODES, FORMS, STATUSES, ROLES = tuple(EventType), tuple(Mode), tuple(Form), tuple(Status), tuple(Role)
FIGURES = (Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.PARTICIPANTS)
FINE_DATES = frozenset({Precision.DAY, Precision.WINDOW})

COLUMNS = np.dtype(
    [
        ("doers", np.int64),
        ("passage", np.int32),
        ("day_from", np.int32),
        ("day_to", np.int32),
        ("published", np.int32),
        ("place", np.int32),
        ("offset", np.int32),
        ("plural_low", np.int32),
        ("series", np.int32),
        ("edition", np.int32),
        ("epoch", np.int32),
        ("share", np.float32),
        ("type", np.int8),
        ("mode", np.int8),
        ("form", np.int8),
        ("status", np.int8),
        ("is_dated", np.bool_),
        ("is_placed", np.bool_),
        ("is_plural", np.bool_),
        ("is_counted", np.bool_),
    ],
    align=True,
)
"""The widest first, so that a row fills 64 bytes: pairs of rows are read from all over a record.

Where `is_placed` is not set, `place` is that of the nearest report of the passage; `offset` is that of the trigger
in the quoted words. `mode`, `form`, `series` and `edition` are -1 and days NO_DAY where not known. `doers` are bits of
ROLES; `plural_low` is 0 where not known; `epoch` is day 1 by the report's day counter, or of what lasts by the day that
it is said to have gone on since; `share` is one part in the deeds of its type in its passage."""

FIGURE_COLUMNS = np.dtype([("low", np.float32, len(FIGURES)), ("high", np.float32, len(FIGURES))])
"""Least and most of each of FIGURES, not a number where nothing is said."""


@dataclass(slots=True)
class Sketch:
    """What an event's own fields are drawn from; equal values are shared between sketches.

    To freeze it would take longer than to make it.
    """

    report_id: str
    acled: tuple[AcledEventType | None, AcledSubEventType | None]
    date: ReportDate | None
    actors: tuple[Actor, ...]
    speakers: frozenset[tuple[Role | None, str | None]]
    campaign: str | None
    series: Series
    start: int
    quote: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Reports as columns in order of report id.

    `quotes`, `quote_sums` and `marks` have one row a report, `stories`, `names` and `ages` one a passage; `lookup`
    gives the words and names of passages by which others are looked up. Marks are numbers by chance, the same in any
    record.
    """

    sketches: list[Sketch]
    passages: Passages
    places: list[ReportPlace | None]
    atlas: Atlas
    columns: npt.NDArray[np.void]
    figures: npt.NDArray[np.void]
    quotes: sparse.csr_matrix
    quote_sums: npt.NDArray[np.uint64]
    stories: sparse.csr_matrix
    names: sparse.csr_matrix
    ages: sparse.csr_matrix
    lookup: Lookup
    marks: npt.NDArray[np.int64]
    yardstick: Yardstick

    def __len__(self) -> int:
        return len(self.sketches)
