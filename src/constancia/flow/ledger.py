"""Store -> copies -> link -> tally -> store: what is made of the whole record, once its pages have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from constancia.codec import dumps
from constancia.flow.bundles import bundles, bundles_of
from constancia.flow.copying import Copying
from constancia.flow.growing import Joining, belongs_to_sample
from constancia.flow.kept_index import index_rows, read_yardstick
from constancia.flow.page_tasks import VERSION
from constancia.link.copies import copies_from, find_repeats, read_prints
from constancia.link.gathering import gather
from constancia.link.linking import link_facts, with_campaigns
from constancia.model import Appearance, Claim, Coding, Copy, Page, Passage, PassageText, Problem
from constancia.publish.bundle import PageBundle
from constancia.store import Store
from constancia.store.kept import Growth
from constancia.tally import LedgerClaim, tally

_FEW_PAGES = 64
"""Pages up to which it is cheaper to look up what each is near than to link all anew."""


def bring_up_to_date(store: Store) -> tuple[Problem, ...]:
    """Find copies, events and tolls anew if pages or judgements came since; give what did not fit.

    Of a few pages only what they touch is made anew, and comes out the same.
    """
    if store.ledger_version() == VERSION or _grown(store):
        return ()
    prints = read_prints(store.passage_texts())
    repeats = find_repeats(prints, partial(_passages_again, store))
    copies = copies_from(repeats)
    by_passage = {copy.passage_id: copy for copy in copies}
    tolls: list[LedgerClaim] = []
    judgements = tuple(store.judgements())
    facts = gather(_appearances(bundles(store), by_passage, tolls), keeps_quotes=bool(judgements), keeps_words=True)
    linked = link_facts(facts, judgements)
    linking = replace(with_campaigns(linked), copies=tuple(copies))
    is_sampled = linked.facts.yardstick.newest is not None  # of a smaller record each page changes the weight of words
    store.put_ledger(
        linking, tally(tolls), VERSION, index_rows(linked, prints, repeats) if is_sampled and not judgements else ()
    )
    return linking.problems


def _grown(store: Store) -> bool:
    """Link the pages that came by look-ups, where that is enough; tell whether it was."""
    index = store.index()
    pages = index.fresh_pages()
    if store.index_version() != VERSION or not 0 < len(pages) <= _FEW_PAGES:
        return False
    yardstick, passages = read_yardstick(index.yardstick())
    fresh_pages = list(store.pages_of(page_ids=pages))
    names = [passage.passage_id for page in fresh_pages for passage in page.passages]
    new = list(_appearances(bundles_of(store, iter(fresh_pages)), {}, []))
    if belongs_to_sample(yardstick, passages, [one.passage_id for one in new]):
        return False
    growth = Growth()
    again = partial(_passages_again, store)
    found = Copying(index, again).growth([again(names)[name] for name in names], growth)
    before = store.copies_of(sorted(found))
    ids = {one.passage_id for one in new}
    changed = sorted(name for name, copy in found.items() if copy != before.get(name))

    def read(names: list[str]) -> list[Appearance]:
        wanted = set(names)
        known = {**store.copies_of(names), **{name: copy for name, copy in found.items() if copy}}
        known = {name: copy for name, copy in known.items() if found.get(name, copy)}
        pages = bundles_of(store, store.pages_of(names))
        return [one for one in _appearances(pages, known, []) if one.passage_id in wanted]

    rest = [name for name in changed if name not in ids]
    Joining(store, yardstick, passages, read(sorted(ids)), read(rest), read).growth(growth)
    growth.gone["fresh_pages"] = pages
    growth.gone["copies"] = [name for name in changed if name in before]
    growth.rows["copies"] = [
        {"passage_id": name, "body": dumps(copy)} for name in changed if (copy := found[name]) is not None
    ]
    copies = {copy.passage_id: copy for copy in store.copies()} | found
    tolls: list[LedgerClaim] = []
    for _ in _appearances(bundles(store), {name: copy for name, copy in copies.items() if copy}, tolls):
        pass
    growth.gone["tolls"] = [toll.toll_id for toll in store.tolls()]
    growth.rows["tolls"] = [{"toll_id": one.toll_id, "body": dumps(one)} for one in tally(tolls)]
    store.grow_ledger(growth, VERSION)
    return True


def _passages_again(store: Store, passage_ids: Sequence[str]) -> dict[str, PassageText]:
    return {passage.passage_id: passage for passage in store.passage_texts(passage_ids)}


_UPDATED = "updated"
"""The kind of copy whose figures changed: they are claims of their own."""


def _appearances(
    pages: Iterable[PageBundle], copies: Mapping[str, Copy], tolls: list[LedgerClaim]
) -> Iterator[Appearance]:
    """Give every coded passage as linking wants it, and put aside the claims that belong to no one event."""
    for bundle in pages:
        is_alone = sum(passage.passage_id in bundle.codings for passage in bundle.page.passages) == 1
        for passage in bundle.page.passages:
            coding = bundle.codings.get(passage.passage_id)
            if coding is not None:
                copy = copies.get(passage.passage_id)
                repeats = copy is not None and copy.kind != _UPDATED
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
