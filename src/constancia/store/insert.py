"""A table and the columns of its rows to the statement that adds them."""

from __future__ import annotations

import importlib
import operator
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect, Table

from constancia.store.rows import Row


class Insert:
    """The statement that adds rows of a table, those that are there already left as they are.

    It is written once and handed to the driver as it is: a run adds a dozen rows a page.
    """

    def __init__(self, table: Table, columns: tuple[str, ...], dialect: Dialect) -> None:
        # What is for other databases is not loaded: it takes a tenth of the time in which a record is opened.
        insert = importlib.import_module(f"sqlalchemy.dialects.{dialect.name}").insert
        compiled = insert(table).on_conflict_do_nothing().compile(dialect=dialect, column_keys=list(columns))
        self.statement = str(compiled)
        order = compiled.positiontup
        self._order = order or None

    def parameters(self, rows: Sequence[Row]) -> list[Any]:
        """Give rows as the driver takes them: in the order of its places, or by name."""
        if self._order is None:
            return list(rows)
        if len(self._order) == 1:
            return [(row[self._order[0]],) for row in rows]
        return list(map(operator.itemgetter(*self._order), rows))
