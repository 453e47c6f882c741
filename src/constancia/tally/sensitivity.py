"""Events with their claims to the sensitivity table: how many disagree, and what each policy makes of the total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from constancia.model import Claim
from constancia.tally.policies import Value, event_value
from constancia.vocabulary import Measure, Policy


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """One measure under one policy: events with a figure, events whose claims differ, and the totals.

    Under bounds `total_best` is None: that policy gives no single number.
    """

    measure: Measure
    policy: Policy
    n_events: int
    n_disagree: int
    total_low: int
    total_high: int
    total_best: int | None


def sensitivity(events: Iterable[Iterable[Claim]], measures: Iterable[Measure]) -> list[SensitivityRow]:
    """Give a row a measure and policy; each item of `events` is the claims of one event."""
    by_measure: dict[Measure, list[list[Claim]]] = defaultdict(list)
    for claims in events:
        own: dict[Measure, list[Claim]] = defaultdict(list)
        for claim in claims:
            own[claim.measure].append(claim)
        for measure, group in own.items():
            by_measure[measure].append(group)
    return [_row(measure, policy, by_measure[measure]) for measure in measures for policy in Policy]


def _row(measure: Measure, policy: Policy, groups: list[list[Claim]]) -> SensitivityRow:
    values = [value for claims in groups if (value := event_value(claims, policy)).low is not None]
    return SensitivityRow(
        measure=measure,
        policy=policy,
        n_events=len(values),
        n_disagree=sum(_disagree(claims) for claims in groups),
        total_low=sum(value.low or 0 for value in values),
        total_high=sum(_high(value) for value in values),
        total_best=None if policy is Policy.BOUNDS else sum(value.best or 0 for value in values),
    )


def _high(value: Value) -> int:
    return value.high if value.high is not None else (value.low or 0)


def _disagree(claims: list[Claim]) -> bool:
    """Tell whether the claims of an event leave more than one number open."""
    value = event_value(claims, Policy.BOUNDS)
    return value.low != value.high
