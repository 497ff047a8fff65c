"""Owners, sites, cameras with their streams, saved layouts, settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "owner",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("colour", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_owner"),
    )
    op.create_table(
        "site",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owner.name"], name="fk_site_owner"),
        sa.PrimaryKeyConstraint("owner", "name", name="pk_site"),
    )
    op.create_table(
        "camera",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sensitivity", sa.Text, nullable=False),
        sa.Column("transport", sa.Text, nullable=False),
        sa.Column("credential", sa.Text, nullable=False),
        sa.Column("lat_deg", sa.Float(53)),
        sa.Column("lon_deg", sa.Float(53)),
        sa.Column("height_m", sa.Float(53)),
        sa.Column("azimuth_deg", sa.Float(53)),
        sa.Column("hfov_deg", sa.Float(53)),
        sa.Column("range_m", sa.Float(53)),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("legal_basis", sa.Text, nullable=False),
        sa.Column("retention_days", sa.Integer),
        sa.CheckConstraint("number BETWEEN 1 AND 999999", name=op.f("ck_camera_number")),
        sa.ForeignKeyConstraint(["owner"], ["owner.name"], name="fk_camera_owner"),
        sa.ForeignKeyConstraint(["owner", "site"], ["site.owner", "site.name"], name="fk_camera_site"),
        sa.PrimaryKeyConstraint("number", name="pk_camera"),
    )
    op.create_index("ix_camera_owner", "camera", ["owner"])
    op.create_table(
        "camera_stream",
        sa.Column("camera", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["camera"], ["camera.number"], name="fk_camera_stream_camera", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("camera", "name", name="pk_camera_stream"),
    )
    op.create_table(
        "layout",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.CheckConstraint("number BETWEEN 1 AND 999", name=op.f("ck_layout_number")),
        sa.PrimaryKeyConstraint("number", name="pk_layout"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )


def downgrade() -> None:
    """Drop them all."""
    for table in ("setting", "layout", "camera_stream", "camera", "site", "owner"):
        op.drop_table(table)
