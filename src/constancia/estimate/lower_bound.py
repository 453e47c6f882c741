"""Overlaps in; Chao's lower bounds of how many there are, with their intervals, out."""

from __future__ import annotations

import math

from constancia.estimate.overlaps import Overlaps
from constancia.estimate.results import Estimate, Method

Z95 = 1.959964


def chao(overlaps: Overlaps) -> Estimate:
    """Give Chao's lower bound (1987): the observed plus f1 squared over twice f2.

    f1 and f2 count those on exactly one and exactly two lists. The interval is his, symmetric in the logarithm of
    the unseen. Where nobody stands on two lists the bias-corrected form f1 (f1 - 1) / 2 stands, without an interval.
    """
    return _bound(overlaps, Method.CHAO, 1.0, "meant for many lists; with few that are independent it lies too high")


def chao_few_lists(overlaps: Overlaps) -> Estimate:
    """Give the bound for t lists: the unseen of the other one times (t - 1) / t."""
    n_lists = len(overlaps.lists)
    note = "a lower bound where persons differ in how easily they are found and lists find equally many"
    return _bound(overlaps, Method.CHAO_FEW_LISTS, (n_lists - 1) / n_lists, note)


def _bound(overlaps: Overlaps, method: Method, factor: float, note: str) -> Estimate:
    once, twice = overlaps.on_exactly(1), overlaps.on_exactly(2)
    observed = overlaps.observed
    if not twice:
        note = "nobody stands on exactly two lists: the bias-corrected form, which has no interval"
        return Estimate(method, observed, observed + factor * once * (once - 1) / 2, note=note)
    unseen = factor * once**2 / (2 * twice)
    if not unseen:
        return Estimate(method, observed, float(observed), float(observed), float(observed), note=note)
    ratio = once / twice
    variance = twice * (factor**2 * ratio**4 / 4 + factor**2 * ratio**3 + factor * ratio**2 / 2)
    spread = math.exp(Z95 * math.sqrt(math.log1p(variance / unseen**2)))
    return Estimate(
        method, observed, observed + unseen, observed + unseen / spread, observed + unseen * spread, note=note
    )
