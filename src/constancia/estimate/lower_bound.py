"""Overlaps in; Chao's lower bound of how many there are, with its interval, out."""

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
    once, twice = overlaps.on_exactly(1), overlaps.on_exactly(2)
    observed = overlaps.observed
    if not twice:
        note = "nobody stands on exactly two lists: the bias-corrected form, which has no interval"
        return Estimate(Method.CHAO, observed, observed + once * (once - 1) / 2, note=note)
    unseen = once**2 / (2 * twice)
    note = "a lower bound where lists depend on one another positively or persons differ in how easily they are found"
    if not unseen:
        return Estimate(Method.CHAO, observed, float(observed), float(observed), float(observed), note=note)
    ratio = once / twice
    variance = twice * (ratio**4 / 4 + ratio**3 + ratio**2 / 2)
    spread = math.exp(Z95 * math.sqrt(math.log1p(variance / unseen**2)))
    return Estimate(
        Method.CHAO, observed, observed + unseen, observed + unseen / spread, observed + unseen * spread, note=note
    )
