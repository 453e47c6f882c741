"""The public rows of a record in; each event with its reports, claims and pages out: what every codebook writes from.

The rows are those of the ordinary export, so that names are masked and places known only as an area have no point.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from constancia.publish.bundle import Figure
from constancia.publish.privacy import BLACK
from constancia.publish.rows import Row

_DEEDS_THAT_FOLLOW = frozenset({"ASSAULT", "COERCE"})


@dataclass(frozen=True, slots=True)
class Case:
    """An event as its codebook sees it.

    `claims` are those of its reports but copies'; `parts` the events that are a part of it; `pages` are by page id,
    each with the name of its publisher and the time of its capture.
    """

    event: Row
    reports: tuple[Row, ...]
    claims: tuple[Row, ...]
    pages: Mapping[str, Row]
    campaign: str | None
    parts: tuple[Case, ...]

    @property
    def event_id(self) -> str:
        """Its id."""
        return str(self.event["event_id"])

    @property
    def first_day(self) -> dt.date | None:
        """The first day that is known of it."""
        return _day(self.event["date_from"])

    @property
    def last_day(self) -> dt.date | None:
        """The last day; of what goes on, the last day that a report tells of."""
        last = _day(self.event["date_to"])
        return last if last is not None else max(self.days(), default=self.first_day)

    def days(self) -> tuple[dt.date, ...]:
        """Give the days that reports name, each alone, within the event's own days."""
        first, last = self.first_day, _day(self.event["date_to"])
        named = {_day(r["date_from"]) for r in self.reports if r["date_precision"] == "day"}
        return tuple(sorted(d for d in named if d and (first is None or d >= first) and (last is None or d <= last)))

    def figure(self, measure: str) -> Figure:
        """Give a figure under the policy of the export."""
        return Figure(*(self.event[f"{measure}_{part}"] for part in ("low", "high", "best")))

    def measured(self, measure: str) -> tuple[Row, ...]:
        """Give the claims of a measure, those of wholes first."""
        mine = [claim for claim in self.claims if claim["measure"] == measure]
        return tuple(sorted(mine, key=lambda claim: (claim["part_of"] is not None, claim["claim_id"])))

    def words(self, measure: str) -> str | None:
        """Give a measure as it was said, every wording once; None where nobody gave it."""
        said = dict.fromkeys(c["text"] for c in self.measured(measure) if c["part_of"] is None)
        return "; ".join(said) or None

    def responses(self) -> tuple[Case, ...]:
        """Give what was done to it: the assaults and arrests that are told as its parts."""
        return tuple(part for part in self.parts if part.event["type"] in _DEEDS_THAT_FOLLOW)

    def is_sum_of_parts(self) -> bool:
        """Tell whether it only sums up events of its own kind that are told one by one."""
        return any(part.event["type"] == self.event["type"] for part in self.parts) and any(
            report["is_plural"] for report in self.reports
        )

    def outlets(self) -> tuple[str, ...]:
        """Give the names of those who published its reports, copies too; an outlet without a name by its page."""
        pages = (self.pages[report["page_id"]] for report in self.reports)
        return tuple(sorted({page["publisher"] or page["url"] for page in pages}))

    def urls(self) -> tuple[str, ...]:
        """Give the addresses of the pages that tell of it."""
        return tuple(dict.fromkeys(self.pages[report["page_id"]]["url"] for report in self.reports))

    def quote(self) -> str:
        """Give the words of its first report on one line."""
        return " ".join(self.reports[0]["quote"].split()) if self.reports else ""

    def roles(self, *parts: str) -> tuple[str, ...]:
        """Give the roles of those who take these parts in it, each once."""
        return tuple(dict.fromkeys(actor["role"] for actor in self.event["actors"] if actor["part"] in parts))

    def names(self, *parts: str) -> tuple[str, ...]:
        """Give the names that may be told of those who take these parts."""
        named = (
            name
            for actor in self.event["actors"]
            if actor["part"] in parts
            for name in (None if actor.get("is_private") else actor["name"], actor.get("organisation"))
        )
        return tuple(dict.fromkeys(name for name in named if name and BLACK not in name))

    def issues(self) -> tuple[str, ...]:
        """Give what it is about, each issue once."""
        return tuple(dict.fromkeys(issue for report in self.reports for issue in report["issue"] or ()))

    def targets(self) -> tuple[Row, ...]:
        """Give those whom its demands are made to."""
        return tuple(report["target"] for report in self.reports if report["target"])

    def instruments(self) -> tuple[str, ...]:
        """Give the kinds of what it was done with."""
        return tuple(dict.fromkeys(one["kind"] for report in self.reports for one in report["instruments"] or ()))

    def damaged(self) -> tuple[str, ...]:
        """Give the words of what was damaged or destroyed."""
        things = (thing for report in self.reports for thing in report["objects"] or ())
        return tuple(dict.fromkeys(one["text"] for one in things if one["effect"] in ("damaged", "destroyed")))


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def with_responses(case: Case) -> Iterator[Case]:
    """Give an event and what was done to it, for a codebook in which they are one."""
    yield case
    yield from case.responses()
