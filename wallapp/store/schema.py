"""The tables as the newest wallapp has them. The migrations lead here; a test holds the two together.

Enumerations are kept by their value as text: a new member needs no migration, and a reader that does not
know one refuses it by name.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

OWNER = Table(
    "owner",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("colour", Text, nullable=False),
)

SITE = Table(
    "site",
    METADATA,
    Column("owner", Text, ForeignKey("owner.name"), nullable=False),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("owner", "name"),
)

CAMERA = Table(
    "camera",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("owner", Text, ForeignKey("owner.name"), nullable=False, index=True),
    Column("site", Text),
    Column("kind", Text, nullable=False),
    Column("sensitivity", Text, nullable=False),
    Column("transport", Text, nullable=False),
    Column("credential", Text, nullable=False),
    Column("lat_deg", Float(53)),
    Column("lon_deg", Float(53)),
    Column("height_m", Float(53)),
    Column("azimuth_deg", Float(53)),
    Column("hfov_deg", Float(53)),
    Column("range_m", Float(53)),
    Column("purpose", Text, nullable=False),
    Column("legal_basis", Text, nullable=False),
    Column("retention_days", Integer),
    ForeignKeyConstraint(["owner", "site"], ["site.owner", "site.name"], name="fk_camera_site"),
    CheckConstraint("number BETWEEN 1 AND 999999", name="number"),
)
"""`site` is null where the camera has none, so that the pair with `owner` is then not looked up."""

CAMERA_STREAM = Table(
    "camera_stream",
    METADATA,
    Column("camera", Integer, ForeignKey("camera.number", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    PrimaryKeyConstraint("camera", "name"),
)

LAYOUT = Table(
    "layout",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint("number BETWEEN 1 AND 999", name="number"),
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("text", Text, nullable=False),
)
