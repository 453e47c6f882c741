"""Appearances to columns: what linking needs to know of each report, as arrays, one row a report in order of its id.

An appearance is read once and let go, so that a million reports cost some hundred bytes each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.identity import digest
from constancia.link.campaigns import Series, series_of
from constancia.link.places import Atlas, PlaceBook
from constancia.link.words import WordCounts, read_story, split_words, story_words
from constancia.model import Actor, Appearance, Report, ReportDate, ReportPlace
from constancia.vocabulary import (
    AcledEventType,
    AcledSubEventType,
    ActorPart,
    Certainty,
    EventType,
    Form,
    Measure,
    Mode,
    Precision,
    Role,
    Scope,
    Status,
)

V = TypeVar("V")

NO_DAY = -(2**30)
"""The day of a report of which neither its own date nor its page's is known."""

UNDATED_DAYS = 7
"""A report without a date is held to be of the week before its page, and never counts as dated."""

TYPES, MODES, FORMS, STATUSES, ROLES = tuple(EventType), tuple(Mode), tuple(Form), tuple(Status), tuple(Role)
FIGURES = (Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.PARTICIPANTS)
FINE_DATES = frozenset({Precision.DAY, Precision.WINDOW})

_TYPE = {value: code for code, value in enumerate(TYPES)}
_MODE = {value: code for code, value in enumerate(MODES)}
_FORM = {value: code for code, value in enumerate(FORMS)}
_STATUS = {value: code for code, value in enumerate(STATUSES)}
_FIGURE = {value: code for code, value in enumerate(FIGURES)}
_ROLE_BIT = {value: 1 << code for code, value in enumerate(ROLES)}
_DOERS = frozenset({ActorPart.ACTOR, ActorPart.ORGANISER, ActorPart.PERPETRATOR})


@dataclass(frozen=True, slots=True)
class PassageRow:
    """What is kept of a passage; `published` is a day's ordinal or NO_DAY."""

    passage_id: str
    page_id: str
    url: str | None
    linked_url: str | None
    publisher: str | None
    published: int
    language: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an event's own fields are drawn from; equal values are shared between sketches."""

    report_id: str
    acled: tuple[AcledEventType | None, AcledSubEventType | None]
    date: ReportDate | None
    actors: tuple[Actor, ...]
    speakers: frozenset[tuple[Role | None, str | None]]
    campaign: str | None
    series: Series
    words: int
    start: int
    quote: str | None


@dataclass(slots=True)
class Facts:
    """Reports as columns in order of report id; `stories`, `names` and `ages` have one row a passage."""

    sketches: list[Sketch]
    passages: list[PassageRow]
    places: list[ReportPlace | None]
    atlas: Atlas
    columns: npt.NDArray[np.void]
    low: npt.NDArray[np.float32]
    high: npt.NDArray[np.float32]
    quotes: sparse.csr_matrix
    stories: sparse.csr_matrix
    names: sparse.csr_matrix
    ages: sparse.csr_matrix

    def __len__(self) -> int:
        return len(self.sketches)


COLUMNS = np.dtype(
    [
        ("passage", np.int32),
        ("type", np.int8),
        ("mode", np.int8),
        ("form", np.int8),
        ("status", np.int8),
        ("day_from", np.int32),
        ("day_to", np.int32),
        ("is_dated", np.bool_),
        ("published", np.int32),
        ("place", np.int32),
        ("doers", np.int64),
        ("others", np.int64),
        ("is_plural", np.bool_),
        ("series", np.int32),
        ("edition", np.int32),
        ("epoch", np.int32),
        ("spanish", np.bool_),
        ("share", np.float32),
    ]
)


def report_days(report: Report, published: int) -> tuple[int, int, bool]:
    """Give the first and last day that a report may be of, and whether its own words date it finely."""
    date = report.date
    if date is None or (date.from_ is None and date.to is None):
        return (NO_DAY, NO_DAY, False) if published == NO_DAY else (published - UNDATED_DAYS, published, False)
    first = (date.from_ or date.to or date.from_).toordinal()  # type: ignore[union-attr]
    last = date.to.toordinal() if date.to else (published if report.status is Status.ONGOING else first)
    return first, max(first, last), date.precision in FINE_DATES


def _figures(report: Report) -> tuple[list[float], list[float]]:
    low, high = [np.nan] * len(FIGURES), [np.nan] * len(FIGURES)
    for claim in report.claims:
        code = _FIGURE.get(claim.measure)
        if code is None or claim.part_of or claim.scope is Scope.CUMULATIVE:
            continue
        if claim.certainty in (Certainty.DENIED, Certainty.RHETORICAL):
            continue
        bounds = [value for value in (claim.low, claim.best, claim.high) if value is not None]
        if bounds:
            low[code] = min(bounds[0], bounds[0] if np.isnan(low[code]) else low[code])
            high[code] = max(bounds[-1], bounds[-1] if np.isnan(high[code]) else high[code])
    return low, high


def _role_bits(actors: tuple[Actor, ...]) -> tuple[int, int]:
    doers = others = 0
    for actor in actors:
        if actor.part in _DOERS:
            doers |= _ROLE_BIT[actor.role]
        else:
            others |= _ROLE_BIT[actor.role]
    return doers, others


