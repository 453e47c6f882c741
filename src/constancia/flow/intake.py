"""Pages of a record, some at a time and in any order -> what copies are sought by and reports are linked by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from constancia.flow.appearances import appearances, passage_texts
from constancia.flow.bundles import bundles, bundles_of
from constancia.flow.counts import Counts
from constancia.link.facts import Facts
from constancia.link.gathering import Gathering
from constancia.link.prints import PrintReader, Prints
from constancia.link.resting import collector_rests, give_back
from constancia.model import Copy
from constancia.publish.bundle import PageBundle
from constancia.store import Store
from constancia.tally import LedgerClaim


class Intake:
    """What is taken in of the pages of a record before it is linked; each page counts once."""

    def __init__(self, store: Store, *, keeps_quotes: bool) -> None:
        self.counts = Counts()
        self.keeps_quotes = keeps_quotes
        self._store = store
        self._gathering = Gathering(keeps_quotes=keeps_quotes, keeps_words=True)
        self._prints = PrintReader()
        self._claims: dict[str, list[LedgerClaim]] = {}
        self._taken: set[str] = set()

    def take(self, page_ids: Sequence[str]) -> None:
        """Take in some pages."""
        wanted = [page_id for page_id in page_ids if page_id not in self._taken]
        self._take(bundles_of(self._store, self._store.pages_of(page_ids=wanted)))

    def take_rest(self) -> None:
        """Take in all pages of the record that were not."""
        if self._taken:
            self.take(list(self._store.ids("pages")))
        else:
            self._take(bundles(self._store))

    def _take(self, pages: Iterable[PageBundle]) -> None:
        with collector_rests():
            for bundle in pages:
                self._taken.add(bundle.page.page_id)
                self.counts.add_page(bundle.page, bundle.codings)
                for passage in passage_texts(bundle.page):
                    self._prints.add(passage)
                claims: list[LedgerClaim] = []
                for appearance in appearances([bundle], {}, claims):
                    self._gathering.add(appearance)
                if claims:
                    self._claims[bundle.page.page_id] = claims

    def prints(self) -> Prints:
        """Give the fingerprints of all passages."""
        return self._prints.prints()

    def facts(self, copies: Iterable[Copy]) -> Facts:
        """Give the columns by which reports are linked; the intake is used up."""
        self._gathering.passages.note_copies({copy.passage_id: copy.copy_of for copy in copies})
        facts = self._gathering.facts()
        del self._gathering
        give_back(len(facts))
        return facts

    def claims(self) -> list[LedgerClaim]:
        """Give the claims that belong to no one event, in the order of their pages' ids."""
        return [claim for _, claims in sorted(self._claims.items()) for claim in claims]
