"""The tables of what stations share: objects as they are now, every change of them, changes not taken, and the log."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, Integer, Table, Text
from sqlalchemy.schema import PrimaryKeyConstraint

from wallapp.store.schema import METADATA
from wallapp.store.utc_time import UtcTime

SHARED_HEAD = Table(
    "shared_head",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("log_seq", BigInteger, nullable=False),
    Column("incident_number", Integer, nullable=False),
    CheckConstraint("number = 1", name="number"),
    sqlite_with_rowid=False,
)
"""One row: the newest change, the newest log line, the last number given to an incident. Locked by every writer, so
that changes are kept in the order of their numbers: who has read up to one has missed none before it."""

SHARED_ENTITY = Table(
    "shared_entity",
    METADATA,
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("seq", BigInteger, nullable=False, index=True),
    Column("rev", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_by", Text),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_by", Text),
    Column("updated_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("kind", "id"),
    sqlite_with_rowid=False,
)

SHARED_OPERATION = Table(
    "shared_operation",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("refused", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("base_rev", Integer, nullable=False),
    Column("actor", Text),
    Column("station", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Index("ix_shared_operation_object", "kind", "entity"),
    sqlite_with_rowid=False,
)
"""`changes`: what was taken, by field, each with what was before; `refused`: the names of the fields that were not.
`rev`: of the object after it; 0 where there is none."""

SHARED_CONFLICT = Table(
    "shared_conflict",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("operation", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("theirs", Text, nullable=False),
    Column("mine", Text, nullable=False),
    Column("theirs_by", Text),
    Column("mine_by", Text),
    Column("at", UtcTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("settled", Text, index=True),
    Column("settled_by", Text),
    Column("settled_at", UtcTime),
    CheckConstraint(
        "(settled IS NULL) = (settled_by IS NULL) AND (settled IS NULL) = (settled_at IS NULL)", name="settled"
    ),
    sqlite_with_rowid=False,
)

SHARED_PRESENCE = Table(
    "shared_presence",
    METADATA,
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("until_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("kind", "entity", "account", "station"),
    sqlite_with_rowid=False,
)
"""Who has an object open; forgotten once it is over."""

LOG_ENTRY = Table(
    "log_entry",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("exercise", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("happened_at", UtcTime, nullable=False, index=True),
    Column("recorded_at", UtcTime, nullable=False),
    Column("clock_offset_ms", BigInteger, nullable=False),
    Column("actor", Text),
    Column("station", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_folded", Text, nullable=False),
    Column("incident", Text, index=True),
    Column("about", BigInteger, index=True),
    Column("significant", Boolean),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""`body`: the whole line; the other columns are what is searched. `significant`: what a review says, else null."""

SHARED_APPEND_ONLY: Final = ("shared_operation", "log_entry")
SHARED_CHANGEABLE: Final[dict[str, tuple[str, ...]]] = {
    "shared_head": ("seq", "log_seq", "incident_number"),
    "shared_entity": ("seq", "rev", "deleted", "body", "updated_by", "updated_at"),
    "shared_conflict": ("settled", "settled_by", "settled_at"),
}
"""As ACCESS_APPEND_ONLY and ACCESS_CHANGEABLE; `shared_presence` may also be deleted from."""
