"""A path or a database URL in; an engine on a record whose tables are up to date out."""

from __future__ import annotations

import importlib
import logging
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from constancia.errors import StoreError
from constancia.store.schema import metadata

_NEWEST = "0004"
_BUSY_S = 60  # how long one writer waits for another: a batch of a run takes well under a second


def open_engine(where: str) -> Engine:
    """Open the record, making or migrating its tables as needed.

    Raises StoreError when it cannot be opened or is of a newer version than this program.
    """
    try:
        engine = _engine(where)
    except (SQLAlchemyError, ModuleNotFoundError, OSError) as error:
        raise StoreError(f"the record {where} cannot be opened: {_short(error)}") from error
    try:
        _migrate(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(f"the record {where} cannot be opened: {_short(error)}") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def _short(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _engine(where: str) -> Engine:
    if "://" in where:
        url = where.replace("postgresql://", "postgresql+psycopg://", 1).replace("postgres://", "postgresql+psycopg://")
        return create_engine(url)
    path = Path(where)
    if not path.parent.is_dir():
        raise OSError(f"there is no folder {path.parent}")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_S})
    logging.getLogger(f"{type(engine.pool).__module__}.{type(engine.pool).__name__}").addFilter(_tells_no_interrupt)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _tells_no_interrupt(logged: logging.LogRecord) -> bool:
    """Leave out that Control-C came while a connection was given back: whoever pressed it knows."""
    return not (logged.exc_info and logged.exc_info[0] is KeyboardInterrupt)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The module's own transactions begin late and end early around DDL; ours begin and end where the store says.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _migrate(engine: Engine) -> None:
    with engine.begin() as connection:
        tables = inspect(connection).get_table_names()
        if not tables and engine.dialect.name == "sqlite":
            _make(connection)
            return
        found = None
        if "alembic_version" in tables:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found == _NEWEST:
            return
        if found is not None and found > _NEWEST:
            raise StoreError(
                f"the record is of version {found}, newer than this program's {_NEWEST}: update Constancia"
            )
        upgrade(connection)


def _make(connection: Connection) -> None:
    """Make the tables of a new record as they would be after all migrations, in a fifth of the time."""
    metadata.create_all(connection, checkfirst=False)
    for table in ("snapshots", "judgements"):
        for deed in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are facts: they are only added to'); END"
            )
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": _NEWEST})


def upgrade(connection: Connection) -> None:
    """Bring the tables of a record up to date, or make them one migration after the other."""
    # Loaded only now: it takes an eighth of a verb's start, and most records are as they should be.
    config = importlib.import_module("alembic.config").Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    importlib.import_module("alembic.command").upgrade(config, "head")
