"""Clusters of reports to events: each field of an event is what most of its reports say, the finer value first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from constancia.identity import event_id
from constancia.link.facts import FORMS, MODES, NO_DAY, STATUSES, TYPES, Facts
from constancia.link.places import precision_of
from constancia.model import Actor, Event, ReportDate, ReportPlace
from constancia.vocabulary import EVENT_STATUSES, PlacePrecision, Precision, Status

V = TypeVar("V")

_FINE = {precision: rank for rank, precision in enumerate(Precision)}
_PLACE_FINE = {precision: rank for rank, precision in enumerate(PlacePrecision)}
_UNDONE = (Status.CANCELLED, Status.PREVENTED, Status.NOT_OCCURRED)


def most_said(values: Sequence[V]) -> V:
    """Give the value that most say; of equals the one that sorts first."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


def make_event(facts: Facts, rows: Sequence[int]) -> Event:
    """Make the event of some rows of the facts."""
    columns = facts.columns[list(rows)]
    sketches = [facts.sketches[row] for row in rows]
    told = [row for row in rows if STATUSES[facts.columns["status"][row]] in EVENT_STATUSES] or list(rows)
    lead = facts.columns[told]
    acled = most_said([facts.sketches[row].acled for row in told])
    passages = [facts.passages[row] for row in sorted(set(columns["passage"].tolist()))]
    days = columns["published"][columns["published"] != NO_DAY]
    return Event(
        event_id=event_id(tuple(sketch.report_id for sketch in sketches)),
        type=TYPES[most_said(lead["type"].tolist())],
        mode=_coded(MODES, lead["mode"].tolist()),
        form=_coded(FORMS, lead["form"].tolist()),
        acled_event_type=acled[0],
        acled_sub_event_type=acled[1],
        status=_status(columns),
        date=_date(facts, told),
        place=_place(facts, told),
        actors=_actors([sketch.actors for sketch in sketches]),
        report_ids=tuple(sorted(sketch.report_id for sketch in sketches)),
        n_passages=len(passages),
        n_independent=len({p.publisher or p.copy_of or p.passage_id for p in passages if not p.copy_of}) or 1,
        n_speakers=len(frozenset().union(*(sketch.speakers for sketch in sketches))),
        first_reported=dt.date.fromordinal(int(days.min())) if len(days) else None,
    )


def _coded(names: tuple[V, ...], codes: list[int]) -> V | None:
    known = [code for code in codes if code >= 0]
    return names[most_said(known)] if known else None


def _status(columns: npt.NDArray[np.void]) -> Status:
    """Happened before all else, and going on if the last to say so says so; else what the last to write says."""
    latest = sorted(zip(columns["published"].tolist(), columns["status"].tolist(), strict=True))
    statuses = [STATUSES[code] for _, code in latest]
    happened = [status for status in statuses if status in EVENT_STATUSES]
    undone = [status for status in statuses if status in _UNDONE]
    chosen: Status = (happened or undone or statuses)[-1]
    return chosen


def _date(facts: Facts, rows: list[int]) -> ReportDate | None:
    """Give the date that most give, among the finest; a page's own day stands in for none."""
    dates = [date for row in rows if (date := facts.sketches[row].date) and (date.from_ or date.to)]
    if not dates:
        return None
    finest = min(_FINE.get(date.precision, 99) for date in dates if date)  # type: ignore[arg-type]
    return most_said([date for date in dates if _FINE.get(date.precision, 99) == finest])  # type: ignore[arg-type]


def _place(facts: Facts, rows: list[int]) -> ReportPlace | None:
    places: list[ReportPlace] = [place for row in rows if (place := facts.places[facts.columns["place"][row]])]
    if not places:
        return None
    town = [place for place in places if precision_of(place) in (PlacePrecision.CITY, PlacePrecision.SITE)]
    finest = min(_PLACE_FINE[precision_of(place)] for place in places)
    return most_said(town or [place for place in places if _PLACE_FINE[precision_of(place)] == finest])


def _actors(told: list[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Give every actor once, the most told first; one with a name stands for the nameless of its part and role."""
    counts = Counter(actor for actors in told for actor in set(actors))
    named = {(actor.part, actor.role) for actor in counts if actor.name}
    kept = [actor for actor in counts if actor.name or (actor.part, actor.role) not in named]
    return tuple(sorted(kept, key=lambda actor: (actor.part, -counts[actor], actor.role, actor.name or "")))
