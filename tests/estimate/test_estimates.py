"""Estimates agree with published ones, with closed forms, and with what their intervals promise."""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaln

from constancia.estimate import Method, Options, Overlaps, estimate, read_matrix
from constancia.estimate.decomposable import Prior, average_graphs, decomposable_graphs
from constancia.estimate.loglinear import fit, models, profile_interval
from constancia.estimate.lower_bound import chao, chao_few_lists
from tests.shared_data import shared_path


def table(name: str) -> Overlaps:
    with shared_path(f"bench/mse/{name}.csv").open(encoding="utf-8") as lines:
        return read_matrix(lines)


def sampled(size: int, shares: tuple[float, ...], seed: int) -> Overlaps:
    """Draw lists that find each person independently."""
    dice = random.Random(seed)
    counts = [0] * 2 ** len(shares)
    for _ in range(size):
        counts[sum((dice.random() < share) << bit for bit, share in enumerate(shares))] += 1
    return Overlaps(tuple("abcde"[: len(shares)]), (0, *counts[1:]))


@pytest.mark.shared
def test_kosovo_gives_the_published_figures() -> None:
    overlaps = table("kosovo_1999")
    fits = [found for model in models(4) if (found := fit(overlaps, model))]
    best = min(fits, key=lambda one: one.aic)
    independence = next(one for one in fits if not one.model)
    assert overlaps.observed == 4_400
    assert round(chao(overlaps).estimate) == 10_270
    assert round(overlaps.observed + independence.unseen) == 7_395
    assert round(overlaps.observed + best.unseen) == 14_342


@pytest.mark.shared
def test_madigan_and_york_give_the_published_figures() -> None:
    overlaps = table("madigan_york_3")
    unseen = np.arange(1, 301, dtype=np.float64)
    total, a, b = overlaps.observed + unseen, 13.14, 55.17
    log_prior = total * np.log(b) - (total + a) * np.log1p(b) + gammaln(total + a) - gammaln(total + 1) - gammaln(a)
    posterior = average_graphs(overlaps, Prior(unseen, log_prior, 1.0))
    first = posterior.graphs[0]
    assert first.weight is not None
    assert (round(first.weight, 2), first.estimate, first.mode) == (0.37, 731, 729)
    assert (posterior.average.estimate, posterior.average.mode) == (731, 728)


def test_there_are_as_many_decomposable_graphs_as_labelled_chordal_ones() -> None:
    assert [sum(1 for _ in decomposable_graphs(number)) for number in (2, 3, 4, 5)] == [2, 8, 61, 822]


def test_hierarchical_models_are_all_there_and_none_twice() -> None:
    for n_lists, order, number in ((2, 2, 1), (3, 2, 8), (3, 3, 8), (4, 2, 64), (4, 3, 113), (5, 2, 1024)):
        found = models(n_lists, order)
        assert len(found) == len(set(found)) == number
        assert all(set(itertools.combinations(term, 2)) <= set(model) for model in found for term in model)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 400))
def test_independence_of_two_lists_is_lincoln_and_petersen(one: int, other: int, both: int) -> None:
    found = fit(Overlaps(("a", "b"), (0, one, other, both)), ())
    assert found is not None
    assert found.unseen == pytest.approx(one * other / both, rel=1e-6)


@given(st.lists(st.integers(1, 60), min_size=7, max_size=7), st.permutations(range(3)))
def test_the_order_of_lists_changes_nothing(counts: list[int], order: list[int]) -> None:
    overlaps = Overlaps(("a", "b", "c"), (0, *counts))
    turned = [0] * 8
    for cell, count in enumerate(overlaps.counts):
        turned[sum((cell >> old & 1) << new for new, old in enumerate(order))] = count
    names = tuple(overlaps.lists[old] for old in order)
    first, second = (estimate(one).estimates[:3] for one in (overlaps, Overlaps(names, tuple(turned))))
    for one, other in zip(first, second, strict=True):
        assert one.estimate == pytest.approx(other.estimate, rel=1e-6)


@given(st.lists(st.integers(0, 25), min_size=7, max_size=7).filter(any))
def test_any_table_gives_ordered_numbers_not_below_the_observed(counts: list[int]) -> None:
    found = estimate(Overlaps(("a", "b", "c"), (0, *counts)))
    for one in found.estimates:
        assert one.estimate >= found.observed - 1e-6
        assert one.low is None or found.observed - 1e-6 <= one.low <= one.estimate + 1
        assert one.low is None or one.high is None or one.low <= one.high
    assert found.warnings


def test_intervals_of_the_right_model_hold_the_truth_about_as_often_as_they_say() -> None:
    held = 0
    for seed in range(100):
        overlaps = sampled(500, (0.3, 0.4, 0.35), seed)
        fitted = fit(overlaps, ())
        assert fitted is not None
        low, high = profile_interval(overlaps, fitted)
        held += high is not None and low <= 500 <= high
    assert 88 <= held <= 100


def test_chaos_bound_for_few_lists_is_at_the_truth_where_lists_are_alike_and_the_other_above_it() -> None:
    overlaps = sampled(20_000, (0.3, 0.3, 0.3), 11)
    assert chao_few_lists(overlaps).estimate == pytest.approx(20_000, rel=0.03)
    assert chao(overlaps).estimate > 22_000


def test_the_average_finds_the_number_behind_independent_lists() -> None:
    found = estimate(sampled(2_000, (0.3, 0.25, 0.4, 0.2), 7))
    average = next(one for one in found.estimates if one.method is Method.LOGLINEAR_AVERAGE)
    assert average.low is not None
    assert average.high is not None
    assert average.low <= 2_000 <= average.high


def test_model_weights_of_the_two_criteria_sum_to_one_and_differ() -> None:
    overlaps = sampled(600, (0.3, 0.25, 0.4), 3)
    by_criterion = [
        [one.weight or 0 for one in estimate(overlaps, Options(name, shown=8)).estimates if one.method == "loglinear"]
        for name in ("bic", "aic")
    ]
    assert all(sum(weights) == pytest.approx(1) for weights in by_criterion)
    assert by_criterion[0] != by_criterion[1]


def test_model_dependence_is_told_with_its_range() -> None:
    found = estimate(sampled(600, (0.3, 0.25, 0.4), 3))
    totals = [one.estimate for one in estimate(sampled(600, (0.3, 0.25, 0.4), 3), Options(shown=8)).estimates[3:11]]
    said = next(warning for warning in found.warnings if warning.startswith("The number depends on the model."))
    assert f"{min(totals):,.0f} to {max(totals):,.0f}" in said


def test_lists_that_share_nobody_are_named_and_their_models_left_out() -> None:
    found = estimate(Overlaps(("north", "south", "east"), (0, 30, 20, 0, 25, 9, 8, 0)))
    assert any("north and south" in warning for warning in found.warnings)
    assert any("models were left out" in warning for warning in found.warnings)
    assert not any("north*south" in (one.model or "") for one in found.estimates if one.method is Method.LOGLINEAR)


def test_lists_that_share_nobody_at_all_give_a_bound_without_an_interval_and_no_log_linear_model() -> None:
    found = estimate(Overlaps(("a", "b"), (0, 10, 12, 0)))
    assert (found.estimates[0].estimate, found.estimates[0].high) == (22 + 22 * 21 / 2, None)
    assert not any(one.method is Method.LOGLINEAR for one in found.estimates)
    assert any("No log-linear model" in warning for warning in found.warnings)
