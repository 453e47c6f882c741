"""A policy is a view over claims: the claims stay, the figure follows the rule."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.model import Speaker
from constancia.tally import Value, event_value, sensitivity
from constancia.vocabulary import Certainty, Measure, Modifier, Policy, Role, Scope
from tests.tally.samples import MINISTRY, UNION, claim


def on_event(name, best=None, low=None, high=None, day=1, **changes):
    return claim(name, best, low, high, report_id="r1", scope=Scope.INCIDENT, as_of=dt.date(2031, 3, day), **changes)


CLAIMS = [
    on_event("a", 3, day=1, according_to=MINISTRY),
    on_event("b", 5, day=2, according_to=UNION),
    on_event("c", 5, day=3),
    on_event("d", low=8, day=4, modifier=Modifier.AT_LEAST, according_to=Speaker(Role.HEALTH, "Port Hospital")),
]


@pytest.mark.parametrize(
    ("policy", "low", "high", "best"),
    [
        (Policy.BOUNDS, 3, 8, None),
        (Policy.MIN, 3, 3, 3),
        (Policy.MODE, 5, 5, 5),
        (Policy.INFORMATIVE, 5, 5, 5),
        (Policy.MAX, 8, 8, 8),
        (Policy.LATEST, 8, 8, 8),
        (Policy.SOURCE_PRIORITY, 8, 8, 8),
        (Policy.ACLED, 3, 3, 3),
        (Policy.CCC, 3, 8, 6),
        (Policy.COUNTLOVE, 3, 3, 3),
        (Policy.UCDP, 3, 8, 5),
    ],
)
def test_each_policy_draws_its_own_figure(policy, low, high, best):
    assert event_value(CLAIMS, policy) == Value(low, high, best)


@pytest.mark.parametrize("policy", list(Policy))
def test_nothing_said_is_nothing_and_never_zero(policy):
    assert event_value([], policy) == Value(None, None, None)


@pytest.mark.parametrize("policy", list(Policy))
def test_a_cumulative_figure_a_part_and_a_denial_never_count(policy):
    apart = [
        on_event("a", 90, certainty=Certainty.DENIED),
        on_event("b", 90, part_of="x"),
        claim("c", 90, report_id="r1"),
    ]
    assert event_value(apart, policy) == Value(None, None, None)
    assert event_value([*apart, on_event("d", 2)], policy).low == 2


def test_what_is_unconfirmed_counts_only_where_nothing_else_is_said():
    rumour = on_event("a", 9, certainty=Certainty.UNCONFIRMED)
    assert event_value([rumour], Policy.MAX).best == 9
    assert event_value([rumour, on_event("b", 2)], Policy.MAX).best == 2


@pytest.mark.parametrize(
    ("low", "high", "policy", "best"),
    [
        (24, 99, Policy.ACLED, 12),
        (24, 99, Policy.COUNTLOVE, 20),
        (200, 999, Policy.ACLED, 100),
        (200, 999, Policy.COUNTLOVE, 100),
        (2, None, Policy.ACLED, 3),
        (40, 99, Policy.ACLED, None),
    ],
)
def test_vague_words_are_read_as_each_codebook_reads_them(low, high, policy, best):
    assert event_value([on_event("a", low=low, high=high, modifier=Modifier.VAGUE)], policy).best == best


def test_thousands_are_2000_for_the_crowd_counters():
    vague = on_event("a", low=2000, high=9999, modifier=Modifier.VAGUE)
    assert event_value([vague], Policy.CCC) == Value(2000, 2000, 2000)


def test_a_dozen_is_ten_for_one_and_twelve_for_another():
    dozen = on_event("a", 12, modifier=Modifier.ABOUT, text="a dozen")
    assert event_value([dozen], Policy.COUNTLOVE).best == 10
    assert event_value([dozen], Policy.ACLED).best == 12


def test_the_sensitivity_table_counts_disagreement_and_totals():
    rows = sensitivity([CLAIMS, [on_event("e", 2)], []], [Measure.KILLED])
    by_policy = {row.policy: row for row in rows}
    assert (by_policy[Policy.MIN].n_events, by_policy[Policy.MIN].n_disagree) == (2, 1)
    assert by_policy[Policy.MIN].total_best == 5
    assert by_policy[Policy.MAX].total_best == 10
    assert by_policy[Policy.BOUNDS].total_best is None
    assert (by_policy[Policy.BOUNDS].total_low, by_policy[Policy.BOUNDS].total_high) == (5, 10)


BOUNDS = st.tuples(st.none() | st.integers(0, 500), st.none() | st.integers(0, 500), st.none() | st.integers(0, 500))


@given(st.lists(BOUNDS, max_size=6), st.sampled_from(list(Policy)), st.randoms(use_true_random=False))
def test_bounds_are_in_order_and_the_order_of_claims_makes_no_difference(figures, policy, rng):
    claims = []
    for number, figure in enumerate(figures):
        known = sorted(value for value in figure if value is not None)
        low, best, high = (known + [None] * 3)[:3] if len(known) < 3 else known
        claims.append(on_event(f"c{number}", best, low, high, modifier=Modifier.BETWEEN))
    value = event_value(claims, policy)
    assert value == event_value(rng.sample(claims, len(claims)), policy)
    if value.low is not None and value.high is not None:
        assert value.low <= (value.best if value.best is not None else value.low) <= value.high
