"""Overlaps in; every estimate that the table allows, with its interval and what must be said beside it, out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr

from constancia.estimate.decomposable import Prior, average_graphs
from constancia.estimate.loglinear import Fit, fit, models, profile_interval
from constancia.estimate.lower_bound import chao, chao_few_lists
from constancia.estimate.overlaps import Floats, Overlaps
from constancia.estimate.results import Estimate, Estimation, Method, model_name

_SHOWN = 5
_NEAR = 2.0
# Above this share of the posterior in the last twentieth of the range, the range cuts it off.
_CUT_OFF = 0.01


@dataclass(frozen=True, slots=True)
class Options:
    """Which criterion weighs the models (bic or aic), up to how many lists interact, how many models are shown."""

    criterion: str = "bic"
    order: int = 2
    shown: int = _SHOWN


def estimate(overlaps: Overlaps, options: Options | None = None) -> Estimation:
    """Estimate how many there are in all: by Chao's bound, by log-linear models, by decomposable graphs."""
    options = options or Options()
    bound = chao(overlaps)
    fits = [fitted for model in models(len(overlaps.lists), options.order) if (fitted := fit(overlaps, model))]
    warnings = _warnings_of_table(overlaps)
    found = [bound, chao_few_lists(overlaps)]
    if fits:
        weights = _weights([_criterion(one, options) for one in fits])
        found.append(_averaged(overlaps, fits, weights))
        found += _shown(overlaps, fits, weights, options)
        warnings += _warnings_of_models(overlaps, fits, options)
    else:
        warnings.append("No log-linear model can be fitted: too few persons stand on more than one list.")
    posterior = average_graphs(overlaps, Prior.usual(overlaps, bound.estimate - bound.observed))
    found += [posterior.average, *posterior.graphs[: options.shown]]
    if posterior.at_the_end > _CUT_OFF:
        warnings.append("The posterior over graphs runs on beyond ten times the observed: the table tells too little.")
    return Estimation(overlaps.lists, overlaps.observed, tuple(found), tuple(warnings))


def _criterion(fitted: Fit, options: Options) -> float:
    return fitted.aic if options.criterion == "aic" else fitted.bic


def _weights(criteria: list[float]) -> Floats:
    """Give each model exp(-half of what its criterion lies above the least), scaled to sum to 1."""
    values = np.array(criteria)
    raw = np.exp((values.min() - values) / 2)
    return np.asarray(raw / raw.sum())


def _averaged(overlaps: Overlaps, fits: list[Fit], weights: Floats) -> Estimate:
    """Average the models' numbers; the interval is that of the mixture of their log-normal distributions."""
    observed = overlaps.observed
    mean = float(np.dot(weights, [one.unseen for one in fits]))
    centres = np.array([math.log(max(one.unseen, 1e-9)) for one in fits])
    # The unseen vary about their mean as well, as any Poisson number does.
    spreads = np.sqrt([one.log_variance + 1 / max(one.unseen, 1e-9) for one in fits])

    def below(logarithm: float) -> float:
        return float(np.dot(weights, ndtr((logarithm - centres) / spreads)))

    low, high = (math.exp(_quantile(below, share, centres, spreads)) for share in (0.025, 0.975))
    return Estimate(Method.LOGLINEAR_AVERAGE, observed, observed + mean, observed + low, observed + high)


def _quantile(below: Callable[[float], float], share: float, centres: Floats, spreads: Floats) -> float:
    least, most = float((centres - 9 * spreads).min()), float((centres + 9 * spreads).max())
    return float(brentq(lambda logarithm: below(logarithm) - share, least, most))


def _shown(overlaps: Overlaps, fits: list[Fit], weights: Floats, options: Options) -> list[Estimate]:
    """Give the best models and that of independence, each with its profile-likelihood interval."""
    ranked = sorted(zip(fits, weights, strict=True), key=lambda one: (_criterion(one[0], options), one[0].model))
    chosen = ranked[: options.shown] + [one for one in ranked[options.shown :] if not one[0].model]
    return [_of_model(overlaps, fitted, float(weight)) for fitted, weight in chosen]


def _of_model(overlaps: Overlaps, fitted: Fit, weight: float) -> Estimate:
    low, high = profile_interval(overlaps, fitted)
    return Estimate(
        Method.LOGLINEAR,
        overlaps.observed,
        overlaps.observed + fitted.unseen,
        low,
        high,
        model=model_name(overlaps.lists, fitted.model),
        weight=weight,
        aic=fitted.aic,
        bic=fitted.bic,
    )


def _warnings_of_table(overlaps: Overlaps) -> list[str]:
    warnings = []
    if len(overlaps.lists) == 2:
        warnings.append(
            "Two lists cannot show whether they depend on one another: independence is assumed, not tested."
        )
    apart = _pairs_apart(overlaps)
    if apart:
        warnings.append(f"No person stands on both lists of: {', '.join(apart)}. What these pairs share is not known.")
    return warnings


def _pairs_apart(overlaps: Overlaps) -> list[str]:
    lists = overlaps.lists
    pairs = [(one, two) for two in range(len(lists)) for one in range(two)]
    masks = {(one, two): 1 << one | 1 << two for one, two in pairs}
    both = {
        pair: sum(count for cell, count in enumerate(overlaps.counts) if cell & mask == mask)
        for pair, mask in masks.items()
    }
    return [f"{lists[one]} and {lists[two]}" for one, two in pairs if not both[one, two]]


def _warnings_of_models(overlaps: Overlaps, fits: list[Fit], options: Options) -> list[str]:
    """Say how far the models lie apart, those that fit about as well as the best and all of them."""
    totals = [overlaps.observed + one.unseen for one in fits]
    best = min(_criterion(one, options) for one in fits)
    near = [total for one, total in zip(fits, totals, strict=True) if _criterion(one, options) <= best + _NEAR]
    name = options.criterion.upper()
    rivals = f"the {len(near)} within {_NEAR:.0f} {name} of the best give {min(near):,.0f} to {max(near):,.0f}"
    alone = f"no other lies within {_NEAR:.0f} {name} of the best, {near[0]:,.0f}"
    said = (
        f"The number depends on the model. {len(fits)} log-linear models give "
        f"{min(totals):,.0f} to {max(totals):,.0f}; {rivals if len(near) > 1 else alone}. "
        "An interval holds only if its model is right; none says how wrong all models may be."
    )
    left_out = len(models(len(overlaps.lists), options.order)) - len(fits)
    if not left_out:
        return [said]
    return [said, f"{left_out} models were left out: the table is too thin to tell their parameters."]
