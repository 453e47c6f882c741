"""Overlaps and a prior in; the estimate averaged over all decomposable graphs of dependence between lists out.

The method is Madigan and York's (1997). A graph joins the lists that depend on one another directly; the likelihood of
a decomposable one, with its cell probabilities integrated out under a hyper-Dirichlet prior, has a closed form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

import numpy as np
from scipy.special import gammaln, logsumexp

from constancia.estimate.overlaps import Floats, Overlaps
from constancia.estimate.results import Estimate, Method, model_name

Graph = tuple[tuple[int, int], ...]
_Families = tuple[tuple[frozenset[int], frozenset[int]], ...]
# So many numbers of unseen are looked at: between them the posterior is smooth.
_GRID = 4_000


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed before the table is seen.

    `unseen` are the numbers of unseen that are looked at and `log_weights` their prior, up to a constant. `delta` is
    the hyper-Dirichlet's count for each cell; 2 to the minus number of lists if None, which is one person in all.
    """

    unseen: Floats
    log_weights: Floats
    delta: float | None = None

    @classmethod
    def usual(cls, overlaps: Overlaps, expected_unseen: float) -> Prior:
        """Give the prior 1/N over up to ten times the observed, or ten times what is expected, if that is more."""
        most = 10 * max(overlaps.observed, int(expected_unseen))
        unseen = np.arange(0, most + 1, max(1, most // _GRID), dtype=np.float64)
        return cls(unseen, -np.log(overlaps.observed + unseen))


@dataclass(frozen=True, slots=True)
class Posterior:
    """The average over graphs, each graph with its weight, and how much probability lies at the end of the range."""

    average: Estimate
    graphs: tuple[Estimate, ...]
    at_the_end: float


def average_graphs(overlaps: Overlaps, prior: Prior) -> Posterior:
    """Average over every decomposable graph, as dga does; of the one that joins all lists the prior alone decides."""
    marginals = _Marginals(overlaps, prior)
    graphs = list(decomposable_graphs(len(overlaps.lists)))
    logs = [marginals.of_graph(families) for _, families in graphs]
    evidence = np.array([logsumexp(one) for one in logs])
    weights = np.exp(evidence - logsumexp(evidence))
    totals = overlaps.observed + prior.unseen
    density = np.zeros_like(totals)
    found = []
    for (graph, _), log, weight, proof in zip(graphs, logs, weights, evidence, strict=True):
        own = np.exp(log - proof)
        density += weight * own
        estimate = _estimate(Method.GRAPH, overlaps, totals, own)
        found.append((float(weight), graph, estimate))
    found.sort(key=lambda one: (-one[0], one[1]))
    shown = tuple(
        replace(estimate, model=model_name(overlaps.lists, graph), weight=weight) for weight, graph, estimate in found
    )
    average = _estimate(Method.GRAPH_AVERAGE, overlaps, totals, density)
    return Posterior(average, shown, float(density[-len(density) // 20 :].sum()))


def _estimate(method: Method, overlaps: Overlaps, totals: Floats, density: Floats) -> Estimate:
    low, high = np.interp([0.025, 0.975], np.cumsum(density), totals)
    median = float(totals[min(int(np.searchsorted(np.cumsum(density), 0.5)), len(totals) - 1)])
    mode = int(totals[int(np.argmax(density))])
    return Estimate(method, overlaps.observed, median, float(low), float(high), mode=mode)


def decomposable_graphs(n_lists: int) -> Iterator[tuple[Graph, _Families]]:
    """Give each decomposable graph over the lists, with its families."""
    pairs = tuple(combinations(range(n_lists), 2))
    for graph in chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1)):
        families = _families(n_lists, graph)
        if families is not None:
            yield graph, families


def _families(n_lists: int, graph: Graph) -> _Families | None:
    """Take lists away one by one whose neighbours are all joined; None where that cannot be done to the end.

    Each step gives the list with its neighbours, and the neighbours alone: the graph's likelihood is the product of
    the former over the product of the latter.
    """
    joined = {frozenset(pair) for pair in graph}
    left = set(range(n_lists))
    families = []
    while left:
        for one in sorted(left):
            neighbours = frozenset(other for other in left if frozenset((one, other)) in joined)
            if all(frozenset(pair) in joined for pair in combinations(neighbours, 2)):
                families.append((neighbours | {one}, neighbours))
                left.remove(one)
                break
        else:
            return None
    return tuple(families)


@dataclass
class _Marginals:
    """The log likelihoods of the tables of some lists alone, for every number of unseen; each is worked out once."""

    overlaps: Overlaps
    prior: Prior
    _known: dict[frozenset[int], Floats] = field(default_factory=dict)

    def of_graph(self, families: _Families) -> Floats:
        """Give the log of likelihood times prior of a graph, up to a constant that all graphs share."""
        unseen = self.prior.unseen
        patterns = gammaln(self.overlaps.observed + unseen + 1) - gammaln(unseen + 1)
        likelihood = sum((self._of_lists(family) - self._of_lists(rest) for family, rest in families), patterns)
        return np.asarray(likelihood + self.prior.log_weights)

    def _of_lists(self, lists: frozenset[int]) -> Floats:
        if lists not in self._known:
            self._known[lists] = self._worked_out(lists)
        return self._known[lists]

    def _worked_out(self, lists: frozenset[int]) -> Floats:
        n_lists = len(self.overlaps.lists)
        delta = 2.0**-n_lists if self.prior.delta is None else self.prior.delta
        alpha = delta * 2 ** (n_lists - len(lists))
        seen = dict.fromkeys(range(2 ** len(lists)), 0)
        for cell, count in enumerate(self.overlaps.counts):
            seen[sum(1 << place for place, bit in enumerate(sorted(lists)) if cell >> bit & 1)] += count
        fixed = sum(gammaln(alpha + count) - gammaln(alpha) for own, count in seen.items() if own)
        return np.asarray(gammaln(alpha + seen[0] + self.prior.unseen) - gammaln(alpha) + fixed)
