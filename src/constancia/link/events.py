"""Clusters of reports to events: each field of an event is what most of its reports say, the finer value first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from constancia.identity import event_id
from constancia.link.facts import FORMS, MODES, NO_DAY, STATUSES, TYPES, Facts
from constancia.link.places import precision_of
from constancia.model import Actor, Event, ReportDate, ReportPlace
from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Mode, PlacePrecision, Precision, Status

V = TypeVar("V")

_FINE = {precision: rank for rank, precision in enumerate(Precision)}
_PLACE_FINE = {precision: rank for rank, precision in enumerate(PlacePrecision)}
_TOWN = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_PROTEST, _MOBILIZE = TYPES.index(EventType.PROTEST), TYPES.index(EventType.MOBILIZE)
_STRIKE = MODES.index(Mode.STRIKE)
_AT_PROTEST = {ActorPart.ACTOR: ActorPart.PERPETRATOR, ActorPart.RECIPIENT: ActorPart.VICTIM}
_UNDONE = (Status.CANCELLED, Status.PREVENTED, Status.NOT_OCCURRED)


def _most_said(values: Sequence[V]) -> V:
    """Give the value that most say; of equals the one that sorts first."""
    first = values[0]
    if len(values) == 1 or values.count(first) == len(values):  # as most are
        return first
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


class EventMaker:
    """Makes events of rows of the facts; columns are read out once, as plain lists."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._passage = facts.columns["passage"].tolist()
        self._type = facts.columns["type"].tolist()
        self._publisher: list[int] = facts.passages.publisher.tolist()
        self._is_copy: list[bool] = facts.passages.is_copy.tolist()
        self._mode = facts.columns["mode"].tolist()
        self._form = facts.columns["form"].tolist()
        self._plural = facts.columns["is_plural"].tolist()
        self._place = facts.columns["place"].tolist()
        self._is_placed = facts.columns["is_placed"].tolist()
        self._published = facts.columns["published"].tolist()
        self._status = [STATUSES[code] for code in facts.columns["status"].tolist()]

    def make(self, rows: Sequence[int]) -> Event:
        """Make the event of some rows, given in order; a deed leads the arrests and force that answer it."""
        if len(rows) == 1:
            return self._make_of_one(rows[0])
        sketches = [self._facts.sketches[row] for row in rows]
        led = [row for row in rows if self._type[row] == _PROTEST]
        if led and all(self._status[row] is Status.BACKGROUND for row in led):
            # a protest that is only mentioned hides no arrest that was made
            led = [row for row in rows if self._type[row] != _MOBILIZE and self._status[row] in EVENT_STATUSES] or led
        is_protest = any(self._type[row] == _PROTEST for row in led)
        led = led or [row for row in rows if self._type[row] != _MOBILIZE] or list(rows)
        told = [row for row in led if self._status[row] in EVENT_STATUSES] or led
        acled = _most_said([self._facts.sketches[row].acled for row in told])
        passages = {self._passage[row] for row in rows}
        ids = tuple(sketch.report_id for sketch in sketches)
        days = [self._published[row] for row in rows if self._published[row] != NO_DAY]
        return Event(
            event_id=event_id(ids),
            type=TYPES[_most_said([self._type[row] for row in told])],
            mode=_coded(MODES, [self._mode[row] for row in told]),
            form=_coded(FORMS, [self._form[row] for row in told]),
            acled_event_type=acled[0],
            acled_sub_event_type=acled[1],
            status=self._status_of(led),
            date=_date([self._facts.sketches[row].date for row in told]),
            place=self._place_of(told),
            actors=_actors([self._actors_of(row, is_protest=is_protest) for row in rows]),
            report_ids=ids,
            n_passages=len(passages),
            n_independent=self._independent(passages) or 1,
            n_speakers=len(frozenset().union(*(sketch.speakers for sketch in sketches))),
            first_reported=dt.date.fromordinal(min(days)) if days else None,
        )

    def _actors_of(self, row: int, *, is_protest: bool) -> tuple[Actor, ...]:
        """Give those whom a report names; who made the arrests at a protest, and whom they took, did not hold it."""
        actors = self._facts.sketches[row].actors
        if not is_protest or self._type[row] == _PROTEST:
            return actors
        return tuple(
            replace(each, part=_AT_PROTEST[each.part]) if each.part in _AT_PROTEST else each for each in actors
        )

    def _make_of_one(self, row: int) -> Event:
        """Make the event of one report: what it says, of which most of a record's events are made."""
        sketch = self._facts.sketches[row]
        published = self._published[row]
        return Event(
            event_id=event_id((sketch.report_id,)),
            type=TYPES[self._type[row]],
            mode=_coded(MODES, [self._mode[row]]),
            form=_coded(FORMS, [self._form[row]]),
            acled_event_type=sketch.acled[0],
            acled_sub_event_type=sketch.acled[1],
            status=self._status[row],
            date=_date([sketch.date]),
            place=self._facts.places[self._place[row]],
            actors=_actors([sketch.actors]),
            report_ids=(sketch.report_id,),
            n_passages=1,
            n_independent=1,
            n_speakers=len(sketch.speakers),
            first_reported=dt.date.fromordinal(published) if published != NO_DAY else None,
        )

    def _independent(self, passages: set[int]) -> int:
        """Count the publishers of passages that repeat none; a passage without one counts for itself."""
        known = (self._publisher[number] for number in passages if not self._is_copy[number])
        named = [code for code in known if code >= 0]
        copies = sum(1 for number in passages if self._is_copy[number])
        return len(set(named)) + len(passages) - copies - len(named)

    def _status_of(self, rows: Sequence[int]) -> Status:
        """Happened before all else, and going on if the last to say so says so; else what the last to write says.

        A page without a day cannot tell news from history: where one with a day tells it as history, it is history.
        """
        dated = {self._status[row] for row in rows if self._published[row] != NO_DAY}
        if Status.BACKGROUND in dated and dated.isdisjoint(EVENT_STATUSES):
            return Status.BACKGROUND
        latest = sorted((self._published[row], self._status[row]) for row in rows)
        happened = [status for _, status in latest if status in EVENT_STATUSES]
        undone = [status for _, status in latest if status in _UNDONE]
        chosen: Status = (happened or undone or [status for _, status in latest])[-1]
        return chosen

    def _place_of(self, rows: Sequence[int]) -> ReportPlace | None:
        """Give the town that most name, else the finest place; of a count over several places what most name.

        What a report's own words tell comes before what its neighbours lend it.
        """
        is_strike = all(self._mode[row] == _STRIKE for row in rows)  # a country's, that one text tells of in a town
        if not is_strike:
            rows = [row for row in rows if self._is_placed[row]] or rows
        places: list[ReportPlace] = [place for row in rows if (place := self._facts.places[self._place[row]])]
        if not places:
            return None
        if len(places) == 1:
            return places[0]
        if is_strike or any(self._plural[row] for row in rows):
            return _most_said(places)
        town = [place for place in places if precision_of(place) in _TOWN]
        finest = min(_PLACE_FINE[precision_of(place)] for place in places)
        return _most_said(town or [place for place in places if _PLACE_FINE[precision_of(place)] == finest])


def _coded(names: tuple[V, ...], codes: list[int]) -> V | None:
    known = [code for code in codes if code >= 0]
    return names[_most_said(known)] if known else None


def _fineness(date: ReportDate) -> int:
    return _FINE[date.precision] if date.precision else len(_FINE)


def _date(dates: Sequence[ReportDate | None]) -> ReportDate | None:
    """Give the date that most give, among the finest; a page's own day stands in for none."""
    given = [date for date in dates if date and (date.from_ or date.to)]
    if len(given) < 2:
        return given[0] if given else None
    finest = min(_fineness(date) for date in given)
    return _most_said([date for date in given if _fineness(date) == finest])


def _actors(told: list[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Give every actor once, the most told first; one with a name stands for the nameless of its part and role."""
    if not any(told):
        return ()
    counts = Counter(actor for actors in told for actor in set(actors))
    named = {(actor.part, actor.role) for actor in counts if actor.name}
    kept = [actor for actor in counts if actor.name or (actor.part, actor.role) not in named]
    return tuple(sorted(kept, key=lambda actor: (actor.part, -counts[actor], actor.role, actor.name or "", str(actor))))
