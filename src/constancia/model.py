"""The nouns of the record, from the bytes of a page to a toll; standard library only.

    Snapshot -> Page -> Passage -> Text -> Reading[Mention] -> Coding[Report[Claim]] -> Event -> Toll

Every noun is frozen and crosses a stage as it is. `codec.py` writes each as the JSON of record.md and reads it back.
Offsets count Unicode code points from 0, end exclusive. A value that is not known is None. A field whose name is a
Python keyword ends in an underscore (`from_`), which its JSON name drops.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from constancia.vocabulary import (
    AcledEventType,
    AcledSubEventType,
    ActorPart,
    Anchor,
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
    PageKind,
    PlacePrecision,
    Precision,
    QuotationKind,
    ReviewState,
    Role,
    Scope,
    Status,
    TimexType,
    Verdict,
)

# ---------------------------------------------------------------- the page as it was


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of one URL at one moment, kept in a WARC; append-only."""

    snapshot_id: str
    url: str
    fetched_at: dt.datetime
    media_type: str
    sha256: str
    bytes: int
    warc: str
    warc_offset: int
    chain: str
    final_url: str | None = None
    http_status: int | None = None
    charset: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """A URL that answered with another place to look, and the status it gave."""

    status: int
    url: str


@dataclass(frozen=True, slots=True)
class Capture:
    """What `collect` hands over: a snapshot yet to be stored, and its bytes.

    `charset` is what the transport declared. `published` is what a feed or sitemap said of the page, else None.
    """

    url: str
    fetched_at: dt.datetime
    media_type: str
    body: bytes
    final_url: str | None = None
    http_status: int | None = None
    http_headers: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    published: dt.date | None = None
    redirects: tuple[Redirect, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a page's text about one story: an article's body or one teaser.

    `start` and `end` count in the page's text; the title, when there is one, stands at its beginning, so that
    `text[start:title_end]` is the title as written and the rest is the body.
    """

    passage_id: str
    page_id: str
    start: int
    end: int
    title_end: int
    title: str | None = None
    linked_url: str | None = None
    published: dt.date | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a snapshot says: its text, and what kind of page it is."""

    page_id: str
    snapshot_id: str
    url: str
    kind: PageKind
    title: str | None
    published: dt.date | None
    published_precision: Precision | None
    published_how: str | None
    language: str | None
    publisher: str | None
    publisher_domain: str | None
    text: str
    extractor: str
    passages: tuple[Passage, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who publishes, or is quoted."""

    source_id: str
    name: str
    kind: str
    domain: str | None = None
    country: str | None = None
    role: Role | None = None
    first_seen: dt.date | None = None


# ---------------------------------------------------------------- what is read


@dataclass(frozen=True, slots=True)
class Text:
    """A clean text to be read: an input record of `read`, `code` and `link`, or a passage of a page.

    `title_end` is where its headline ends (0: none known). `kind` is the kind of page that it stands on.
    """

    id: str
    text: str
    language: str | None = None
    published: dt.date | None = None
    place: str | None = None
    url: str | None = None
    publisher: str | None = None
    title_end: int = 0
    kind: PageKind = PageKind.ARTICLE


class Token(NamedTuple):
    """A word or mark; `norm` is lower case without accents, of the same length as the text."""

    start: int
    end: int
    text: str
    norm: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline or list item with its tokens; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int
    is_headline: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A time expression understood; `from_` and `to` are days, both inclusive; an open end is None."""

    type: TimexType
    timex: str
    from_: dt.date | None
    to: dt.date | None
    precision: Precision | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number as it was said; `noun` is the counted words, `measure` None if it counts nothing of ours."""

    low: int | None
    high: int | None
    best: int | None
    modifier: Modifier
    noun: str | None = None
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place; `lat` and `lon` (degrees, WGS 84) are None when it could not be resolved."""

    name: str
    feature: Feature
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    gazetteer_id: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ActorValue:
    """Somebody: a role, and a name where one is given."""

    role: Role
    name: str | None = None
    is_private: bool = False
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """A run of text whose words are not repeated here."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpeakerValue:
    """Who says something (`source`), the word that shows it (`cue`) and what is said (`content`)."""

    source: Span
    cue: Span | None
    content: Extent | None
    kind: QuotationKind
    speaker_role: Role | None
    name: str | None = None


MentionValue = DateValue | QuantityValue | PlaceValue | ActorValue | SpeakerValue


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text and what they were understood to be; `why` is the rule or entry behind it, for `--explain`."""

    start: int
    end: int
    text: str
    value: MentionValue
    why: str | None = None

    @property
    def kind(self) -> str:
        """The kind of record.md, section 2."""
        return MENTION_KINDS[type(self.value)]


MENTION_KINDS: dict[type, str] = {
    DateValue: "date",
    QuantityValue: "quantity",
    PlaceValue: "place",
    ActorValue: "actor",
    SpeakerValue: "speaker",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its sentences and its mentions, each in order of place; `language` is known by now ("en", "es")."""

    text: Text
    language: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


# ---------------------------------------------------------------- what is coded


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
    """One figure, as somebody gave it: `start` and `end` are the span of `text`, its words; `quote` is their sentence."""

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


# ---------------------------------------------------------------- what is linked and tallied


@dataclass(frozen=True, slots=True)
class Appearance:
    """A coded passage with what linking needs to know of where it stood.

    `as_of` is the publication day of the page or teaser. `copy_of` is set where the passage repeats another.
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
    """The reports held to be of one thing that happened; its figures are views made by `publish` under a policy."""

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


# ---------------------------------------------------------------- what people decide, and what went wrong


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
