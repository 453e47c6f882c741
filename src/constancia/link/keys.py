"""Reports to the keys that bring them together: the order in which they stand in their block, country and counter.

Keys are made of a report's own content, so that the neighbours of one are found in a kept index as in the whole record.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from constancia.link.facts import NO_DAY, Facts

Ints = npt.NDArray[np.int64]
Pairing = Iterator[tuple[Ints, Ints]]

WINDOW_DAYS = 7
"""Reports farther apart than this are not compared: news of a deed is rarely dated a week wrong."""

NEIGHBOURS = 16
"""How many reports of one block, nearest in day and place, each report is compared with."""

WIDE_NEIGHBOURS = 12
"""How many reports inside a country or region are tried for a report that names no finer place."""

NO_KEY = 0

KEYS = np.dtype(
    [
        ("row", np.int64),
        ("block", np.int64),
        ("country", np.int64),
        ("counter", np.int64),
        ("day", np.int32),
        ("name", np.int64),
        ("form", np.int8),
        ("is_wide", np.bool_),
    ]
)
"""One entry a report's first day, one more for its last when its span is long. `block` is of type, country and first
division, `country` of type and country, `counter` of type and day 1; NO_KEY where there is none. `is_wide` are reports
of a country or of a region that no division bounds."""

_LONG_DAYS = 2
_STEP = np.uint64(0x9E3779B97F4A7C15)


def keys_of(facts: Facts) -> npt.NDArray[np.void]:
    """Give the entries of the reports that have a day."""
    columns, atlas = facts.columns, facts.atlas
    rows = np.flatnonzero(columns["day_from"] != NO_DAY)
    long = rows[columns["day_to"][rows] - columns["day_from"][rows] > _LONG_DAYS]
    keys = np.zeros(len(rows) + len(long), KEYS)
    keys["row"] = every = np.concatenate([rows, long])
    keys["day"] = np.concatenate([columns["day_from"][rows], columns["day_to"][long]])
    kind, place = columns["type"][every].astype(np.int64) + 1, columns["place"][every]
    placed = atlas.country[place] != 0
    keys["country"] = np.where(placed, _joined(kind, atlas.marks["country"][place]), NO_KEY)
    keys["block"] = np.where(placed, _joined(keys["country"], atlas.marks["admin1"][place]), NO_KEY)
    keys["name"], keys["form"] = atlas.marks["name"][place], columns["form"][every]
    keys["is_wide"] = placed & (atlas.admin1[place] == 0)
    epoch = columns["epoch"][rows]
    keys["counter"][: len(rows)] = np.where(epoch != NO_DAY, _joined(kind[: len(rows)], epoch), NO_KEY)
    return keys


def _joined(one: Ints, two: npt.NDArray[np.signedinteger]) -> Ints:
    """Make one number of two, the same on every machine and never NO_KEY."""
    mixed = (one.astype(np.uint64) * _STEP) ^ two.astype(np.int64).astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * _STEP
    return np.asarray((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(1), np.int64) | 1


def near_pairs(keys: npt.NDArray[np.void]) -> Pairing:
    """Pair the reports that stand near one another in a block, a country or a counter; rows are in order of ids."""
    for order in ORDERS:
        yield from pairs_in(order, keys)


def pairs_in(order: str, keys: npt.NDArray[np.void]) -> Pairing:
    """Pair the reports that stand near one another in one of the ORDERS."""
    return _PAIRS[order](keys[keys[order] != NO_KEY])


def _block_pairs(keys: npt.NDArray[np.void]) -> Pairing:
    """Pair each report with the next few of its block, sorted by day and place."""
    keys = keys[np.lexsort([keys[name] for name in ("row", "form", "name", "day", "block")])]
    rows, days, block = (np.ascontiguousarray(keys[name]) for name in ("row", "day", "block"))
    for step in range(1, min(NEIGHBOURS, len(rows) - 1) + 1):
        near = np.flatnonzero((block[step:] == block[:-step]) & (days[step:] - days[:-step] <= WINDOW_DAYS))
        yield rows[near], rows[near + step]


def _wide_pairs(keys: npt.NDArray[np.void]) -> Pairing:
    """Pair each report of a country or unbounded region with some reports inside it, nearest in day."""
    keys = keys[np.lexsort([keys[name] for name in ("row", "day", "country")])]
    rows, days, country = (np.ascontiguousarray(keys[name]) for name in ("row", "day", "country"))
    wide = np.flatnonzero(keys["is_wide"])
    for step in range(1, WIDE_NEIGHBOURS + 1):
        for shift in (step, -step):
            other = wide + shift
            inside = (other >= 0) & (other < len(rows))
            mine, other = wide[inside], other[inside]
            near = (country[mine] == country[other]) & (np.abs(days[mine] - days[other]) <= WINDOW_DAYS)
            yield rows[mine[near]], rows[other[near]]


def _counter_pairs(keys: npt.NDArray[np.void]) -> Pairing:
    """Pair reports whose day counters give one day 1, wherever they are told."""
    keys = keys[np.lexsort([keys[name] for name in ("row", "counter")])]
    rows, counter = np.ascontiguousarray(keys["row"]), np.ascontiguousarray(keys["counter"])
    for step in range(1, min(WIDE_NEIGHBOURS + 1, len(rows))):
        same = np.flatnonzero(counter[step:] == counter[:-step])
        yield rows[same], rows[same + step]


ORDERS = ("block", "country", "counter")
"""The orders in which reports stand, each by the column of KEYS that holds together what is compared in it."""

_PAIRS = {"block": _block_pairs, "country": _wide_pairs, "counter": _counter_pairs}
