"""The furthest time that a SQLite station kept, against a clock that is set back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and its one row."""
    guard = op.create_table(
        "clock_guard",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("high_us", sa.BigInteger, nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_clock_guard_number")),
        sa.PrimaryKeyConstraint("number", name="pk_clock_guard"),
    )
    op.bulk_insert(guard, [{"number": 1, "high_us": 0}])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("clock_guard")
