"""Fingerprints of a record's passages -> copies: those that share enough are compared, by several where they may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from constancia.flow.appearances import UPDATED, passages_again
from constancia.flow.hiring import Failure
from constancia.flow.workers import work_through
from constancia.link.copies import Pair, Repeat, comparable, copies_from, repeats_among
from constancia.link.prints import Prints
from constancia.link.resting import give_back
from constancia.model import Copy
from constancia.store import Store

_TOO_LONG_S = 86_400.0
_MANY = 1_000  # pairs: a tenth of a second's work, and workers are there in a twentieth
_SHARE = 4_000  # pairs given to a worker at once, at the most: they and what is found among them cross a pipe


@dataclass(frozen=True, slots=True)
class FoundCopies:
    """The copies of a record, in order of passage id, and the fingerprints and comparisons behind them."""

    prints: Prints
    repeats: list[Repeat]
    copies: list[Copy]

    @property
    def without_figures(self) -> frozenset[str]:
        """Give the copies that add no figures of their own (codebook, L7)."""
        return frozenset(copy.passage_id for copy in self.copies if copy.kind != UPDATED)


def search_copies(store: Store, prints: Prints, jobs: int = 1) -> FoundCopies:
    """Find the copies of a record, holding no more of its texts than are compared."""
    pairs = comparable(prints)
    repeats = _shared_out(store, pairs, jobs) if jobs > 1 and len(pairs) >= _MANY else _compared(store, pairs)
    give_back(len(prints.names))
    return FoundCopies(prints, repeats, copies_from(repeats))


def _shared_out(store: Store, pairs: Sequence[Pair], jobs: int) -> list[Repeat]:
    """Have pairs compared by several processes; what one could not do is done here."""
    store.rest()  # a database that is open must not be carried into another process
    found: list[Repeat] = []
    for share, answer in work_through(partial(_compared_at, store.where), _shares(pairs, jobs), jobs, _TOO_LONG_S):
        found += _compared(store, share) if isinstance(answer, Failure) else answer
    return found


def _shares(pairs: Sequence[Pair], jobs: int) -> Iterator[Sequence[Pair]]:
    size = min(_SHARE, -(-len(pairs) // jobs))
    for start in range(0, len(pairs), size):
        yield pairs[start : start + size]


def _compared_at(where: str, pairs: Sequence[Pair]) -> list[Repeat]:
    with Store(where) as store:
        return _compared(store, pairs)


def _compared(store: Store, pairs: Sequence[Pair]) -> list[Repeat]:
    return repeats_among(pairs, partial(passages_again, store))
