"""People, signed documents, requests, grants, locks, typed texts and the history. Their triggers: 0004."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    _make_people()
    _make_documents()
    _make_requests()
    _make_grants()
    _make_texts()
    _make_history()


def downgrade() -> None:
    """Drop them all, those that refer to others first."""
    for table in ("audit_entry", "audit_head", "typed_text", "confirmed_fact", "grant_review", "access_lock"):
        op.drop_table(table)
    for table in ("access_grant", "vote", "access_request", "trust_chain", "document_signature", "document"):
        op.drop_table(table)
    op.drop_table("account_secret")
    op.drop_table("account")


def _make_people() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("login_folded", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("pseudonym", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("on_duty", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("public_key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login_folded", name="uq_account_login_folded"),
        sa.UniqueConstraint("pseudonym", name="uq_account_pseudonym"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "account_secret",
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("totp_counter", sa.BigInteger, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", _TIME),
        sa.Column("must_change", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_secret_account"),
        sa.PrimaryKeyConstraint("account", name="pk_account_secret"),
        sqlite_with_rowid=False,
    )


def _make_documents() -> None:
    op.create_table(
        "document",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name="fk_document_made_by"),
        sa.PrimaryKeyConstraint("digest", name="pk_document"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_document_kind", "document", ["kind"])
    op.create_table(
        "document_signature",
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("signer", sa.Text, nullable=False),
        sa.Column("signature", sa.Text, nullable=False),
        sa.Column("signed_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.digest"], name="fk_document_signature_document"),
        sa.ForeignKeyConstraint(["signer"], ["account.id"], name="fk_document_signature_signer"),
        sa.PrimaryKeyConstraint("document", "signer", name="pk_document_signature"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "trust_chain",
        sa.Column("version", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("in_force_at", _TIME, nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_trust_chain_version")),
        sa.ForeignKeyConstraint(["document"], ["document.digest"], name="fk_trust_chain_document"),
        sa.PrimaryKeyConstraint("version", name="pk_trust_chain"),
        sa.UniqueConstraint("document", name="uq_trust_chain_document"),
        sqlite_with_rowid=False,
    )


def _make_requests() -> None:
    op.create_table(
        "access_request",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("requester", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("circumstance", sa.Text, nullable=False),
        sa.Column("submitted_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("decided_at", _TIME),
        sa.CheckConstraint("(state = 'pending') = (decided_at IS NULL)", name=op.f("ck_access_request_decided")),
        sa.CheckConstraint("state <> 'approved' OR decided_at < expires_at", name=op.f("ck_access_request_in_time")),
        sa.ForeignKeyConstraint(["requester"], ["account.id"], name="fk_access_request_requester"),
        sa.PrimaryKeyConstraint("id", name="pk_access_request"),
        sqlite_with_rowid=False,
    )
    for column in ("requester", "submitted_at", "state"):
        op.create_index(f"ix_access_request_{column}", "access_request", [column])
    op.create_table(
        "vote",
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("voter", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("signature", sa.Text, nullable=False),
        sa.Column("struck", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["request"], ["access_request.id"], name="fk_vote_request"),
        sa.ForeignKeyConstraint(["voter"], ["account.id"], name="fk_vote_voter"),
        sa.PrimaryKeyConstraint("request", "voter", name="pk_vote"),
        sa.UniqueConstraint("request", "number", name="uq_vote_request"),
        sqlite_with_rowid=False,
    )


def _make_grants() -> None:
    op.create_table(
        "access_grant",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("cameras", sa.Text, nullable=False),
        sa.Column("not_before", _TIME, nullable=False),
        sa.Column("not_after", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.Column("ended_as", sa.Text),
        sa.Column("ended_by", sa.Text),
        sa.Column("closed_at", _TIME),
        sa.CheckConstraint("not_before < not_after", name=op.f("ck_access_grant_times")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_as IS NULL)", name=op.f("ck_access_grant_ended")),
        sa.CheckConstraint("ended_by IS NULL OR ended_at IS NOT NULL", name=op.f("ck_access_grant_ended_by")),
        sa.ForeignKeyConstraint(["request"], ["access_request.id"], name="fk_access_grant_request"),
        sa.ForeignKeyConstraint(["person"], ["account.id"], name="fk_access_grant_person"),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name="fk_access_grant_ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_access_grant"),
        sa.UniqueConstraint("request", name="uq_access_grant_request"),
        sqlite_with_rowid=False,
    )
    for column in ("person", "not_before", "ended_at"):
        op.create_index(f"ix_access_grant_{column}", "access_grant", [column])
    op.create_table(
        "access_lock",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("lifted_at", _TIME),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name="fk_access_lock_made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_access_lock"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "grant_review",
        sa.Column("access_grant", sa.Text, nullable=False),
        sa.Column("due_at", _TIME, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("judged_by", sa.Text),
        sa.Column("judged_at", _TIME),
        sa.CheckConstraint(
            "(verdict IS NULL) = (judged_by IS NULL) AND (verdict IS NULL) = (judged_at IS NULL)",
            name=op.f("ck_grant_review_judged"),
        ),
        sa.ForeignKeyConstraint(["access_grant"], ["access_grant.id"], name="fk_grant_review_access_grant"),
        sa.ForeignKeyConstraint(["judged_by"], ["account.id"], name="fk_grant_review_judged_by"),
        sa.PrimaryKeyConstraint("access_grant", name="pk_grant_review"),
        sqlite_with_rowid=False,
    )


def _make_texts() -> None:
    op.create_table(
        "confirmed_fact",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("signatures", sa.Text, nullable=False),
        sa.Column("happened_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_confirmed_fact"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_confirmed_fact_happened_at", "confirmed_fact", ["happened_at"])
    op.create_table(
        "typed_text",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("salt", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kept_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_typed_text"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_typed_text_kept_at", "typed_text", ["kept_at"])


def _make_history() -> None:
    head = op.create_table(
        "audit_head",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_audit_head_number")),
        sa.PrimaryKeyConstraint("number", name="pk_audit_head"),
        sqlite_with_rowid=False,
    )
    op.bulk_insert(head, [{"number": 1, "seq": 0}])
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.Text),
        sa.Column("hash", sa.Text),
        sa.Column("signer", sa.Text),
        sa.Column("signature", sa.Text),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entry"),
        sa.UniqueConstraint("hash", name="uq_audit_entry_hash"),
        sqlite_with_rowid=False,
    )
    for column in ("at", "subject", "owner"):
        op.create_index(f"ix_audit_entry_{column}", "audit_entry", [column])
