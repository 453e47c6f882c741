"""Make coded appearances of invented events at a realistic density, to measure linking: one seed, one record.

    python tools/generate_reports.py 10000 100000 1000000    # links them; CPU seconds, peak memory, F, growth
    python tools/generate_reports.py 10000 --hot             # all of one town and day

Events fall on days and towns as in coverage of protest: few towns hold most of them. An event is told by one to some
hundreds of passages (a heavy tail, three on average), each in words of its own, with the event's names and rare words
among common ones; one report in seven names its region or country alone or no place, one in ten gives no date.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import os
import resource
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

import numpy as np

from constancia.identity import claim_id, report_id
from constancia.link import link
from constancia.model import Appearance, Claim, Coding, Report, ReportDate, ReportPlace, Span
from constancia.vocabulary import (
    Certainty,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    Modifier,
    PlacePrecision,
    Precision,
    Scope,
    Status,
)

COUNTRIES, REGIONS, TOWNS = 20, 12, 15
COMMON, RARE, NAMES = 8_000, 200_000, 60_000
FIRST_DAY = dt.date(2015, 1, 1)
DEEDS = (
    (EventType.PROTEST, Mode.DEMO, Form.MARCH),
    (EventType.PROTEST, Mode.DEMO, Form.RALLY),
    (EventType.PROTEST, Mode.OBSTRUCT, Form.BLOCKADE),
    (EventType.PROTEST, Mode.STRIKE, Form.STRIKE),
    (EventType.ASSAULT, Mode.FIREARMS, None),
    (EventType.COERCE, Mode.ARREST, None),
)


class World:
    """The invented places, days and words that events are drawn from."""

    def __init__(self, reports: int, seed: int, *, hot: bool) -> None:
        self.dice = np.random.default_rng(seed)
        self.days = 1 if hot else max(30, int(3650 * (reports / 1_000_000) ** 0.5))
        self.towns = 1 if hot else COUNTRIES * REGIONS * TOWNS
        weights = 1 / (np.arange(self.towns) + 10) ** 0.9
        self.town_weights = weights / weights.sum()

    def place(self, town: int, fine: float) -> ReportPlace | None:
        """Name a town as a report does: itself, its region, its country, or not at all."""
        country, region = f"C{town % COUNTRIES:02}", f"Region {town % (COUNTRIES * REGIONS)}"
        if fine < 0.85:
            lat, lon = (town % 997) / 8 - 60, (town % 1009) / 4 - 120
            return ReportPlace(f"Town {town}", Feature.CITY, PlacePrecision.CITY, lat, lon, country, region)
        if fine < 0.92:
            return ReportPlace(region, Feature.ADMIN1, PlacePrecision.ADMIN1, country=country, admin1=region)
        if fine < 0.97:
            return ReportPlace(country, Feature.COUNTRY, PlacePrecision.COUNTRY, country=country)
        return None


def spelled(start: str, number: int) -> str:
    """Spell a number in letters."""
    letters = start
    for _ in range(4):
        number, digit = divmod(int(number), 26)
        letters += chr(97 + digit)
    return letters


def generate(reports: int, seed: int = 1, *, hot: bool = False) -> Iterator[tuple[Appearance, int]]:
    """Give appearances with the number of the event that each tells of, until there are so many reports.

    `hot` puts all of them in one town and day.
    """
    world = World(reports, seed, hot=hot)
    made = number = 0
    while made < reports:
        number += 1
        dice = world.dice
        town = int(dice.choice(world.towns, p=world.town_weights)) if world.towns > 1 else 0
        day = FIRST_DAY + dt.timedelta(days=int(dice.integers(world.days)))
        deed = DEEDS[int(dice.integers(len(DEEDS)))]
        own = [spelled("ra", word) for word in dice.integers(RARE, size=12)]
        own += [spelled("Na", word) for word in dice.integers(NAMES, size=6)]
        size = round(10 ** dice.normal(2.5, 0.8))
        for _ in range(min(reports - made, int(dice.zipf(2.2)), 400)):
            made += 1
            yield _appearance(world, (number, made), (town, day, deed), own, size), number


def _appearance(
    world: World,
    numbers: tuple[int, int],
    event: tuple[int, dt.date, tuple[EventType, Mode, Form | None]],
    own: list[str],
    size: int,
) -> Appearance:
    dice, (town, day, deed), name = world.dice, event, f"t{numbers[1]}"
    words = [spelled("co", word) for word in (COMMON * dice.random(60) ** 3).astype(int)]
    words += [word for word, keep in zip(own, dice.random(len(own)) < 0.6, strict=True) if keep]
    words += [spelled("ra", word) for word in dice.integers(RARE, size=8)]
    text = " ".join(words[at] for at in dice.permutation(len(words)))
    published = day + dt.timedelta(days=int(dice.integers(4)))
    kind, mode, form = deed
    told = max(1, round(size * float(dice.choice([1, 1, 1, 0.5, 2]))))
    claim = Claim(
        claim_id(name, 0, 3, "participants"), None, Measure.PARTICIPANTS, str(told), None, Modifier.EXACT, told, told,
        told, Scope.INCIDENT, None, None, None, None, None, None, None, Certainty.ASSERTED, None, 0, 3, str(told),
    )  # fmt: skip
    report = Report(
        report_id(name, 0, 5, kind), name, 0, 80, text[:200], Span(0, 5, "deed"), kind, mode, form, None, None,
        Status.OCCURRED, is_plural=False, plural_low=None,
        date=None if dice.random() < 0.1 else ReportDate(day, day, Precision.DAY),
        place=world.place(town, float(dice.random())), claims=(claim,),
    )  # fmt: skip
    paper = f"Paper {int(dice.integers(300))}"
    return Appearance(
        name, f"page-{name}", f"https://news.example/{name}", paper, published, "en", text, Coding(name, (report,), ())
    )


def b_cubed(found: dict[str, str], told: dict[str, int]) -> float:
    """Give the B-cubed F of a clustering of reports."""
    both: dict[tuple[str, int], int] = {}
    mine: dict[str, int] = {}
    true: dict[int, int] = {}
    for report, event in found.items():
        both[event, told[report]] = both.get((event, told[report]), 0) + 1
        mine[event] = mine.get(event, 0) + 1
        true[told[report]] = true.get(told[report], 0) + 1
    precision = sum(n * n / mine[event] for (event, _), n in both.items()) / len(found)
    recall = sum(n * n / true[event] for (_, event), n in both.items()) / len(found)
    return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking so many generated reports took: CPU seconds without making them, and peak memory in bytes."""

    reports: int
    spent_s: float
    peak_bytes: int
    events: int
    told: int
    f: float

    def __str__(self) -> str:
        """Give a line."""
        return (
            f"{self.reports:>9,} reports: {self.spent_s:6.1f} CPU s, {self.peak_bytes / 1e9:.2f} GB, "
            f"{self.events:,} events of {self.told:,}, B-cubed F {self.f:.3f}"
        )


