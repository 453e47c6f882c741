"""An event's claims of one measure to one value under a named policy."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from constancia.model import Claim
from constancia.vocabulary import Certainty, Modifier, Policy, Scope
from constancia.words import fold


@dataclass(frozen=True, slots=True)
class Value:
    """A figure under a policy; what a policy does not give is None."""

    low: int | None
    high: int | None
    best: int | None


NOTHING = Value(None, None, None)

_PLAIN = {Modifier.EXACT: 0, Modifier.BETWEEN: 1, Modifier.ABOUT: 2, Modifier.ALMOST: 2}
_OPEN_RANK = 3
_VAGUE_RANK = 4


def event_value(claims: Iterable[Claim], policy: Policy) -> Value:
    """Give the value of one event for one measure; the claims are those of its reports, copies left out.

    Cumulative figures, parts, denials and rhetoric never count; what is unconfirmed counts only where nothing else is
    said. Where nobody gives a figure all three are None, never 0. The rules are those of record.md, section 4.
    """
    heard = _heard(claims)
    return _RULES[policy](heard) if heard else NOTHING


def _heard(claims: Iterable[Claim]) -> list[Claim]:
    mine = [c for c in claims if c.part_of is None and c.scope is not Scope.CUMULATIVE and _number(c) is not None]
    for certainty in (Certainty.ASSERTED, Certainty.UNCONFIRMED):
        chosen = [claim for claim in mine if claim.certainty is certainty]
        if chosen:
            return sorted(chosen, key=lambda claim: (claim.as_of or dt.date.min, claim.claim_id))
    return []


def _number(claim: Claim) -> int | None:
    """Give the one number nearest to what was said: the best, else the end that is known."""
    return next((value for value in (claim.best, claim.low, claim.high) if value is not None), None)


def _numbers(claims: Sequence[Claim]) -> list[int]:
    return [number for claim in claims if (number := _number(claim)) is not None]


def _one(number: int | None) -> Value:
    return Value(number, number, number)


def _ends(claims: Sequence[Claim]) -> tuple[list[int], list[int]]:
    """Give the lows and the highs; an open high ("over 80") bounds nothing from above, its low still does."""
    lows, highs = [], []
    for claim in claims:
        known = [value for value in (claim.low, claim.best, claim.high) if value is not None]
        lows.append(min(known))
        highs.append(max(known))
    return lows, highs


def _bounds(claims: list[Claim]) -> Value:
    lows, highs = _ends(claims)
    low, high = min(lows), max(highs)
    return Value(low, high, low if low == high else None)


def _mode_of(numbers: Sequence[int]) -> int:
    counts = Counter(numbers)
    return min(counts, key=lambda number: (-counts[number], number))


def _rank(claim: Claim) -> int:
    return _VAGUE_RANK if claim.modifier is Modifier.VAGUE else _PLAIN.get(claim.modifier, _OPEN_RANK)


def _informative(claims: list[Claim]) -> Value:
    """Take the number of those that say most: exact, then a range, then about, then open ends, then vague words."""
    finest = min(_rank(claim) for claim in claims)
    return _one(_mode_of(_numbers([claim for claim in claims if _rank(claim) == finest])))


def _latest(claims: list[Claim]) -> Value:
    last = max(claim.as_of or dt.date.min for claim in claims)
    return _one(_mode_of(_numbers([claim for claim in claims if (claim.as_of or dt.date.min) == last])))


def _source_priority(claims: list[Claim]) -> Value:
    order = _conventions().priority.get(claims[0].measure, _conventions().priority["default"])
    places = {role: place for place, role in enumerate(order)}

    def place(claim: Claim) -> int:
        speaker = claim.according_to
        role = "outlet" if speaker is None else (speaker.role.value if speaker.role else "")
        return places.get(role, len(order))

    first = min(place(claim) for claim in claims)
    return _latest([claim for claim in claims if place(claim) == first])


def _acled(claims: list[Claim]) -> Value:
    """Give the lowest figure, until it is confirmed (ACLED, fatalities FAQ)."""
    numbers = [n for claim in claims if (n := _by_convention(claim, "acled")) is not None]
    return _one(min(numbers)) if numbers else NOTHING


def _ccc(claims: list[Claim]) -> Value:
    """Give a low and a high, and their mean (Crowd Counting Consortium, data dictionary)."""
    read = [(n, n) if (n := _vague(claim, "ccc")) is not None else _span(claim) for claim in claims]
    low, high = min(pair[0] for pair in read), max(pair[1] for pair in read)
    return Value(low, high, round((low + high) / 2))


def _span(claim: Claim) -> tuple[int, int]:
    lows, highs = _ends([claim])
    return lows[0], highs[0]


def _countlove(claims: list[Claim]) -> Value:
    """Give the smallest precise number; a vague word only where nobody is precise (Count Love, FAQ)."""
    precise = [claim for claim in claims if claim.modifier is not Modifier.VAGUE]
    numbers = [n for claim in precise or claims if (n := _by_convention(claim, "countlove")) is not None]
    return _one(min(numbers)) if numbers else NOTHING


def _ucdp(claims: list[Claim]) -> Value:
    """Low, best and high, the best being what most say (UCDP GED codebook)."""
    lows, highs = _ends(claims)
    best = _mode_of(_numbers([claim for claim in claims if claim.modifier is not Modifier.VAGUE] or claims))
    return Value(min(lows), max(highs), best)


_RULES: Mapping[Policy, Callable[[list[Claim]], Value]] = {
    Policy.BOUNDS: _bounds,
    Policy.MIN: lambda claims: _one(min(_numbers(claims))),
    Policy.MODE: lambda claims: _one(_mode_of(_numbers(claims))),
    Policy.INFORMATIVE: _informative,
    Policy.MAX: lambda claims: _one(max(_numbers(claims))),
    Policy.LATEST: _latest,
    Policy.SOURCE_PRIORITY: _source_priority,
    Policy.ACLED: _acled,
    Policy.CCC: _ccc,
    Policy.COUNTLOVE: _countlove,
    Policy.UCDP: _ucdp,
}


@dataclass(frozen=True, slots=True)
class _Conventions:
    vague: dict[tuple[int, int | None], dict[str, int]]
    about: dict[str, dict[str, int]]
    priority: dict[str, list[str]]


@cache
def _conventions() -> _Conventions:
    path = files("constancia.data").joinpath("policies", "conventions.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    vague = {(entry["low"], entry.get("high")): entry for entry in table["vague"]}
    about = {fold(word): entry for entry in table["about"] for word in entry["words"]}
    return _Conventions(vague, about, table["priority"])


def _vague(claim: Claim, convention: str) -> int | None:
    if claim.modifier is Modifier.VAGUE and claim.low is not None:
        return _conventions().vague.get((claim.low, claim.high), {}).get(convention)
    return None


def _by_convention(claim: Claim, convention: str) -> int | None:
    """Read a claim as a codebook reads it; None where it has no number for such words."""
    if claim.modifier is Modifier.VAGUE:
        return _vague(claim, convention)
    told = _conventions().about.get(fold(claim.text).strip(), {}).get(convention)
    return told if told is not None else _number(claim)
