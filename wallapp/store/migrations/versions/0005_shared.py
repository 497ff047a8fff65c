"""What stations share: objects, their changes, changes not taken, who looks, and the log; with their triggers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from wallapp.store.guards import Kept, add_guards

revision = "0005"
down_revision = "0004"

_TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
_TABLES = ("shared_head", "shared_entity", "shared_operation", "shared_conflict", "shared_presence", "log_entry")


def upgrade() -> None:
    """Make the tables and their triggers."""
    _make_objects()
    _make_operations()
    _make_presence()
    _make_log()
    add_guards(op.get_bind(), _KEPT)


def downgrade() -> None:
    """Drop them; their triggers go with them."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _make_objects() -> None:
    head = op.create_table(
        "shared_head",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("log_seq", sa.BigInteger, nullable=False),
        sa.Column("incident_number", sa.Integer, nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_shared_head_number")),
        sa.PrimaryKeyConstraint("number", name="pk_shared_head"),
        sqlite_with_rowid=False,
    )
    op.bulk_insert(head, [{"number": 1, "seq": 0, "log_seq": 0, "incident_number": 0}])
    op.create_table(
        "shared_entity",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created_by", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_by", sa.Text),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_shared_entity"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shared_entity_seq", "shared_entity", ["seq"])


def _make_operations() -> None:
    op.create_table(
        "shared_operation",
        sa.Column("seq", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("refused", sa.Text, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("base_rev", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_shared_operation"),
        sa.UniqueConstraint("id", name="uq_shared_operation_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shared_operation_object", "shared_operation", ["kind", "entity"])
    op.create_table(
        "shared_conflict",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("operation", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("theirs", sa.Text, nullable=False),
        sa.Column("mine", sa.Text, nullable=False),
        sa.Column("theirs_by", sa.Text),
        sa.Column("mine_by", sa.Text),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("settled", sa.Text),
        sa.Column("settled_by", sa.Text),
        sa.Column("settled_at", _TIME),
        sa.CheckConstraint(
            "(settled IS NULL) = (settled_by IS NULL) AND (settled IS NULL) = (settled_at IS NULL)",
            name=op.f("ck_shared_conflict_settled"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shared_conflict"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shared_conflict_operation", "shared_conflict", ["operation"])
    op.create_index("ix_shared_conflict_settled", "shared_conflict", ["settled"])


def _make_presence() -> None:
    op.create_table(
        "shared_presence",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("until_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("kind", "entity", "account", "station", name="pk_shared_presence"),
        sqlite_with_rowid=False,
    )


def _make_log() -> None:
    op.create_table(
        "log_entry",
        sa.Column("seq", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("happened_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("clock_offset_ms", sa.BigInteger, nullable=False),
        sa.Column("actor", sa.Text),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_folded", sa.Text, nullable=False),
        sa.Column("incident", sa.Text),
        sa.Column("about", sa.BigInteger),
        sa.Column("significant", sa.Boolean),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_log_entry"),
        sa.UniqueConstraint("id", name="uq_log_entry_id"),
        sqlite_with_rowid=False,
    )
    for column in ("happened_at", "incident", "about"):
        op.create_index(f"ix_log_entry_{column}", "log_entry", [column])


_KEPT = (
    Kept(
        "shared_head",
        says="the counters of what stations share only move on",
        keys=("number",),
        frozen="number",
        refused=("NEW.seq < OLD.seq", "NEW.log_seq < OLD.log_seq", "NEW.incident_number < OLD.incident_number"),
    ),
    Kept(
        "shared_entity",
        says="a shared object keeps its beginning, is never deleted for good, and a deleted one stays deleted",
        keys=("kind id",),
        frozen="kind id exercise created_by created_at",
        refused=("NEW.rev <= OLD.rev", "OLD.deleted"),
    ),
    Kept(
        "shared_operation",
        says="the history of changes is only added to",
        keys=("seq", "id"),
        frozen="seq id kind entity act changes refused rev base_rev actor station exercise at recorded_at",
    ),
    Kept(
        "shared_conflict",
        says="a change that was not taken is settled once and never deleted",
        keys=("id",),
        frozen="id operation kind entity field reason theirs mine theirs_by mine_by at text",
        once=(("settled", "settled settled_by settled_at"),),
    ),
    Kept(
        "log_entry",
        says="the log is only added to",
        keys=("seq", "id"),
        frozen=(
            "seq id exercise kind event happened_at recorded_at clock_offset_ms actor station text text_folded"
            " incident about significant body"
        ),
    ),
)
