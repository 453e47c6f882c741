"""Appearances to facts: each is read once into columns and let go: a report costs some hundred bytes."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from constancia.link.campaigns import Series, campaign_words, series_of
from constancia.link.facts import (
    COLUMNS,
    FIGURE_COLUMNS,
    FIGURES,
    FINE_DATES,
    FORMS,
    MODES,
    NO_DAY,
    ROLES,
    STATUSES,
    TYPES,
    UNDATED_DAYS,
    Facts,
    Sketch,
)
from constancia.link.months import Months
from constancia.link.passages import PassageRow, PassageRows, Passages
from constancia.link.places import PlaceBook
from constancia.link.rarity import SAMPLED_PASSAGES, Lookup, Yardstick, mark_of, rare_limit, scale_of
from constancia.link.resting import give_back
from constancia.link.words import Reader, hash_names
from constancia.model import Actor, Appearance, Report, ReportDate, ReportPlace
from constancia.vocabulary import ActorPart, Certainty, EventType, Form, Mode, PlacePrecision, Role, Scope, Status

V = TypeVar("V")
Row = tuple[object, ...]

_ROWS_AT_ONCE = 2_000
_TAKEN_AT_ONCE = 256  # one by one they would each find cold caches: whoever makes them works on much else between two
_TYPE = {value: code for code, value in enumerate(TYPES)}
_MODE: dict[Mode | None, int] = {None: -1, **{value: code for code, value in enumerate(MODES)}}
_FORM: dict[Form | None, int] = {None: -1, **{value: code for code, value in enumerate(FORMS)}}
_STATUS = {value: code for code, value in enumerate(STATUSES)}
_FIGURE = {value: code for code, value in enumerate(FIGURES)}
_ROLE_BIT = {value: 1 << code for code, value in enumerate(ROLES)}
_LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.OBSTRUCT, Mode.BOYCOTT})
_DOERS = frozenset({ActorPart.ACTOR, ActorPart.ORGANISER, ActorPart.PERPETRATOR})
_NOBODY: frozenset[tuple[Role | None, str | None]] = frozenset()
_UNSAID = (float("nan"),) * len(FIGURES)


def gather(
    appearances: Iterable[Appearance],
    yardstick: Yardstick | None = None,
    *,
    keeps_quotes: bool = False,
    keeps_words: bool = False,
) -> Facts:
    """Read appearances into columns; the same appearances in another order give the same columns.

    A passage that comes twice counts once. Quoted words are kept only for judgements to find them by, and words of one
    text only for passages that are yet to come. A part of a record is weighed by the `yardstick` of the whole.
    """
    gathering = Gathering(keeps_quotes=keeps_quotes, keeps_words=keeps_words)
    seen: set[str] = set()
    coming = iter(appearances)
    while some := list(islice(coming, _TAKEN_AT_ONCE)):
        for appearance in some:
            if appearance.passage_id not in seen:
                seen.add(appearance.passage_id)
                gathering.add(appearance)
    facts = gathering.facts(yardstick)
    del gathering
    give_back(len(facts))
    return facts


def _report_days(report: Report, published: int) -> tuple[int, int, bool]:
    """Give the first and last day that a report may be of, and whether its own words date it finely."""
    date = report.date
    if report.day_counter is not None and report.mode in _LASTING and published != NO_DAY:
        # "Day 12 of the strike": it has gone on since day 1, whatever day the sentence is about.
        return published - report.day_counter + 1, published, True
    first = (date.from_ or date.to) if date else None
    if date is None or first is None:
        return (NO_DAY, NO_DAY, False) if published == NO_DAY else (published - UNDATED_DAYS, published, False)
    start = first.toordinal()
    end = date.to.toordinal() if date.to else (published if report.status is Status.ONGOING else start)
    return start, max(start, end), date.precision in FINE_DATES


def _day_one(report: Report, published: int) -> int:
    """Give the day that a counter counts from, or that what lasts is said to have gone on since."""
    if report.day_counter is not None:
        return NO_DAY if published == NO_DAY else published - report.day_counter + 1
    date = report.date
    if report.mode not in _LASTING or date is None or date.from_ is None or date.precision not in FINE_DATES:
        return NO_DAY
    ran_on = date.to is not None and (date.to - date.from_).days >= _RAN_DAYS
    return date.from_.toordinal() if ran_on or report.status is Status.ONGOING else NO_DAY


_RAN_DAYS = 3
"""What is told to have lasted so long has a first day of its own, and is no deed of a day or two."""


def _figures(report: Report) -> Row:
    if not report.claims:
        return _UNSAID, _UNSAID
    low, high = list(_UNSAID), list(_UNSAID)
    for claim in report.claims:
        code = _FIGURE.get(claim.measure)
        if code is None or claim.part_of or claim.scope is Scope.CUMULATIVE:
            continue
        if claim.certainty is Certainty.DENIED or claim.certainty is Certainty.RHETORICAL:
            continue
        bounds = [value for value in (claim.low, claim.best, claim.high) if value is not None]
        if bounds:
            # Not-a-number is unordered, so that the first bound always stands.
            low[code] = bounds[0] if not low[code] <= bounds[0] else low[code]
            high[code] = bounds[-1] if not high[code] >= bounds[-1] else high[code]
    return tuple(low), tuple(high)


def _own_place(report: Report) -> ReportPlace | None:
    """Give the place that the words of a report tell; the country of its text, put in for none, is no evidence."""
    place = report.place
    is_put_in = place is not None and place.precision is PlacePrecision.COUNTRY and place.start is None
    return None if is_put_in else place


def _place_nearby(report: Report, reports: tuple[Report, ...]) -> ReportPlace | None:
    """Give the place of the nearest report of the passage that has one: what a report leaves unsaid was said before.

    What is told behind is half as near, and a deed of another day says nothing. A strike that names no town is a
    country's, and of none told beside it.
    """
    if report.mode is Mode.STRIKE:
        return None
    placed = [other for other in reports if _own_place(other) is not None]
    placed = [other for other in placed if not _are_days_apart(report, other)]
    return min(placed, key=lambda other: (_steps(report, other), other.report_id)).place if placed else None


def _steps(report: Report, other: Report) -> int:
    """Give how far a report stands from another of its passage, that behind it twice as far."""
    away = report.start - other.start
    return away if away >= 0 else -2 * away


def _are_days_apart(one: Report, two: Report) -> bool:
    """Tell whether the words of both reports give them days that do not meet."""
    first, second = _said_days(one), _said_days(two)
    if first is None or second is None or Status.ONGOING in (one.status, two.status):
        return False
    return first[1] < second[0] or second[1] < first[0]


def _said_days(report: Report) -> tuple[dt.date, dt.date] | None:
    """Give the first and last day that the words of a report give it finely."""
    date = report.date
    if date is None or date.from_ is None or date.start is None or date.precision not in FINE_DATES:
        return None
    return date.from_, date.to or date.from_


def _doers(actors: tuple[Actor, ...]) -> int:
    bits = 0
    for actor in actors:
        if actor.part in _DOERS:
            bits |= _ROLE_BIT[actor.role]
    return bits


def _deed(report: Report) -> tuple[EventType, object, object, object]:
    """Give what tells the deeds of one passage apart: the more of them, the less its words speak for any one."""
    return report.type, report.place and report.place.name, report.date and report.date.from_, report.form


@dataclass(slots=True)
class Gathering:
    """The columns while they grow, in the order of arrival; each passage comes once."""

    keeps_quotes: bool
    keeps_words: bool
    sketches: list[Sketch] = field(default_factory=list)
    marks: array[int] = field(default_factory=lambda: array("q"))
    passages: PassageRows = field(default_factory=PassageRows)
    rows: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    columns: list[npt.NDArray[np.void]] = field(default_factory=list)
    figure_columns: list[npt.NDArray[np.void]] = field(default_factory=list)
    book: PlaceBook = field(default_factory=PlaceBook)
    series: dict[str, int] = field(default_factory=dict)
    quotes: Reader = field(default_factory=lambda: Reader(reads_people=False))
    stories: Reader = field(default_factory=lambda: Reader(reads_people=True))
    shared: dict[object, object] = field(default_factory=dict)
    dates: dict[tuple[object, ...], ReportDate] = field(default_factory=dict)

    def add(self, appearance: Appearance) -> None:
        """Take in the reports of one passage."""
        passage = PassageRow(
            appearance.passage_id,
            appearance.page_id,
            appearance.url,
            appearance.linked_url,
            appearance.publisher,
            appearance.published.toordinal() if appearance.published else NO_DAY,
            appearance.language == "es",
            appearance.copy_of,
            appearance.is_alone,
        )
        reports = appearance.coding.reports
        deeds = Counter(kind for kind, *_ in {_deed(report) for report in reports}) if len(reports) > 1 else None
        own_places: set[int] = set()
        for report in reports:
            own = _own_place(report)
            place = self.book.code(own or _place_nearby(report, reports) or report.place)
            own_places |= self._place_names(place, report)
            share = 1 / deeds[report.type] if deeds else 1.0
            series = series_of(report.campaign or campaign_words(report), report.day_counter)
            self.rows.append(self._row(report, passage, (place, own is not None, share, series)))
            self.figures.append(_figures(report))
            self.sketches.append(self._sketch(report, series))
            self.marks.append(mark_of(report.report_id))
            self.quotes.add(report.quote)
        self.passages.add(passage)
        self.stories.add(appearance.text, own_places)
        if len(self.rows) >= _ROWS_AT_ONCE:
            self._pack()

    def _place_names(self, place: int, report: Report) -> frozenset[int]:
        """Give the names of a report's own place: that two deeds share a place is told by the place alone."""
        if report.place is None:
            return frozenset()
        key = ("names", place, report.place.text)
        known = self.shared.get(key)
        if known is None:
            text = " | ".join(filter(None, (report.place.name, report.place.admin1, report.place.text)))
            known = self.shared[key] = frozenset(hash_names(text))
        return known  # type: ignore[return-value]

    def _row(self, report: Report, passage: PassageRow, rest: tuple[int, bool, float, Series]) -> Row:
        place, is_placed, share, series = rest
        first, last, is_dated = _report_days(report, passage.published)
        return (
            _doers(report.actors),
            len(self.passages),
            first,
            last,
            passage.published,
            place,
            report.trigger.start - report.start,
            report.plural_low or 0,
            -1 if series.name is None else self.series.setdefault(series.name, len(self.series)),
            -1 if series.edition is None else series.edition,
            _day_one(report, passage.published),
            share,
            _TYPE[report.type],
            _MODE[report.mode],
            _FORM[report.form],
            _STATUS[report.status],
            is_dated,
            is_placed,
            report.is_plural,
            report.day_counter is not None,
        )

    def _sketch(self, report: Report, series: Series) -> Sketch:
        date = report.date and self._date(report.date)
        told = [(c.according_to.role, c.according_to.name) for c in report.claims if c.according_to]
        return Sketch(
            report_id=report.report_id,
            acled=self._one((report.acled_event_type, report.acled_sub_event_type)),
            date=date,
            actors=self._one(tuple([_bare_actor(actor) for actor in report.actors])) if report.actors else (),
            speakers=self._one(frozenset(told)) if told else _NOBODY,
            campaign=report.campaign or campaign_words(report),
            series=self._one(series),
            start=report.start,
            quote=report.quote if self.keeps_quotes else None,
        )

    def _date(self, date: ReportDate) -> ReportDate:
        """Give a date without the words that told it, one object for all that are equal."""
        key = (date.from_, date.to, date.precision)
        known = self.dates.get(key)
        if known is None:
            known = self.dates[key] = ReportDate(*key)
        return known

    def _one(self, value: V) -> V:
        """Give the one object that stands for all equal values."""
        return self.shared.setdefault(value, value)  # type: ignore[return-value]

    def _pack(self) -> None:
        self.columns.append(np.array(self.rows, COLUMNS))
        self.figure_columns.append(np.array(self.figures, FIGURE_COLUMNS))
        self.rows, self.figures = [], []

    def facts(self, yardstick: Yardstick | None = None) -> Facts:
        """Give the columns in order of report and passage id."""
        least = 1 if self.keeps_words else 2
        self._pack()
        self.passages.pack()
        self.quotes.flush()
        self.stories.flush()
        passage_order = self.passages.ids.order()
        order = _order([sketch.report_id for sketch in self.sketches])
        arrived = np.concatenate(self.columns)
        yardstick = yardstick or self._yardstick(arrived["passage"])
        columns = arrived.take(order)
        columns["passage"] = np.argsort(passage_order)[columns["passage"]]
        stories = self.stories.words.weigh(passage_order, yardstick.stories, least)
        names = self.stories.names.weigh(passage_order, yardstick.names, least)
        return Facts(
            sketches=[self.sketches[row] for row in order.tolist()],
            passages=Passages(self.passages, passage_order),
            places=self.book.places,
            atlas=self.book.atlas(),
            columns=columns,
            figures=np.concatenate(self.figure_columns).take(order),
            quotes=self.quotes.words.weigh(order, yardstick.quotes).rows,
            quote_sums=np.concatenate([*self.quotes.sums, np.zeros(0, np.uint64)])[order],
            stories=stories.rows,
            names=names.rows,
            ages=self.stories.ages.weigh(passage_order, yardstick.ages, least=1).rows,
            lookup=Lookup(stories, names, yardstick.limit),
            marks=np.array(self.marks, np.int64)[order],
            yardstick=yardstick,
        )

    def _yardstick(self, passage_of: npt.NDArray[np.int32]) -> Yardstick:
        """Take the census of the words of a sample, or of all passages where they are few."""
        size = len(self.passages)
        until = Months.of(np.array(self.passages.published, np.int64)).until(SAMPLED_PASSAGES)
        marked = self.passages.lowest_marked(SAMPLED_PASSAGES, until)
        sampled = np.zeros(size, np.bool_)
        sampled[[at for _, _, at in marked]] = True
        stories, names = self.stories.words.census(sampled), self.stories.names.census(sampled)
        scale = scale_of(size)
        return Yardstick(
            quotes=self.quotes.words.census(sampled[passage_of]),
            stories=stories,
            names=names,
            ages=self.stories.ages.census(sampled),
            limit=rare_limit(stories, names, scale),
            newest=marked[-1][:2] if size >= SAMPLED_PASSAGES else None,
            scale=scale,
            until=until,
        )


def _bare_actor(actor: Actor) -> Actor:
    """Give an actor without the words that named it."""
    return Actor(
        actor.part,
        actor.role,
        actor.name,
        is_private=actor.is_private,
        organisation=actor.organisation,
        nation=actor.nation,
    )


def _order(ids: list[str]) -> npt.NDArray[np.int64]:
    return np.argsort(np.array(ids, dtype=np.str_), kind="stable")
