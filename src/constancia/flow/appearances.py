"""Pages and what was coded of them to appearances, as linking wants them, and to claims that belong to no one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from constancia.flow.bundles import bundles_of
from constancia.model import Appearance, Claim, Coding, Copy, Page, Passage, PassageText
from constancia.publish.bundle import PageBundle
from constancia.store import Store
from constancia.tally import LedgerClaim

UPDATED = "updated"
"""The kind of copy whose figures changed: they are claims of their own."""


def appearances(
    pages: Iterable[PageBundle], copies: Mapping[str, Copy], tolls: list[LedgerClaim]
) -> Iterator[Appearance]:
    """Give every coded passage as linking wants it, and put aside the claims that belong to no one event."""
    for bundle in pages:
        is_alone = sum(passage.passage_id in bundle.codings for passage in bundle.page.passages) == 1
        for passage in bundle.page.passages:
            coding = bundle.codings.get(passage.passage_id)
            if coding is not None:
                copy = copies.get(passage.passage_id)
                repeats = copy is not None and copy.kind != UPDATED
                if not repeats:  # a copy adds an appearance and no figures (codebook, L7)
                    tolls += (_ledger_claim(claim, bundle, passage) for claim in coding.toll_claims)
                yield replace(_appearance(bundle.page, passage, coding, copy), is_alone=is_alone)


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


def _ledger_claim(claim: Claim, bundle: PageBundle, passage: Passage) -> LedgerClaim:
    return LedgerClaim(
        claim=claim,
        text_id=passage.passage_id,
        published=passage.published or bundle.page.published,
        publisher=bundle.page.publisher,
        country=country_of(bundle.codings[passage.passage_id]),
    )


def country_of(coding: Coding) -> str | None:
    """Give the country in which most of a text's events lie."""
    counts = Counter(report.place.country for report in coding.reports if report.place and report.place.country)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None


def passage_texts(page: Page) -> Iterator[PassageText]:
    """Give the words of each passage of a page, as copies are sought by them."""
    for passage in page.passages:
        yield PassageText(
            passage_id=passage.passage_id,
            text=page.text[passage.start : passage.end],
            title_end=max(0, passage.title_end - passage.start),
            published=passage.published or page.published,
        )


def passages_again(store: Store, passage_ids: Sequence[str]) -> dict[str, PassageText]:
    """Give the words of some passages."""
    return {passage.passage_id: passage for passage in store.passage_texts(passage_ids)}


def appearances_of(
    store: Store, passage_ids: Sequence[str], found: Mapping[str, Copy | None]
) -> tuple[list[Appearance], list[LedgerClaim]]:
    """Give some passages, and their claims that belong to no one event; `found` tells what is a copy now."""
    wanted, claims = set(passage_ids), list[LedgerClaim]()
    copies = {name: copy for name, copy in {**store.copies_of(passage_ids), **found}.items() if copy}
    pages = bundles_of(store, store.pages_of(passage_ids))
    told = [one for one in appearances(pages, copies, claims) if one.passage_id in wanted]
    return told, [claim for claim in claims if claim.text_id in wanted]
