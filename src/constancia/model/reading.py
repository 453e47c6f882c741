"""What is read: a text, its sentences, and mentions with their values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from constancia.vocabulary import (
    Anchor,
    Feature,
    Measure,
    Modifier,
    PageKind,
    Precision,
    QuotationKind,
    Role,
    TimexType,
)


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


@dataclass(frozen=True, slots=True)
class Token:
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
