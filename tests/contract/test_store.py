"""What every store must do: the same suite on SQLite and, where a server is named, on PostgreSQL."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from constancia.errors import StoreError
from constancia.model import PassageText
from constancia.store import PageWork, Store, page_rows
from constancia.store.engine import _engine, upgrade
from constancia.store.schema import metadata
from tests import record_nouns as nouns
from tests.postgres import empty_database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    with empty_database() as server:
        yield server


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where) as opened:
        yield opened


def add(store: Store, *works: PageWork) -> None:
    store.add_pages([page_rows(work) for work in works])


def test_what_is_added_comes_back_as_it_was(store: Store) -> None:
    store.add_snapshots([nouns.snapshot()])
    work = nouns.work()
    add(store, work)
    passage_id = work.codings[0].id
    assert list(store.snapshots()) == [nouns.snapshot()]
    assert list(store.pages()) == [work.page]
    assert store.readings_of([passage_id]) == {passage_id: work.readings[0]}
    assert store.codings_of([passage_id]) == {passage_id: work.codings[0]}


def test_a_record_that_is_opened_again_holds_what_it_held(where: str) -> None:
    with Store(where) as first:
        first.add_snapshots([nouns.snapshot()])
        first.add_judgement(nouns.judgement())
    with Store(where) as again:
        assert list(again.snapshots()) == [nouns.snapshot()]
        assert list(again.judgements()) == [nouns.judgement()]


def test_adding_a_fact_twice_is_adding_it_once(store: Store) -> None:
    store.add_snapshots([nouns.snapshot(1), nouns.snapshot(2)])
    store.add_snapshots([nouns.snapshot(2), nouns.snapshot(1)])
    store.add_judgement(nouns.judgement())
    store.add_judgement(nouns.judgement())
    assert list(store.snapshots()) == [nouns.snapshot(1), nouns.snapshot(2)]
    assert len(list(store.judgements())) == 1


def test_facts_come_in_the_order_they_were_added_and_pages_in_the_order_of_ids(store: Store) -> None:
    numbers = [5, 3, 9, 1, 7]
    store.add_snapshots([nouns.snapshot(number) for number in numbers])
    add(store, *(nouns.work(number) for number in numbers))
    assert list(store.snapshots()) == [nouns.snapshot(number) for number in numbers]
    ids = [page.page_id for page in store.pages()]
    assert ids == sorted(ids)
    assert store.last_snapshot() == nouns.snapshot(7)


@pytest.mark.parametrize("table", ["snapshots", "judgements"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET body = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_delete_a_fact(store: Store, table: str, deed: str) -> None:
    store.add_snapshots([nouns.snapshot()])
    store.add_judgement(nouns.judgement())
    with pytest.raises(sa.exc.DBAPIError, match="only added to"), store._engine.begin() as connection:
        connection.execute(sa.text(deed.format(table)))


def test_passages_are_given_as_words_alone_all_or_some(store: Store) -> None:
    works = [nouns.work(1), nouns.work(2)]
    add(store, *works)
    expected = {}
    for page in (work.page for work in works):
        assert page is not None
        for passage in page.passages:
            text = page.text[passage.start : passage.end]
            title_end, published = max(0, passage.title_end - passage.start), passage.published or page.published
            expected[passage.passage_id] = PassageText(passage.passage_id, text, title_end, published)
    assert {one.passage_id: one for one in store.passage_texts()} == expected
    some = sorted(expected)[:1]
    assert list(store.passage_texts(some)) == [expected[some[0]]]
    assert list(store.passage_texts([])) == []


def test_a_snapshot_is_pending_until_its_page_is_made_or_given_up(store: Store) -> None:
    store.add_snapshots([nouns.snapshot(number) for number in (1, 2, 3)])
    add(store, nouns.work(2), PageWork(nouns.snapshot(3).snapshot_id, "test", None, problems=(nouns.problem(),)))
    assert list(store.pending()) == [nouns.snapshot(1)]
    assert store.count_pending() == 1
    assert list(store.problems()) == [nouns.problem()]


def test_the_ledger_is_replaced_whole_and_is_stale_once_a_page_or_judgement_comes(store: Store) -> None:
    store.put_ledger(nouns.linking(1), [nouns.toll()], "1")
    store.put_ledger(nouns.linking(2), [], "2")
    assert list(store.events()) == list(nouns.linking(2).events)
    assert list(store.links()) == list(nouns.linking(2).links)
    assert list(store.copies()) == list(nouns.linking(2).copies)
    assert list(store.campaigns()) == list(nouns.linking(2).campaigns)
    assert list(store.tolls()) == []
    assert store.ledger_version() == "2"
    store.add_judgement(nouns.judgement())
    assert store.ledger_version() is None
    store.put_ledger(nouns.linking(2), [nouns.toll()], "2")
    assert list(store.tolls()) == [nouns.toll()]
    add(store, nouns.work())
    assert store.ledger_version() is None


def test_clearing_leaves_the_facts_and_what_went_wrong_while_collecting(store: Store) -> None:
    store.add_snapshots([nouns.snapshot()])
    store.add_judgement(nouns.judgement())
    add(store, nouns.work())
    store.put_ledger(nouns.linking(), [nouns.toll()], "1")
    store.add_problems([nouns.problem("collect"), nouns.problem("code")])
    store.clear_derived()
    assert list(store.snapshots()) == [nouns.snapshot()]
    assert list(store.judgements()) == [nouns.judgement()]
    assert list(store.pending()) == [nouns.snapshot()]
    assert list(store.problems()) == [nouns.problem("collect")]
    for table in ("pages", "passages", "readings", "codings", "events", "links", "tolls", "copies", "campaigns"):
        assert store.count(table) == 0


def test_more_rows_than_one_batch_come_back_all(store: Store) -> None:
    numbers = range(1, 1203)
    store.add_snapshots([nouns.snapshot(number) for number in numbers])
    assert [one.warc_offset for one in store.snapshots()] == [100 * number for number in numbers]
    assert sum(1 for _ in store.pending()) == len(numbers)


def test_rows_added_while_going_over_a_table_do_not_disturb_it(store: Store) -> None:
    store.add_snapshots([nouns.snapshot(number) for number in range(1, 4)])
    seen = []
    for one in store.pending():
        seen.append(one)
        add(store, PageWork(one.snapshot_id, "test", None))
    assert seen == [nouns.snapshot(number) for number in range(1, 4)]


def test_the_names_of_people_are_found_and_whether_they_are_private(store: Store) -> None:
    add(store, nouns.work(1))
    assert store.people() == ({"Rosa Tilcara"}, set())


def test_what_other_versions_made_is_counted(store: Store) -> None:
    for number, version in enumerate(("1.2", "1.2", "1.1", "1.3"), start=1):
        add(store, PageWork(f"s{number}", version, None))
    assert [store.count_made_by_others(version) for version in ("1.2", "1.1", "2")] == [2, 3, 4]


def test_snapshots_are_pending_until_they_are_worked_on_in_whatever_order_that_is(store: Store) -> None:
    made = [nouns.snapshot(number) for number in range(1, 5)]
    store.add_snapshots(made[:3])
    add(store, *(PageWork(one.snapshot_id, "test", None) for one in made[1:3]))
    assert list(store.pending()) == made[:1]
    add(store, PageWork(made[0].snapshot_id, "test", None))
    assert list(store.pending()) == []
    store.add_snapshots(made[3:])
    assert list(store.pending()) == list(store.pending()) == made[3:]
    store.clear_derived()
    assert list(store.pending()) == made


def test_a_failed_transaction_leaves_nothing_behind(store: Store) -> None:
    rows = page_rows(nouns.work())
    rows.tables["progress"][0]["version"] = None
    with pytest.raises(StoreError):
        store.add_pages([rows])
    assert store.count("pages") == 0
    assert store.count("passages") == 0


def test_questions_within_reading_are_one_transaction_and_those_behind_it_their_own(store: Store) -> None:
    add(store, nouns.work())
    begun: list[sa.Connection] = []
    sa.event.listen(store._engine, "begin", begun.append)
    with store.reading():
        pages = list(store.pages())
        with store.reading():
            assert store.count("passages") == len(pages[0].passages)
        assert store.index().lists([1, 2]) == {}
        assert store.ledger_version() is None
    assert len(begun) == 1
    assert list(store.pages()) == pages
    assert len(begun) > 1


def ask_for_no_table(store: Store) -> None:
    with store.reading(), store._transaction() as connection:
        connection.execute(sa.text("SELECT nothing FROM nowhere"))


def test_what_fails_within_reading_names_the_record_and_lets_go_of_it(store: Store) -> None:
    with pytest.raises(StoreError, match="the record"):
        ask_for_no_table(store)
    add(store, nouns.work())
    assert store.count("pages") == 1


def test_the_migrations_make_the_tables_that_the_code_expects(where: str) -> None:
    empty = _engine(where)
    with empty.begin() as connection:
        upgrade(connection)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    empty.dispose()
    Store(where).close()  # and are taken for up to date


def test_a_new_record_has_the_tables_that_the_migrations_make(tmp_path: Path) -> None:
    def tables(path: Path) -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(path)) as record:
            names = sorted(name for (name,) in record.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
            facts = ("table_xinfo", "index_list", "foreign_key_list")
            told = [
                (name, fact, record.execute(f"PRAGMA {fact}('{name}')").fetchall()) for name in names for fact in facts
            ]
            counters = [name for name in names if "AUTOINCREMENT" in _sql_of(record, name)]
            guards = record.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            return [*told, *counters, *guards]

    engine = sa.create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    Store(str(tmp_path / "new.db")).close()
    new, migrated = tables(tmp_path / "new.db"), tables(tmp_path / "migrated.db")
    assert [each for each in new if each not in migrated] == []
    assert [each for each in migrated if each not in new] == []


def _sql_of(record: sqlite3.Connection, name: str) -> str:
    return str(record.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])


def test_a_record_of_a_newer_program_is_refused(where: str) -> None:
    with Store(where) as store, store._engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="update Constancia"):
        Store(where)


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_bytes(b"these are no tables at all, but words " * 100)
    with pytest.raises(StoreError, match=r"record\.db cannot be opened"):
        Store(str(path))
