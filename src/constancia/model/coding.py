"""What is coded: reports of deeds and the claims in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from constancia.model.reading import PlaceValue, Span
from constancia.vocabulary import (
    AcledEventType,
    AcledSubEventType,
    ActorPart,
    Category,
    Certainty,
    Effect,
    EventType,
    Feature,
    Form,
    InstrumentKind,
    Issue,
    Measure,
    Mode,
    Modifier,
    ObjectEffect,
    ObjectKind,
    PlacePrecision,
    Precision,
    Role,
    Scope,
    Status,
)


@dataclass(frozen=True, slots=True)
class ReportDate:
    """When a report says that it happened; `start` and `end` are None for a date that no words give (rule D6)."""

    from_: dt.date | None
    to: dt.date | None
    precision: Precision | None
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Where a report says that it happened."""

    name: str
    feature: Feature
    precision: PlacePrecision | None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    gazetteer_id: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever is quoted for a value."""

    role: Role | None
    name: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who takes part in a report."""

    part: ActorPart
    role: Role
    name: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    is_private: bool = False
    number: int | None = None
    effect: Effect | None = None
    organisation: str | None = None
    nation: str | None = None
    certainty: Certainty | None = None
    according_to: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Whoever a demand is made to."""

    role: Role
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """What a deed was done with."""

    text: str
    kind: InstrumentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing blocked, damaged or taken (`objects` in the record)."""

    text: str
    kind: ObjectKind
    number: int | None = None
    effect: ObjectEffect | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure, as somebody gave it: `start` and `end` are the span of `text`; `quote` is the sentence around it."""

    claim_id: str
    report_id: str | None
    measure: Measure
    text: str
    noun: str | None
    modifier: Modifier
    low: int | None
    high: int | None
    best: int | None
    scope: Scope
    since: str | None
    as_of: dt.date | None
    place: PlaceValue | None
    category: Category | None
    perpetrator_role: Role | None
    according_to: Speaker | None
    via: Speaker | None
    certainty: Certainty
    part_of: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one passage says of one event; `id` is the text's, `start`, `end` and `quote` the words that tell it."""

    report_id: str
    id: str
    start: int
    end: int
    quote: str
    trigger: Span
    type: EventType
    mode: Mode | None
    form: Form | None
    acled_event_type: AcledEventType | None
    acled_sub_event_type: AcledSubEventType | None
    status: Status
    is_plural: bool
    plural_low: int | None
    date: ReportDate | None
    place: ReportPlace | None
    actors: tuple[Actor, ...] = ()
    issue: tuple[Issue, ...] = ()
    target: Target | None = None
    campaign: str | None = None
    day_counter: int | None = None
    instruments: tuple[Instrument, ...] = ()
    objects: tuple[Thing, ...] = ()
    claims: tuple[Claim, ...] = ()
    coder: str = "rules"
    codebook: str = "1.0"
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """All that was coded of one text: its reports, and the toll claims that belong to no one event."""

    id: str
    reports: tuple[Report, ...]
    toll_claims: tuple[Claim, ...]
