"""The one database on a PostgreSQL server that tests share: emptied, and held by one test at a time."""

import contextlib
import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

SERVER = os.environ.get("CONSTANCIA_TEST_POSTGRES")
_LOCK = 20_221_207  # any number: of the lock that tests in other processes wait for


@contextlib.contextmanager
def empty_database() -> Iterator[str]:
    """Give the database's URL, empty: facts cannot be deleted, so the tables themselves must go."""
    if not SERVER:
        pytest.skip("needs a PostgreSQL server: set CONSTANCIA_TEST_POSTGRES to the URL of an empty database")
    engine = sa.create_engine(SERVER.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        with engine.connect() as held:
            held.execute(sa.text(f"SELECT pg_advisory_lock({_LOCK})"))
            held.commit()
            with engine.begin() as connection:
                connection.execute(sa.text("DROP SCHEMA public CASCADE"))
                connection.execute(sa.text("CREATE SCHEMA public"))
            yield SERVER
            held.execute(sa.text(f"SELECT pg_advisory_unlock({_LOCK})"))
    finally:
        engine.dispose()
