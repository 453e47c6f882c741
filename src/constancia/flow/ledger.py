"""Store -> copies -> link -> tally -> store: what is made of the whole record, once its pages have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from constancia.flow.bundles import bundles
from constancia.flow.pages import VERSION
from constancia.link import link
from constancia.model import Appearance, Claim, Coding, Copy, Page, Passage
from constancia.publish.bundle import PageBundle
from constancia.store import Store
from constancia.tally import LedgerClaim, tally


def bring_up_to_date(store: Store) -> bool:
    """Find copies, events and tolls anew if pages or judgements came since; tell whether that was needed."""
    if store.ledger_version() == VERSION:
        return False
    copies: dict[str, Copy] = {}
    linking = link(appearances(store, copies), tuple(store.judgements()))
    tolls = tally(toll_claims(store, copies))
    store.put_ledger(replace(linking, copies=tuple(copies.values())), tolls, VERSION)
    return True


def appearances(store: Store, copies: Mapping[str, Copy]) -> Iterator[Appearance]:
    """Give every coded passage as linking wants it."""
    for bundle in bundles(store):
        for passage in bundle.page.passages:
            coding = bundle.codings.get(passage.passage_id)
            if coding is not None:
                yield _appearance(bundle.page, passage, coding, copies.get(passage.passage_id))


def _appearance(page: Page, passage: Passage, coding: Coding, copy: Copy | None) -> Appearance:
    return Appearance(
        passage_id=passage.passage_id,
        page_id=page.page_id,
        url=page.url,
        publisher=page.publisher,
        published=passage.published or page.published,
        language=page.language,
        text=page.text[passage.start : passage.end],
        coding=coding,
        title_end=max(0, passage.title_end - passage.start),
        linked_url=passage.linked_url,
        copy_of=copy.copy_of if copy else None,
    )


def toll_claims(store: Store, copies: Mapping[str, Copy]) -> Iterator[LedgerClaim]:
    """Give every claim that belongs to no one event, with where it stood."""
    for bundle in bundles(store):
        for passage in bundle.page.passages:
            coding = bundle.codings.get(passage.passage_id)
            for claim in coding.toll_claims if coding else ():
                yield _ledger_claim(claim, bundle, passage, copies)


def _ledger_claim(claim: Claim, bundle: PageBundle, passage: Passage, copies: Mapping[str, Copy]) -> LedgerClaim:
    return LedgerClaim(
        claim=claim,
        text_id=passage.passage_id,
        published=passage.published or bundle.page.published,
        publisher=bundle.page.publisher,
        is_copy=passage.passage_id in copies,
        country=country_of(bundle.codings[passage.passage_id]),
    )


def country_of(coding: Coding) -> str | None:
    """Give the country in which most of a text's events lie."""
    counts = Counter(report.place.country for report in coding.reports if report.place and report.place.country)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None
