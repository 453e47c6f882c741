"""What is linked and tallied, what people decide, and what went wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from constancia.model.coding import Actor, Coding, ReportDate, ReportPlace
from constancia.model.reading import Span
from constancia.vocabulary import (
    AcledEventType,
    AcledSubEventType,
    Category,
    EventType,
    Form,
    Measure,
    Mode,
    ReviewState,
    Scope,
    Status,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A coded passage with what linking needs to know of where it stood.

    `as_of` is the publication day of the page or teaser. `copy_of` is set where the passage repeats another,
    and `is_alone` where no other passage of its page was coded.
    """

    passage_id: str
    page_id: str
    url: str | None
    publisher: str | None
    published: dt.date | None
    language: str | None
    text: str
    coding: Coding
    title_end: int = 0
    linked_url: str | None = None
    copy_of: str | None = None
    is_alone: bool = True


@dataclass(frozen=True, slots=True)
class Copy:
    """One passage that repeats another: `kind` is exact, truncated, retitled or updated (a copy with new figures)."""

    passage_id: str
    copy_of: str
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Link:
    """Why a report is held to be of an event; `parts` are the named parts of the score, `by` is machine or a coder."""

    report_id: str
    event_id: str
    score: float
    parts: tuple[tuple[str, float], ...]
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class Event:
    """The reports held to be of one thing that happened; its figures are views made by `publish` under a policy.

    `parent_id` is the event that it is a part of; `silent_passages` tell its story without a report of it.
    """

    event_id: str
    type: EventType
    mode: Mode | None
    form: Form | None
    acled_event_type: AcledEventType | None
    acled_sub_event_type: AcledSubEventType | None
    status: Status
    date: ReportDate | None
    place: ReportPlace | None
    actors: tuple[Actor, ...]
    report_ids: tuple[str, ...]
    n_passages: int
    n_independent: int
    n_speakers: int
    first_reported: dt.date | None
    campaign_id: str | None = None
    parent_id: str | None = None
    review_state: ReviewState = ReviewState.UNREVIEWED
    silent_passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A named or numbered series of events; `counter_epoch` is the date of day 1."""

    campaign_id: str
    name: str
    counter_unit: str | None
    counter_epoch: dt.date | None
    date_from: dt.date | None
    date_to: dt.date | None
    n_events: int


@dataclass(frozen=True, slots=True)
class Linking:
    """All that `link` makes of a record; `problems` are judgements that no longer fit or contradict one another."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    campaigns: tuple[Campaign, ...]
    copies: tuple[Copy, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """All claims of one measure, scope, place, since and category side by side; it never chooses."""

    toll_id: str
    measure: Measure
    scope: Scope
    place_name: str | None
    since: str | None
    category: Category | None
    claim_ids: tuple[str, ...]
    lowest: int | None
    highest: int | None
    first_as_of: dt.date | None
    last_as_of: dt.date | None
    disputed: bool
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about one or two subjects; append-only.

    `anchors` keep, for each subject, its quoted words and span, so that it re-attaches after a re-code.
    """

    judgement_id: str
    subjects: tuple[str, ...]
    verdict: Verdict
    field: str | None
    value: str | None
    by: str
    at: dt.datetime
    note: str | None = None
    anchors: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that failed on one page: a line of `issues.jsonl`."""

    stage: str
    subject: str
    reason: str
    detail: str | None = None
