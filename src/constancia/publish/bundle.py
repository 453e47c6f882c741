"""What leaves the record together: a page with all that was made of it; pure nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from constancia.model import (
    Campaign,
    Claim,
    Coding,
    Copy,
    Event,
    Judgement,
    Link,
    Mention,
    Page,
    Report,
    Snapshot,
    Toll,
)
from constancia.publish.offsets import shift


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an event under a policy, as bounds."""

    low: int | None
    high: int | None
    best: int | None


@dataclass(frozen=True, slots=True)
class PageBundle:
    """A page; by passage its mentions, coding and copy; by report its event; by claim its toll."""

    page: Page
    mentions: Mapping[str, tuple[Mention, ...]]
    codings: Mapping[str, Coding]
    copies: Mapping[str, Copy]
    events: Mapping[str, str]
    tolls: Mapping[str, str]

    def shifted_mentions(self, passage_id: str, start: int) -> Iterator[Mention]:
        """Give a passage's mentions with offsets in the page's text."""
        return (shift(mention, start) for mention in self.mentions.get(passage_id, ()))

    def shifted_reports(self, passage_id: str, start: int) -> Iterator[Report]:
        """Give a passage's reports with offsets in the page's text."""
        coding = self.codings.get(passage_id)
        return (shift(report, start) for report in coding.reports) if coding else iter(())

    def shifted_toll_claims(self, passage_id: str, start: int) -> Iterator[Claim]:
        """Give the claims of a passage that belong to no report, with offsets in the page's text."""
        coding = self.codings.get(passage_id)
        return (shift(claim, start) for claim in coding.toll_claims) if coding else iter(())


class Record(Protocol):
    """What an export needs of a record; every iterator goes in the order of ids."""

    def snapshots(self) -> Iterator[Snapshot]:
        """Give every snapshot."""
        ...

    def bundles(self) -> Iterator[PageBundle]:
        """Give every page with all that was made of it."""
        ...

    def private_names(self) -> Iterator[str]:
        """Give the names of private people, anywhere in the record."""
        ...

    def events(self) -> Iterator[Event]:
        """Give every event."""
        ...

    def figures(self, event: Event) -> Mapping[str, Figure]:
        """Give an event's figures by measure under the policy of the export."""
        ...

    def links(self) -> Iterator[Link]:
        """Give every link."""
        ...

    def tolls(self) -> Iterator[Toll]:
        """Give every row of the ledger."""
        ...

    def campaigns(self) -> Iterator[Campaign]:
        """Give every campaign."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Give every judgement."""
        ...
