"""The record: facts that are added and never changed, and all that is made of them; one class, SQLite or PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Self, TypeVar

import orjson
from sqlalchemy import Connection, Engine, Select, Table, delete, func, select

from constancia.codec import dumps, loads
from constancia.model import (
    Campaign,
    Coding,
    Copy,
    Event,
    Judgement,
    Link,
    Linking,
    Page,
    Passage,
    PassageText,
    Problem,
    Snapshot,
    Toll,
)
from constancia.store import schema
from constancia.store.engine import open_engine
from constancia.store.insert import Insert
from constancia.store.kept import Growth, KeptIndex, apply, put_index
from constancia.store.rows import (
    PageRows,
    Row,
    Standing,
    StoredReading,
    people_in,
    problem_row,
    read_page,
    read_passage_text,
)
from constancia.store.transactions import Transactions

N = TypeVar("N")
Index = Sequence[tuple[str, Iterable[list[Row]]]]
"""The tables of a kept index, each with stretches of its rows."""

_BATCH = 500  # rows fetched at a time: flat memory, and few round trips


class Store:
    """A record that is open.

    Every method is a transaction of its own, but within `reading`: what it wrote stays, or nothing of it. All iterators
    go in the order of ids (snapshots and judgements: in the order they came) and hold a batch of rows at a time, and no
    lock.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        self._engine: Engine = open_engine(where)
        transactions = Transactions(self._engine, where)
        self._transaction, self._reading = transactions.begin, transactions.reading
        self._inserts: dict[str, Insert] = {}

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def rest(self) -> None:
        """Close every connection until the next question: now a process may be forked."""
        self._engine.dispose()

    def reading(self) -> AbstractContextManager[None]:
        """Answer all that is asked within in one transaction, which takes less time; nothing may be written."""
        return self._reading()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # ------------------------------------------------------------ facts

    def add_snapshots(self, snapshots: Iterable[Snapshot]) -> None:
        """Add snapshots; one that is there already stays as it is."""
        rows = [{"snapshot_id": one.snapshot_id, "url": one.url, "body": dumps(one)} for one in snapshots]
        with self._transaction() as connection:
            self._insert(connection, schema.snapshots, rows)

    def snapshot(self, snapshot_id: str) -> Snapshot | None:
        """Give a snapshot by its id."""
        return self._one(Snapshot, schema.snapshots, snapshot_id)

    def snapshots(self) -> Iterator[Snapshot]:
        """Give every snapshot in the order they came."""
        return self._nouns(Snapshot, schema.snapshots)

    def ids(self, table: str) -> Iterator[str]:
        """Give the id of every row of a table."""
        column = schema.id_column(schema.metadata.tables[table])
        with self._transaction() as connection:
            yield from connection.execution_options(yield_per=_BATCH).scalars(select(column))

    def last_snapshot(self) -> Snapshot | None:
        """Give the snapshot that came last."""
        statement = select(schema.snapshots.c.body).order_by(schema.snapshots.c.seq.desc()).limit(1)
        with self._transaction() as connection:
            body = connection.scalar(statement)
        return None if body is None else loads(Snapshot, body)

    def pending(self) -> Iterator[Snapshot]:
        """Give the snapshots of which nothing was made yet, in the order they came."""
        table, done = schema.snapshots, schema.progress
        joined = table.outerjoin(done, done.c.snapshot_id == table.c.snapshot_id)
        unworked = select(table).select_from(joined).where(done.c.snapshot_id.is_(None))
        if self._engine.dialect.name == "sqlite":  # one writes at a time, so that none comes in before the last
            unworked = unworked.where(table.c.seq > self._worked_up_to(unworked))
        return self._nouns(Snapshot, table, unworked)

    def _worked_up_to(self, unworked: Select[Any]) -> int:
        """Give the place before which all was worked on, and keep it: what is done stays so, and is not asked again."""
        column = schema.snapshots.c.seq
        with self._transaction() as connection:
            known = int(connection.scalar(select(schema.state.c.value).where(schema.state.c.key == "worked")) or 0)
            first = connection.scalar(
                unworked.with_only_columns(column).where(column > known).order_by(column).limit(1)
            )
            last = connection.scalar(select(func.max(column))) or 0
            place = last if first is None else first - 1
            if place > known:
                self._set_state(connection, "worked", str(place))
        return int(place)

    def count_pending(self) -> int:
        """Count the snapshots of which nothing was made yet."""
        return self.count("snapshots") - self.count("progress")

    def add_judgement(self, judgement: Judgement) -> None:
        """Add what a person decided; events are linked anew when they are next asked for."""
        row = {"judgement_id": judgement.judgement_id, "body": dumps(judgement)}
        with self._transaction() as connection:
            self._insert(connection, schema.judgements, [row])
            self._set_state(connection, "ledger", None)
            self._set_state(connection, "index", None)

    def judgements(self) -> Iterator[Judgement]:
        """Give every judgement in the order they came."""
        return self._nouns(Judgement, schema.judgements)

    # ------------------------------------------------------------ made of one page

    def add_pages(self, works: Iterable[PageRows]) -> None:
        """Add all that was made of some snapshots."""
        tables: dict[str, list[Row]] = {}
        for work in works:
            for name, rows in work.tables.items():
                tables.setdefault(name, []).extend(rows)
        with self._transaction() as connection:
            for name, rows in tables.items():
                self._insert(connection, schema.metadata.tables[name], rows)
            if pages := tables.get("pages"):
                self._set_state(connection, "ledger", None)
                self._insert(connection, schema.fresh_pages, [{"page_id": row["page_id"]} for row in pages])

    def pages(self) -> Iterator[Page]:
        """Give every page with its text and passages."""
        for rows in self._batches(schema.pages):
            passages = self._passages_of([row.page_id for row in rows])
            for row in rows:
                yield read_page(row, tuple(passages.get(row.page_id, ())))

    def pages_of(self, passage_ids: Sequence[str] = (), page_ids: Sequence[str] = ()) -> Iterator[Page]:
        """Give the pages of some ids and of some passages, in the order of their ids."""
        table = schema.passages
        by_passage = select(table.c.page_id)
        wanted = {row.page_id for rows in self._stretches(by_passage, table.c.passage_id, passage_ids) for row in rows}
        keys = sorted(wanted.union(page_ids))
        for rows in self._stretches(select(schema.pages), schema.pages.c.page_id, keys):
            passages = self._passages_of([row.page_id for row in rows])
            for row in sorted(rows, key=lambda row: str(row.page_id)):
                yield read_page(row, tuple(passages.get(row.page_id, ())))

    def events_of(self, event_ids: Sequence[str]) -> dict[str, Event]:
        """Give some events."""
        return self._bodies(Event, schema.events, event_ids)

    def passage_texts(self, passage_ids: Sequence[str] | None = None) -> Iterator[PassageText]:
        """Give the words of every passage, or of some, without all else that is kept of a page."""
        passages, pages = schema.passages, schema.pages
        columns = (passages.c.passage_id, passages.c.body, pages.c.body.label("page"), pages.c.text)
        joined = select(*columns).join(pages, pages.c.page_id == passages.c.page_id)
        if passage_ids is None:
            stretches = self._batches(passages, joined)
        else:
            stretches = self._stretches(joined, passages.c.passage_id, passage_ids)
        for rows in stretches:
            yield from map(read_passage_text, rows)

    def _stretches(self, statement: Select[Any], column: Any, keys: Sequence[str]) -> Iterator[Sequence[Any]]:
        for at in range(0, len(keys), _BATCH):
            with self._transaction() as connection:
                yield connection.execute(statement.where(column.in_(keys[at : at + _BATCH]))).all()

    def _passages_of(self, page_ids: Sequence[str]) -> dict[str, list[Passage]]:
        table = schema.passages
        statement = select(table.c.body).where(table.c.page_id.in_(page_ids))
        found: dict[str, list[Passage]] = {}
        with self._transaction() as connection:
            for body in connection.scalars(statement):
                passage = loads(Passage, body)
                found.setdefault(passage.page_id, []).append(passage)
        for passages in found.values():
            passages.sort(key=lambda one: (one.start, one.end))
        return found

    def readings_of(self, passage_ids: Sequence[str]) -> dict[str, StoredReading]:
        """Give the readings of some passages; a passage that was not read has none."""
        return self._bodies(StoredReading, schema.readings, passage_ids)

    def codings_of(self, passage_ids: Sequence[str]) -> dict[str, Coding]:
        """Give the codings of some passages; a passage that was not coded has none."""
        return self._bodies(Coding, schema.codings, passage_ids)

    def people(self) -> tuple[set[str], set[str]]:
        """Give every name marked private, and every one public; who was harmed is public by a public office alone."""
        found: dict[Standing, set[str]] = {standing: set() for standing in Standing}
        for table in (schema.readings, schema.codings):
            named = select(table).where(table.c.body.contains('"is_private":', autoescape=True))
            for row in (row for rows in self._batches(table, named) for row in rows):
                for name, standing in people_in(orjson.loads(row.body)):
                    found[standing].add(name)
        return found[Standing.PRIVATE], found[Standing.OFFICE] | (found[Standing.POST] - found[Standing.HARMED])

    def count_made_by_others(self, version: str) -> int:
        """Count the snapshots that another version of the stages worked on."""
        column = schema.progress.c.version
        with self._transaction() as connection:
            counts = (select(func.count()).where(other) for other in (column < version, column > version))
            return sum(connection.scalar(count) or 0 for count in counts)

    # ------------------------------------------------------------ made of the whole record

    def put_ledger(
        self, linking: Linking, tolls: Iterable[Toll], version: str, index: Index = (), counts: str | None = None
    ) -> None:
        """Put events, links, campaigns, copies, tolls and what did not fit in the place of those before.

        With the `index` of what was linked, a page more can be linked by look-ups; `counts` of the record are kept as
        they are written.
        """
        rows: dict[Table, Iterator[Row]] = {
            schema.events: ({"event_id": one.event_id, "body": dumps(one)} for one in linking.events),
            schema.links: ({"report_id": one.report_id, "body": dumps(one)} for one in linking.links),
            schema.campaigns: ({"campaign_id": one.campaign_id, "body": dumps(one)} for one in linking.campaigns),
            schema.copies: ({"passage_id": one.passage_id, "body": dumps(one)} for one in linking.copies),
            schema.tolls: ({"toll_id": one.toll_id, "body": dumps(one)} for one in tolls),
        }
        with self._transaction() as connection:
            for table, table_rows in rows.items():
                connection.execute(delete(table))
                while some := list(itertools.islice(table_rows, _BATCH)):
                    self._insert(connection, table, some)
            connection.execute(delete(schema.problems).where(schema.problems.c.stage == "link"))
            self._insert(connection, schema.problems, [problem_row(one) for one in linking.problems])
            put_index(connection, index)
            self._set_state(connection, "ledger", version)
            self._set_state(connection, "index", version if index else None)
            self._set_state(connection, "counts", counts)

    def grow_ledger(self, growth: Growth, version: str, counts: str | None = None) -> None:
        """Put what the pages that came changed, and the counts with it, in the place of what it was."""
        with self._transaction() as connection:
            apply(connection, growth)
            self._set_state(connection, "ledger", version)
            self._set_state(connection, "counts", counts)

    def index(self) -> KeptIndex:
        """Give the kept index, to look things up in."""
        return KeptIndex(self._transaction)

    def index_version(self) -> str | None:
        """Give the version that made the kept index; None where a page more cannot be linked by it."""
        return self._state("index")

    def ledger_version(self) -> str | None:
        """Give the version that made events and tolls; None when pages or judgements came since."""
        return self._state("ledger")

    def counts(self) -> str | None:
        """Give what the record held when it was last linked, as it was written then."""
        return self._state("counts")

    def events(self) -> Iterator[Event]:
        """Give every event."""
        return self._nouns(Event, schema.events)

    def links(self) -> Iterator[Link]:
        """Give every link of a report to its event."""
        return self._nouns(Link, schema.links)

    def links_of(self, report_ids: Sequence[str]) -> dict[str, Link]:
        """Give the links of some reports."""
        return self._bodies(Link, schema.links, report_ids)

    def copies(self) -> Iterator[Copy]:
        """Give every passage that repeats another."""
        return self._nouns(Copy, schema.copies)

    def copies_of(self, passage_ids: Sequence[str]) -> dict[str, Copy]:
        """Tell which of some passages repeat another."""
        return self._bodies(Copy, schema.copies, passage_ids)

    def campaigns(self) -> Iterator[Campaign]:
        """Give every campaign."""
        return self._nouns(Campaign, schema.campaigns)

    def tolls(self) -> Iterator[Toll]:
        """Give every row of the ledger."""
        return self._nouns(Toll, schema.tolls)

    # ------------------------------------------------------------ housekeeping

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what went wrong."""
        with self._transaction() as connection:
            self._insert(connection, schema.problems, [problem_row(one) for one in problems])

    def problems(self) -> Iterator[Problem]:
        """Give every problem that was kept."""
        return self._nouns(Problem, schema.problems)

    def clear_derived(self) -> None:
        """Throw away all but snapshots, judgements and what went wrong while collecting."""
        with self._transaction() as connection:
            for table in (*schema.OF_PAGES, *schema.OF_RECORD, schema.fresh_pages, *schema.INDEX, schema.state):
                connection.execute(delete(table))
            connection.execute(delete(schema.problems).where(schema.problems.c.stage != "collect"))

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with self._transaction() as connection:
            return connection.scalar(select(func.count()).select_from(schema.metadata.tables[table])) or 0

    # ------------------------------------------------------------ one way to the database

    def _insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        if not rows:
            return
        insert = self._inserts.get(table.name)
        if insert is None:
            insert = self._inserts[table.name] = Insert(table, tuple(rows[0]), self._engine.dialect)
        connection.exec_driver_sql(insert.statement, insert.parameters(rows))

    def _state(self, key: str) -> str | None:
        table = schema.state
        with self._transaction() as connection:
            return connection.scalar(select(table.c.value).where(table.c.key == key))

    @staticmethod
    def _set_state(connection: Connection, key: str, value: str | None) -> None:
        connection.execute(delete(schema.state).where(schema.state.c.key == key))
        if value is not None:
            connection.execute(schema.state.insert().values(key=key, value=value))

    def _batches(self, table: Table, rows_of: Select[Any] | None = None) -> Iterator[Sequence[Any]]:
        key = next(iter(table.primary_key.columns))
        last: Any = None
        while True:
            statement = (select(table) if rows_of is None else rows_of).order_by(key).limit(_BATCH)
            if last is not None:
                statement = statement.where(key > last)
            with self._transaction() as connection:
                rows = connection.execute(statement).all()
            if not rows:
                return
            yield rows
            last = getattr(rows[-1], key.name)

    def _nouns(self, noun: type[N], table: Table, rows_of: Select[Any] | None = None) -> Iterator[N]:
        for rows in self._batches(table, rows_of):
            yield from (loads(noun, row.body) for row in rows)

    def _one(self, noun: type[N], table: Table, key: str) -> N | None:
        return self._bodies(noun, table, [key]).get(key)

    def _bodies(self, noun: type[N], table: Table, keys: Sequence[str]) -> dict[str, N]:
        column = schema.id_column(table)
        found: dict[str, N] = {}
        for at in range(0, len(keys), _BATCH):
            statement = select(column, table.c.body).where(column.in_(keys[at : at + _BATCH]))
            with self._transaction() as connection:
                rows = connection.execute(statement).all()
            found.update((key, loads(noun, body)) for key, body in rows)
        return found
