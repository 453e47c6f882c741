"""An engine to transactions: each question one of its own, or many questions one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from constancia.errors import StoreError


class Transactions:
    """The one way to a database; whatever it refuses is a StoreError that names the record."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where
        self._held = threading.local()

    @contextlib.contextmanager
    def begin(self) -> Iterator[Connection]:
        """Open a transaction, or go on with the one that this thread holds for reading."""
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            raise StoreError(f"the record {self._where}: {reason}") from error

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one transaction for all that this thread asks within: to begin and end one takes as long as to ask."""
        before = getattr(self._held, "connection", None)
        with self.begin() as connection:
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = before
