"""The kept index of a linked record: rows and bytes by key, as `flow` reads and writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from constancia.store import schema
from constancia.store.rows import Row

Open = Callable[[], AbstractContextManager[Connection]]
Span = tuple[int, int, int]
"""A key of an order, and the first and last day of what is asked for."""

_STANDING = tuple(schema.standing.c[1:])
_AT_ONCE = 500
_ANY_DAY = -(2**31), 2**31 - 1


@dataclass(frozen=True, slots=True)
class Growth:
    """What a page more changes in a linked record: rows to take away, by key, and rows to put in their place."""

    gone: dict[str, list[Any]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)


class KeptIndex:
    """Look-ups in the index; each is a transaction of its own."""

    def __init__(self, transaction: Open) -> None:
        self._transaction = transaction

    def zone(self, order: str, spans: Iterable[Span]) -> list[Sequence[Any]]:
        """Give the entries of an order within spans of days; of a counter, all of its key."""
        table = schema.standing.c
        found: list[Sequence[Any]] = []
        with self._transaction() as connection:
            for key, first, last in spans:
                statement = select(*_STANDING).where(table[order] == key)
                if (first, last) != _ANY_DAY:
                    statement = statement.where(table.day >= first, table.day <= last)
                found += connection.execute(statement).all()
        return found

    def lists(self, words: Sequence[int]) -> dict[int, bytes]:
        """Give the passages that are looked up by each of some words."""
        table = schema.lookup.c
        return {row["word"]: row["body"] for row in self._in(select(table.word, table.body), table.word, words)}

    def islands_of(self, passages: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """Give the rows of some passages."""
        table = schema.islands
        return {row["passage"]: row for row in self._in(select(table), table.c.passage, passages)}

    def members(self, islands: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """Give the rows of all passages of some islands."""
        table = schema.islands
        return {row["passage"]: row for row in self._in(select(table), table.c.island, islands)}

    def tied(
        self, urls: Sequence[str], linked_urls: Sequence[str], originals: Sequence[int]
    ) -> dict[int, Mapping[str, Any]]:
        """Give the rows of passages at some addresses, that link to some, or that repeat or are some passages."""
        table = schema.islands
        asked = ((table.c.url, urls), (table.c.linked_url, linked_urls), (table.c.copy_of, originals))
        found = {row["passage"]: row for column, keys in asked for row in self._in(select(table), column, keys)}
        return found | self.islands_of(originals)

    def buckets(self, buckets: Sequence[int]) -> dict[int, bytes]:
        """Give the fingerprints of some buckets."""
        table = schema.prints
        return {row["bucket"]: row["body"] for row in self._in(select(table), table.c.bucket, buckets)}

    def printed(self, passages: Sequence[int]) -> dict[int, tuple[int, int]]:
        """Give how many fingerprints some passages have, and how long they are."""
        table = schema.printed
        rows = self._in(select(table), table.c.passage, passages)
        return {row["passage"]: (row["n_prints"], row["length"]) for row in rows}

    def repeats(self, passages: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """Give the repeats of which some passages are a part; one may come twice."""
        table = schema.repeats
        for column in (table.c.copy, table.c.original):
            yield from self._in(select(table), column, passages)

    def toll_claims(self, column: str, keys: Sequence[str]) -> list[Mapping[str, Any]]:
        """Give the claims of some passages ("passage_id") or groups ("group") that belong to no one event."""
        table = schema.toll_claims
        return list(self._in(select(table), table.c[column], keys))

    def yardstick(self) -> dict[str, bytes]:
        """Give the parts of the yardstick by name; none where nothing was linked."""
        with self._transaction() as connection:
            return {row.name: row.body for row in connection.execute(select(schema.yardstick))}

    def sightings(self) -> list[str]:
        """Give what reports say of series."""
        with self._transaction() as connection:
            return list(connection.scalars(select(schema.sightings.c.body).order_by(schema.sightings.c.report_id)))

    def fresh_pages(self) -> list[str]:
        """Give the pages that came since the record was last linked."""
        with self._transaction() as connection:
            return list(connection.scalars(select(schema.fresh_pages.c.page_id).order_by("page_id")))

    def _in(self, statement: Select[Any], column: Any, keys: Sequence[Any]) -> Iterator[Any]:
        keys = list(dict.fromkeys(keys))
        if not keys:
            return
        with self._transaction() as connection:
            for at in range(0, len(keys), _AT_ONCE):
                yield from connection.execute(statement.where(column.in_(keys[at : at + _AT_ONCE]))).mappings()


def apply(connection: Connection, growth: Growth) -> None:
    """Take rows away and put others in."""
    for name, keys in growth.gone.items():
        table = schema.metadata.tables[name]
        key = next(iter(table.primary_key.columns))
        for at in range(0, len(keys), _AT_ONCE):
            connection.execute(delete(table).where(key.in_(keys[at : at + _AT_ONCE])))
    for name, rows in growth.rows.items():
        if rows:
            connection.execute(schema.metadata.tables[name].insert(), rows)


def put_index(connection: Connection, index: Iterable[tuple[str, Iterable[list[Row]]]]) -> None:
    """Put a new index, a table and stretches of its rows at a time, in the place of the one before."""
    for table in (schema.fresh_pages, *schema.INDEX):
        connection.execute(delete(table))
    for name, stretches in index:
        for rows in stretches:
            if rows:
                connection.execute(schema.metadata.tables[name].insert(), rows)
