"""Store -> intake -> copies -> link -> tally -> store: what is made of a whole record, once its pages have changed."""

from __future__ import annotations

from dataclasses import replace

from constancia.flow.copy_search import search_copies
from constancia.flow.grown import grow
from constancia.flow.intake import Intake
from constancia.flow.kept_index import index_rows
from constancia.flow.page_tasks import VERSION
from constancia.link.judgements import rule
from constancia.link.linking import link_facts, with_campaigns
from constancia.link.resting import collector_rests
from constancia.model import Problem
from constancia.store import Store
from constancia.tally import tally


def bring_up_to_date(store: Store, jobs: int = 1, intake: Intake | None = None) -> tuple[Problem, ...]:
    """Find copies, events and tolls anew if pages or judgements came since; give what did not fit.

    Of a few pages only what they touch is made anew, and comes out the same. An `intake` saves going over the pages
    that it took in already.
    """
    if store.ledger_version() == VERSION or grow(store):
        return ()
    judgements = tuple(store.judgements())
    if intake is None or intake.keeps_quotes != bool(judgements):
        intake = Intake(store, keeps_quotes=bool(judgements))
    intake.take_rest()
    found = search_copies(store, intake.prints(), jobs)
    facts = intake.facts(found.copies)
    counts = intake.counts
    with collector_rests():
        linked = link_facts(facts, rule(facts, judgements))
        linking = replace(with_campaigns(linked), copies=tuple(found.copies))
    repeating = found.without_figures
    tolls = [claim for claim in intake.claims() if claim.text_id not in repeating]
    is_sampled = linked.facts.yardstick.newest is not None  # of a smaller record each page changes the weight of words
    counts.copies = len(linking.copies)
    counts.add_events(linking.events)
    store.put_ledger(
        linking,
        tally(tolls),
        VERSION,
        index_rows(linked, found.prints, found.repeats, tolls) if is_sampled and linked.ruling.is_settled else (),
        counts.written(),
    )
    return linking.problems
