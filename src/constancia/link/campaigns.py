"""Named and numbered series: a report's campaign to its name, edition and day; events to campaigns with their day 1."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from constancia.identity import campaign_id
from constancia.model import Campaign, Event, Report
from constancia.words import fold

_DIGITS = re.compile(r"\d+")
_TOKEN = re.compile(r"\d+[.]?[ºª°]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Series:
    """Which series a report names: the name without its number, which one of it, and the day of its counter."""

    name: str | None
    edition: int | None
    day: int | None


@dataclass(frozen=True, slots=True)
class _Numbering:
    ordinals: dict[str, int]
    roman: dict[str, int]
    noise: frozenset[str]


@cache
def _numbering() -> _Numbering:
    table = tomllib.loads(files("constancia.data").joinpath("linking", "series.toml").read_text(encoding="utf-8"))
    ordinals = {word: int(number) for number, words in table["ordinals"].items() for word in words}
    roman = {numeral: place for place, numeral in enumerate(table["roman"]["numerals"], start=1)}
    return _Numbering(ordinals, roman, frozenset(table["noise"]["words"]))


@cache
def _parse(campaign: str) -> tuple[str | None, int | None]:
    numbering = _numbering()
    edition: int | None = None
    kept: list[str] = []
    for word in _TOKEN.findall(campaign):
        folded = fold(word)
        number = numbering.ordinals.get(folded, numbering.roman.get(word))
        if number is None and word[-1] in "ºª°":
            number = int(_DIGITS.findall(word)[0])
        if number is not None and edition is None:
            edition = number
        elif folded not in numbering.noise and not folded.isdigit():
            kept.append(folded)
    return (" ".join(kept) or None), edition


_NAMED = r"[A-ZÁÉÍÓÚÑ][\w’'-]+"
_JOINED = rf"{_NAMED}(?: (?:(?:de|del|de la|de los|de las|por el|por la|of|of the|for|for the) )?{_NAMED})*"


def campaign_words(report: Report) -> str | None:
    """Give the capitalised words that the trigger of a counted report stands in ("day 12 of the Water Strike")."""
    if report.day_counter is None:
        return None
    at = report.trigger.start - report.start
    for match in re.finditer(_JOINED, report.quote):
        if match.start() <= at < match.end() and " " in match[0]:
            return match[0]
    return None


NOT_A_SERIES = Series(None, None, None)


def series_of(campaign: str | None, day_counter: int | None) -> Series:
    """Read a campaign as named and the counter beside it ("National Strike", day 196; "third takeover of Lima")."""
    if campaign is None and day_counter is None:
        return NOT_A_SERIES
    name, edition = _parse(campaign) if campaign else (None, None)
    return Series(name, edition, day_counter)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report's word on a series: the campaign as written, its counter, the page's day and the country."""

    report_id: str
    campaign: str | None
    series: Series
    published: dt.date | None
    country: str | None


def _epoch(sightings: list[Sighting]) -> dt.date | None:
    """Solve day 1 from counters on dated pages: the day that two pages with different counters agree on.

    A page may tell of the day before, so that counters of one series can give two days 1 that lie side by side; the one
    that more pages give holds, the earlier one in a tie. Where no two agree, day 1 stays open.
    """
    votes: dict[dt.date, set[tuple[dt.date, int]]] = defaultdict(set)
    for sighting in sightings:
        if sighting.published is not None and sighting.series.day is not None:
            start = sighting.published - dt.timedelta(days=sighting.series.day - 1)
            votes[start].add((sighting.published, sighting.series.day))
    agreed = [(len(pages), start) for start, pages in votes.items() if len(pages) > 1]
    return min(agreed, key=lambda vote: (-vote[0], vote[1]))[1] if agreed else None


def _merge(groups: dict[str, list[Sighting]], event_of: dict[str, str]) -> list[list[Sighting]]:
    """Join the groups of names that are one series: one event bears both, or one country and one day 1 do."""
    home: dict[object, str] = {}
    root = {name: name for name in groups}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for name in sorted(groups):
        start = _epoch(groups[name])
        keys: set[object] = {("event", event_of[s.report_id]) for s in groups[name] if s.report_id in event_of}
        keys |= {("start", s.country, start) for s in groups[name] if start is not None and s.country is not None}
        for key in keys:
            if key in home:
                root[find(name)] = find(home[key])
            else:
                home[key] = name
    merged: dict[str, list[Sighting]] = defaultdict(list)
    for name in sorted(groups):
        merged[find(name)].extend(groups[name])
    return [merged[name] for name in sorted(merged)]


def _display_name(sightings: list[Sighting]) -> str:
    plain = [s.campaign for s in sightings if s.campaign and s.series.edition is None]
    counts = Counter(plain or [s.campaign for s in sightings if s.campaign])
    return min(counts, key=lambda name: (-counts[name], name))


def find_campaigns(sightings: Iterable[Sighting], events: list[Event]) -> tuple[tuple[Campaign, ...], list[Event]]:
    """Find the campaigns that reports name, and give the events anew with the campaign that each belongs to."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    nameless: dict[str, list[Sighting]] = defaultdict(list)
    event_of = {report: event.event_id for event in events for report in event.report_ids}
    for sighting in sorted(sightings, key=lambda s: s.report_id):
        if sighting.series.name:
            groups[sighting.series.name].append(sighting)
        elif sighting.report_id in event_of:  # "day 12 of the strike", linked to the strike that others name
            nameless[event_of[sighting.report_id]].append(sighting)
    by_id = {event.event_id: event for event in events}
    owner: dict[str, str] = {}
    campaigns = []
    for members in _merge(groups, event_of):
        name = _display_name(members)
        own = {event_of[s.report_id] for s in members if s.report_id in event_of}
        number = campaign_id(name)
        owner.update(dict.fromkeys(sorted(own), number))
        counted = [sighting for event in sorted(own) for sighting in nameless[event]]
        campaigns.append(_campaign(number, name, members + counted, [by_id[event] for event in sorted(own)]))
    placed = [replace(e, campaign_id=owner.get(e.event_id)) if e.event_id in owner else e for e in events]
    return tuple(sorted(campaigns, key=lambda c: c.campaign_id)), placed


def _campaign(number: str, name: str, members: list[Sighting], events: list[Event]) -> Campaign:
    days = any(s.series.day is not None for s in members)
    editions = any(s.series.edition is not None for s in members)
    starts = [e.date.from_ for e in events if e.date and e.date.from_]
    ends = [end for e in events if e.date and (end := e.date.to or e.date.from_)]
    return Campaign(
        campaign_id=number,
        name=name,
        counter_unit="day" if days else ("edition" if editions else None),
        counter_epoch=_epoch(members),
        date_from=min(starts, default=None),
        date_to=max(ends, default=None),
        n_events=len(events),
    )
