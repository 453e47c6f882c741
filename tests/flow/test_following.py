"""Pages taken in while they are kept make the same record as pages gone over at the end."""

import random
from contextlib import closing

import pytest

from constancia.flow.following import Following, Notes
from constancia.flow.intake import Intake
from constancia.flow.ledger import bring_up_to_date
from constancia.store import Store, schema
from tests.flow.crowded_pages import Crowd

N_PAGES = 150


@pytest.fixture
def where(tmp_path):
    name = str(tmp_path / "record.db")
    with Store(name) as store:
        store.add_pages(Crowd(5).pages(N_PAGES))
    return name


def contents(store):
    """Give every row of every table that linking writes."""
    with store._transaction() as connection:
        tables = {table.name: connection.execute(table.select()).all() for table in schema.metadata.sorted_tables}
    return {name: sorted(map(repr, rows)) for name, rows in tables.items()}


def linked(where, intake=None):
    with Store(where) as store:
        bring_up_to_date(store, intake=intake)
        made = contents(store)
        with store._transaction() as connection:
            store._set_state(connection, "ledger", None)
            store._set_state(connection, "index", None)
    return made


def shuffled_ids(where):
    with Store(where) as store:
        ids = list(store.ids("pages"))
    random.Random(2).shuffle(ids)
    return ids


def test_a_record_is_the_same_in_whatever_order_its_pages_were_taken_in(where):
    ids = shuffled_ids(where)
    with Store(where) as store:
        intake = Intake(store, keeps_quotes=False)
        for start in range(0, 100, 30):
            intake.take(ids[start : start + 40])  # some of them twice, and the last ones not at all
        assert linked(where, intake) == linked(where)


def test_what_notes_tell_is_taken_in_and_what_they_do_not_is_taken_in_last(where):
    ids = shuffled_ids(where)
    with Following(where) as following:
        for start in range(0, 100, 20):
            following.notes.write(ids[start : start + 20])
            following.go_on()
        assert following.intake is not None
        assert set(following.intake._taken) == set(ids[:100])
        assert linked(where, following.intake) == linked(where)


def test_nothing_is_taken_in_of_a_few_pages(where):
    with Following(where) as following:
        following.notes.write(shuffled_ids(where)[:64])
        following.go_on()
        assert following.intake is None


def test_a_record_that_cannot_be_read_meanwhile_is_left_for_later(tmp_path):
    with Following(str(tmp_path / "no such folder" / "record.db")) as following:
        following.notes.write([f"g{number}" for number in range(100)])
        following.go_on()
        assert following.intake is None


def test_who_writes_notes_that_nobody_reads_never_waits():
    with closing(Notes()) as notes:
        for _ in range(10_000):
            notes.write(["g0123456789abcdef"] * 200)
        notes.write(["g"] * 10_000_000)
        assert notes.read() == ["g0123456789abcdef"] * 200


def test_no_note_is_no_pages():
    with closing(Notes()) as notes:
        assert notes.read() == []
