"""Overlaps and the interactions of a model in; its Poisson log-linear fit, with a profile interval, out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np
from scipy.optimize import brentq
from scipy.special import gammaln

from constancia.estimate.overlaps import Floats, Overlaps

Term = tuple[int, ...]
"""The lists of an interaction, by number, ascending."""
Model = tuple[Term, ...]
"""Interactions of two lists or more; every model holds the effect of each list."""

_STEPS = 60
_CONVERGED = 1e-9
# Poisson means below this are on their way to 0: an interaction runs off to minus infinity and the model has no
# maximum that tells of the unseen.
_VANISHED = 1e-6
_HALF_CHI_SQUARED_95 = 1.920729
# A bound further off than so many times the observed is called open.
_OPEN = 10_000.0


@dataclass(frozen=True, slots=True)
class Fit:
    """A model fitted: the unseen, the variance of their logarithm, and how well it fits."""

    model: Model
    unseen: float
    log_variance: float
    aic: float
    bic: float


def models(n_lists: int, order: int = 2) -> tuple[Model, ...]:
    """Give all hierarchical models with interactions of up to `order` lists, that of independence first.

    The interaction of all lists is left out: nothing in the table tells of it.
    """
    pairs = tuple(combinations(range(n_lists), 2)) if n_lists > 2 else ()
    found: list[Model] = []
    for chosen in chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1)):
        higher = _higher(n_lists, order, frozenset(chosen))
        found += [(*chosen, *more) for size in range(len(higher) + 1) for more in combinations(higher, size)]
    return tuple(found)


def _higher(n_lists: int, order: int, pairs: frozenset[Term]) -> tuple[Term, ...]:
    """Give the interactions of three lists that a model with these pairs may hold; four are never averaged over."""
    if order < 3 or n_lists < 4:
        return ()
    return tuple(term for term in combinations(range(n_lists), 3) if pairs.issuperset(combinations(term, 2)))


def fit(overlaps: Overlaps, model: Model) -> Fit | None:
    """Fit a model to the cells that are seen; None when the table cannot tell its parameters."""
    design = _design(len(overlaps.lists), model)[1:]
    seen = overlaps.table()[1:]
    if design.shape[1] > len(seen):
        return None
    coefficients = _fitted(design, seen)
    if coefficients is None:
        return None
    means = np.exp(design @ coefficients)
    information = design.T @ (design * means[:, None])
    if means.min() < _VANISHED or np.linalg.cond(information) > 1e14:
        return None
    log_variance = float(np.linalg.inv(information)[0, 0])
    log_likelihood = float(np.sum(seen * np.log(means) - means - gammaln(seen + 1)))
    size = design.shape[1]
    bic = size * math.log(overlaps.observed) - 2 * log_likelihood
    return Fit(model, float(np.exp(coefficients[0])), log_variance, 2 * size - 2 * log_likelihood, bic)


def _design(n_lists: int, model: Model) -> Floats:
    """Give one row a cell, one column a parameter: the level, each list, each interaction."""
    cells = np.arange(2**n_lists)
    on_list = np.array([(cells >> bit) & 1 for bit in range(n_lists)], dtype=np.float64)
    columns = [np.ones(2**n_lists), *on_list, *(on_list[list(term)].prod(axis=0) for term in model)]
    return np.column_stack(columns)


def _fitted(design: Floats, counts: Floats) -> Floats | None:
    """Maximise the Poisson likelihood by Newton's steps, halved where they would fall."""
    coefficients: Floats = np.asarray(np.linalg.lstsq(design, np.log(counts + 0.5), rcond=None)[0], dtype=np.float64)
    best = _log_likelihood(design, counts, coefficients)
    for _ in range(_STEPS):
        means = np.exp(np.clip(design @ coefficients, -50, 50))
        information = design.T @ (design * means[:, None])
        try:
            step = np.linalg.solve(information, design.T @ (counts - means))
        except np.linalg.LinAlgError:
            return None
        while (reached := _log_likelihood(design, counts, coefficients + step)) < best - 1e-9 and step.any():
            step = np.where(np.abs(step) < 1e-12, 0.0, step / 2)
        coefficients = np.asarray(coefficients + step, dtype=np.float64)
        if reached - best < _CONVERGED and np.abs(step).max() < 1e-6:
            return coefficients
        best = reached
    return None


def _log_likelihood(design: Floats, counts: Floats, coefficients: Floats) -> float:
    logs = np.clip(design @ coefficients, -500, 500)
    return float(np.sum(counts * logs - np.exp(logs)))


def profile_interval(overlaps: Overlaps, fitted: Fit) -> tuple[float, float | None]:
    """Give the 95 percent profile-likelihood interval of how many there are in all; an open upper bound is None.

    For each number of unseen the model is fitted to the whole table as a multinomial (Cormack 1992); the interval
    holds those numbers whose likelihood lies within half of 3.84 of the best.
    """
    drop = _profile(overlaps, fitted)
    observed = overlaps.observed
    unseen = fitted.unseen
    low = 0.0 if drop(0.0) >= 0 else brentq(drop, 0.0, unseen, xtol=1e-3)
    high = 2 * unseen + 1
    while drop(high) >= 0:
        high *= 2
        if high > _OPEN * observed:
            return observed + low, None
    return observed + low, observed + float(brentq(drop, unseen, high, xtol=1e-3))


def _profile(overlaps: Overlaps, fitted: Fit) -> Callable[[float], float]:
    """Make the function of the unseen that is positive inside the interval and negative outside."""
    design = _design(len(overlaps.lists), fitted.model)
    table = overlaps.table()

    def log_likelihood(unseen: float) -> float:
        counts = table.copy()
        counts[0] = unseen
        coefficients = _fitted(design, counts)
        if coefficients is None:
            return -math.inf
        total = counts.sum()
        shares = design @ coefficients - math.log(total)
        return float(gammaln(total + 1) - gammaln(unseen + 1) + np.sum(counts * shares))

    # The multinomial's maximum lies beside the Poisson's by less than one person; the nearby numbers find it.
    around = (fitted.unseen, fitted.unseen - 0.5, fitted.unseen - 1)
    best = max(log_likelihood(unseen) for unseen in around if unseen >= 0)
    return lambda unseen: max(log_likelihood(unseen) - best + _HALF_CHI_SQUARED_95, -1e9)