def linked(reports: int, *, hot: bool = False) -> Linked:
    """Link so many generated reports, each made when it is asked for; the time that making them takes is left out."""
    ids, numbers = array("Q"), array("l")  # what is told beside the record may not count as its memory
    made = [0.0]

    def feed() -> Iterator[Appearance]:
        items = generate(reports, hot=hot)
        while True:
            before = time.process_time()
            item = next(items, None)
            made[0] += time.process_time() - before
            if item is None:
                return
            ids.append(int(item[0].coding.reports[0].report_id[1:], 16))
            numbers.append(item[1])
            yield item[0]

    start = time.process_time()
    linking = link(feed())
    spent = time.process_time() - start - made[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    found = {report: event.event_id for event in linking.events for report in event.report_ids}
    told = {f"r{name:016x}": number for name, number in zip(ids, numbers, strict=True)}
    return Linked(reports, spent, peak, len(linking.events), len(set(numbers)), b_cubed(found, told))


def exponent(less: Linked, more: Linked) -> float:
    """Give the power of the number of reports with which the time of linking grows between two numbers of them."""
    return math.log(more.spent_s / less.spent_s) / math.log(more.reports / less.reports)


def main() -> None:
    """Link generated reports, each number of them in a process of its own; print time, memory, F and growth."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reports", type=int, nargs="+", help="how many; of several the growth is told as well")
    options.add_argument("--hot", action="store_true", help="all of one town and day")
    chosen = options.parse_args()
    print(f"load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores")
    before: list[Linked] = []
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for done in pool.imap(partial(linked, hot=chosen.hot), chosen.reports, chunksize=1):
            print(done, flush=True)
            for less in before:
                print(f"  growth exponent from {less.reports:,}: {exponent(less, done):.2f}", flush=True)
            before.append(done)


if __name__ == "__main__":
    main()
