"""A record that grows by a page at a time is the same as one that is linked anew."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from constancia.flow import growing
from constancia.flow.grown import grow
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.summary import summarize
from constancia.link import gathering, rarity
from constancia.store import Store, page_rows
from constancia.vocabulary import Verdict
from tests import record_nouns
from tests.flow.crowded_pages import FIRST, Crowd

SAMPLED = 12


@pytest.fixture(autouse=True)
def small_sample(monkeypatch):
    """So that a record of some dozen pages is larger than the sample by which words are weighed."""
    monkeypatch.setattr(rarity, "SAMPLED_PASSAGES", SAMPLED)
    monkeypatch.setattr(gathering, "SAMPLED_PASSAGES", SAMPLED)
    monkeypatch.setattr(growing, "SAMPLED_PASSAGES", SAMPLED)


def told(store):
    return {
        "events": list(store.events()),
        "links": list(store.links()),
        "copies": list(store.copies()),
        "campaigns": list(store.campaigns()),
        "tolls": list(store.tolls()),
        "problems": list(store.problems()),
        "summary": summarize(store),
    }


def rebuilt(tmp_path, pages, judgements=()):
    with Store(str(tmp_path / "anew.db")) as store:
        store.add_pages(pages)
        for judgement in judgements:
            store.add_judgement(judgement)
        bring_up_to_date(store)
        return told(store)


@pytest.mark.parametrize("seed", range(8))
def test_pages_added_one_by_one_in_any_order_make_the_record_that_linking_all_of_them_makes(tmp_path, seed):
    pages = Crowd(seed).pages(60)
    shuffled = pages[:]
    random.Random(seed).shuffle(shuffled)
    grown = 0
    with Store(str(tmp_path / "grown.db")) as store:
        store.add_pages(shuffled[:40])
        bring_up_to_date(store)
        for number in range(40, 60):
            store.add_pages(shuffled[number : number + 1])
            grown += grow(store)
            bring_up_to_date(store)
            found = told(store)
        assert found == rebuilt(tmp_path, pages)
    assert grown > 5


def judged(store, seed):
    """Give judgements of reports and events far and near: held together, held apart, thrown out, accepted."""
    dice = random.Random(seed)
    reports = [link.report_id for link in store.links()]
    alike = [event.report_ids[:2] for event in store.events() if len(event.report_ids) > 1]
    said = [(Verdict.SAME, dice.sample(reports, 2)) for _ in range(3)]
    said += [(Verdict.DIFFERENT, list(pair)) for pair in dice.sample(alike, 3)]
    said += [(Verdict.DIFFERENT, dice.sample(reports, 2)), (Verdict.REJECT, dice.sample(reports, 1))]
    said += [(Verdict.ACCEPT, [dice.choice(list(store.events())).event_id])]
    made = record_nouns.judgement()
    return [
        replace(made, judgement_id=f"j{number}", subjects=tuple(ids), verdict=verdict, anchors=())
        for number, (verdict, ids) in enumerate(said)
    ]


@pytest.mark.parametrize("seed", range(8))
def test_pages_added_to_a_judged_record_are_linked_by_look_ups_and_judgements_are_obeyed_as_before(tmp_path, seed):
    pages = Crowd(seed).pages(60)
    shuffled = random.Random(seed).sample(pages, 60)
    grown = 0
    with Store(str(tmp_path / "grown.db")) as store:
        store.add_pages(shuffled[:40])
        bring_up_to_date(store)
        judgements = judged(store, seed)
        unjudged = told(store)
        for judgement in judgements:
            store.add_judgement(judgement)
        bring_up_to_date(store)
        assert told(store) != unjudged
        for number in range(40, 60):
            store.add_pages(shuffled[number : number + 1])
            grown += grow(store)
            bring_up_to_date(store)
        assert told(store) == rebuilt(tmp_path, pages, judgements)
    assert grown > 5


def test_a_judgement_that_is_placed_by_its_words_alone_has_all_linked_anew(tmp_path):
    pages = Crowd(2).pages(60)
    with Store(str(tmp_path / "grown.db")) as store:
        store.add_pages(pages[:59])
        store.add_judgement(replace(record_nouns.judgement(), subjects=("rold1", "rold2"), anchors=()))
        bring_up_to_date(store)
        store.add_pages(pages[59:])
        assert not grow(store)


@pytest.mark.parametrize("seed", range(3))
def test_news_of_the_last_month_never_has_all_linked_anew(tmp_path, seed):
    crowd = Crowd(seed, days=110)
    works = sorted((crowd._page(number) for number in range(110)), key=lambda work: work.page.published or FIRST)
    assert {work.page.published.month for work in works[-12:]} == {6}
    pages = [page_rows(work) for work in works]
    with Store(str(tmp_path / "grown.db")) as store:
        store.add_pages(pages[:-11])
        bring_up_to_date(store)
        for page in pages[-11:]:
            store.add_pages([page])
            assert grow(store)
        assert told(store) == rebuilt(tmp_path, pages)


def test_the_first_news_of_a_month_has_all_linked_anew_once(tmp_path):
    crowd = Crowd(1, days=110)
    works = sorted((crowd._page(number) for number in range(110)), key=lambda work: work.page.published or FIRST)
    before = [work for work in works if not work.page.published or work.page.published.month < 6]
    of_june = works[len(before) : len(before) + 3]
    grown = []
    with Store(str(tmp_path / "grown.db")) as store:
        store.add_pages([page_rows(work) for work in before])
        bring_up_to_date(store)
        for work in of_june:
            store.add_pages([page_rows(work)])
            grown.append(grow(store))
            bring_up_to_date(store)
    assert grown == [False, True, True]
