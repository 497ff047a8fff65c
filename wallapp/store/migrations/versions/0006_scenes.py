"""The certified empty scenes, only added, with their triggers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from wallapp.store.guards import Kept, add_guards

revision = "0006"
down_revision = "0005"

_TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        "scene",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("camera", sa.Integer, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name="fk_scene_made_by_account"),
        sa.PrimaryKeyConstraint("digest", name="pk_scene"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_scene_camera", "scene", ["camera"])
    add_guards(op.get_bind(), _KEPT)


def downgrade() -> None:
    """Drop it; its triggers go with it."""
    op.drop_table("scene")


_KEPT = (
    Kept(
        "scene",
        says="a certified scene never changes",
        keys=("digest",),
        frozen="digest camera made_by made_at body",
    ),
)
