"""The tables of access: people, signed documents, requests, grants, locks, typed texts and the history.

What a signature covers is kept as its canonical text (domain.documents) beside the columns that are searched:
who wants to know what was signed reads the text, never the columns. Where a row must stay as it was written the
migration adds triggers; they stop what no honest program does, not the owner of the database.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import PrimaryKeyConstraint

from wallapp.store.schema import METADATA
from wallapp.store.utc_time import UtcTime

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("login", Text, nullable=False),
    Column("login_folded", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("roles", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("on_duty", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("public_key", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""`roles`: by their values, sorted, a space between. Closed accounts stay, for the history's sake."""

ACCOUNT_SECRET = Table(
    "account_secret",
    METADATA,
    Column("account", Text, ForeignKey("account.id"), primary_key=True),
    Column("password_hash", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("totp_counter", BigInteger, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", UtcTime),
    Column("must_change", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

DOCUMENT = Table(
    "document",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_by", Text, ForeignKey("account.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

DOCUMENT_SIGNATURE = Table(
    "document_signature",
    METADATA,
    Column("document", Text, ForeignKey("document.digest"), nullable=False),
    Column("signer", Text, ForeignKey("account.id"), nullable=False),
    Column("signature", Text, nullable=False),
    Column("signed_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("document", "signer"),
    sqlite_with_rowid=False,
)

TRUST_CHAIN = Table(
    "trust_chain",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("document.digest"), nullable=False, unique=True),
    Column("in_force_at", UtcTime, nullable=False),
    CheckConstraint("version >= 1", name="version"),
    sqlite_with_rowid=False,
)

REQUEST = Table(
    "access_request",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("terms", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("requester", Text, ForeignKey("account.id"), nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("circumstance", Text, nullable=False),
    Column("submitted_at", UtcTime, nullable=False, index=True),
    Column("expires_at", UtcTime, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("decided_at", UtcTime),
    CheckConstraint("(state = 'pending') = (decided_at IS NULL)", name="decided"),
    CheckConstraint("state <> 'approved' OR decided_at < expires_at", name="in_time"),
    sqlite_with_rowid=False,
)

VOTE = Table(
    "vote",
    METADATA,
    Column("request", Text, ForeignKey("access_request.id"), nullable=False),
    Column("voter", Text, ForeignKey("account.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("terms", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("struck", Boolean, nullable=False),
    PrimaryKeyConstraint("request", "voter"),
    UniqueConstraint("request", "number"),
    sqlite_with_rowid=False,
)
"""`number` counts a request's votes from 1, in the order they came."""

GRANT = Table(
    "access_grant",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("request", Text, ForeignKey("access_request.id"), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("person", Text, ForeignKey("account.id"), nullable=False, index=True),
    Column("station", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("cameras", Text, nullable=False),
    Column("not_before", UtcTime, nullable=False, index=True),
    Column("not_after", UtcTime, nullable=False),
    Column("ended_at", UtcTime, index=True),
    Column("ended_as", Text),
    Column("ended_by", Text, ForeignKey("account.id")),
    Column("closed_at", UtcTime),
    CheckConstraint("not_before < not_after", name="times"),
    CheckConstraint("(ended_at IS NULL) = (ended_as IS NULL)", name="ended"),
    CheckConstraint("ended_by IS NULL OR ended_at IS NOT NULL", name="ended_by"),
    sqlite_with_rowid=False,
)
"""`cameras`: their numbers, sorted, a space between. `ended_as`: a GrantEnd."""

LOCK = Table(
    "access_lock",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("made_by", Text, ForeignKey("account.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("lifted_at", UtcTime),
    sqlite_with_rowid=False,
)

REVIEW = Table(
    "grant_review",
    METADATA,
    Column("access_grant", Text, ForeignKey("access_grant.id"), primary_key=True),
    Column("due_at", UtcTime, nullable=False),
    Column("verdict", Text),
    Column("judged_by", Text, ForeignKey("account.id")),
    Column("judged_at", UtcTime),
    CheckConstraint(
        "(verdict IS NULL) = (judged_by IS NULL) AND (verdict IS NULL) = (judged_at IS NULL)", name="judged"
    ),
    sqlite_with_rowid=False,
)

FACT = Table(
    "confirmed_fact",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("terms", Text, nullable=False),
    Column("signatures", Text, nullable=False),
    Column("happened_at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""`signatures`: the canonical text of a Signed without its body."""

TYPED_TEXT = Table(
    "typed_text",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("salt", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("kept_at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

SCENE = Table(
    "scene",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("camera", Integer, nullable=False, index=True),
    Column("made_by", Text, ForeignKey("account.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""`digest` is of the scene's pixels: what the owner's policy names, and what a decoder compares the body with."""

AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    CheckConstraint("number = 1", name="number"),
    sqlite_with_rowid=False,
)
"""One row: the newest entry's `seq`, 0 before the first. Moved by a trigger alone; always locked last."""

AUDIT_ENTRY = Table(
    "audit_entry",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False, index=True),
    Column("event", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("owner", Text, nullable=False, index=True),
    Column("facts", Text, nullable=False),
    Column("previous_hash", Text),
    Column("hash", Text, unique=True),
    Column("signer", Text),
    Column("signature", Text),
    sqlite_with_rowid=False,
)
"""`seq` counts from 1 without a gap. The last four are for the history's proof and null until there is one."""

ACCESS_APPEND_ONLY: Final = (
    "document",
    "document_signature",
    "trust_chain",
    "confirmed_fact",
    "scene",
    "audit_entry",
)
"""Tables that a station may read and add to, and nothing else."""

ACCESS_CHANGEABLE: Final[dict[str, tuple[str, ...]]] = {
    "account": ("login", "login_folded", "name", "roles", "organisation", "on_duty", "active", "public_key"),
    "account_secret": ("password_hash", "sealed", "totp_counter", "failures", "locked_until", "must_change"),
    "access_request": ("state", "version", "decided_at"),
    "vote": ("struck",),
    "access_grant": ("ended_at", "ended_as", "ended_by", "closed_at"),
    "access_lock": ("lifted_at",),
    "grant_review": ("verdict", "judged_by", "judged_at"),
}
"""Tables that a station may read and add to, and the columns that it may change; it deletes from none."""
