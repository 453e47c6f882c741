"""Entries to rows of the ledger: claims that count the same thing of the same place since the same day lie together."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from constancia.model import PlaceValue
from constancia.tally.entries import Entry
from constancia.vocabulary import Category, Feature, Measure, Scope
from constancia.words import fold

_ISO = re.compile(r"\d{4}(-\d{2}){0,2}$")

OCCASION_DAYS = 7
"""Figures of one place or window that are given more than a week apart are of two occasions."""


@dataclass(frozen=True, slots=True)
class RowKey:
    """What a row counts; `place` is a country's code, else the folded name of the place."""

    measure: Measure
    scope: Scope
    place: str | None
    since: str | None
    category: Category | None


@dataclass(slots=True)
class Row:
    """A row: its key, the place as most name it, and its entries in order of as-of day and claim."""

    key: RowKey
    place_name: str | None
    entries: list[Entry]


def _place_key(place: PlaceValue | None, country: str | None) -> str | None:
    """Give one key for one place in any language: the country's code for a country, else its folded name."""
    if place is None:
        return country
    if place.feature is Feature.COUNTRY and place.country:
        return place.country
    return "|".join((place.country or "", fold(place.admin1 or ""), fold(place.name)))


def sort_key(entry: Entry) -> tuple[dt.date, str]:
    """Order entries by as-of day, then by claim."""
    return entry.as_of or dt.date.min, entry.claim.claim_id


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What the claims of some rows count, before it is told which start or occasion each of them means."""

    measure: Measure
    scope: Scope
    place: str | None
    category: Category | None


def ledger_rows(entries: Iterable[Entry]) -> list[Row]:
    """Lay entries into rows; an open start or place joins the one row that it can mean, else stays a row of its own."""
    rows = [row for key, members in grouped(entries).items() for row in rows_of(key, members)]
    return sorted(rows, key=lambda row: tuple(str(part) for part in _parts(row.key)))


def grouped(entries: Iterable[Entry]) -> dict[GroupKey, list[Entry]]:
    """Put together what counts the same thing of one place; which group an entry is of hangs on its text alone."""
    ordered = sorted(entries, key=sort_key)
    places = _places(ordered)
    groups: dict[GroupKey, list[Entry]] = defaultdict(list)
    for entry in ordered:
        claim = entry.claim
        groups[GroupKey(claim.measure, claim.scope, places[claim.claim_id], claim.category)].append(entry)
    return groups


def rows_of(key: GroupKey, entries: Iterable[Entry]) -> list[Row]:
    """Lay the entries of a group into rows."""
    members = sorted(entries, key=sort_key)
    split = _by_start(members) if key.scope is Scope.CUMULATIVE else _by_occasion(members)
    return [
        Row(RowKey(key.measure, key.scope, key.place, since, key.category), _place_name(group), group)
        for since, group in split.items()
    ]


def _parts(key: RowKey) -> tuple[object, ...]:
    return key.measure, key.scope, key.place, key.since, key.category


def _places(entries: list[Entry]) -> dict[str, str | None]:
    """Give each claim its place key; one with none takes that of its whole, of its text, then its text's country."""
    own = {e.claim.claim_id: _place_key(e.claim.place, None) for e in entries}
    in_text: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        key = own[entry.claim.claim_id]
        if key is not None:
            in_text[entry.source.text_id].add(key)
    result = {}
    for entry in entries:
        claim = entry.claim
        key = own[claim.claim_id] or own.get(claim.part_of or "")
        near = in_text[entry.source.text_id]
        result[claim.claim_id] = key or (next(iter(near)) if len(near) == 1 else entry.source.country)
    return result


def _place_name(entries: list[Entry]) -> str | None:
    names = Counter(e.claim.place.name for e in entries if e.claim.place)
    return min(names, key=lambda name: (-names[name], name)) if names else None


def _by_start(entries: list[Entry]) -> dict[str | None, list[Entry]]:
    """Group by start: "2022-12" joins "2022-12-07"; no start joins the one start there is, when there is one."""
    stated = Counter(e.claim.since for e in entries if e.claim.since)
    meaning = {since: _finest(since, stated) for since in stated}
    starts = sorted(set(meaning.values()))
    groups: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.claim.since:
            groups[meaning[entry.claim.since]].append(entry)
        else:
            groups[_only(starts, entry.as_of)].append(entry)
    return groups


def _finest(since: str, stated: Counter[str]) -> str:
    finer = [other for other in stated if _ISO.match(other) and other.startswith(since + "-")]
    if not finer or not _ISO.match(since):
        return since
    best = min(finer, key=lambda other: (-stated[other], other))
    return _finest(best, stated)


def _only(starts: list[str], as_of: dt.date | None) -> str | None:
    open_by_then = [s for s in starts if as_of is None or not _ISO.match(s) or s <= as_of.isoformat()]
    return open_by_then[0] if len(open_by_then) == 1 else None


def _by_occasion(entries: list[Entry]) -> dict[str | None, list[Entry]]:
    """Group figures of a place or window by when they were given: a gap of more than a week starts another occasion."""
    groups: dict[str | None, list[Entry]] = {}
    last: dt.date | None = None
    start: str | None = None
    for entry in entries:
        day = entry.as_of
        if day and (last is None or (day - last).days > OCCASION_DAYS):
            start = entry.claim.since or day.isoformat()
        last = day or last
        groups.setdefault(start, []).append(entry)
    return groups
