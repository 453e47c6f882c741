"""The tables by which copies and tolls of one page more are looked up; they are made with the next linking."""

from __future__ import annotations

from alembic import op

from constancia.store import schema

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and have an index made that has all of them."""
    for table in (schema.prints, schema.printed, schema.repeats, schema.toll_claims):
        table.create(op.get_bind())
    op.execute("DELETE FROM state WHERE key = 'index'")
