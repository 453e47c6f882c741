"""Store -> copies: which passages of a record repeat which, sought by a process of its own where several may work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Self

from constancia.flow.appearances import UPDATED, passages_again
from constancia.flow.hiring import Failure
from constancia.flow.workers import Crew
from constancia.link.copies import Prints, Repeat, copies_from, find_repeats, read_prints
from constancia.link.resting import give_back
from constancia.model import Copy
from constancia.store import Store

_DAY_S = 86_400.0


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


class CopySearch:
    """A search for the copies of a record: with one job it is made at once, with more beside what its owner does."""

    def __init__(self, store: Store, jobs: int) -> None:
        self._store = store
        self._crew: Crew[str, FoundCopies] | None = None
        self._found: FoundCopies | None = None
        if jobs > 1:
            store.rest()  # a database that is open must not be carried into another process
            self._crew = Crew(_found_at, 1, _DAY_S, partial(_found_at, store.where))
        else:
            self._found = find_all(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._crew is not None:
            self._crew.dismiss()

    def found(self) -> FoundCopies:
        """Wait for what is found; if its process died, it is sought here."""
        if self._found is None:
            results = self._crew.work_through([self._store.where]) if self._crew else iter(())
            answer = next((result for _, result in results), None)
            self._found = find_all(self._store) if answer is None or isinstance(answer, Failure) else answer
        return self._found

    def originals(self) -> dict[str, str]:
        """Give the passage that each copy repeats."""
        return {copy.passage_id: copy.copy_of for copy in self.found().copies}


def find_all(store: Store) -> FoundCopies:
    """Find the copies of a record, holding no more of its texts than are compared."""
    prints = read_prints(store.passage_texts())
    repeats = find_repeats(prints, partial(passages_again, store))
    give_back(len(prints.names))
    return FoundCopies(prints, repeats, copies_from(repeats))


@cache
def _found_at(where: str) -> FoundCopies:
    """Find them in a process that has not opened the record: once, and again for who asks later."""
    with Store(where) as store:
        return find_all(store)