@dataclass(slots=True)
class _Gathering:
    """The columns while they grow, in the order of arrival."""

    sketches: list[Sketch] = field(default_factory=list)
    passages: list[PassageRow] = field(default_factory=list)
    rows: list[tuple[object, ...]] = field(default_factory=list)
    low: list[list[float]] = field(default_factory=list)
    high: list[list[float]] = field(default_factory=list)
    book: PlaceBook = field(default_factory=PlaceBook)
    series: dict[str, int] = field(default_factory=dict)
    quotes: WordCounts = field(default_factory=WordCounts)
    stories: WordCounts = field(default_factory=WordCounts)
    names: WordCounts = field(default_factory=WordCounts)
    ages: WordCounts = field(default_factory=WordCounts)
    shared: dict[object, object] = field(default_factory=dict)
    keeps_quotes: bool = False

    def add(self, appearance: Appearance) -> None:
        """Take in the reports of one passage."""
        published = appearance.published.toordinal() if appearance.published else NO_DAY
        row = PassageRow(
            appearance.passage_id,
            appearance.page_id,
            appearance.url,
            appearance.linked_url,
            appearance.publisher,
            published,
            appearance.language,
            appearance.copy_of,
        )
        story = read_story(appearance.text)
        self.stories.add(story.words)
        self.names.add(_without_places(story.names, appearance.coding.reports))
        self.ages.add(story.ages)
        deeds = Counter(kind for kind, *_ in {_deed(report) for report in appearance.coding.reports})
        for report in appearance.coding.reports:
            self._add_report(report, row, 1 / deeds[report.type])
        self.passages.append(row)

    def _add_report(self, report: Report, passage: PassageRow, share: float) -> None:
        series = series_of(report.campaign, report.day_counter)
        self.rows.append(
            (
                len(self.passages),
                _TYPE[report.type],
                -1 if report.mode is None else _MODE[report.mode],
                -1 if report.form is None else _FORM[report.form],
                _STATUS[report.status],
                *report_days(report, passage.published),
                passage.published,
                self.book.code(report.place),
                *_role_bits(report.actors),
                report.is_plural,
                -1 if series.name is None else self.series.setdefault(series.name, len(self.series)),
                -1 if series.edition is None else series.edition,
                NO_DAY if series.day is None or passage.published == NO_DAY else passage.published - series.day + 1,
                passage.language == "es",
                share,
            )
        )
        low, high = _figures(report)
        self.low.append(low)
        self.high.append(high)
        words = story_words(report.quote)
        self.quotes.add(words)
        self.sketches.append(self._sketch(report, words))

    def _sketch(self, report: Report, words: list[str]) -> Sketch:
        date = report.date and replace(report.date, text=None, start=None, end=None)
        speakers = frozenset((c.according_to.role, c.according_to.name) for c in report.claims if c.according_to)
        return Sketch(
            report_id=report.report_id,
            acled=self._one((report.acled_event_type, report.acled_sub_event_type)),
            date=self._one(date),
            actors=self._one(tuple(_bare_actor(actor) for actor in report.actors)),
            speakers=self._one(speakers),
            campaign=report.campaign,
            series=self._one(series_of(report.campaign, report.day_counter)),
            words=int(digest(*words), 16),
            start=report.start,
            quote=report.quote if self.keeps_quotes else None,
        )

    def _one(self, value: V) -> V:
        """Give the one object that stands for all equal values."""
        return self.shared.setdefault(value, value)  # type: ignore[return-value]


def _without_places(names: list[str], reports: tuple[Report, ...]) -> list[str]:
    """Drop the names that a report's place bears: that two deeds share a place is told by the place."""
    places = {
        word for r in reports if r.place for word in split_words(f"{r.place.name} {r.place.admin1} {r.place.text}")
    }
    return [name for name in names if not places.issuperset(name.split())] if places else names


def _deed(report: Report) -> tuple[EventType, object, object, object]:
    """Give what tells the deeds of one passage apart: the more of them, the less its words speak for any one."""
    return report.type, report.place and report.place.name, report.date and report.date.from_, report.form


def _bare_actor(actor: Actor) -> Actor:
    return replace(actor, text=None, start=None, end=None, number=None, effect=None, certainty=None, according_to=None)


def gather(appearances: Iterable[Appearance], *, keeps_quotes: bool = False) -> Facts:
    """Read appearances into columns; the same appearances in another order give the same columns.

    A passage that comes twice counts once. Quoted words are kept only for judgements to find them by.
    """
    gathering = _Gathering(keeps_quotes=keeps_quotes)
    seen: set[str] = set()
    for appearance in appearances:
        if appearance.passage_id not in seen:
            seen.add(appearance.passage_id)
            gathering.add(appearance)
    return _in_order(gathering)


def _in_order(gathering: _Gathering) -> Facts:
    passage_order = _order([passage.passage_id for passage in gathering.passages])
    passage_rank = np.argsort(passage_order)
    order = _order([sketch.report_id for sketch in gathering.sketches])
    columns = np.array(gathering.rows, COLUMNS)[order]
    columns["passage"] = passage_rank[columns["passage"]]
    shape = (len(order), len(FIGURES))
    return Facts(
        sketches=[gathering.sketches[row] for row in order],
        passages=[gathering.passages[row] for row in passage_order],
        places=gathering.book.places,
        atlas=gathering.book.atlas(),
        columns=columns,
        low=np.array(gathering.low, np.float32).reshape(shape)[order],
        high=np.array(gathering.high, np.float32).reshape(shape)[order],
        quotes=gathering.quotes.weigh(order),
        stories=gathering.stories.weigh(passage_order),
        names=gathering.names.weigh(passage_order),
        ages=gathering.ages.weigh(passage_order),
    )


def _order(ids: list[str]) -> npt.NDArray[np.int64]:
    return np.argsort(np.array(ids, dtype=np.str_), kind="stable")
