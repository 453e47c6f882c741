"""Store -> copies -> link -> tally -> store: what is made of the whole record, once its pages have changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from constancia.flow.appearances import appearances, passages_again
from constancia.flow.bundles import bundles
from constancia.flow.grown import grow
from constancia.flow.kept_index import index_rows
from constancia.flow.page_tasks import VERSION
from constancia.link.copies import copies_from, find_repeats, read_prints
from constancia.link.gathering import gather
from constancia.link.linking import link_facts, with_campaigns
from constancia.model import Problem
from constancia.store import Store
from constancia.tally import LedgerClaim, tally


def bring_up_to_date(store: Store) -> tuple[Problem, ...]:
    """Find copies, events and tolls anew if pages or judgements came since; give what did not fit.

    Of a few pages only what they touch is made anew, and comes out the same.
    """
    if store.ledger_version() == VERSION or grow(store):
        return ()
    prints = read_prints(store.passage_texts())
    repeats = find_repeats(prints, partial(passages_again, store))
    copies = copies_from(repeats)
    by_passage = {copy.passage_id: copy for copy in copies}
    tolls: list[LedgerClaim] = []
    judgements = tuple(store.judgements())
    facts = gather(appearances(bundles(store), by_passage, tolls), keeps_quotes=bool(judgements), keeps_words=True)
    linked = link_facts(facts, judgements)
    linking = replace(with_campaigns(linked), copies=tuple(copies))
    is_sampled = linked.facts.yardstick.newest is not None  # of a smaller record each page changes the weight of words
    store.put_ledger(
        linking,
        tally(tolls),
        VERSION,
        index_rows(linked, prints, repeats, tolls) if is_sampled and not judgements else (),
    )
    return linking.problems
