"""Copies are the same whoever looks for them, and so is all that is made with them."""

from constancia.flow import copy_search
from constancia.flow.appearances import passages_again
from constancia.flow.copy_search import search_copies
from constancia.flow.ledger import bring_up_to_date
from constancia.link.prints import read_prints
from constancia.store import Store
from tests.flow.crowded_pages import Crowd


def record(tmp_path, name):
    store = Store(str(tmp_path / f"{name}.db"))
    store.add_pages(Crowd(3).pages(60))
    return store


def told(store):
    return [list(rows) for rows in (store.copies(), store.events(), store.links(), store.tolls())]


def test_several_processes_find_the_same_copies(tmp_path, monkeypatch):
    monkeypatch.setattr(copy_search, "_MANY", 1)
    monkeypatch.setattr(copy_search, "_SHARE", 7)
    with record(tmp_path, "one") as store:
        prints = read_prints(store.passage_texts())
        alone, together = search_copies(store, prints), search_copies(store, prints, 3)
    assert alone.copies
    assert together.repeats == alone.repeats
    assert together.copies == alone.copies


def test_what_a_process_could_not_compare_is_compared_by_who_asked(tmp_path, monkeypatch):
    with record(tmp_path, "one") as store:
        prints = read_prints(store.passage_texts())
        alone = search_copies(store, prints)
        mine = []

        def again(asked, names):
            if asked is not store:
                raise OSError("a disk that only the others have")
            mine.extend(names)
            return passages_again(asked, names)

        monkeypatch.setattr(copy_search, "_MANY", 1)
        monkeypatch.setattr(copy_search, "passages_again", again)
        assert search_copies(store, prints, 2).repeats == alone.repeats
        assert mine


def test_a_record_is_the_same_with_one_job_and_with_more(tmp_path, monkeypatch):
    monkeypatch.setattr(copy_search, "_MANY", 1)
    with record(tmp_path, "one") as one, record(tmp_path, "more") as more:
        bring_up_to_date(one)
        bring_up_to_date(more, 3)
        assert told(more) == told(one)
        assert all(told(one))
