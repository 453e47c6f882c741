"""Two lists of events in; the pairs that are held to be of one event, each event in one pair at most, out."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constancia.publish.compare.event_files import FileEvent
from constancia.words import fold

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Nearness:
    """How far apart two rows of one event may lie."""

    days: int = 1
    km: float = 25.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows held to be of one event; `km` is None where one has no point and their names agree."""

    a: FileEvent
    b: FileEvent
    days: int
    km: float | None


def match(a: Sequence[FileEvent], b: Sequence[FileEvent], nearness: Nearness) -> list[Pair]:
    """Pair the events nearest in day, then in place; a pair is of one type, and of one country where both know it.

    The result depends neither on the order of the rows nor on which file comes first, but for the sides of a pair.
    """
    candidates = sorted(_candidates(a, b, nearness), key=_rank)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for pair in candidates:
        if id(pair.a) not in taken_a and id(pair.b) not in taken_b:
            taken_a.add(id(pair.a))
            taken_b.add(id(pair.b))
            pairs.append(pair)
    return pairs


def _rank(pair: Pair) -> tuple[int, float, int, list[str]]:
    same_sub_type = pair.a.texts["acled_sub_event_type"] == pair.b.texts["acled_sub_event_type"]
    return (
        pair.days,
        round(pair.km or 0.0, 1),
        0 if same_sub_type else 1,
        sorted((pair.a.event_id, pair.b.event_id)),
    )


def _candidates(a: Sequence[FileEvent], b: Sequence[FileEvent], nearness: Nearness) -> Iterator[Pair]:
    by_day: dict[dt.date, list[FileEvent]] = defaultdict(list)
    for event in b:
        by_day[event.first].append(event)
    for one in a:
        for offset in range(-nearness.days, nearness.days + 1):
            for other in by_day.get(one.first + dt.timedelta(offset), ()):
                if _one_kind(one, other):
                    km = _apart(one, other)
                    if km is None and _one_name(one, other):
                        yield Pair(one, other, abs(offset), None)
                    elif km is not None and km <= nearness.km:
                        yield Pair(one, other, abs(offset), km)


def _one_kind(a: FileEvent, b: FileEvent) -> bool:
    countries = a.texts["country"], b.texts["country"]
    if None not in countries and countries[0] != countries[1]:
        return False
    kinds = a.texts["acled_event_type"], b.texts["acled_event_type"]
    return kinds[0] == kinds[1] if None not in kinds else a.texts["type"] == b.texts["type"]


def _one_name(a: FileEvent, b: FileEvent) -> bool:
    names = a.texts["place_name"], b.texts["place_name"]
    return names[0] is not None and names[1] is not None and fold(names[0]) == fold(names[1])


def _apart(a: FileEvent, b: FileEvent) -> float | None:
    """Give the distance on the sphere in kilometres; None where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(a.lon - b.lon)
    part = math.sin((lat_a - lat_b) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, part)))
