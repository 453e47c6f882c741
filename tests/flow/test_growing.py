"""A record that grows by a page at a time is the same as one that is linked anew."""

from __future__ import annotations

import random

import pytest

from constancia.flow.grown import grow
from constancia.flow.ledger import bring_up_to_date
from constancia.link import gathering, rarity
from constancia.store import Store
from tests.flow.crowded_pages import Crowd

SAMPLED = 12


@pytest.fixture(autouse=True)
def small_sample(monkeypatch):
    """So that a record of some dozen pages is larger than the sample by which words are weighed."""
    monkeypatch.setattr(rarity, "SAMPLED_PASSAGES", SAMPLED)
    monkeypatch.setattr(gathering, "SAMPLED_PASSAGES", SAMPLED)


def told(store):
    return {
        "events": list(store.events()),
        "links": list(store.links()),
        "copies": list(store.copies()),
        "campaigns": list(store.campaigns()),
        "tolls": list(store.tolls()),
        "problems": list(store.problems()),
    }


def rebuilt(tmp_path, pages):
    with Store(str(tmp_path / "anew.db")) as store:
        store.add_pages(pages)
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
