"""The first tables, and the guards that keep facts as they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")


def upgrade() -> None:
    """Create all tables."""
    _fact("snapshots", "snapshot_id", sa.Column("url", sa.Text, nullable=False))
    _fact("judgements", "judgement_id")
    _pages()
    op.create_table(
        "passages",
        sa.Column("passage_id", _ID, primary_key=True),
        sa.Column("page_id", _ID, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_passages_page_id", "passages", ["page_id"])
    for table, key in (
        ("readings", "passage_id"),
        ("codings", "passage_id"),
        ("copies", "passage_id"),
        ("events", "event_id"),
        ("links", "report_id"),
        ("campaigns", "campaign_id"),
        ("tolls", "toll_id"),
    ):
        op.create_table(table, sa.Column(key, _ID, primary_key=True), sa.Column("body", sa.Text, nullable=False))
    _bookkeeping()


def _fact(table: str, key: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        table,
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(key, _ID, nullable=False, unique=True),
        *columns,
        sa.Column("body", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    if op.get_context().dialect.name == "postgresql":
        _guard_on_postgresql(table)
    else:
        _guard_on_sqlite(table)


def _guard_on_sqlite(table: str) -> None:
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are facts: they are only added to'); END"
        )


def _guard_on_postgresql(table: str) -> None:
    op.execute(
        f"CREATE FUNCTION {table}_are_facts() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} are facts: they are only added to'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_are_facts()"
    )


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("page_id", _ID, primary_key=True),
        sa.Column("snapshot_id", _ID, nullable=False, unique=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )


def _bookkeeping() -> None:
    op.create_table(
        "progress",
        sa.Column("snapshot_id", _ID, primary_key=True),
        sa.Column("version", sa.String(80), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
    )
    op.create_table(
        "problems",
        sa.Column("problem_id", _ID, primary_key=True),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("key", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
