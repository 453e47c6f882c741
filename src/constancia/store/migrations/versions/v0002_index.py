"""The tables by which one page more is linked by look-ups; they are made with the next linking."""

from __future__ import annotations

from alembic import op

from constancia.store import schema

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    for table in (
        schema.fresh_pages,
        schema.standing,
        schema.lookup,
        schema.islands,
        schema.sightings,
        schema.yardstick,
    ):
        table.create(op.get_bind())
