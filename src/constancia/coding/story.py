"""What the steps of coding hand to each other: a `Story` (one text being coded) with its `Draft`s.

The order of the steps (`report.py`):

    triggers -> drafts (type, status, date, place, who) -> merge -> split -> claims -> Report

**The hand-over to claims.** `claims.claim_figures(story) -> Figures` runs when every draft is final but for its claims:
type, status, date, place, actors, plural and spans stand, duplicates are merged (X1), places are split (X2, X3). It
reads

* `story.reading`: the text, its sentences and mentions; `story.mentions_in(i)` gives those of sentence i, in order;
* `story.parse(i)`: the clauses of sentence i (see `syntax.py`), made when first asked for;
* `story.drafts`: in order of their triggers. `draft.trigger` is the deed's word, `draft.told_in` the sentences that
  tell of it (that of the trigger first), `draft.echoes` the later words for the same deed ("the march"). Two drafts
  that were split by place share one trigger and one `split_group`; their `place_mention` tells them apart.

and gives back `Figures`: claims by `report_id`, and toll claims that belong to no event (their `report_id` is None).
It changes nothing in the story. A claim hangs on the draft whose clause says the figure (X7: on the deed that caused
it; else on the protest where it happened). The claims of a draft that is not `occurred` or `ongoing` are kept too: the
record shows them with their status.

After the claims, `report.py` chooses ACLED's sub-type (it depends on deaths) and writes the Report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from constancia.coding.clauses.syntax import Parse
from constancia.model import (
    Actor,
    ActorValue,
    Claim,
    DateValue,
    Instrument,
    Mention,
    PlaceValue,
    Reading,
    ReportDate,
    ReportPlace,
    SpeakerValue,
    Target,
    Thing,
)
from constancia.vocabulary import EventType, Form, InstrumentKind, Issue, Mode, Role, Status
from constancia.words import Hit, fold


def are_police(mention: Mention) -> bool:
    """Tell whether a mention is of police."""
    value = mention.value
    return isinstance(value, ActorValue) and value.role is Role.POLICE


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name a deed: where they stand, and the entry of the lexicon (`sense`) that they matched."""

    start: int
    end: int
    text: str
    sentence: int
    word: int
    last_word: int
    sense: str
    is_verb: bool


@dataclass(slots=True)
class Draft:
    """A report on its way; see the module's docstring for what is final when."""

    report_id: str
    trigger: Trigger
    type: EventType
    mode: Mode | None
    form: Form | None
    status: Status = Status.OCCURRED
    extent: tuple[int, int] = (0, 0)
    told_in: list[int] = field(default_factory=list)
    echoes: list[Trigger] = field(default_factory=list)
    date: ReportDate | None = None
    date_mention: Mention | None = None
    said_on: Mention | None = None
    place: ReportPlace | None = None
    place_mention: Mention | None = None
    is_plural: bool = False
    plural_low: int | None = None
    actors: list[Actor] = field(default_factory=list)
    issue: list[Issue] = field(default_factory=list)
    target: Target | None = None
    campaign: str | None = None
    day_counter: int | None = None
    instruments: list[Instrument] = field(default_factory=list)
    objects: list[Thing] = field(default_factory=list)
    split_group: int | None = None
    is_bare: bool = False
    is_weak: bool = False
    leaves_harm: bool = False  # "the attack left eight dead": an attack that was, whoever did it
    is_answered: bool = False  # what a protest is held over: it lends it neither its day nor its town
    tells_harm: bool = False  # its sentence counts the dead or hurt
    is_counted_only: bool = False
    is_on_somebody: bool = False
    why: list[str] = field(default_factory=list)

    @property
    def first_day(self) -> dt.date | None:
        """The day on which it was, or the first of its days; None where that is open."""
        return self.date.from_ if self.date is not None else None

    def is_named_in(self, sentence: int) -> bool:
        """Tell whether a sentence has a word for the deed itself."""
        return self.trigger.sentence == sentence or any(echo.sentence == sentence for echo in self.echoes)


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences [first, last) below a heading, with the day that they are told of and the words that give it."""

    first: int
    last: int
    day: dt.date
    mention: Mention


@dataclass(slots=True)
class Story:
    """A text being coded: what was read of it, its parses, and the drafts of its reports.

    `instruments` holds those of the sentences that were asked for them; `country` the one that the text is about, once
    it was asked for (`country.py`); `sections` those of a live page or chronology (`when/sections.py`).
    """

    reading: Reading
    parse_sentence: Callable[[int], Parse]
    drafts: list[Draft] = field(default_factory=list)
    instruments: dict[int, list[Hit[InstrumentKind]]] = field(default_factory=dict)
    country: list[PlaceValue | None] = field(default_factory=list)
    sections: list[Section] | None = None
    _parses: dict[int, Parse] = field(default_factory=dict)
    _mentions: list[list[Mention]] | None = None
    _names_police: bool | None = None
    _quoted: list[Mention] | None = None
    _folded: str | None = None

    def folded(self, sentence: int) -> str:
        """Give the folded words of a sentence (see `words.fold`)."""
        if self._folded is None:
            self._folded = fold(self.reading.text.text)
        bounds = self.reading.sentences[sentence]
        return self._folded[bounds.start : bounds.end]

    def quoted(self) -> list[Mention]:
        """Give the mentions of speakers."""
        if self._quoted is None:
            self._quoted = [mention for mention in self.reading.mentions if isinstance(mention.value, SpeakerValue)]
        return self._quoted

    def names_police(self) -> bool:
        """Tell whether the text names police anywhere."""
        if self._names_police is None:
            self._names_police = any(are_police(mention) for mention in self.reading.mentions)
        return self._names_police

    def parse(self, sentence: int) -> Parse:
        """Give the clauses of a sentence; they are made once."""
        if sentence not in self._parses:
            self._parses[sentence] = self.parse_sentence(sentence)
        return self._parses[sentence]

    def lead_sentences(self) -> set[int]:
        """Give the headline's sentences and the first one of the body."""
        sentences = self.reading.sentences
        lead = {index for index, sentence in enumerate(sentences) if sentence.is_headline}
        body = [index for index in range(len(sentences)) if index not in lead]
        return lead | set(body[:1])

    def mentions_in(self, sentence: int) -> list[Mention]:
        """Give the mentions that begin in a sentence, in order of place."""
        if self._mentions is None:
            self._mentions = self._by_sentence()
        return self._mentions[sentence]

    def dates_in(self, sentence: int) -> list[Mention]:
        """Give the mentions of dates of a sentence."""
        return [mention for mention in self.mentions_in(sentence) if isinstance(mention.value, DateValue)]

    def _by_sentence(self) -> list[list[Mention]]:
        rows: list[list[Mention]] = [[] for _ in self.reading.sentences]
        at = 0
        sentences = self.reading.sentences
        for mention in self.reading.mentions:
            while at + 1 < len(sentences) and mention.start >= sentences[at].end:
                at += 1
            while at and mention.start < sentences[at].start:
                at -= 1
            if rows:
                rows[at].append(mention)
        return rows


@dataclass(frozen=True, slots=True)
class Figures:
    """What `claim_figures` found: claims by report, and toll claims that belong to no one event."""

    by_report: dict[str, tuple[Claim, ...]]
    tolls: tuple[Claim, ...] = ()
