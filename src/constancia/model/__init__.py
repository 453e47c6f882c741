"""The nouns of the record, from the bytes of a page to a toll; standard library only.

    Snapshot -> Page -> Passage -> Text -> Reading[Mention] -> Coding[Report[Claim]] -> Event -> Toll

Every noun is frozen and crosses a stage as it is. `codec.py` writes each as the JSON of record.md and reads it back.
Offsets count Unicode code points from 0, end exclusive. A value that is not known is None. A field whose name is a
Python keyword ends in an underscore (`from_`), which its JSON name drops.
"""

from constancia.model.coding import (
    Actor,
    Claim,
    Coding,
    Instrument,
    Report,
    ReportDate,
    ReportPlace,
    Speaker,
    Target,
    Thing,
)
from constancia.model.page import Capture, Page, Passage, PassageText, Redirect, Snapshot, Source
from constancia.model.reading import (
    MENTION_KINDS,
    ActorValue,
    DateValue,
    Extent,
    Mention,
    MentionValue,
    PlaceValue,
    QuantityValue,
    Reading,
    Sentence,
    Span,
    SpeakerValue,
    Text,
    Token,
)
from constancia.model.record import Appearance, Campaign, Copy, Event, Judgement, Link, Linking, Problem, Toll

__all__ = [
    "MENTION_KINDS",
    "Actor",
    "ActorValue",
    "Appearance",
    "Campaign",
    "Capture",
    "Claim",
    "Coding",
    "Copy",
    "DateValue",
    "Event",
    "Extent",
    "Instrument",
    "Judgement",
    "Link",
    "Linking",
    "Mention",
    "MentionValue",
    "Page",
    "Passage",
    "PassageText",
    "PlaceValue",
    "Problem",
    "QuantityValue",
    "Reading",
    "Redirect",
    "Report",
    "ReportDate",
    "ReportPlace",
    "Sentence",
    "Snapshot",
    "Source",
    "Span",
    "Speaker",
    "SpeakerValue",
    "Target",
    "Text",
    "Thing",
    "Token",
    "Toll",
]
