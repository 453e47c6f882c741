"""Copies are the same whoever looks for them, and so is all that is made with them."""

import multiprocessing

from constancia.flow.copy_search import CopySearch
from constancia.flow.ledger import bring_up_to_date
from constancia.store import Store
from tests.flow.crowded_pages import Crowd


def record(tmp_path, name):
    store = Store(str(tmp_path / f"{name}.db"))
    store.add_pages(Crowd(3).pages(60))
    return store


def told(store):
    return [list(rows) for rows in (store.copies(), store.events(), store.links(), store.tolls())]


def test_a_process_of_its_own_finds_the_same_copies(tmp_path):
    with record(tmp_path, "one") as store, CopySearch(store, 1) as alone, CopySearch(store, 2) as beside:
        assert alone.found().copies
        assert beside.found().copies == alone.found().copies
        assert set(beside.originals()) == {copy.passage_id for copy in alone.found().copies}


def test_copies_are_found_even_if_that_process_dies(tmp_path):
    with record(tmp_path, "one") as store, CopySearch(store, 1) as alone, CopySearch(store, 2) as beside:
        for child in multiprocessing.active_children():
            child.kill()
        assert beside.found().copies == alone.found().copies


def test_a_record_is_the_same_with_one_job_and_with_more(tmp_path):
    with record(tmp_path, "one") as one, record(tmp_path, "more") as more:
        bring_up_to_date(one)
        bring_up_to_date(more, 3)
        assert told(more) == told(one)
        assert all(told(one))
