"""Pages of an invented crisis in which much is near much else, for a record to grow by."""

from __future__ import annotations

import datetime as dt
import random

from constancia import identity
from constancia.model import Claim, Coding, Page, Passage, Report, ReportDate, ReportPlace, Span
from constancia.store import PageRows, PageWork, page_rows
from constancia.vocabulary import (
    Certainty,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    Modifier,
    PageKind,
    PlacePrecision,
    Precision,
    Scope,
    Status,
)

DEEDS = (
    (EventType.PROTEST, Mode.DEMO, Form.MARCH),
    (EventType.PROTEST, Mode.STRIKE, Form.STRIKE),
    (EventType.ASSAULT, Mode.CROWD_CONTROL, None),
    (EventType.COERCE, Mode.ARREST, None),
)
FIRST = dt.date(2031, 3, 1)
WORDS = 6000


def _spelled(start: str, number: int) -> str:
    """Spell a number in letters: digits would be words of their own."""
    while number:
        number, letter = divmod(number, 20)
        start += "bcdfghjklmnprstvwxyz"[letter]
    return start


class Crowd:
    """Draws pages; the same seed draws the same."""

    def __init__(self, seed: int, events: int = 40, days: int = 120) -> None:
        self.dice = random.Random(seed)
        self.days = days
        self.events = [self._event() for _ in range(events)]
        self.texts: list[tuple[str, tuple]] = []
        self.urls: list[str] = []

    def _event(self):
        names = [_spelled("Na", self.dice.randrange(200)) for _ in range(3)]
        words = [self._word() for _ in range(8)]
        day = FIRST + dt.timedelta(days=self.dice.randrange(self.days))
        return self.dice.choice(DEEDS), self.dice.randrange(6), day, names + words

    def _word(self) -> str:
        return _spelled("wo", self.dice.randrange(WORDS))

    def pages(self, count: int) -> list[PageRows]:
        """Give so many pages, each as the rows that keep it."""
        return [page_rows(self._page(number)) for number in range(count)]

    def _page(self, number: int) -> PageWork:
        url = f"https://paper{number % 7}.example/{number}"
        snapshot = identity.snapshot_id(url, f"{self.dice.random():f}")
        page_id = identity.page_id(snapshot)
        parts = [self._text() for _ in range(self.dice.choice([1, 1, 1, 1, 1, 2]))]
        passages, codings, start = [], [], 0
        for text, event in parts:
            end = start + len(text)
            name = identity.passage_id(page_id, start, end)
            linked = self.dice.choice(self.urls[-9:]) if self.urls and self.dice.random() < 0.05 else None
            passages.append(Passage(name, page_id, start, end, start, None, linked, None))
            codings.append(self._coding(name, text, event))
            start = end + 2
        self.urls.append(url)
        day = parts[0][1][2] + dt.timedelta(days=self.dice.randrange(3))
        published = day if self.dice.random() < 0.9 else None
        page = Page(
            page_id, snapshot, url, PageKind.ARTICLE, None, published, Precision.DAY, None,
            self.dice.choice(["en", "es"]), f"Paper {number % 7}", None, "\n\n".join(text for text, _ in parts), "made",
            tuple(passages),
        )  # fmt: skip
        return PageWork(snapshot, "made", page, (), tuple(codings))

    def _text(self):
        event = self.dice.choice(self.events)
        if self.texts and self.dice.random() < 0.15:
            text, event = self.dice.choice(self.texts)
            words = text.split()
            return " ".join(words[: self.dice.choice([len(words), len(words) * 2 // 3])]), event
        words = [word for word in event[3] if self.dice.random() < 0.7]
        words += [self._word() for _ in range(30)]
        self.dice.shuffle(words)
        self.texts.append((" ".join(words), event))
        return self.texts[-1]

    def _coding(self, name: str, text: str, event) -> Coding:
        told = [event] + [self.dice.choice(self.events) for _ in range(self.dice.choice([0, 0, 0, 0, 0, 1]))]
        reports = [self._report(name, text, at * 20, each) for at, each in enumerate(told)]
        tolls = (self._claim(name, 7 + self.dice.randrange(3)),) if self.dice.random() < 0.2 else ()
        return Coding(name, tuple({one.report_id: one for one in reports}.values()), tolls)

    def _report(self, name: str, text: str, at: int, event) -> Report:
        (kind, mode, form), town, day, _ = event
        slip = dt.timedelta(days=self.dice.choice([0, 0, 0, 1]))
        end = day + slip + dt.timedelta(days=self.dice.choice([0, 0, 0, 0, 5]))
        plural = self.dice.random() < 0.1
        counted = mode is Mode.STRIKE and self.dice.random() < 0.3
        return Report(
            report_id=identity.report_id(name, at, at + 4, kind), id=name, start=at, end=at + 60,
            quote=text[at : at + 60], trigger=Span(at, at + 4, text[at : at + 4]), type=kind, mode=mode, form=form,
            acled_event_type=None, acled_sub_event_type=None,
            status=self.dice.choice([Status.OCCURRED, Status.OCCURRED, Status.ONGOING, Status.PLANNED]),
            is_plural=plural, plural_low=4 if plural else None,
            date=None if self.dice.random() < 0.1 else ReportDate(day + slip, end, Precision.DAY),
            place=self._place(town), campaign="Grand Water Strike" if counted else None,
            day_counter=self.dice.randrange(1, 9) if counted and self.dice.random() < 0.7 else None,
        )  # fmt: skip

    def _place(self, town: int) -> ReportPlace | None:
        region, fine = f"Region {town % 2}", self.dice.random()
        if fine < 0.7:
            name = f"Town {town}"
            return ReportPlace(
                name, Feature.CITY, PlacePrecision.CITY, -10.0 - town, -70.0, "PE", region, start=1, end=4
            )
        if fine < 0.8:
            return ReportPlace(
                region, Feature.ADMIN1, PlacePrecision.ADMIN1, country="PE", admin1=region, start=1, end=4
            )
        return (
            ReportPlace("Peru", Feature.COUNTRY, PlacePrecision.COUNTRY, country="PE", start=1, end=4)
            if fine < 0.9
            else None
        )

    def _claim(self, name: str, number: int) -> Claim:
        return Claim(
            identity.claim_id(name, 0, 3, Measure.KILLED), None, Measure.KILLED, str(number), None, Modifier.EXACT,
            number, number, number, Scope.CUMULATIVE, None, None, None, None, None, None, None, Certainty.ASSERTED,
            None, 0, 3, str(number),
        )  # fmt: skip
